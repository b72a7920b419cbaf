import type { Agreement, Cell, Comparison, ComparisonRow } from '../../compare/comparison.ts';
import { quoteAt, speakerOf } from '../../index/build.ts';
import { GUESS, type Ref } from '../../model.ts';
import type { Size } from '../layout.ts';
import { fit, type Line, seg } from '../line.ts';
import type { CompareState, Shown } from '../state.ts';
import type { World } from '../world.ts';
import { type Mark, paragraph } from '../wrap.ts';
import { outletLine, outletName } from './outlet.ts';

/** The side-by-side view before it is windowed: which columns are drawn, and the lines of each row. */
export interface CompareLayout {
  /** Positions in `Comparison.articles`, left to right. */
  readonly columns: readonly number[];
  readonly columnWidth: number;
  /** The rows that are shown. */
  readonly rows: readonly ComparisonRow[];
  /** Per row: its first line in `lines`; one more at the end. */
  readonly rowAt: readonly number[];
  readonly lines: readonly Line[];
}

/** The narrowest column that can still be read. */
const NARROWEST = 24;
const GAP = ' │ ';

/** Lays out a comparison for a terminal: as many columns as are readable, from `compare.column` on. */
export function layoutComparison(
  world: World,
  comparison: Comparison,
  compare: Pick<CompareState, 'column' | 'show'>,
  size: Size,
): CompareLayout {
  const width = size.columns - 2;
  const count = comparison.articles.length;
  const fits = Math.max(1, Math.min(count, Math.floor((width + GAP.length) / (NARROWEST + GAP.length))));
  const first = Math.max(0, Math.min(compare.column, count - fits));
  const columns = Array.from({ length: fits }, (_, i) => first + i);
  const columnWidth = Math.floor((width - GAP.length * (fits - 1)) / fits);
  const rows = comparison.rows.filter(({ agreement }) => isShown(agreement, compare.show));
  const lines: Line[] = [];
  const rowAt: number[] = [];
  for (const row of rows) {
    rowAt.push(lines.length);
    lines.push(...rowLines(world, row, columns, columnWidth, width));
  }
  rowAt.push(lines.length);
  return { columns, columnWidth, rows, rowAt, lines };
}

/** Whether a row of this agreement is shown. */
export function isShown(agreement: Agreement, show: Shown): boolean {
  return show === 'all' || agreement === show || (show === 'shared' && agreement !== 'only');
}

const AGREEMENT: Readonly<Record<Agreement, string>> = {
  same: 'same words',
  different: 'different words',
  only: 'only here',
};

function rowLines(
  world: World,
  row: ComparisonRow,
  columns: readonly number[],
  columnWidth: number,
  width: number,
): readonly Line[] {
  const beside = row.cells.flatMap(([cell], i) => {
    const article = cell && !columns.includes(i) ? world.index.articles[cell.article]?.article : undefined;
    return article ? [outletName(article)] : [];
  });
  const heading = [seg(`── ${row.kind} · ${AGREEMENT[row.agreement]}`, 'dim')];
  if (row.agreement !== 'only' && row.confidence < GUESS) heading.push(seg(' · a guess', 'guess'));
  if (beside.length > 0) heading.push(seg(` · also in ${beside.join(', ')}`, 'dim'));
  const cells = columns.map((column) =>
    (row.cells[column] ?? []).flatMap((cell, i) => [...(i > 0 ? [[]] : []), ...cellLines(world, cell, columnWidth)]),
  );
  const height = Math.max(0, ...cells.map(({ length }) => length));
  const lines: Line[] = [rule(heading, width)];
  for (let i = 0; i < height; i++) {
    lines.push(
      sideBySide(
        cells.map((cell) => cell[i] ?? []),
        columnWidth,
      ),
    );
  }
  return lines;
}

/** Cells of one row of the screen, each in its column. */
export function sideBySide(cells: readonly Line[], columnWidth: number): Line {
  return cells.flatMap((cell, i) => [...(i > 0 ? [seg(GAP, 'border')] : []), ...fit(cell, columnWidth)]);
}

function rule(heading: Line, width: number): Line {
  return fit([...heading, seg(` ${'─'.repeat(width)}`, 'border')], width).map((segment) =>
    segment.text === '…' ? { ...segment, text: '─' } : segment,
  );
}

function cellLines(world: World, cell: Cell, width: number): readonly Line[] {
  const text = world.index.articles[cell.article]?.article.text ?? '';
  const marks: Mark[] = cell.pieces
    .filter(({ same }) => !same)
    .map((piece) => ({ ...piece, style: 'differs' as const }));
  const lines = paragraph(text, cell.span, width, marks);
  return cell.quote ? [...speakerLines(world, cell.quote, width), ...lines] : lines;
}

/** Who is quoted, a guess and unmarked speech said to be so, over the words. */
function speakerLines(world: World, ref: Ref, width: number): readonly Line[] {
  const who = speakerOf(world.index, ref);
  const quote = quoteAt(world.index, ref);
  const guess = who.kind === 'unknown' || who.guess;
  const name = `${who.name ?? 'speaker unknown'}${guess && who.kind !== 'unknown' ? '?' : ''}`;
  const label = `${name}${quote.kind === 'direct' ? '' : ` (${quote.kind})`}:`;
  return paragraph(label, { start: 0, end: label.length }, width, [
    { start: 0, end: name.length, style: guess ? 'guess' : 'speaker' },
    { start: name.length, end: label.length, style: 'dim' },
  ]);
}

/** The heads of the columns: outlet, date, headline. */
export function compareHead(world: World, comparison: Comparison, layout: CompareLayout): readonly Line[] {
  const articles = layout.columns.map((column) => world.index.articles[comparison.articles[column] ?? -1]?.article);
  const names = articles.map(
    (article): Line => (article ? outletLine(article).map((s) => ({ ...s, styles: [...s.styles, 'strong'] })) : []),
  );
  const heads = articles.map((article): Line => {
    if (!article) return [];
    return [
      seg(`${article.date?.value ?? 'date unknown'} `, 'dim'),
      seg(article.headline?.value ?? '(no headline)', 'dim'),
    ];
  });
  return [sideBySide(names, layout.columnWidth), sideBySide(heads, layout.columnWidth)];
}
