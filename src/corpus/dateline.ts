import type { Span } from '../model.ts';
import { knownOutlet } from './outlets.ts';

/** What the first words of a news text say of where, when and by whom it was sent. */
export interface Dateline extends Span {
  /** "KYIV, Ukraine"; not there in "(Reuters) -". */
  readonly place: Span | null;
  /** "(Reuters)": what stands in the brackets. */
  readonly sender: Span | null;
}

/** Longer than any dateline. */
const REACH = 110;
const PLACE = "(?:\\p{Lu}[\\p{L}.’'-]{1,24})(?: \\p{Lu}[\\p{L}.’'-]{1,24}){0,3}(?:,? \\p{Lu}[\\p{L}.’'-]{1,24}){0,3}";
const DAY = '(?:, (?:\\p{Lu}\\p{Ll}{2,8}\\.? \\d{1,2}|\\d{1,2} \\p{Lu}\\p{Ll}{2,8})(?:,? \\d{4})?)';
const SENT = new RegExp(`^(?:\\((${PLACE})\\)|(${PLACE})${DAY}?(?: \\(([^()]{2,30})\\))?) ?(?:[—–]|--|- )`, 'u');

/**
 * The dateline at the start of a text: `KYIV, Ukraine (Reuters) —`, `(WILMINGTON, Del.) —`, `London, 29 December 2021 –`. Where
 * nothing is in brackets and the place is not in capitals it is none: "Tom Smith — who …" is a sentence.
 */
export function datelineOf(text: string, lead: Span): Dateline | null {
  const match = SENT.exec(text.slice(lead.start, Math.min(lead.end, lead.start + REACH)));
  const place = match?.[1] ?? match?.[2];
  if (!match || !place) return null;
  const capitals = place.replace(/[^\p{L}]/gu, '').slice(0, 4);
  const sure = match[1] !== undefined || match[3] !== undefined || /\d/.test(match[0]);
  if (!sure && (capitals.length < 3 || capitals !== capitals.toUpperCase())) return null;
  const at = (part: string): Span => {
    const start = lead.start + match[0].indexOf(part);
    return { start, end: start + part.length };
  };
  const isSender = match[1] !== undefined && knownOutlet(match[1]) !== undefined;
  return {
    start: lead.start,
    end: lead.start + match[0].trimEnd().length,
    place: isSender ? null : at(place),
    sender: isSender ? at(place) : match[3] === undefined ? null : at(match[3]),
  };
}
