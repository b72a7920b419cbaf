import type { Index } from '../index/build.ts';
import { type Links, linksOf } from '../index/links.ts';
import { Search, searchOf } from '../search/search.ts';
import { inSlices } from '../search/slices.ts';
import { otherThings } from './searching.ts';

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

/** The same in slices, so that keys are answered meanwhile; ready for the first key that is typed. */
export async function worldInSlices(index: Index, title: string): Promise<World> {
  const links = linksOf(index);
  const search = new Search(index, links);
  await inSlices(search.build(), otherThings);
  await inSlices(search.warmUp(), otherThings);
  return { title, index, links, search };
}
