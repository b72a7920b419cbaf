import { type Cell, type Comparison, type ComparisonRow, compareArticles } from '../../compare/comparison.ts';
import { type Index, speakerOf, textAt } from '../../index/access.ts';
import type { Story } from '../../model.ts';
import { articlesSearched, holding, type Request, type SideBySide } from '../request.ts';
import { outletOf, placeOf, type Row } from './row.ts';

/** The story that is compared: the one asked for, else the largest of which an article is searched. */
function storyCompared({ index, chosen, story }: Request): Story | null {
  return story ?? index.stories.find(({ articles }) => articles.some(chosen.searched)) ?? null;
}

/** The story's articles side by side, with the rows that are asked for; `null` where there is nothing to compare. */
export function comparisonAsked(request: Request): SideBySide | null {
  const { index, compared } = request;
  if (compared) return compared;
  const story = storyCompared(request);
  if (!story) return null;
  const comparison = compareArticles(index, articlesSearched({ ...request, story }));
  const textOf = ({ cells }: ComparisonRow) =>
    cells
      .flat()
      .map(({ article, span }) => textAt(index, article, span))
      .join('\n');
  const asked = (rows: readonly ComparisonRow[]) => holding(rows, request, textOf);
  return {
    story,
    comparison: { ...comparison, rows: asked(comparison.rows), speakers: asked(comparison.speakers) },
  };
}

/**
 * Rows of the story's comparison in order of the telling, then those of its speakers; a member is what one article has
 * of the row, of a speaker each quote.
 */
export function* comparisonRows(request: Request): Generator<Row> {
  const { index } = request;
  const asked = comparisonAsked(request);
  if (!asked) return;
  const { story, comparison } = asked;
  for (const [i, row] of [...comparison.rows, ...comparison.speakers].entries()) {
    const members = row.cells.flat();
    yield {
      story: story?.id ?? null,
      row: i + 1,
      kind: row.kind,
      agreement: row.agreement,
      verdict: row.verdict ?? null,
      confidence: row.confidence,
      articles: new Set(members.map(({ article }) => article)).size,
      suspects: (row.suspects ?? []).map((article) => index.articles[article]?.article.path),
      speaker: row.speaker ?? null,
      members: members.map((cell) => member(index, comparison, cell)),
    };
  }
}

function member(index: Index, { articles, together }: Comparison, { article, span, pieces, quote }: Cell): Row {
  const copies = together[articles.indexOf(article)]?.slice(1) ?? [];
  return {
    ...placeOf(index, article, span),
    outlet: outletOf(index, article),
    speaker: quote && speakerOf(index, quote).name,
    copies: copies.map((copy) => index.articles[copy]?.article.path),
    pieces: pieces.map(({ start, end, same }) => ({ start, end, same })),
  };
}
