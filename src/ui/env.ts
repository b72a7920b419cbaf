import type { Compared, Comparison } from '../compare/comparison.ts';
import { type Bookmark, type Placed, placed } from '../index/bookmarks.ts';
import { type QuoteMatrix, quoteMatrix } from '../index/matrix.ts';
import { type DatesTold, readingDates, type Timeline, timelineOf } from '../index/timeline.ts';
import { NOTHING_ASKED } from '../search/answer.ts';
import { type Comparing, comparingOf, keyOf } from './comparing.ts';
import { type Completions, completerOf } from './complete.ts';
import { type Later, later } from './later.ts';
import type { Size } from './layout.ts';
import type { Line } from './line.ts';
import { type Made, rememberMade } from './made.ts';
import type { PaneName } from './panes.ts';
import { type CompareLayout, layoutComparison } from './present/compare.ts';
import { layoutMatrix, type MatrixLayout, outletOf } from './present/matrix.ts';
import { layoutArticle, type ReadLayout } from './present/read.ts';
import { layoutTimeline, type TimelineLayout } from './present/timeline.ts';
import type { Prompt } from './prompt.ts';
import { type Searching, searchingOf } from './searching.ts';
import type { Ask, CompareState, Correcting, ReadState, State } from './state.ts';
import { type Asked, rememberVisible, type Visible } from './visible.ts';
import type { World } from './world.ts';

/** The world with what is worked out from it on demand and remembered; the same question gives the same answer. */
export interface Env {
  readonly world: World;
  readonly searching: Searching;
  visible(asked: Asked): Visible;
  readonly comparing: Comparing;
  /** The comparison asked for, or one without rows until it is known. */
  comparison(asked: Compared): Comparison;
  /** The rows of each pane. */
  readonly rows: Readonly<Record<PaneName, Made<Line>>>;
  compareLayout(compare: CompareState, size: Size): CompareLayout;
  readLayout(state: State, read: ReadState): ReadLayout;
  /** What the word before the cursor of the prompt can be completed to. */
  completions(prompt: Prompt): Completions | null;
  /** Bookmarks found again in this world. */
  placed(bookmarks: readonly Bookmark[]): Placed;
  /** The dates that the articles tell, once they are read. */
  readonly dates: Later<DatesTold>;
  /** The timeline of the sources listed; nothing is on it until the dates are known. */
  timeline(state: State): { readonly known: boolean; readonly of: Timeline; readonly layout: TimelineLayout };
  /** Who quotes whom, of the quotes listed. */
  matrix(state: State): { readonly of: QuoteMatrix; readonly layout: MatrixLayout };
  /** The names to choose from when one is asked for, by what is typed; at most {@link MOST_CHOICES}. */
  choices(correcting: Correcting, ask: Ask): readonly string[];
}

const MOST_CHOICES = 9;

/** So many articles have their dates read before anything is drawn. */
const FEW_ARTICLES = 60;

const NO_TIMELINE: Timeline = { unit: 'day', moments: [], open: [], undated: [] };

/** The environment of a world. */
export function envOf(world: World, searching = searchingOf(world.search), comparing = comparingOf(world.index)): Env {
  /** The latest answer: what is shown until there is a newer one. */
  let latest = NOTHING_ASKED;
  const visible = rememberVisible();
  let laid: { readonly key: string; readonly of: Comparison; readonly layout: CompareLayout } | undefined;
  /** One value for each comparison that is not known yet, so that it is laid out once. */
  let awaited: { readonly key: string; readonly comparison: Comparison } | undefined;
  let page: { readonly key: string; readonly layout: ReadLayout } | undefined;
  let found: { readonly bookmarks: readonly Bookmark[]; readonly placed: Placed } | undefined;
  const complete = completerOf(world);
  let completed: { readonly prompt: Prompt; readonly found: Completions | null } | undefined;
  const dates = later(() => readingDates(world.index), world.index.articles.length <= FEW_ARTICLES);
  const timelines = latestOf<Timeline>();
  const bars = latestOf<TimelineLayout>();
  const matrices = latestOf<QuoteMatrix>();
  const env: Env = {
    world,
    searching,
    visible(asked) {
      latest = searching.known(asked.answered) ?? latest;
      return visible(world, latest, asked);
    },
    comparing,
    rows: { sources: rememberMade(), entities: rememberMade(), quotes: rememberMade() },
    comparison(asked) {
      const known = comparing.known(asked);
      if (known) return known;
      const key = keyOf(asked);
      if (awaited?.key !== key) awaited = { key, comparison: withoutRows(asked) };
      return awaited.comparison;
    },
    compareLayout(compare, size) {
      const { column, show, kind } = compare;
      const of = env.comparison(compare);
      const key = [column, show, kind, size.columns].join('/');
      if (laid?.key !== key || laid.of !== of) laid = { key, of, layout: layoutComparison(world, of, compare, size) };
      return laid.layout;
    },
    readLayout(state, { article, marking, at, unfolded }) {
      const key = JSON.stringify([article, marking, at, unfolded, state.answered, state.size.columns]);
      if (page?.key !== key) {
        const { hits } = env.visible(state).sources;
        page = { key, layout: layoutArticle(world, article, marking, at, hits, state.size, unfolded) };
      }
      return page.layout;
    },
    completions(prompt) {
      if (completed?.prompt !== prompt) completed = { prompt, found: complete(prompt) };
      return completed.found;
    },
    placed(bookmarks) {
      if (found?.bookmarks !== bookmarks) found = { bookmarks, placed: placed(world.index, bookmarks) };
      return found.placed;
    },
    dates,
    timeline(state) {
      const told = dates.known();
      const { items } = env.visible(state).sources;
      const view = state.timeline ?? { unit: null, row: 0 };
      const of = told
        ? timelines([told, items, view.unit], () =>
            timelineOf(
              world.index,
              told,
              [...items].sort((a, b) => a - b),
              view.unit,
            ),
          )
        : NO_TIMELINE;
      const { columns, rows } = state.size;
      const layout = bars([of, view.row, columns, rows], () => layoutTimeline(world, of, view, state.size));
      return { known: told !== undefined, of, layout };
    },
    matrix(state) {
      const { items } = env.visible(state).quotes;
      const view = state.matrix ?? { row: 0, top: 0, column: 0, left: 0, speakers: 'by count', outlets: 'by count' };
      const { index, links } = world;
      const of = matrices([items, view.speakers, view.outlets], () => {
        const refs = [...items].sort((a, b) => a - b).flatMap((number) => links.quotes[number] ?? []);
        return quoteMatrix(index, refs, links.outletOf, (outlet) => outletOf(world, outlet), view);
      });
      return { of, layout: layoutMatrix(world, of, view, state.size) };
    },
    choices({ item }, { what, prompt }) {
      const { entities } = world.index;
      if (what === 'split') {
        const typed = prompt.text.toLowerCase();
        const spellings = entities[item]?.aliases.map(({ text }) => text) ?? [];
        return spellings.filter((text) => text.toLowerCase().includes(typed)).slice(0, MOST_CHOICES);
      }
      const answer = searching.known(prompt.text) ?? world.search.findNow(prompt.text);
      const found = answer.entities?.records ?? [];
      const others = found.filter((entity) => (what === 'speaker' || entity !== item) && !entities[entity]?.hidden);
      return others.slice(0, MOST_CHOICES).map((entity) => entities[entity]?.name ?? '');
    },
  };
  return env;
}

function withoutRows({ articles }: Compared): Comparison {
  const together = articles.map((article) => [article]);
  return { articles, together, rows: [], speakers: [], degraded: [], copies: [] };
}

/** Remembers the last value, as long as what it depends on is the same. */
function latestOf<T>(): (on: readonly unknown[], work: () => T) => T {
  let last: { readonly on: readonly unknown[]; readonly value: T } | undefined;
  return (on, work) => {
    if (!last || last.on.some((its, i) => its !== on[i])) last = { on, value: work() };
    return last.value;
  };
}
