import type { Index } from '../index/access.ts';
import { quoteAt } from '../index/access.ts';
import type { Quote, Span } from '../model.ts';
import { MOST_BESIDE, type Rewording, rewording, type Stretch } from './pieces.ts';
import type { ComparisonRow } from './row.ts';

/** A reason to think that an article's words are not those that were written or said. */
interface Sign {
  readonly kind: 'reworded quotes' | 'broken sentences' | 'reworded copy';
  /** Where it shows, in the article itself. */
  readonly spans: readonly Span[];
  /** The articles whose words it was held against. */
  readonly against: readonly number[];
}

/** An article that looks like a spun or translated copy: where it differs from others, they are the better witness. */
export interface Degraded {
  readonly article: number;
  readonly signs: readonly Sign[];
  /** 0 to 1. */
  readonly confidence: number;
}

/** A stretch is reworded when it replaces this share of the words that it might have kept. */
const REPLACED = 0.12;
/** Stretches that share fewer words say nothing of rewording. */
const FEWEST_KEPT = 4;
/** Quotes are the words of the speaker: to reword so many, and such a share of those that others have, is no slip. */
const REWORDED_QUOTES = 2;
const REWORDED_SHARE = 0.5;
/** Stops in the middle of a sentence, "said a senior official. of the administration. speaking": so many are no slip. */
const BROKEN = 2;
const STRAY_STOP = /\p{Ll}{5}\. (?:,|\p{Ll})/gu;
/** A copy tells so much of what it tells as another does, in the same order, and in other words. */
const COPIED_SHARE = 0.7;
const COPIED_ROWS = 8;
const IN_ORDER = 0.85;

/** The articles of a comparison that look like degraded copies, by its rows. */
export function degradedAmong(
  index: Index,
  articles: readonly number[],
  rows: readonly ComparisonRow[],
): readonly Degraded[] {
  const partners = partnersOf(articles.length, rows);
  return articles.flatMap((article, column): readonly Degraded[] => {
    const broken = brokenSentences(index, article);
    const copies = (partners[column] ?? []).flatMap(
      (other) => rewordedCopy(index, articles, column, other, rows) ?? [],
    );
    // Quotes translated from one language by two outlets differ too: reworded quotes alone do not tell who reworded.
    if (copies.length === 0 && !broken) return [];
    const quotes = rewordedQuotes(index, articles, column, rows);
    if (copies.length === 0 && !quotes) return [];
    const signs = [quotes, broken, ...copies].filter((sign) => sign !== null);
    return [{ article, signs, confidence: Math.min(0.95, 0.3 + 0.25 * signs.length) }];
  });
}

/** Per column, the others that share enough rows with it for one to be a copy of the other. */
function partnersOf(columns: number, rows: readonly ComparisonRow[]): readonly (readonly number[])[] {
  const shared: Map<number, number>[] = Array.from({ length: columns }, () => new Map());
  for (const { cells } of rows) {
    const filled = cells.flatMap((its, column) => (its.length > 0 ? [column] : []));
    for (const a of filled) for (const b of filled) if (a !== b) shared[a]!.set(b, (shared[a]!.get(b) ?? 0) + 1);
  }
  return shared.map((its) => [...its].filter(([, count]) => count >= COPIED_ROWS).map(([other]) => other));
}

/** Whether an article's quotes are mostly worded otherwise than in every other article that has them. */
function rewordedQuotes(
  index: Index,
  articles: readonly number[],
  column: number,
  rows: readonly ComparisonRow[],
): Sign | null {
  const spans: Span[] = [];
  const against = new Set<number>();
  let [shared, reworded] = [0, 0];
  for (const { kind, agreement, cells } of rows) {
    if (kind !== 'utterance' || agreement === 'only' || cells[column]!.length === 0) continue;
    const said = cells.map((its) =>
      its.flatMap(({ quote }) => (quote ? inMarks(index, quote.article, quoteAt(index, quote)) : [])),
    );
    const own = said[column] ?? [];
    if (own.length === 0) continue;
    const judged = said.flatMap((other, c) => {
      const { kept, replaced } = together(own, c === column ? [] : other);
      return kept < FEWEST_KEPT ? [] : [{ article: articles[c]!, reworded: isReworded({ kept, replaced }) }];
    });
    if (judged.length === 0) continue;
    shared++;
    if (judged.some((its) => !its.reworded)) continue;
    reworded++;
    spans.push(...own.map(({ span }) => span));
    for (const { article } of judged) against.add(article);
  }
  const telling = reworded >= REWORDED_QUOTES && reworded >= REWORDED_SHARE * shared;
  return telling ? { kind: 'reworded quotes', spans, against: [...against] } : null;
}

/** Each stretch beside the one of the other column that keeps most of it. */
function together(own: readonly Stretch[], other: readonly Stretch[]): Rewording {
  let kept = 0;
  let replaced = 0;
  for (const stretch of own.slice(0, MOST_BESIDE)) {
    const best = other
      .slice(0, MOST_BESIDE)
      .map((its) => rewording(stretch, its))
      .sort((a, b) => b.kept - a.kept)[0];
    kept += best?.kept ?? 0;
    replaced += best?.replaced ?? 0;
  }
  return { kept, replaced };
}

function isReworded({ kept, replaced }: Rewording): boolean {
  return replaced >= REPLACED * (kept + replaced);
}

/** What of a quote stands in quotation marks: the rest is the article's own words. */
function inMarks(
  index: Index,
  article: number,
  quote: Quote,
): readonly { readonly text: string; readonly span: Span }[] {
  const text = index.articles[article]?.article.text ?? '';
  if (quote.kind === 'indirect') return [];
  if (quote.kind === 'direct') return quote.spans.map((span) => ({ text, span }));
  const marked = text.slice(quote.start, quote.end + 1).matchAll(/[“"]([^“”"]+)/g);
  return Array.from(marked, ({ index: at, 1: words = '' }) => {
    const start = quote.start + at + 1;
    return { text, span: { start, end: Math.min(quote.end, start + words.length) } };
  });
}

function brokenSentences(index: Index, article: number): Sign | null {
  const annotated = index.articles[article];
  if (!annotated) return null;
  const { text, paragraphs } = annotated.article;
  const spans = paragraphs.flatMap(({ start, end }) =>
    Array.from(text.slice(start, end).matchAll(STRAY_STOP), ({ index: at, 0: { length } }) => ({
      start: start + at,
      end: start + at + length,
    })),
  );
  return spans.length >= BROKEN ? { kind: 'broken sentences', spans, against: [] } : null;
}

/** Whether an article tells mostly what another does, in its order but in other words. */
function rewordedCopy(
  index: Index,
  articles: readonly number[],
  column: number,
  other: number,
  rows: readonly ComparisonRow[],
): Sign | null {
  const told = rows.filter(({ kind, cells }) => kind !== 'figure' && cells[column]!.length > 0);
  const shared = told.filter(({ cells }) => cells[other]!.length > 0);
  if (shared.length < COPIED_ROWS || shared.length < COPIED_SHARE * told.length) return null;
  const places = shared
    .map(({ cells }) => ({ here: cells[column]![0]!.span.start, there: cells[other]![0]!.span.start }))
    .sort((a, b) => a.here - b.here);
  const inOrder = places.slice(1).filter(({ there }, i) => there > places[i]!.there).length / (places.length - 1);
  if (inOrder < IN_ORDER) return null;
  const stretches = (c: number) => {
    const text = index.articles[articles[c]!]?.article.text ?? '';
    return shared.map(({ cells }) => cells[c]!.map(({ span }) => ({ text, span })));
  };
  const theirs = stretches(other);
  let [kept, replaced] = [0, 0];
  stretches(column).forEach((own, i) => {
    const row = together(own, theirs[i]!);
    kept += row.kept;
    replaced += row.replaced;
  });
  if (!isReworded({ kept, replaced })) return null;
  return {
    kind: 'reworded copy',
    spans: shared.flatMap(({ cells }) => cells[column]!.map(({ span }) => span)),
    against: [articles[other]!],
  };
}
