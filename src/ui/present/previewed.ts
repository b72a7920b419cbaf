import { current } from '../current.ts';
import type { Env } from '../env.ts';
import { inside, layoutOf } from '../layout.ts';
import type { Line } from '../line.ts';
import { bookmarkOfRow } from '../reduce-bookmarks.ts';
import type { State } from '../state.ts';
import { noteLines } from './bookmarks.ts';
import { entityPreview, quotePreview, sourcePreview } from './preview.ts';

const PREVIEWS = { sources: sourcePreview, entities: entityPreview, quotes: quotePreview };

/** The rows of the preview that are seen, and the row that the last page of it begins with, as far as is known yet. */
export function previewed(env: Env, state: State): { readonly lines: readonly Line[]; readonly lowest: number } {
  const item = current(env, state);
  if (item === undefined) return { lines: [], lowest: 0 };
  const { preview } = layoutOf(state.size, state.pane);
  const [width, height] = [preview.width - 3, inside(preview)];
  const { hits } = env.visible(state)[state.pane];
  // One row more than is seen says that there is more.
  const context = { world: env.world, hits, width, enough: state.previewTop + height + 1, links: state.links };
  const lines = [...noteLines(bookmarkOfRow(env, state, state.pane, item)), ...PREVIEWS[state.pane](context, item)];
  const lowest = Math.max(0, lines.length - height);
  const top = Math.min(state.previewTop, lowest);
  return { lines: lines.slice(top, top + height), lowest };
}
