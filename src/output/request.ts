import type { Index } from '../index/access.ts';
import type { Ref, Story } from '../model.ts';
import type { Rank } from '../search/ranks.ts';

/** Which of an index's articles, entities and quotes are printed. */
export interface Chosen {
  readonly article: (article: number) => boolean;
  readonly entity: (entity: number) => boolean;
  readonly quote: (quote: Ref) => boolean;
}

/** Everything. */
export const EVERYTHING: Chosen = { article: () => true, entity: () => true, quote: () => true };

/** What the command line asks of a command. */
export interface Request {
  readonly index: Index;
  readonly chosen: Chosen;
  /** The one story that is asked for, by `--story`. */
  readonly story: Story | null;
  /** The words that the command itself takes: the query of `search`, the name of `entities --explain`. */
  readonly words: string;
  /** How `search` ranks. */
  readonly rank: Rank;
}

/** All that an index knows. */
export function everythingOf(index: Index, words = ''): Request {
  return { index, chosen: EVERYTHING, story: null, words, rank: 'meant' };
}

/** The articles asked for, in order: those of the story, if one is named, that are chosen. */
export function articlesAsked({ index, chosen, story }: Request): readonly number[] {
  return (story?.articles ?? [...index.articles.keys()]).filter(chosen.article);
}
