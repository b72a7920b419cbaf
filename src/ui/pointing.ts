import type { Command } from './commands.ts';
import { contextOf } from './context.ts';
import type { Env } from './env.ts';
import { footRow, inside, isIn, isTooSmall, layoutOf } from './layout.ts';
import { entriesOf } from './palette.ts';
import { PANES, type PaneName } from './panes.ts';
import { commandAt, footOf } from './present/foot.ts';
import { compareBody, compareTop } from './reduce-compare.ts';
import { choicesOf } from './reduce-menu.ts';
import { PALETTE_HEAD, paletteBody, paletteTop } from './reduce-palette.ts';
import { READ_HEAD } from './reduce-read.ts';
import type { CompareState, ReadState, State } from './state.ts';

/** What stands under the mouse. */
export type Target =
  | { readonly on: 'command'; readonly command: Command }
  | { readonly on: 'prompt' | 'preview' }
  | { readonly on: 'heading' | 'pane'; readonly pane: PaneName }
  | { readonly on: 'item'; readonly pane: PaneName; readonly item: number }
  | { readonly on: 'compareRow'; readonly row: number }
  | { readonly on: 'stop'; readonly stop: number }
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
  if (state.correcting) return undefined;
  if (state.read) return inRead(env, state, state.read, column, row);
  if (state.compare) return inCompare(env, state, state.compare, row);
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
