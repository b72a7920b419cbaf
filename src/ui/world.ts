import type { Index } from '../index/build.ts';
import { type Links, linksOf } from '../index/links.ts';
import { type Search, searchOf } from '../search/search.ts';

/** What the screen shows of: the index and what is derived from it once. Nothing here changes while it is shown. */
export interface World {
  /** What was opened, in words: "seeds". */
  readonly title: string;
  readonly index: Index;
  readonly links: Links;
  readonly search: Search;
}

/** The world of an index. */
export function worldOf(index: Index, title: string): World {
  const links = linksOf(index);
  return { title, index, links, search: searchOf(index, links) };
}
