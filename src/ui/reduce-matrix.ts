import { MATRIX_ORDERS } from '../index/matrix.ts';
import type { Command } from './commands.ts';
import type { Env } from './env.ts';
import { FACETS } from './order.ts';
import { cellQuotes, matrixPage } from './present/matrix.ts';
import { openQuote } from './reduce-read.ts';
import { movedTo, topFor } from './scroll.ts';
import type { Filter, MatrixState, State } from './state.ts';

/** Opens who quotes whom, of the quotes that are listed. */
export function openMatrix(state: State): State {
  const matrix: MatrixState = { row: 0, top: 0, column: 0, left: 0, speakers: 'by count', outlets: 'by count' };
  return { ...state, matrix };
}

/** What a command does in the heat map. */
export function reduceMatrix(env: Env, state: State, matrix: MatrixState, command: Command): State {
  switch (command) {
    case 'back':
      return { ...state, matrix: null };
    case 'search':
      return { ...state, matrix: null, focus: 'prompt' };
    case 'left':
    case 'right':
      return seen(env, state, { ...matrix, column: matrix.column + (command === 'right' ? 1 : -1) });
    case 'sort': {
      const speakers = MATRIX_ORDERS[(MATRIX_ORDERS.indexOf(matrix.speakers) + 1) % MATRIX_ORDERS.length] ?? 'by count';
      return seen(env, state, { ...matrix, speakers, row: 0 });
    }
    case 'sortColumns': {
      const outlets = MATRIX_ORDERS[(MATRIX_ORDERS.indexOf(matrix.outlets) + 1) % MATRIX_ORDERS.length] ?? 'by count';
      return seen(env, state, { ...matrix, outlets, column: 0 });
    }
    case 'indirect':
      return seen(env, { ...state, indirect: !state.indirect }, { ...matrix, row: 0, column: 0 });
    case 'enter':
      return filtered(env, state, matrix);
    case 'read': {
      const [ref] = cellQuotes(env.matrix(state).of, matrix);
      return ref ? openQuote(env, state, ref) : state;
    }
    default: {
      const { of } = env.matrix(state);
      const row = movedTo(command, matrix.row, of.speakers.length, matrixPage(state.size));
      return row === undefined ? state : seen(env, state, { ...matrix, row });
    }
  }
}

/** Scrolls so that the cell under the cursor is seen. */
export function seen(env: Env, state: State, matrix: MatrixState): State {
  const { of } = env.matrix({ ...state, matrix });
  const row = Math.max(0, Math.min(of.speakers.length - 1, matrix.row));
  const column = Math.max(0, Math.min(of.outlets.length - 1, matrix.column));
  const fits = env.matrix({ ...state, matrix: { ...matrix, row, column } }).layout.columns.length;
  return {
    ...state,
    matrix: {
      ...matrix,
      row,
      column,
      top: topFor(matrix.top, row, of.speakers.length, matrixPage(state.size)),
      left: topFor(matrix.left, column, of.outlets.length, fits),
    },
  };
}

/** Back to the panes, with only what the outlet quotes of the speaker. */
function filtered(env: Env, state: State, matrix: MatrixState): State {
  const { of } = env.matrix(state);
  const speaker = of.speakers[matrix.row];
  const outlet = of.outlets[matrix.column];
  if (!speaker || outlet === undefined) return state;
  const chosen: Filter[] = [{ by: 'outlet', item: outlet }];
  if (speaker.kind === 'named') chosen.push({ by: 'speaker', item: speaker.entity });
  const others = state.filters.filter(({ by, item }) => !chosen.some((its) => its.by === by && its.item === item));
  const title = speaker.kind === 'anonymous' ? 'speaker not named' : 'speaker unknown';
  const facet = FACETS.quotes.findIndex((its) => its.title === title);
  const quotes = { ...state.arranged.quotes, ...(speaker.kind === 'named' ? {} : { facet }) };
  return {
    ...state,
    matrix: null,
    filters: [...others, ...chosen],
    arranged: { ...state.arranged, quotes },
    pane: 'quotes',
    focus: 'quotes',
    previewTop: 0,
  };
}
