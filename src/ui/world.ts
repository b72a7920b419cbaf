import type { Index } from '../index/build.ts';
import { type Correction, corrected } from '../index/corrections.ts';
import { type Links, linksOf } from '../index/links.ts';
import { type Search, searchOf } from '../search/search.ts';

/** What the screen shows of: the index and what is derived from it once. Nothing here changes while it is shown. */
export interface World {
  /** What was opened, in words: "seeds". */
  readonly title: string;
  /** With the corrections applied. */
  readonly index: Index;
  readonly links: Links;
  readonly search: Search;
  readonly corrections: readonly Correction[];
  /** In words, what of the corrections could not be applied. */
  readonly problems: readonly string[];
}

/** The world of an index as it was built, corrected by its reader. */
export function worldOf(built: Index, title: string, corrections: readonly Correction[] = []): World {
  const { index, problems } = corrected(built, corrections);
  const links = linksOf(index);
  return { title, index, links, search: searchOf(index, links), corrections, problems };
}
