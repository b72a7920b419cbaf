import type { Env } from './env.ts';
import type { State } from './state.ts';
import { rowOf } from './visible.ts';

/** The item under the cursor of the pane in use. */
export function current(env: Env, state: State): number | undefined {
  const rows = env.visible(state)[state.pane];
  return rows.items[rowOf(rows, state.cursors[state.pane].item)];
}
