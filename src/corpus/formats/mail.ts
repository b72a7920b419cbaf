import PostalMime from 'postal-mime';
import type { Fact } from '../../model.ts';
import { isoDay } from '../dates.ts';
import type { Facts, Given, Piece, Source } from '../given.ts';
import { laidOut } from '../record.ts';

/** A letter (RFC 5322): a newsletter is an article by its sender. */
export async function* readLetter({ bytes }: Source): AsyncGenerator<Piece> {
  yield await letter(bytes);
}

/** A box of letters (RFC 4155): each starts with a line "From sender date" after an empty line. */
export async function* readMailbox({ bytes }: Source): AsyncGenerator<Piece> {
  // Latin-1 keeps every byte as one character, so that each letter is decoded by what it declares.
  const box = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const starts = [...box.matchAll(/(?:^|\r?\n\r?\n)From [^\r\n]{1,300}\r?\n/g)];
  for (const [i, start] of starts.entries()) {
    const end = starts[i + 1]?.index ?? box.length;
    const content = box.slice(start.index + start[0].length, end).replace(/^>(>{0,20}From )/gm, '$1');
    yield await letter(Buffer.from(content, 'latin1'), String(i + 1));
  }
}

/** No letter has more parts; each takes memory of its own, however short it is. */
const MOST_PARTS = 10_000;

/** Whether so many lines may begin a part that none can have been written to be read. */
function hasTooManyParts(bytes: Uint8Array): boolean {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let parts = 0;
  for (let at = content.indexOf('\n--'); at >= 0; at = content.indexOf('\n--', at + 1))
    if (++parts > MOST_PARTS) return true;
  return false;
}

async function letter(bytes: Uint8Array, part?: string): Promise<Piece> {
  const which = part === undefined ? 'the letter' : `letter ${part}`;
  if (hasTooManyParts(bytes)) return { trouble: `${which} has more than ${MOST_PARTS} parts; it was passed over` };
  let mail: Awaited<ReturnType<typeof PostalMime.parse>>;
  try {
    mail = await PostalMime.parse(bytes);
  } catch (error) {
    return { trouble: `${which} could not be read (${error instanceof Error ? error.message : error})` };
  }
  // The HTML is what its readers saw; the plain part is often a stub that points to it.
  const text = mail.html && mail.html.trim() !== '' ? mail.html : mail.text;
  if (!text || text.trim() === '') return { trouble: `${which} holds no text; it was passed over` };
  const facts: Facts = {};
  const declare = (name: keyof Facts, value: string | undefined, header: string, confidence = 1) => {
    const said: Fact['evidence'] = [{ says: `the header ${header}`, from: 'field' }];
    if (value) facts[name] = { value, how: confidence < 1 ? 'inferred' : 'declared', confidence, evidence: said };
  };
  declare('headline', mail.subject?.trim(), 'Subject');
  declare('date', isoDay(mail.date) ?? isoDay(new Date(mail.date ?? '')), 'Date');
  declare('outlet', mail.from?.name?.trim() || mail.from?.address, 'From', 0.8);
  const given: Given = {
    ...(await laidOut(text)),
    facts,
    textIs: `the ${text === mail.html ? 'HTML' : 'text'} of ${which}`,
    ...(part === undefined ? {} : { part }),
  };
  return given;
}
