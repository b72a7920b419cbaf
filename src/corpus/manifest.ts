import * as v from 'valibot';
import type { Evidence, Fact } from '../model.ts';
import { isoDay } from './dates.ts';
import { DECLARABLE, type Declarable } from './given.ts';
import { languageTag } from './language-tag.ts';
import { parsedYaml } from './yaml.ts';

/** The names of the file that says what is known of the articles beside it; the first that is there is used. */
export const MANIFESTS: readonly string[] = ['corpus.json', 'corpus.yaml', 'corpus.yml'];

/** Whether a file of this name says what is known of the articles beside it. */
export function isManifest(name: string): boolean {
  return MANIFESTS.includes(name.toLowerCase());
}

const Proof = v.strictObject({
  says: v.pipe(v.string(), v.minLength(1)),
  /** The exact words of the article that say so; without them the proof comes from elsewhere. */
  quote: v.optional(v.pipe(v.string(), v.minLength(1))),
});

const Known = v.union([
  v.pipe(v.string(), v.minLength(1)),
  v.strictObject({
    value: v.pipe(v.string(), v.minLength(1)),
    how: v.optional(v.picklist(['declared', 'inferred']), 'declared'),
    confidence: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 1),
    evidence: v.optional(v.array(Proof), []),
  }),
]);

const Day = v.pipe(
  Known,
  v.check((known) => isoDay(typeof known === 'string' ? known : known.value) !== undefined, 'a day, like 2021-12-29'),
);

const Entry = v.strictObject({
  headline: v.optional(Known),
  byline: v.optional(Known),
  outlet: v.optional(Known),
  origin: v.optional(Known),
  date: v.optional(Day),
  language: v.optional(
    v.pipe(
      v.string(),
      v.check((tag) => languageTag(tag) !== undefined, 'a language tag of BCP 47, like en or en-GB'),
      v.transform((tag) => languageTag(tag) ?? 'und'),
    ),
  ),
});

/** A manifest speaks of files below its folder and of no others. */
const Below = v.pipe(
  v.string(),
  v.check(
    (path) => path !== '' && !/^(?:[/\\]|[a-z]:)/i.test(path) && !path.split(/[/\\]/).includes('..'),
    (issue) => `“${issue.input}” leaves the folder of the manifest; expected a path below it`,
  ),
);

const Manifest = v.strictObject({
  $schema: v.optional(v.string()),
  /** Path below the manifest's folder → what is known of that article; each entry is judged by itself. */
  articles: v.record(v.string(), v.unknown()),
});

export type ManifestEntry = v.InferOutput<typeof Entry>;

/** What a manifest says, by path of the article; and what of it could not be used. */
export interface ManifestRead {
  readonly articles: ReadonlyMap<string, ManifestEntry>;
  readonly problems: readonly string[];
}

/**
 * Reads the text of a manifest, JSON or YAML. An entry with a mistake is left out and its mistakes are named; the others
 * are used.
 *
 * @param name the name of its file
 */
export function readManifest(text: string, name = 'corpus.json'): ManifestRead {
  const isJson = name.endsWith('.json');
  let data: unknown;
  try {
    data = isJson ? JSON.parse(text) : parsedYaml(text);
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    return { articles: new Map(), problems: [`is not ${isJson ? 'JSON' : 'YAML'}: ${why}; ${PASSED_OVER}`] };
  }
  const parsed = v.safeParse(Manifest, data);
  if (!parsed.success)
    return { articles: new Map(), problems: parsed.issues.map((issue) => `${mistake(issue)}; ${PASSED_OVER}`) };
  const articles = new Map<string, ManifestEntry>();
  const problems: string[] = [];
  for (const [path, said] of Object.entries(parsed.output.articles)) {
    const entry = v.safeParse(v.object({ path: Below, entry: Entry }), { path, entry: said });
    if (entry.success) articles.set(path, entry.output.entry);
    else
      for (const issue of entry.issues)
        problems.push(`${mistake(issue, `articles.${path}`)}; the entry was passed over, the rest is used`);
  }
  const more = problems.length - MAX_TOLD;
  return { articles, problems: more > 0 ? [...problems.slice(0, MAX_TOLD), `has ${more} more mistakes`] : problems };
}

export const PASSED_OVER = 'the manifest was passed over';
/** Of one manifest no more mistakes than these are told one by one. */
const MAX_TOLD = 5;

/** Where a mistake is and what was expected there. */
function mistake(issue: v.BaseIssue<unknown>, entry?: string): string {
  const deepest = issue.issues?.at(-1) ?? issue;
  const at = v.getDotPath(deepest) ?? v.getDotPath(issue);
  const where = entry === undefined ? at : at?.replace(/^(?:path|entry)/, () => entry);
  return `${where ?? 'the whole'}: ${deepest.message}`;
}

/**
 * The facts of an entry, each proof with its place in the article's text.
 *
 * @returns the facts, and a sentence for each quoted proof that the text does not hold
 */
export function factsOf(
  entry: ManifestEntry,
  text: string,
): { readonly facts: Partial<Record<Declarable, Fact>>; readonly problems: readonly string[] } {
  const facts: Partial<Record<Declarable, Fact>> = {};
  const problems: string[] = [];
  for (const name of DECLARABLE) {
    const known = entry[name];
    if (known === undefined) continue;
    if (typeof known === 'string') {
      facts[name] = {
        value: known,
        how: 'declared',
        confidence: 1,
        evidence: [{ says: 'the manifest', from: 'manifest' }],
      };
      continue;
    }
    const evidence = known.evidence.flatMap(({ says, quote }): Evidence[] => {
      if (quote === undefined) return [{ says, from: 'outside' }];
      const start = text.indexOf(quote);
      if (start >= 0) return [{ says, from: 'text', span: { start, end: start + quote.length } }];
      problems.push(`${name}: the article does not say “${quote}”`);
      return [];
    });
    facts[name] = { value: known.value, how: known.how, confidence: known.confidence, evidence };
  }
  return { facts, problems };
}
