import type { Env } from '../env.ts';
import { type Line, spoken } from '../line.ts';
import { entriesOf } from '../palette.ts';
import { PANES } from '../panes.ts';
import { isBookmarked } from '../reduce-bookmarks.ts';
import { choicesOf } from '../reduce-menu.ts';
import type { State } from '../state.ts';
import { rowOf } from '../visible.ts';
import { bookmarkRow } from './bookmarks.ts';
import { cellWords } from './matrix.ts';
import { entityRow, quoteRow, type RowContext, sourceRow } from './rows.ts';

const ROWS = { sources: sourceRow, entities: entityRow, quotes: quoteRow };
/** So wide that nothing is left out of a row. */
const IN_FULL = 400;

/**
 * What the cursor is on, in words: the last line for a screen reader, where the terminal's cursor stands, so that it is
 * what is read after a key.
 */
export function nowWords(env: Env, state: State): string {
  const { world } = env;
  const nth = (row: number, of: number, what: string) => (of === 0 ? `No ${what}` : `${what} ${row + 1} of ${of}`);
  const told = (where: string, line: Line) => {
    const words = spoken(line);
    return words === '' ? where : `${where}: ${words}`;
  };
  if (state.palette) {
    const entries = entriesOf(env, state, state.palette);
    const its = entries[state.palette.choice];
    const words = its ? `${its.keys}, ${its.name}: ${its.off ?? its.title}` : 'none is called so';
    return `${nth(state.palette.choice, entries.length, 'Command')}, ${words}`;
  }
  if (state.menu) {
    const choices = choicesOf(state.menu);
    return `${nth(state.menu.choice, choices.length, 'Choice')}: ${choices[state.menu.choice] ?? ''}`;
  }
  if (state.listing) {
    const bookmark = state.bookmarks[state.listing.row];
    const target = env.placed(state.bookmarks).targets[state.listing.row] ?? null;
    const where = nth(state.listing.row, state.bookmarks.length, 'Bookmark');
    return bookmark ? told(where, bookmarkRow(world, bookmark, target, IN_FULL)) : where;
  }
  if (state.read) {
    const { stops } = env.readLayout(state, state.read);
    const stop = stops[state.read.at];
    const text = world.index.articles[state.read.article]?.article.text ?? '';
    if (!stop) return `${stops.length} marked places`;
    return told(nth(state.read.at, stops.length, 'Place'), [{ text: text.slice(stop.start, stop.end), styles: [] }]);
  }
  if (state.compare) {
    const { rows, lines, rowAt } = env.compareLayout(state.compare, state.size);
    return told(nth(state.compare.row, rows.length, 'Row'), lines[rowAt[state.compare.row] ?? -1] ?? []);
  }
  if (state.timeline) {
    const { rows, bars, items, lines, itemAt } = env.timeline(state).layout;
    const { focus, row, item } = state.timeline;
    if (focus === 'bars') return told(nth(row, rows.length, 'Period'), bars[row] ?? []);
    const its = lines.slice(itemAt[item] ?? 0, itemAt[item + 1] ?? 0).flatMap((line) => [...line, SPACE]);
    return told(nth(item, items.length, 'Passage'), its);
  }
  if (state.matrix) {
    const { of } = env.matrix(state);
    const { row, column } = state.matrix;
    const where = `${nth(row, of.speakers.length, 'Speaker')}, ${nth(column, of.outlets.length, 'outlet')}`;
    return told(where, cellWords(world, of, state.matrix));
  }
  const visible = env.visible(state);
  if (state.focus === 'prompt')
    return `Found: ${PANES.map((pane) => `${visible[pane].items.length} ${pane}`).join(', ')}`;
  const rows = visible[state.pane];
  const row = rowOf(rows, state.cursors[state.pane].item);
  const item = rows.items[row];
  const isMarked = (its: number) => isBookmarked(env, state, state.pane, its);
  const context: RowContext = { world, state, hits: null, bookmarked: isMarked };
  const where = `${PANE_WORDS[state.pane]}, ${nth(row, rows.items.length, 'row')}`;
  return item === undefined ? where : told(where, ROWS[state.pane](context, item, IN_FULL));
}

const SPACE = { text: ' ', styles: [] } as const;
const PANE_WORDS = { sources: 'Sources', entities: 'Entities', quotes: 'Quotes' } as const;
