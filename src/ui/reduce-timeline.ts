import { TIMELINE_UNITS } from '../index/timeline.ts';
import type { Command } from './commands.ts';
import type { Env } from './env.ts';
import { timelinePages } from './present/timeline.ts';
import { openArticle, openPlace } from './reduce-read.ts';
import { movedTo, topFor } from './scroll.ts';
import type { Filter, State, TimelineState } from './state.ts';

/** Opens the timeline of the sources that are listed, on the period that most is told of once that is known. */
export function openTimeline(env: Env, state: State): State {
  const timeline: TimelineState = { unit: null, row: -1, top: 0, focus: 'bars', item: 0, itemTop: 0 };
  return timelineReady(env, { ...state, timeline });
}

/** Puts the cursor where most is told, when the timeline that was waited for is there. */
export function timelineReady(env: Env, state: State): State {
  const { timeline } = state;
  const { known, of } = env.timeline(state);
  if (!timeline || !known || timeline.row >= 0) return state;
  const counts = of.moments.map(({ counted }) => counted);
  return seen(env, state, { ...timeline, row: Math.max(0, counts.indexOf(Math.max(...counts))) });
}

/** What a command does in the timeline. */
export function reduceTimeline(env: Env, state: State, timeline: TimelineState, command: Command): State {
  const { layout, of } = env.timeline(state);
  const pages = timelinePages(state.size);
  const inPassages = timeline.focus === 'passages';
  switch (command) {
    case 'back':
      return inPassages ? { ...state, timeline: { ...timeline, focus: 'bars' } } : { ...state, timeline: null };
    case 'search':
      return { ...state, timeline: null, focus: 'prompt' };
    case 'nextPane':
    case 'previousPane':
      return { ...state, timeline: { ...timeline, focus: inPassages ? 'bars' : 'passages' } };
    case 'unit': {
      const unit = TIMELINE_UNITS[(TIMELINE_UNITS.indexOf(of.unit) + 1) % TIMELINE_UNITS.length] ?? 'day';
      return timelineReady(env, {
        ...state,
        timeline: { ...timeline, unit, row: -1, top: 0, item: 0, itemTop: 0, focus: 'bars' },
      });
    }
    case 'enter':
      return inPassages ? read(env, state, timeline) : filtered(env, state, timeline, 'told');
    case 'published':
      return filtered(env, state, timeline, 'published');
    case 'read':
      return read(env, state, timeline);
    default: {
      if (inPassages) {
        const item = movedTo(command, timeline.item, layout.items.length, Math.max(1, pages.passages >> 2));
        return item === undefined ? state : seen(env, state, { ...timeline, item });
      }
      const row = movedTo(command, timeline.row, layout.rows.length, pages.bars);
      return row === undefined ? state : seen(env, state, { ...timeline, row, item: 0, itemTop: 0 });
    }
  }
}

/** Scrolls both parts so that the row and the passage under the cursor are seen. */
function seen(env: Env, state: State, timeline: TimelineState): State {
  const { rows, itemAt, lines } = env.timeline({ ...state, timeline }).layout;
  const pages = timelinePages(state.size);
  const row = Math.max(0, Math.min(rows.length - 1, timeline.row));
  const first = itemAt[timeline.item] ?? 0;
  const last = Math.max(first, (itemAt[timeline.item + 1] ?? first + 1) - 1);
  const whole = topFor(timeline.itemTop, last, lines.length, pages.passages);
  return {
    ...state,
    timeline: {
      ...timeline,
      row,
      top: topFor(timeline.top, row, rows.length, pages.bars),
      itemTop: Math.min(first, topFor(whole, first, lines.length, pages.passages)),
    },
  };
}

/** The same place in view on a screen of another size. */
export function timelineAgain(env: Env, state: State, timeline: TimelineState): State {
  return timeline.row < 0 ? state : seen(env, state, timeline);
}

/** Opens the article of the passage under the cursor at its place. */
function read(env: Env, state: State, { item }: TimelineState): State {
  const its = env.timeline(state).layout.items[item];
  if (!its) return state;
  return its.span
    ? openPlace(env, state, its.article, its.span)
    : openArticle(env, state, its.article, { of: 'quotes' });
}

/** Back to the panes, with only what tells of the period under the cursor, or came out in it. */
function filtered(env: Env, state: State, { row }: TimelineState, by: 'told' | 'published'): State {
  const its = env.timeline(state).layout.rows[row];
  if (its?.kind !== 'moment') return state;
  const { told, published, name, period } = its.moment;
  // Of what nothing tells, there is only what came out.
  const kind = by === 'told' && told.length === 0 ? 'published' : by;
  const articles = kind === 'told' ? [...new Set(told.map(({ article }) => article))] : published;
  const filter: Filter = { by: kind, item: period.first, period: { name, articles } };
  const filters = [...state.filters.filter((other) => !(other.by === kind && other.item === filter.item)), filter];
  return { ...state, timeline: null, filters, pane: 'sources', focus: 'sources', previewTop: 0 };
}
