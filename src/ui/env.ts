import type { Compared, Comparison } from '../compare/comparison.ts';
import { NOTHING_ASKED } from '../search/answer.ts';
import { type Comparing, comparingOf, keyOf } from './comparing.ts';
import type { Size } from './layout.ts';
import { type CompareLayout, layoutComparison } from './present/compare.ts';
import { layoutArticle, type ReadLayout } from './present/read.ts';
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
  compareLayout(compare: CompareState, size: Size): CompareLayout;
  readLayout(state: State, read: ReadState): ReadLayout;
  /** The names to choose from when one is asked for, by what is typed; at most {@link MOST_CHOICES}. */
  choices(correcting: Correcting, ask: Ask): readonly string[];
}

const MOST_CHOICES = 9;

/** The environment of a world. */
export function envOf(world: World, searching = searchingOf(world.search), comparing = comparingOf(world.index)): Env {
  /** The latest answer: what is shown until there is a newer one. */
  let latest = NOTHING_ASKED;
  const visible = rememberVisible();
  let laid: { readonly key: string; readonly of: Comparison; readonly layout: CompareLayout } | undefined;
  /** One value for each comparison that is not known yet, so that it is laid out once. */
  let awaited: { readonly key: string; readonly comparison: Comparison } | undefined;
  let page: { readonly key: string; readonly layout: ReadLayout } | undefined;
  const env: Env = {
    world,
    searching,
    visible(asked) {
      latest = searching.known(asked.answered) ?? latest;
      return visible(world, latest, asked);
    },
    comparing,
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
    readLayout(state, { article, marking, at }) {
      const key = JSON.stringify([article, marking, at, state.answered, state.size.columns]);
      if (page?.key !== key) {
        const { hits } = env.visible(state).sources;
        page = { key, layout: layoutArticle(world, article, marking, at, hits, state.size) };
      }
      return page.layout;
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
