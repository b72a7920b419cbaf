import { cellDigits, countOf, type QuoteCell, type QuoteMatrix } from '../../index/matrix.ts';
import type { Ref } from '../../model.ts';
import { type Box, inside, type Size } from '../layout.ts';
import { fit, type Line, seg, sign, spoken } from '../line.ts';
import type { MatrixState } from '../state.ts';
import type { StyleName } from '../theme.ts';
import type { World } from '../world.ts';
import { outletLine, outletName } from './outlet.ts';

/** The heat map laid out for a screen: which part of it is drawn, and how. */
export interface MatrixLayout {
  /** Columns that are drawn, as positions in `QuoteMatrix.outlets`. */
  readonly columns: readonly number[];
  /** Where the cells of the first begin in a line, and how wide each is. */
  readonly cells: { readonly left: number; readonly each: number };
  /** The heads of the columns, and the sums below them. */
  readonly head: readonly Line[];
  /** A line for each speaker that is seen. */
  readonly lines: readonly Line[];
  readonly boxes: { readonly map: Box; readonly quotes: Box };
}

/** Title above, hints below, and a row that stays free. */
const AROUND = 3;
/** Rows of the map that are no speakers: heads and sums. */
export const MATRIX_HEAD = 2;
const NARROWEST = 8;
const WIDEST = 24;
const SUM = 6;

/** How the map and the quotes of a cell share a screen. */
function matrixBoxes({ columns, rows }: Size): MatrixLayout['boxes'] {
  const height = rows - AROUND;
  const quotes = Math.max(4, Math.round(height * 0.3));
  const map = { left: 0, top: 1, width: columns, height: height - quotes };
  return { map, quotes: { ...map, top: 1 + map.height, height: quotes } };
}

/** The speakers that are seen at once. */
export function matrixPage(size: Size): number {
  return Math.max(1, inside(matrixBoxes(size).map) - MATRIX_HEAD);
}

/** Lays out the heat map: as many outlets as fit, from `state.left` on, so that the one under the cursor is seen. */
export function layoutMatrix(
  world: World,
  matrix: QuoteMatrix,
  state: Pick<MatrixState, 'row' | 'top' | 'column' | 'left'>,
  size: Size,
): MatrixLayout {
  const boxes = matrixBoxes(size);
  const width = boxes.map.width - 3;
  const label = Math.max(14, Math.min(30, Math.floor(width * 0.26)));
  const room = width - label - SUM;
  const count = matrix.outlets.length;
  const wanted = Math.min(WIDEST, Math.floor(room / Math.max(1, count)));
  const each = Math.min(room, Math.max(NARROWEST, widestCell(matrix), wanted));
  const fits = Math.max(1, Math.min(count, Math.floor(room / each)));
  const left = Math.max(0, Math.min(state.left, count - fits));
  const columns = Array.from({ length: Math.min(fits, count) }, (_, i) => left + i);
  const most = matrix.cells.reduce((max, row) => row.reduce((its, cell) => Math.max(its, countOf(cell)), max), 1);
  const lines = matrix.speakers.slice(state.top, state.top + matrixPage(size)).map(({ name, kind }, i): Line => {
    const row = state.top + i;
    const cells = matrix.cells[row] ?? [];
    const total = cells.reduce((sum, cell) => sum + countOf(cell), 0);
    return [
      ...fit([seg(name, kind === 'named' ? 'speaker' : 'guess')], label - 1),
      seg(' '),
      ...fit([sign(`${total}`.padStart(SUM - 2), `: ${total} in all`, 'strong')], SUM),
      ...columns.flatMap((column) => {
        const says = saidOf(world, matrix.outlets[column] ?? -1, cells[column]);
        const [cell, ...rest] = cellLine(cells[column], most, each, row === state.row && column === state.column);
        return cell ? [{ ...cell, says }, ...rest] : rest;
      }),
    ];
  });
  const cells = { left: label + SUM, each };
  return { columns, cells, head: headOf(world, matrix, columns, label, each, state.column), lines, boxes };
}

function headOf(
  world: World,
  { outlets, cells }: QuoteMatrix,
  columns: readonly number[],
  label: number,
  each: number,
  current: number,
): readonly Line[] {
  const sums = columns.map((column) => cells.reduce((sum, row) => sum + countOf(row[column] ?? NONE), 0));
  return [
    [
      seg(' '.repeat(label)),
      ...fit([seg('all'.padStart(SUM - 2), 'dim')], SUM),
      ...columns.flatMap((column) => [
        ...fit([seg(outletOf(world, outlets[column] ?? -1), column === current ? 'titleFocused' : 'title')], each - 1),
        seg(' '),
      ]),
    ],
    [
      ...fit([seg('who is quoted', 'dim')], label),
      seg(' '.repeat(SUM)),
      ...sums.flatMap((sum) => fit([seg(`${sum}`.padStart(DIGITS), 'dim')], each)),
    ],
  ];
}

/** A cell in words: how often an outlet quotes the speaker of the row; of one that does not, nothing. */
function saidOf(world: World, outlet: number, cell: QuoteCell = NONE): string {
  const digits = cellDigits(cell);
  return digits === '' ? '' : `, ${outletSaid(world, outlet)} ${digits}`;
}

const NONE: QuoteCell = { sure: [], guesses: [], copied: [] };

/** The digits of a cell end here, so that they stand below the head of their column. */
const DIGITS = 4;

/** The columns that the longest digits take, so that no number is cut: with brackets and the gap between columns. */
function widestCell({ cells }: QuoteMatrix): number {
  const rest = (cell: QuoteCell) => {
    const digits = cellDigits(cell);
    const [first = ''] = FIRST.exec(digits) ?? [];
    return Math.max(DIGITS, first.length) + digits.length - first.length;
  };
  return cells.reduce((most, row) => row.reduce((its, cell) => Math.max(its, rest(cell)), most), 0) + 2;
}

/** What of the digits ends below the head. */
const FIRST = /^[≡\d]+/;

/** A cell: its digits, the more of them the hotter; the one under the cursor in brackets. */
function cellLine(cell: QuoteCell = NONE, most: number, each: number, here: boolean): Line {
  const digits = cellDigits(cell);
  const shown = digits === '' ? '·' : digits;
  const [first = ''] = FIRST.exec(shown) ?? [shown];
  const at = DIGITS - first.length;
  const text = here ? `${' '.repeat(Math.max(0, at - 1))}[${shown}]` : `${' '.repeat(Math.max(0, at))}${shown}`;
  const styles: StyleName[] = here
    ? ['selected']
    : digits === '' || cell.sure.length === 0
      ? ['dim']
      : [heat(cell, most)];
  return [...fit([seg(text.padEnd(each - 1))], each - 1).map((segment) => ({ ...segment, styles })), seg(' ')];
}

const HEATS = ['heat1', 'heat2', 'heat3', 'heat4'] as const satisfies readonly StyleName[];

/** How hot a cell is, by the root of its share of the hottest: a few who are quoted much leave the rest apart. */
function heat(cell: QuoteCell, most: number): StyleName {
  const share = Math.sqrt(countOf(cell) / most);
  return HEATS[Math.min(HEATS.length - 1, Math.floor(share * HEATS.length))] ?? 'heat1';
}

/** The name of an outlet, by its number. */
export function outletOf({ index, links }: World, outlet: number): string {
  const article = index.articles[links.outletOf.indexOf(outlet)]?.article;
  return article ? outletName(article) : '';
}

function outletSaid({ index, links }: World, outlet: number): string {
  const article = index.articles[links.outletOf.indexOf(outlet)]?.article;
  return article ? spoken(outletLine(article)) : '';
}

/** The cell under the cursor in words. */
export function cellWords(
  world: World,
  matrix: QuoteMatrix,
  { row, column }: Pick<MatrixState, 'row' | 'column'>,
): Line {
  const speaker = matrix.speakers[row];
  const cell = matrix.cells[row]?.[column];
  if (!speaker || !cell) return [];
  const { sure, guesses, copied } = cell;
  const words = [
    sure.length === 0 && copied.length + guesses.length > 0
      ? []
      : [`${sure.length} quote${sure.length === 1 ? '' : 's'}`],
    guesses.length === 0 ? [] : [`${guesses.length} whose speaker is a guess`],
    copied.length === 0 ? [] : [`${copied.length} in a copy of a text counted elsewhere (≡)`],
  ].flat();
  return [
    sign(outletOf(world, matrix.outlets[column] ?? -1), outletSaid(world, matrix.outlets[column] ?? -1), 'strong'),
    seg(' quotes ', 'dim'),
    seg(
      speaker.kind === 'anonymous' ? 'speakers without a name' : speaker.name,
      speaker.kind === 'named' ? 'speaker' : 'guess',
    ),
    seg(`: ${words.join(', ')}`),
  ];
}

/** The quotes of a cell, those that are sure first. */
export function cellQuotes(matrix: QuoteMatrix, { row, column }: Pick<MatrixState, 'row' | 'column'>): readonly Ref[] {
  const cell = matrix.cells[row]?.[column] ?? NONE;
  return [...cell.sure, ...cell.guesses, ...cell.copied];
}
