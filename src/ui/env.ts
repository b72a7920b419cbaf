import { type Comparison, compareArticles } from '../compare/comparison.ts';
import { type Bookmark, type Placed, placed } from '../index/bookmarks.ts';
import { NOTHING_ASKED } from '../search/answer.ts';
import { type Completions, completerOf } from './complete.ts';
import type { Size } from './layout.ts';
import { type CompareLayout, layoutComparison } from './present/compare.ts';
import { layoutArticle, type ReadLayout } from './present/read.ts';
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
  comparison(articles: readonly number[]): Comparison;
  compareLayout(compare: CompareState, size: Size): CompareLayout;
  readLayout(state: State, read: ReadState): ReadLayout;
  /** What the word before the cursor of the prompt can be completed to. */
  completions(prompt: Prompt): Completions | null;
  /** Bookmarks found again in this world. */
  placed(bookmarks: readonly Bookmark[]): Placed;
  /** The names to choose from when one is asked for, by what is typed; at most {@link MOST_CHOICES}. */
  choices(correcting: Correcting, ask: Ask): readonly string[];
}

const MOST_CHOICES = 9;

/** The environment of a world. */
export function envOf(world: World, searching = searchingOf(world.search)): Env {
  /** The latest answer: what is shown until there is a newer one. */
  let latest = NOTHING_ASKED;
  const visible = rememberVisible();
  const comparisons = new Map<string, Comparison>();
  let laid: { readonly key: string; readonly layout: CompareLayout } | undefined;
  let page: { readonly key: string; readonly layout: ReadLayout } | undefined;
  let found: { readonly bookmarks: readonly Bookmark[]; readonly placed: Placed } | undefined;
  const complete = completerOf(world);
  let completed: { readonly prompt: Prompt; readonly found: Completions | null } | undefined;
  const env: Env = {
    world,
    searching,
    visible(asked) {
      latest = searching.known(asked.answered) ?? latest;
      return visible(world, latest, asked);
    },
    comparison(articles) {
      const key = articles.join(' ');
      const known = comparisons.get(key) ?? compareArticles(world.index, articles);
      comparisons.set(key, known);
      return known;
    },
    compareLayout(compare, size) {
      const { articles, column, show, kind } = compare;
      const key = [articles.join(' '), column, show, kind, size.columns].join('/');
      if (laid?.key !== key)
        laid = { key, layout: layoutComparison(world, env.comparison(compare.articles), compare, size) };
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
    completions(prompt) {
      if (completed?.prompt !== prompt) completed = { prompt, found: complete(prompt) };
      return completed.found;
    },
    placed(bookmarks) {
      if (found?.bookmarks !== bookmarks) found = { bookmarks, placed: placed(world.index, bookmarks) };
      return found.placed;
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
