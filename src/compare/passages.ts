import type { Index } from '../index/access.ts';
import type { Passage, ReportedEvent } from '../index/events.ts';
import { mapped, type Paused } from '../index/paused.ts';
import { spansOfWords } from '../index/terms/words.ts';
import type { Span } from '../model.ts';
import { overlapping } from './overlapping.ts';
import { type ComparisonRow, type Part, rowOf } from './row.ts';

/** A sentence that quotes cover to this share is told by the rows of utterances. */
const QUOTED = 0.6;
/** A lone run of fewer words is a heading or a scrap of a broken sentence. */
const FEWEST = 5;

/**
 * One row for each happening that several of the articles report, and one for each run of sentences that only one
 * has. What the rows of utterances already set side by side is left to them: a happening that is one utterance, and a
 * lone sentence that is a quote.
 */
export function* passageRows(
  index: Index,
  articles: readonly number[],
  events: readonly ReportedEvent[],
): Paused<readonly ComparisonRow[]> {
  const told = new Set<string>();
  for (const { passages } of events)
    for (const { article, firstSentence, endSentence } of passages)
      for (let sentence = firstSentence; sentence < endSentence; sentence++) told.add(`${article} ${sentence}`);
  const quotesOf = new Map(articles.map((article) => [article, quotesIn(index, article)]));
  const shared = yield* mapped(
    events.filter(({ passages }) => !isOneUtterance(index, passages, quotesOf)),
    ({ passages, confidence }) => rowOf(index, articles, 'passage', passages.map(partOf), confidence),
  );
  const lone = yield* mapped(articles, (article) =>
    loneRuns(index, article, (sentence) => told.has(`${article} ${sentence}`), quotesOf).map((part) =>
      rowOf(index, articles, 'passage', [part], 1),
    ),
  );
  return [...shared, ...lone.flat()];
}

function partOf({ article, start, end }: Passage): Part {
  return { article, span: { start, end }, quote: null };
}

/** Whether the passages are quotes of one utterance and little else. */
function isOneUtterance(index: Index, passages: readonly Passage[], quotesOf: QuotesOf): boolean {
  const utterances = passages.map((passage) => {
    const { covered, longest } = quotesOf.get(passage.article)!(passage);
    return covered >= QUOTED && longest !== null ? (index.utteranceOf[passage.article]?.[longest] ?? -1) : -1;
  });
  return utterances[0] !== -1 && utterances.every((utterance) => utterance === utterances[0]);
}

/** The share of a stretch that quotes cover, and the quote that covers most of it. */
type QuotesIn = (stretch: Span) => { readonly covered: number; readonly longest: number | null };
type QuotesOf = ReadonlyMap<number, QuotesIn>;

function quotesIn(index: Index, article: number): QuotesIn {
  const quotes = index.articles[article]?.annotations.quotes ?? [];
  const found = overlapping(quotes);
  return ({ start, end }) => {
    let covered = 0;
    let most = 0;
    let longest: number | null = null;
    for (const quote of found({ start, end })) {
      let its = 0;
      for (const span of quotes[quote]!.spans)
        its += Math.max(0, Math.min(end, span.end) - Math.max(start, span.start));
      covered += its;
      if (its > most) {
        most = its;
        longest = quote;
      }
    }
    return { covered: covered / Math.max(1, end - start), longest };
  };
}

/** Runs of sentences within one paragraph of the body that no other article tells, and that are no quotes. */
function loneRuns(
  index: Index,
  article: number,
  told: (sentence: number) => boolean,
  quotesOf: QuotesOf,
): readonly Part[] {
  const annotated = index.articles[article];
  if (!annotated) return [];
  const runs: { span: Span; paragraph: number; last: number }[] = [];
  annotated.annotations.sentences.forEach(({ start, end, paragraph }, sentence) => {
    if (annotated.article.paragraphs[paragraph]?.kind === 'headline' || told(sentence)) return;
    if (quotesOf.get(article)!({ start, end }).covered >= QUOTED) return;
    const run = runs.at(-1);
    if (run?.paragraph === paragraph && run.last === sentence - 1)
      runs[runs.length - 1] = { span: { start: run.span.start, end }, paragraph, last: sentence };
    else runs.push({ span: { start, end }, paragraph, last: sentence });
  });
  const { text } = annotated.article;
  return runs
    .filter(({ span }) => spansOfWords(text, span).length >= FEWEST)
    .map(({ span }) => ({ article, span, quote: null }));
}
