import { speakerOf } from '../index/access.ts';
import { wordsOf } from '../search/fold.ts';
import { FIELD_VALUES, QUERY_FIELDS, type QueryField } from '../search/query.ts';
import type { Prompt } from './prompt.ts';
import type { World } from './world.ts';

/** What the word before the cursor can be completed to. */
export interface Completions {
  /** Where that word begins in the prompt's text, in UTF-16 code units; it ends at the cursor. */
  readonly start: number;
  /** What comes in its place, the likeliest first. */
  readonly candidates: readonly Candidate[];
}

/** One of the things that a word can be completed to. */
export interface Candidate {
  /** What is written into the prompt: `speaker:"Vladimir Putin"`. */
  readonly text: string;
  /** What the list shows: `Vladimir Putin`. */
  readonly shown: string;
  /** What tells more of it: how many, a story's label. */
  readonly more: string;
}

/** A value of a field, and what tells more of it. */
type Value = readonly [value: string, more: string];

/** More than these nobody reads; another letter narrows them. */
const MOST = 40;
/** A word this short is no beginning of a field: it is being searched for. */
const LEAST = 2;

/** Completes the names of fields, and after a field its values, as they are in a world. */
export function completerOf(world: World): (prompt: Prompt) => Completions | null {
  const known = new Map<QueryField, readonly Value[]>();
  const valuesOf = (field: QueryField) => {
    const values = known.get(field) ?? valuesIn(world, field);
    known.set(field, values);
    return values;
  };
  return ({ text, cursor }) => {
    const start = wordStart(text.slice(0, cursor));
    const word = text.slice(start, cursor);
    const candidates = valuesFor(word, valuesOf) ?? fieldsFor(word);
    return candidates.length > 0 ? { start, candidates } : null;
  };
}

/** Where the last word begins: blanks inside of quotation marks belong to it. */
function wordStart(before: string): number {
  let start = 0;
  let quoted = false;
  for (let i = 0; i < before.length; i++) {
    if (before[i] === '"') quoted = !quoted;
    else if (!quoted && /\s/.test(before[i] ?? '')) start = i + 1;
  }
  return start;
}

function fieldsFor(word: string): readonly Candidate[] {
  const [, not = '', name = ''] = /^(!?)([a-z]+)$/i.exec(word) ?? [];
  if (name.length < LEAST) return [];
  return QUERY_FIELDS.filter((field) => field.startsWith(name.toLowerCase())).map((field) => ({
    text: `${not}${field}:`,
    shown: `${field}:`,
    more: '',
  }));
}

/** Undefined where the word is no field with a value. */
function valuesFor(word: string, valuesOf: (field: QueryField) => readonly Value[]): readonly Candidate[] | undefined {
  const [, not = '', name = '', typed = ''] = /^(!?)([a-z]+):['^]?"?(.*)$/isu.exec(word) ?? [];
  const field = QUERY_FIELDS.find((known) => known === name.toLowerCase());
  if (!field) return undefined;
  const sought = wordsOf(typed).map(({ folded }) => folded);
  return valuesOf(field)
    .filter(([value]) => isMeant(value, sought))
    .slice(0, MOST)
    .map(([value, more]) => ({ text: `${not}${field}:${quoted(value)}`, shown: value, more }))
    .filter(({ text }) => text !== word);
}

/** Whether each word typed begins one of the value's. */
function isMeant(value: string, sought: readonly string[]): boolean {
  const words = wordsOf(value).map(({ folded }) => folded);
  return sought.every((typed) => words.some((word) => word.startsWith(typed)));
}

/** A value as the query takes it; no value may end its own quotation marks. */
function quoted(value: string): string {
  return /^[\p{L}\p{N}.-]+$/u.test(value) ? value : `"${value.replaceAll('"', ' ').trim()}"`;
}

function valuesIn(world: World, field: QueryField): readonly Value[] {
  const { articles, entities, stories } = world.index;
  switch (field) {
    case 'outlet':
      return counted(articles.map(({ article }) => article.outlet?.value));
    case 'speaker':
      return counted(
        world.links.quotes.map((ref) => {
          const who = speakerOf(world.index, ref);
          return who.kind === 'named' ? who.name : undefined;
        }),
      );
    case 'entity':
      return entities
        .filter(({ hidden }) => !hidden)
        .map(({ name, mentions }) => [name, mentions.length] as const)
        .sort(([, a], [, b]) => b - a)
        .map(([name, mentions]) => [name, `${mentions}`] as const);
    case 'story':
      return stories.map(({ id, label }) => [id, label] as const);
    case 'before':
    case 'after':
      return counted(articles.map(({ article }) => article.date?.value))
        .slice()
        .sort(([a], [b]) => (a < b ? -1 : 1));
    default:
      return (FIELD_VALUES[field] ?? []).map((value) => [value, ''] as const);
  }
}

/** The different ones of some values, the most frequent first. */
function counted(values: readonly (string | undefined)[]): readonly Value[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([value, count]) => [value, `${count}`] as const);
}
