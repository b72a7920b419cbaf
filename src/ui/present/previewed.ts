import { speakerOf } from '../../index/access.ts';
import { current } from '../current.ts';
import type { Env } from '../env.ts';
import { inside, layoutOf } from '../layout.ts';
import { type Line, seg } from '../line.ts';
import type { PaneName } from '../panes.ts';
import { bookmarkOfRow } from '../reduce-bookmarks.ts';
import type { State } from '../state.ts';
import { noteLines } from './bookmarks.ts';
import { outletName } from './outlet.ts';
import { entityPreview, quotePreview, sourcePreview } from './preview.ts';

const PREVIEWS = { sources: sourcePreview, entities: entityPreview, quotes: quotePreview };

/** What the preview shows, in a word, and whose it is. */
export function previewTitle(env: Env, state: State): Line {
  const item = current(env, state);
  return [seg('Preview', 'title'), ...(item === undefined ? [] : [seg(` · ${nameOf(env, state.pane, item)}`, 'dim')])];
}

function nameOf({ world: { index, links } }: Env, pane: PaneName, item: number): string {
  if (pane === 'entities') return index.entities[item]?.name ?? '';
  const ref = pane === 'quotes' ? links.quotes[item] : undefined;
  if (ref) return speakerOf(index, ref).name ?? 'unknown';
  const article = index.articles[item]?.article;
  return article ? outletName(article) : '';
}

/** Whether from one state to another nothing has changed that the preview shows but the row that it is of. */
export function isMove(env: Env, before: State, now: State): boolean {
  const same = (['answered', 'filters', 'arranged', 'indirect', 'size', 'bookmarks', 'toKeep', 'links'] as const).every(
    (part) => before[part] === now[part],
  );
  return same && (before.pane !== now.pane || current(env, before) !== current(env, now));
}

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
