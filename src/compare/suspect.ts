import type { Index } from '../index/access.ts';
import { spansOfWords } from '../index/terms/words.ts';
import type { Degraded } from './degraded.ts';
import type { Cell, ComparisonRow } from './row.ts';

/** Words that turn a sentence round: a copy that loses one says the opposite of what was written. */
const TURNS = /^(?:not|never|ever|no|none|nor|neither|without|cannot|always|\w+n[’']t)$/i;

/**
 * Marks the rows in which a degraded copy differs from a better witness by a word that turns the sense round, "will
 * ever join" beside "will never join": more likely a corruption than news.
 */
export function withSuspects(
  index: Index,
  rows: readonly ComparisonRow[],
  degraded: readonly Degraded[],
): readonly ComparisonRow[] {
  const copies = new Set(degraded.map(({ article }) => article));
  return rows.map((row) => {
    if (row.kind === 'figure' || row.agreement !== 'different') return row;
    const turns = row.cells.map((cells) =>
      cells
        .map((cell) => turnsIn(index, cell))
        .join(' ')
        .trim(),
    );
    const witness = row.cells.findIndex((cells) => cells.some(({ article }) => !copies.has(article)));
    const suspects = row.cells.flatMap((cells, column) => {
      const article = cells[0]?.article;
      const differs = article !== undefined && witness >= 0 && turns[column] !== turns[witness];
      return differs && copies.has(article) ? [article] : [];
    });
    return suspects.length > 0 ? { ...row, suspects } : row;
  });
}

/** The words of a cell that turn its sense, of those that the other columns do not have. */
function turnsIn(index: Index, { article, pieces }: Cell): string {
  const text = index.articles[article]?.article.text ?? '';
  return pieces
    .filter(({ same }) => !same)
    .flatMap((piece) => spansOfWords(text, piece).map(({ start, end }) => text.slice(start, end).toLowerCase()))
    .filter((word) => TURNS.test(word))
    .join(' ');
}
