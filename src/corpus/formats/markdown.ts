import { isoDay } from '../dates.ts';
import type { Declarable, Facts, Given } from '../given.ts';
import { languageTag } from '../language-tag.ts';
import { parsedYaml } from '../yaml.ts';
import { readText } from './text.ts';

const OPENING = /^---[ \t]*\r?\n/;
const CLOSING = /\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** Nobody declares more; each value of YAML takes some hundred bytes. */
const LONGEST_FRONT = 100_000;

/** The names under which front matter gives each fact (Hugo, Jekyll, Pandoc, Obsidian's web clipper). */
const NAMES: Readonly<Record<Declarable, readonly string[]>> = {
  headline: ['headline', 'title'],
  byline: ['byline', 'author', 'authors'],
  outlet: ['outlet', 'publisher', 'site', 'site_name', 'publication'],
  origin: ['origin', 'agency'],
  date: ['date', 'published', 'date_published', 'publishDate'],
};

/** Markdown: YAML front matter between `---` lines declares the facts; the rest is the article. */
export function readMarkdown(text: string): Given[] {
  const opening = OPENING.exec(text);
  const closing = opening && CLOSING.exec(text.slice(opening[0].length - 1));
  if (!opening || !closing) return readText(text);
  const from = opening[0].length;
  const end = from - 1 + closing.index + closing[0].length;
  const rest = {
    text,
    body: { start: end, end: text.length },
    leftOut: [{ start: 0, end, why: 'front matter' as const }],
  };
  const front = text.slice(from, from - 1 + closing.index + 1);
  if (front.length > LONGEST_FRONT)
    return [
      {
        ...rest,
        facts: {},
        trouble: `its front matter is longer than ${LONGEST_FRONT} characters; it was passed over`,
      },
    ];
  let fields: unknown;
  try {
    fields = parsedYaml(front);
  } catch (error) {
    return [{ ...rest, facts: {}, trouble: `its front matter is not YAML (${firstLine(error)}); it was passed over` }];
  }
  if (typeof fields !== 'object' || fields === null) return [{ ...rest, facts: {} }];
  const map = new Map(Object.entries(fields));
  const facts: Facts = {};
  for (const [fact, names] of Object.entries(NAMES) as [Declarable, readonly string[]][]) {
    const name = names.find((candidate) => map.has(candidate));
    const value = name === undefined ? undefined : asText(map.get(name), fact);
    if (name === undefined || value === undefined) continue;
    facts[fact] = {
      value,
      how: 'declared',
      confidence: 1,
      evidence: [{ says: `front matter: ${name}`, from: 'text', span: { start: 0, end } }],
    };
  }
  const language = languageTag(map.get('language') ?? map.get('lang'));
  return [{ ...rest, facts, ...(language ? { language } : {}) }];
}

function asText(value: unknown, fact: Declarable): string | undefined {
  if (fact === 'date') return isoDay(value);
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string').join(', ') || undefined;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}
