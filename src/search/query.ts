import { fold, wordsOf } from './fold.ts';
import type { How } from './terms.ts';

/** What can be asked of by name, `speaker:putin`. */
export const QUERY_FIELDS = [
  'outlet',
  'speaker',
  'entity',
  'type',
  'kind',
  'story',
  'before',
  'after',
  'on',
  'is',
] as const;
export type QueryField = (typeof QUERY_FIELDS)[number];

/** One word, phrase or field of a query. */
export interface Asked {
  /** Folded. */
  readonly words: readonly string[];
  readonly how: How;
  readonly not: boolean;
  readonly field: QueryField | null;
}

/** What was typed, read. */
export interface Query {
  /** All of them must hold; of each, one of its alternatives. */
  readonly clauses: readonly (readonly Asked[])[];
  /** Why it could not be read, in words for the prompt; it is then searched as plain words. */
  readonly problem: string | null;
}

class Unreadable extends Error {}

/** The fields that take one of a few values. */
export const FIELD_VALUES: Partial<Record<QueryField, readonly string[]>> = {
  type: ['person', 'organization', 'place', 'misc'],
  kind: ['direct', 'mixed', 'indirect'],
  is: ['bookmarked'],
};
const DATE = /^\d{4}(-\d{2}){0,2}$/;

/** Nobody types more characters; each word of more would be looked for in each candidate. */
const LONGEST = 5000;

/**
 * Reads a query: words, all of which must match, in any order; `'exact`, `"a phrase"`, `^start`, `end$`, `!not`;
 * `a | b` for either (it binds tighter than the blank, as in fzf); and fields, `speaker:putin`, `outlet:"new york"`.
 */
export function readQuery(typed: string): Query {
  const text = typed.slice(0, LONGEST);
  try {
    const problem = text === typed ? null : `only its first ${LONGEST} characters are searched`;
    return { clauses: clausesOf(tokensOf(text)), problem };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { clauses: plainWords(text), problem: error.message };
  }
}

/** The words of a text as the query they are, whatever signs stand among them. */
export function plainWords(text: string): readonly (readonly Asked[])[] {
  return wordsOf(text.slice(0, LONGEST)).map(({ folded }) => [
    { words: [folded], how: 'fuzzy', not: false, field: null },
  ]);
}

/** Cuts at blanks outside of quotation marks. */
function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  let from = 0;
  let quoted = false;
  for (let i = 0; i <= text.length; i++) {
    const char = text[i];
    // Inches and the like: a mark inside of a word opens nothing.
    if (char === '"' && (quoted || opens(text.slice(from, i)))) quoted = !quoted;
    if (char !== undefined && (quoted || !/\s/.test(char))) continue;
    if (i > from) tokens.push(text.slice(from, i));
    from = i + 1;
  }
  if (quoted) throw new Unreadable('the phrase has no closing "');
  return tokens;
}

/** Whether a quotation mark after this begins a phrase. */
function opens(before: string): boolean {
  return /^!?([a-z]+:)?['^]?$/i.test(before);
}

function clausesOf(tokens: readonly string[]): readonly (readonly Asked[])[] {
  const clauses: Asked[][] = [];
  let either = false;
  for (const token of tokens) {
    if (token === '|') {
      if (either || clauses.length === 0) throw new Unreadable('| wants a word on both sides');
      either = true;
      continue;
    }
    const asked = readToken(token);
    const last = clauses.at(-1);
    if (either && last) last.push(together(asked));
    else clauses.push(...asked.map((one) => [one]));
    if (asked.length > 0) either = false;
  }
  if (either) throw new Unreadable('| wants a word on both sides');
  return clauses;
}

/** An alternative is one thing: words that a sign holds together become a phrase. */
function together(asked: readonly Asked[]): Asked {
  const [first] = asked;
  if (!first) throw new Unreadable('| wants a word on both sides');
  return asked.length === 1 ? first : { ...first, words: asked.flatMap(({ words }) => words), how: 'phrase' };
}

function readToken(token: string): readonly Asked[] {
  const not = token.length > 1 && token.startsWith('!');
  const rest = not ? token.slice(1) : token;
  const field = fieldOf(rest);
  const unknown = field ? null : FIELD_LIKE.exec(rest);
  if (unknown) throw new Unreadable(`no field is called ${unknown[1]}; there are ${QUERY_FIELDS.join(', ')}`);
  const value = field ? rest.slice(field.length + 1) : rest;
  const start = value.startsWith('^');
  const exact = value.startsWith("'");
  const body = start || exact ? value.slice(1) : value;
  const end = body.length > 1 && body.endsWith('$');
  const inner = end ? body.slice(0, -1) : body;
  const quoted = inner.length > 1 && inner.startsWith('"') && inner.endsWith('"');
  if (field) return [readField(field, not, quoted ? inner.slice(1, -1) : inner, quoted, exact)];
  const words = wordsOf(inner).map(({ folded }) => folded);
  if (words.length === 0) {
    // A dash or a full stop by itself is no mistake, a sign without its word is one.
    if (/^[!'^"$]/.test(token)) throw new Unreadable(`${token} wants a word after it`);
    return [];
  }
  const anchored: How | null = start && end ? 'whole' : start ? 'start' : end ? 'end' : null;
  if (anchored) return [{ words, how: anchored, not, field: null }];
  if (quoted) return [{ words, how: 'phrase', not, field: null }];
  if (exact || not) return [{ words, how: words.length > 1 ? 'phrase' : 'exact', not, field: null }];
  return words.map((word) => ({ words: [word], how: 'fuzzy', not, field: null }));
}

/** A word, a colon and something behind it; an address or a time is no field. */
const FIELD_LIKE = /^([a-z]{2,20}):(?!\/\/)\S/i;

function fieldOf(token: string): QueryField | undefined {
  return QUERY_FIELDS.find((field) => token.toLowerCase().startsWith(`${field}:`));
}

function readField(field: QueryField, not: boolean, value: string, quoted: boolean, exact: boolean): Asked {
  if (value === '') throw new Unreadable(`${field}: wants a value after it`);
  const known = FIELD_VALUES[field];
  if (known) {
    const meant = known.find((name) => name.startsWith(fold(value)));
    if (!meant) throw new Unreadable(`${field}: is one of ${known.join(', ')}`);
    return { words: [meant], how: 'exact', not, field };
  }
  if (field === 'before' || field === 'after' || field === 'on') {
    if (!DATE.test(value)) throw new Unreadable(`${field}: wants a day such as 2021-12-30`);
    return { words: [value], how: 'exact', not, field };
  }
  const words = wordsOf(value).map(({ folded }) => folded);
  if (words.length === 0) throw new Unreadable(`${field}: wants a word after it`);
  return { words, how: quoted || words.length > 1 ? 'phrase' : exact ? 'exact' : 'fuzzy', not, field };
}
