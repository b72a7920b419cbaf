import { readFileSync, statSync } from 'node:fs';
import * as v from 'valibot';
import type { ConfigFile } from './config-files.ts';

/** A file larger than this was not written by hand. */
const LARGEST = 1 << 16;

const Text = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const Cells = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000));
const Size = v.strictObject({ columns: Cells, rows: Cells });

/** What also a stranger may set: nothing that a reader could not see and undo. */
const STRANGERS = {
  $schema: v.optional(Text),
  theme: v.optional(Text),
  keys: v.optional(
    v.record(
      Text,
      v.pipe(
        v.union([Text, v.array(Text)]),
        v.transform((keys): readonly string[] => (typeof keys === 'string' ? [keys] : keys)),
      ),
    ),
  ),
  /** Patterns as in .gitignore, relative to the folder. */
  exclude: v.optional(v.array(Text)),
};
const Strangers = v.strictObject(STRANGERS);
const Own = v.strictObject({
  ...STRANGERS,
  sort: v.optional(v.strictObject({ sources: v.optional(Text), entities: v.optional(Text), quotes: v.optional(Text) })),
  sizes: v.optional(v.strictObject({ wide: v.optional(Size), square: v.optional(Size) })),
});

/** What a file of settings says. */
type Config = v.InferOutput<typeof Own>;

/** A file of settings as it was read, or in words what is wrong with it: each with its path in the file. */
export type ConfigRead = { readonly config: Config } | { readonly mistakes: readonly string[] };

/** Reads a file of settings. */
export function readConfig({ file, whose }: ConfigFile): ConfigRead {
  let data: unknown;
  try {
    const info = statSync(file);
    // A pipe would be waited for.
    if (!info.isFile()) return { mistakes: ['is not a file'] };
    if (info.size > LARGEST) return { mistakes: [`is larger than ${LARGEST / 1024} kB`] };
    data = JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    return { mistakes: [`is not to be read as JSON: ${error instanceof Error ? error.message : String(error)}`] };
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return { mistakes: ['the whole: an object is expected, { "theme": … }'] };
  const schema: v.GenericSchema<unknown, Config> = whose === 'user' ? Own : Strangers;
  const parsed = v.safeParse(schema, data);
  return parsed.success ? { config: parsed.output } : { mistakes: parsed.issues.map((issue) => mistake(issue, whose)) };
}

function mistake(issue: v.BaseIssue<unknown>, whose: ConfigFile['whose']): string {
  const deepest = issue.issues?.at(-1) ?? issue;
  const [outer, inner] = [v.getDotPath(issue), deepest === issue ? null : v.getDotPath(deepest)];
  const path = [outer, inner].filter((part) => part !== null).join('.') || 'the whole';
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const { entries } = whose === 'user' ? Own : Strangers;
    const known = Object.keys(entries).filter((name) => !name.startsWith('$'));
    const inner = path.includes('.')
      ? ''
      : `; ${whose === 'user' ? 'there are' : 'beside articles there may be'} ${known.join(', ')}`;
    return `${path}: is no setting${inner}`;
  }
  return `${path}: ${deepest.message}`;
}
