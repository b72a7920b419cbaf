import type { Evidence, Fact, LeftOut, Span } from '../model.ts';
import { datelineOf } from './dateline.ts';
import { dayOf } from './dates.ts';
import { knownOutlet, outletsIn } from './outlets.ts';

/** What is worked out of an article that nothing declares. */
export interface Inferred {
  readonly outlet: Fact | null;
  readonly origin: Fact | null;
  readonly date: Fact | null;
  /** Where it was written: "KYIV, Ukraine". */
  readonly dateline: Fact | null;
}

/** What there is to infer from. */
export interface Clues {
  readonly text: string;
  /** Folders and name of the file, with `/`. */
  readonly path: string;
  /** The first paragraph of the body. */
  readonly lead: Span | undefined;
  readonly leftOut: readonly LeftOut[];
  /** The byline, when one is known. */
  readonly byline: Fact | null;
}

/** "With reporting by Reuters and RFE/RL's Ukrainian Service": a house signs with its own service last. */
const SERVICE = /[’'‘]s (?:\p{Lu}\p{Ll}{1,20} ){1,2}Service\b/u;
const HOUSE_CHARACTER = /[\p{L}/&]/u;
const MAX_HOUSE = 21;
/** "CNN's Ann Smith contributed to this report." */
const HOUSE_WRITER = /^\W{0,3}(\p{Lu}[\p{L}/& ]{1,30})[’'‘]s \p{Lu}\p{Ll}/u;
/** "© 2021 The Courier", "Copyright 2007 CBS Interactive Inc. All Rights Reserved." */
const COPYRIGHT =
  /^(?:©|\(c\)|copyright)(?: ©)? ?(?:\d{4}(?:[-–]\d{4})?)? ?(?:by )?([\p{L}\p{N}][\p{L}\p{N}.&’' -]{1,50}?)(?:,? (?:inc|llc|ltd|corp)\b\.?)?(?:[.,;|]|$)/iu;

/**
 * Works out what a text does not declare. An agency that sent a text or is thanked is its origin, never its outlet; a
 * paper that the text only speaks of is neither.
 */
export function infer(clues: Clues): Inferred {
  const { text, lead } = clues;
  const line = lead ? datelineOf(text, lead) : null;
  const outlets = [...outletClues(clues, line?.sender ?? null)].sort((a, b) => b.confidence - a.confidence);
  const outlet = combined(outlets);
  const origin = originOf(clues, line?.sender ?? null, outlet);
  return {
    outlet,
    origin,
    date: dateOf(clues, line),
    dateline: line?.place
      ? {
          ...worked(text.slice(line.place.start, line.place.end), 0.85, [
            fromText('stands before the first sentence', text, line),
          ]),
          span: line.place,
        }
      : null,
  };
}

/** Each reason to believe in an outlet, with the outlet. */
function* outletClues({ text, path, leftOut }: Clues, sender: Span | null): Generator<Fact> {
  for (const range of leftOut.filter(isLine)) {
    const line = text.slice(range.start, range.end);
    if (range.why === 'credit line') {
      const service = houseWithService(line);
      if (service && !isThanked(line)) {
        const start = range.start + service.index;
        // Behind agencies a house names its own; alone it may as well be somebody else's that is thanked.
        const isLast = outletsIn(line.slice(0, service.index)).some(({ outlet: { isAgency } }) => isAgency);
        const fact = worked(service.house, isLast ? 0.6 : 0.45, [
          fromText(`${isLast ? 'signs' : 'may sign'} with a service of its own`, text, range),
        ]);
        yield { ...fact, span: { start, end: start + service.house.length } };
      }
      const house = HOUSE_WRITER.exec(line)?.[1];
      if (house && !service && !knownOutlet(house)?.isAgency)
        yield worked(knownOutlet(house)?.name ?? house, 0.75, [fromText('credits a writer of its own', text, range)]);
    }
    const owner = COPYRIGHT.exec(line)?.[1]?.trim();
    if (owner && !knownOutlet(owner)?.isAgency && !/^all rights/i.test(owner))
      yield worked(knownOutlet(owner)?.name ?? owner, 0.7, [fromText('claims the copyright', text, range)]);
  }
  const sent = sender && knownOutlet(text.slice(sender.start, sender.end));
  if (sent && !sent.isAgency) yield worked(sent.name, 0.8, [fromText('in the dateline', text, sender)]);
  const folders = path.replace(/#[^#/]*$/, '').split('/');
  const name = folders.pop() ?? '';
  const inName = tokensOf(name).flatMap((token) => knownOutlet(token) ?? []);
  if (inName[0]) yield worked(inName[0].name, 0.6, [{ says: `the file is called ${name}`, from: 'file name' }]);
  for (const folder of folders.reverse()) {
    const known = knownOutlet(folder.replace(/\.(?:com|org|net|co\.uk)$/, ''));
    if (known) yield worked(known.name, 0.6, [{ says: `it lies in a folder called ${folder}`, from: 'file name' }]);
  }
}

/** The house that signs with a service of its own, and where its name stands in the line. */
function houseWithService(line: string): { readonly house: string; readonly index: number } | undefined {
  const service = SERVICE.exec(line);
  if (!service) return undefined;
  let index = service.index;
  while (index > 0 && HOUSE_CHARACTER.test(line[index - 1]!)) index--;
  // It begins with a capital, at the start of a word: "N/A" and "AT&T" are words of several.
  while (index < service.index && !(/\p{Lu}/u.test(line[index]!) && service.index - index <= MAX_HOUSE)) index++;
  const house = line.slice(index, service.index);
  return house.length > 1 ? { house, index } : undefined;
}

/** "Additional reporting by BBC's Persian Service": what is added is somebody else's. */
function isThanked(line: string): boolean {
  return /^\W{0,3}(?:with )?additional\b/i.test(line);
}

/** The likeliest outlet, with all that speaks for it; two clues for one are better than one. */
function combined(clues: readonly Fact[]): Fact | null {
  const [best] = clues;
  if (!best) return null;
  const same = clues.filter(({ value }) => value.toLowerCase() === best.value.toLowerCase());
  const others = clues.length - same.length;
  const doubt = same.reduce((product, { confidence }) => product * (1 - confidence), 1);
  return {
    ...best,
    confidence: Math.round(Math.max(0.3, Math.min(0.95, 1 - doubt) - 0.15 * others) * 100) / 100,
    evidence: same.flatMap(({ evidence }) => evidence),
  };
}

/** The agency whose text it is or that gave part of it: by the dateline, the byline, or the one that is credited. */
function originOf({ text, leftOut, byline }: Clues, sender: Span | null, outlet: Fact | null): Fact | null {
  const isOther = (name: string) => name !== outlet?.value;
  const sent = sender && knownOutlet(text.slice(sender.start, sender.end));
  if (sender && sent?.isAgency && isOther(sent.name))
    return worked(sent.name, 0.9, [fromText('in the dateline', text, sender)]);
  const signed = byline && outletsIn(byline.value).find(({ outlet: { isAgency, name } }) => isAgency && isOther(name));
  if (signed)
    return worked(signed.outlet.name, 0.8, [
      { ...byline.evidence[0], says: `in the byline: “${byline.value}”`, from: byline.evidence[0]?.from ?? 'field' },
    ]);
  for (const range of leftOut.filter(isLine)) {
    if (range.why !== 'credit line' && range.why !== 'page furniture') continue;
    const line = text.slice(range.start, range.end);
    if (range.why === 'page furniture' && !COPYRIGHT.test(line)) continue;
    const agencies = outletsIn(line).filter(({ outlet: { isAgency, name } }) => isAgency && isOther(name));
    // Where several are thanked no one of them is the origin.
    const names = new Set(agencies.map(({ outlet: { name } }) => name));
    if (names.size === 1 && agencies[0])
      return worked(agencies[0].outlet.name, 0.7, [fromText('credited', text, range)]);
    const service = names.size === 0 && isThanked(line) && houseWithService(line)?.house;
    if (service && isOther(service))
      return worked(knownOutlet(service)?.name ?? service, 0.6, [
        fromText('a service of its is credited', text, range),
      ]);
  }
  return null;
}

function dateOf({ text, path, leftOut }: Clues, line: Span | null): Fact | null {
  const range = leftOut.find(({ why, start, end }) => why === 'date line' && dayOf(text.slice(start, end)));
  if (range) {
    const day = dayOf(text.slice(range.start, range.end)) as string;
    return {
      ...worked(day, 0.85, [fromText('a line with a date', text, range)]),
      span: { start: range.start, end: range.end },
    };
  }
  const sent = line && dayOf(text.slice(line.start, line.end));
  if (line && sent) return worked(sent, 0.85, [fromText('in the dateline', text, line)]);
  const name = path.replace(/#[^#/]*$/, '');
  const named = dayOf(`/${name}`, 'address');
  return named ? worked(named, 0.7, [{ says: `the file is called ${name}`, from: 'file name' }]) : null;
}

/** The menus of a page are left out as one range; a credit is a line. */
function isLine({ start, end }: Span): boolean {
  return end - start < 500;
}

function worked(value: string, confidence: number, evidence: readonly Evidence[]): Fact {
  return { value, how: 'inferred', confidence, evidence };
}

function fromText(why: string, text: string, { start, end }: Span): Evidence {
  return { says: `${why}: “${text.slice(start, end).replace(/\s+/g, ' ')}”`, from: 'text', span: { start, end } };
}

function tokensOf(name: string): readonly string[] {
  return name.split(/[^\p{L}]+/u).filter((token) => token.length > 2);
}
