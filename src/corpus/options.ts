import { type FieldMap, RECORD_FIELDS, type RecordField } from './given.ts';
import type { Limits } from './limits.ts';
import type { ReadOptions } from './read.ts';

/** The flags of the command line that say how a corpus is read. */
export const READING_FLAGS = {
  map: { type: 'string', isMultiple: true },
  exclude: { type: 'string', isMultiple: true },
  maxSize: { type: 'string' },
  maxFiles: { type: 'string' },
  maxArticles: { type: 'string' },
} as const;

interface Flags {
  readonly map?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
  readonly maxSize?: string | undefined;
  readonly maxFiles?: string | undefined;
  readonly maxArticles?: string | undefined;
}

/** The options that flags ask for, or what is wrong with them, in words. */
export function readingOptions(flags: Flags): ReadOptions | string {
  const map = mapOf(flags.map ?? []);
  if (typeof map === 'string') return map;
  const limits: { -readonly [name in keyof Limits]?: Limits[name] } = {};
  for (const [flag, given, name, unit] of [
    ['--max-size', flags.maxSize, 'fileBytes', 1024 * 1024],
    ['--max-files', flags.maxFiles, 'files', 1],
    ['--max-articles', flags.maxArticles, 'articles', 1],
  ] as const) {
    if (given === undefined) continue;
    const number = Number(given);
    if (!(number > 0) || !Number.isFinite(number)) return `${flag} is a number above 0; not ${given}`;
    limits[name] = number * unit;
  }
  return { map, limits, exclude: flags.exclude ?? [] };
}

/** `headline=title,text=body` → which field is which. */
function mapOf(given: readonly string[]): FieldMap | string {
  const map: Partial<Record<RecordField, string[]>> = {};
  for (const pair of given.flatMap((words) => words.split(','))) {
    const [field, name] = [pair.slice(0, pair.indexOf('=')).trim(), pair.slice(pair.indexOf('=') + 1).trim()];
    const known = RECORD_FIELDS.find((candidate) => candidate === field);
    if (!known || name === '' || !pair.includes('='))
      return `--map is FACT=FIELD, and FACT one of ${RECORD_FIELDS.join(', ')}; not ${pair}`;
    map[known] = [...(map[known] ?? []), name];
  }
  return map;
}
