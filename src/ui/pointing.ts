import type { Command } from './commands.ts';
import { contextOf } from './context.ts';
import type { Env } from './env.ts';
import { footRow, inside, isIn, isTooSmall, layoutOf } from './layout.ts';
import { entriesOf } from './palette.ts';
import { PANES, type PaneName } from './panes.ts';
import { commandAt, footOf } from './present/foot.ts';
import { MATRIX_HEAD } from './present/matrix.ts';
import { listingBody } from './reduce-bookmarks.ts';
import { compareBody, compareTop } from './reduce-compare.ts';
import { choicesOf } from './reduce-menu.ts';
import { PALETTE_HEAD, paletteBody, paletteTop } from './reduce-palette.ts';
import { READ_HEAD } from './reduce-read.ts';
import type { CompareState, MatrixState, ReadState, State, TimelineState } from './state.ts';

/** What stands under the mouse. */
export type Target =
  | { readonly on: 'command'; readonly command: Command }
  | { readonly on: 'prompt' | 'preview' }
  | { readonly on: 'heading' | 'pane'; readonly pane: PaneName }
  | { readonly on: 'item'; readonly pane: PaneName; readonly item: number }
  | { readonly on: 'compareRow'; readonly row: number }
  | { readonly on: 'stop'; readonly stop: number }
  /** A bar of the timeline, something behind it, a cell of who quotes whom. */
  | { readonly on: 'moment'; readonly row: number }
  | { readonly on: 'telling'; readonly telling: number }
  | { readonly on: 'quoteCell'; readonly row: number; readonly column: number }
  /** A row of the list of bookmarks. */
  | { readonly on: 'bookmark'; readonly row: number }
  /** A row of a menu, or of the palette. */
  | { readonly on: 'choice' | 'entry'; readonly choice: number };

/**
 * What stands at a cell of the screen, by the values that it is drawn from; undefined where nothing can be done.
 *
 * @param column counted from 0 at the left
 * @param row counted from 0 at the top
 */
export function targetAt(env: Env, state: State, column: number, row: number): Target | undefined {
  if (isTooSmall(state.size)) return undefined;
  if (state.palette) {
    const choice = paletteTop(state.palette, state.size.rows) + row - PALETTE_HEAD;
    const isEntry = row >= PALETTE_HEAD && row < PALETTE_HEAD + paletteBody(state.size.rows);
    return isEntry && choice < entriesOf(env, state, state.palette).length ? { on: 'entry', choice } : undefined;
  }
  if (state.help !== null) return undefined;
  if (row === footRow(state.size)) {
    const command = commandAt(footOf(env, state), column);
    return command && { on: 'command', command };
  }
  if (state.exporting || state.noting || state.correcting) return undefined;
  if (state.listing) {
    const bookmark = state.listing.top + row - 1;
    const isRow = row >= 1 && row <= listingBody(state.size.rows) && bookmark < state.bookmarks.length;
    return isRow ? { on: 'bookmark', row: bookmark } : undefined;
  }
  if (state.read) return inRead(env, state, state.read, column, row);
  if (state.compare) return inCompare(env, state, state.compare, row);
  if (state.timeline) return inTimeline(env, state, state.timeline, column, row);
  if (state.matrix) return inMatrix(env, state, state.matrix, column, row);
  return ['panes', 'prompt', 'menu'].includes(contextOf(state)) ? inPanes(env, state, column, row) : undefined;
}

function inPanes(env: Env, state: State, column: number, row: number): Target | undefined {
  const { panes, preview } = layoutOf(state.size, state.pane);
  if (row === 0) return { on: 'prompt' };
  if (isIn(preview, column, row)) return { on: 'preview' };
  const pane = PANES.find((name) => panes[name] && isIn(panes[name], column, row));
  const box = pane && panes[pane];
  if (!box) return undefined;
  if (state.menu) {
    const choice = row - box.top - 1;
    const isChoice = pane === state.menu.pane && choice >= 0 && choice < choicesOf(state.menu).length;
    return isChoice ? { on: 'choice', choice } : undefined;
  }
  if (row === box.top) return { on: 'heading', pane };
  const line = row - box.top - 1;
  const item = line < inside(box) ? env.visible(state)[pane].items[state.cursors[pane].top + line] : undefined;
  return item === undefined ? { on: 'pane', pane } : { on: 'item', pane, item };
}

function inCompare(env: Env, { size }: State, compare: CompareState, row: number): Target | undefined {
  if (row === 0) return { on: 'command', command: 'show' };
  const { rowAt, head } = env.compareLayout(compare, size);
  const line = row - compareTop(head.length);
  if (line < 0 || line >= compareBody(size.rows, head.length)) return undefined;
  const at = rowAt.findLastIndex((first) => first <= compare.top + line);
  return at >= 0 && at < rowAt.length - 1 ? { on: 'compareRow', row: at } : undefined;
}

function inTimeline(
  env: Env,
  state: State,
  { top, itemTop }: TimelineState,
  column: number,
  row: number,
): Target | undefined {
  if (row === 0) return { on: 'command', command: 'unit' };
  const { rows, boxes, itemAt, lines } = env.timeline(state).layout;
  const { bars, passages } = boxes;
  const bar = top + row - bars.top - 1;
  if (isIn(bars, column, row))
    return row > bars.top && row <= bars.top + inside(bars) && bar < rows.length
      ? { on: 'moment', row: bar }
      : undefined;
  const line = itemTop + row - passages.top - 1;
  if (!isIn(passages, column, row) || row <= passages.top || line >= lines.length) return undefined;
  return { on: 'telling', telling: itemAt.findLastIndex((first, i) => first <= line && i < itemAt.length - 1) };
}

function inMatrix(env: Env, state: State, { top }: MatrixState, column: number, row: number): Target | undefined {
  const { layout, of } = env.matrix(state);
  const { map } = layout.boxes;
  const speaker = top + row - map.top - 1 - MATRIX_HEAD;
  // The frame and the sign of the row stand before the cells.
  const at = Math.floor((column - map.left - 3 - layout.cells.left) / layout.cells.each);
  const outlet = layout.columns[at];
  const isCell = row > map.top + MATRIX_HEAD && row <= map.top + inside(map) && speaker < of.speakers.length;
  return isCell && outlet !== undefined ? { on: 'quoteCell', row: speaker, column: outlet } : undefined;
}

function inRead(env: Env, state: State, read: ReadState, column: number, row: number): Target | undefined {
  if (row === 1) return { on: 'command', command: 'marking' };
  const line = read.top + row - READ_HEAD;
  if (row < READ_HEAD) return undefined;
  const stop = env
    .readLayout(state, read)
    .stops.findLastIndex(
      (it) =>
        (it.line < line || (it.line === line && it.column <= column)) &&
        (it.endLine > line || (it.endLine === line && it.endColumn > column)),
    );
  return stop < 0 ? undefined : { on: 'stop', stop };
}
