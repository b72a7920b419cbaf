import { type Article, ENTITY_TYPES, type Tokens } from '../../model.ts';
import { COUNTRIES } from './countries.ts';
import type { Chunk } from './labels.ts';

const PERSON = ENTITY_TYPES.indexOf('person');
const PLACE = ENTITY_TYPES.indexOf('place');
const MISC = ENTITY_TYPES.indexOf('misc');
/** What may follow the town of a dateline: "PARIS (Reuters) -", "WILMINGTON, Del. -". */
const AFTER_TOWN = new Set(['(', ',', '-', '–', '—']);
/** Words of a credit that are nobody's name: "REUTERS / File Photo BERLIN". */
const CREDIT = new Set(['photo', 'file', 'illustration', 'handout', 'pool', 'via']);
/** Fewer letters in capitals may be an acronym. */
const SHORTEST_TOWN = 4;

/**
 * Takes apart names that run into one another where text was pasted without its line breaks: a photographer and the
 * town of the dateline ("Ada Orsolo PARIS (Reuters)"), a heading in capitals and the sentence after it ("ADA ORSOLO
 * Orsolo was ...", "ITALY Italians may ..."), told by the change between capitals and ordinary writing; and two places in one.
 */
export function splitRunTogether(chunks: readonly Chunk[], article: Article, tokens: Tokens): readonly Chunk[] {
  const word = (i: number) => (i < 0 || i >= tokens.count ? '' : article.text.slice(tokens.start[i]!, tokens.end[i]!));
  const lengthOf = (first: number, end: number) => tokens.end[end - 1]! - tokens.start[first]!;
  return chunks.flatMap((chunk): readonly Chunk[] => {
    const { first, end, type } = chunk;
    if (end - first < 2) return [chunk];
    if (type === PLACE) return splitPlaces(chunk, word);
    let town = end;
    while (town > first && isShouted(word(town - 1))) town--;
    if (town > first && town < end && lengthOf(town, end) >= SHORTEST_TOWN && AFTER_TOWN.has(word(end))) {
      const place = { first: town, end, type: PLACE };
      let credited = type === PERSON || word(first - 1) === '/';
      for (let i = first; i < town; i++) credited &&= !CREDIT.has(word(i).toLowerCase());
      return credited ? [{ first, end: town, type: PERSON }, place] : [place];
    }
    let heading = first;
    while (heading < end && isShouted(word(heading))) heading++;
    // "via REUTERS PARIS (Reuters)"
    if (heading === end && word(end) === '(' && word(first).toLowerCase() === word(end + 1).toLowerCase())
      return [
        { first, end: first + 1, type },
        { first: first + 1, end, type: PLACE },
      ];
    if (heading === first || heading === end) return [chunk];
    const name = article.text.slice(tokens.start[first]!, tokens.end[heading - 1]!).toLowerCase();
    const again = word(heading - 1).toLowerCase() === word(end - 1).toLowerCase();
    if (heading >= first + 2 && (type === PERSON || again))
      return [
        { first, end: heading, type: again ? PERSON : type },
        { first: heading, end, type: again ? PERSON : type },
      ];
    if (heading < first + 2 && lengthOf(first, heading) < SHORTEST_TOWN) return [chunk];
    return COUNTRIES.names.has(name) ? headedByCountry(chunk, heading, word) : [chunk];
  });
}

/** "ITALY Italians may travel": the heading, and the people that the sentence begins with. */
function headedByCountry({ first, end }: Chunk, heading: number, word: (i: number) => string): readonly Chunk[] {
  const place = { first, end: heading, type: PLACE };
  const from = word(heading).toLowerCase() === 'the' ? heading + 1 : heading;
  const isPeople = end - from === 1 && COUNTRIES.peoples.has(word(from).toLowerCase());
  return isPeople ? [place, { first: from, end, type: MISC }] : [place];
}

/** Two places in one: "Wilmington, Del.", and "Washington and Kyiv" where both are countries or their capitals. */
function splitPlaces({ first, end, type }: Chunk, word: (i: number) => string): readonly Chunk[] {
  for (let i = first + 1; i < end - 1; i++) {
    const sides = [
      { first, end: i, type },
      { first: i + 1, end, type },
    ];
    const known = sides.every((side) => {
      const name = Array.from({ length: side.end - side.first }, (_, k) => word(side.first + k).toLowerCase()).join(
        ' ',
      );
      return COUNTRIES.names.has(name) || COUNTRIES.seats.has(name);
    });
    if (word(i) === ',' || (word(i) === 'and' && known)) return sides;
  }
  return [{ first, end, type }];
}

/** Whether a word is in capitals, and no initial. */
function isShouted(word: string): boolean {
  return word.length > 2 && word === word.toUpperCase() && word !== word.toLowerCase() && !word.includes('.');
}
