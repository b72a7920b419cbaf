import { type Article, ENTITY_TYPES, type Tokens } from '../../model.ts';
import { type Elsewhere, elsewhereOf } from './elsewhere.ts';
import type { Chunk } from './labels.ts';

const PERSON = ENTITY_TYPES.indexOf('person');
const PLACE = ENTITY_TYPES.indexOf('place');
/** Agencies that put a stroke and the photographer's name behind theirs: "REUTERS/Ada Orsolo". */
const AGENCIES = new Set(['reuters', 'afp', 'photo', 'epa', 'efe', 'ap']);
/** What else stands behind the stroke. */
const NOBODY = new Set('photo file illustration handout pool via getty images staff stringer reuters'.split(' '));
/** A town of one word in fewer letters may be an acronym; in more words it is none. */
const SHORTEST_TOWN = 4;
const LONGEST_TOWN = 3;
/** What ends a credit. */
const ENDS = new Set(['/', '(', ')', ']', '']);
/** Who did what, in the line that ends an agency's text: "Reporting by Ada Orsolo Editing by Ben Okafor". */
const WORK = new Set('reporting writing editing compiled compiling graphic graphics translated translation'.split(' '));

/**
 * Reads the names of those who made an article out of its credits, where text was pasted without its line breaks: a
 * photographer is two words with a capital behind the agency's stroke, unless the credit ends behind more, and what
 * follows them is a name only where the article gives it elsewhere; a writer's name ends where "Editing by" begins; and
 * what stands in capitals before the agency in brackets is a town.
 */
export function fromCredits(chunks: readonly Chunk[], article: Article, tokens: Tokens): readonly Chunk[] {
  const word = (i: number) => (i < 0 || i >= tokens.count ? '' : article.text.slice(tokens.start[i]!, tokens.end[i]!));
  const elsewhere = elsewhereOf(chunks, article, tokens);
  const out: Chunk[] = [];
  let from = 0;
  for (const chunk of chunks) {
    missed(from, chunk.first);
    from = chunk.end;
    if (chunk.type !== PERSON && isTownAt(chunk.first, chunk.end, word)) out.push({ ...chunk, type: PLACE });
    else if (!isCreditAt(chunk.first, word)) out.push(withoutWork(chunk, word));
    else for (const part of credited(chunk, word, elsewhere)) out.push(part);
  }
  missed(from, tokens.count);
  return out;

  /** Photographers and the towns of datelines that the tagger missed. */
  function missed(low: number, high: number): void {
    for (let i = low; i < high; i++) {
      if (i + 2 <= high && isCreditAt(i, word) && ENDS.has(word(i + 2)))
        out.push({ first: i, end: i + 2, type: PERSON });
      if (isTownAt(i, i + 1, word)) out.push({ first: i, end: i + 1, type: PLACE });
    }
  }
}

/** A photographer's two words, and what the chunk holds beside them. */
function credited({ first, end, type }: Chunk, word: (i: number) => string, elsewhere: Elsewhere): readonly Chunk[] {
  if (end - first < 2) return [{ first, end, type }];
  if (end - first === 2 || ENDS.has(word(end))) return [{ first, end, type: PERSON }];
  const rest = elsewhere.typeOf(first + 2, end);
  const name = { first, end: first + 2, type: PERSON };
  return rest === undefined ? [name] : [name, { first: first + 2, end, type: rest }];
}

function isCreditAt(i: number, word: (i: number) => string): boolean {
  if (word(i - 1) !== '/' || !AGENCIES.has(word(i - 2).toLowerCase())) return false;
  return [word(i), word(i + 1)].every((own) => /^\p{Lu}[\p{L}.’'-]+$/u.test(own) && !NOBODY.has(own.toLowerCase()));
}

/** "PARIS (Reuters) -" */
function isTownAt(first: number, end: number, word: (i: number) => string): boolean {
  if (word(end) !== '(' || word(end + 2) !== ')' || !/^[-–—]$/.test(word(end + 3))) return false;
  if (!AGENCIES.has(word(end + 1).toLowerCase()) || end - first > LONGEST_TOWN) return false;
  for (let i = first; i < end; i++) if (!/^\p{Lu}{2,}$/u.test(word(i))) return false;
  return end - first > 1 || word(first).length >= SHORTEST_TOWN;
}

function withoutWork({ first, end, type }: Chunk, word: (i: number) => string): Chunk {
  const last = end - 1;
  return last > first && WORK.has(word(last).toLowerCase()) && word(end) === 'by'
    ? { first, end: last, type }
    : { first, end, type };
}
