import { analysisProblems, type Index } from '../index/access.ts';
import type { Coming } from '../index/coming.ts';
import { type Correction, corrected } from '../index/corrections.ts';
import { type Links, linking, linksOf } from '../index/links.ts';
import type { Searches } from '../search/answer.ts';
import type { Rank } from '../search/ranks.ts';
import { searchBy } from '../search/search.ts';
import { atOnce, inSlices, type Paused } from '../search/slices.ts';
import { SearchWhenAsked } from '../search/when-asked.ts';
import { otherThings } from './searching.ts';

/** What the screen shows of: the index and what is derived from it once. Nothing here changes while it is shown. */
export interface World {
  /** What was opened, in words: "seeds". */
  readonly title: string;
  /** With the corrections applied. */
  readonly index: Index;
  readonly links: Links;
  readonly search: Searches;
  /** How hits are put in order. */
  readonly rank: Rank;
  readonly corrections: readonly Correction[];
  /** In words, what could not be read or analysed, and what of the corrections could not be applied. */
  readonly problems: readonly string[];
  /** Whether more articles are being read: stories, and what is one utterance, are not known yet. */
  readonly isPart: boolean;
}

/** What is known of an index besides. */
type Besides = Partial<Pick<Coming, 'isPart' | 'problems'>>;

/**
 * The world of an index as it was built, corrected by its reader.
 *
 * @param search of the world before: it is changed in place, and only where the corrections change anything
 */
export function worldOf(
  built: Index,
  title: string,
  corrections: readonly Correction[] = [],
  rank: Rank = 'meant',
  search: Searches = searchBy(rank),
  besides: Besides = {},
): World {
  const { index, problems } = corrected(built, corrections);
  const links = linksOf(index);
  atOnce(search.build(index, links));
  return { title, index, links, search, rank, corrections, ...alsoOf(index, problems, besides) };
}

/**
 * The same as soon as it can be shown: its search is made ready when it is first asked, or before that by
 * {@link Searches.warmUp}.
 */
export function worldToShow(built: Index, title: string, corrections: readonly Correction[], rank: Rank): World {
  const { index, problems } = corrected(built, corrections);
  const links = linksOf(index);
  const search = new SearchWhenAsked(searchBy(rank), index, links);
  return { title, index, links, search, rank, corrections, ...alsoOf(index, problems) };
}

/**
 * That in slices, so that keys are answered meanwhile.
 *
 * @param broken breaks it off: the promise is then rejected with the signal's reason
 */
export async function worldToShowInSlices(
  built: Index,
  title: string,
  corrections: readonly Correction[],
  rank: Rank = 'meant',
  broken?: AbortSignal,
  besides: Besides = {},
): Promise<World> {
  const { index, problems } = corrected(built, corrections);
  const links = await inSlices(linking(index), otherThings, broken);
  if (!links) throw broken?.reason;
  const search = new SearchWhenAsked(searchBy(rank), index, links);
  return { title, index, links, search, rank, corrections, ...alsoOf(index, problems, besides) };
}

/**
 * The whole in slices, ready for the first key that is typed.
 *
 * @param broken breaks it off: the promise is then rejected with the signal's reason
 * @param before the search of the world that is shown: what is in both is taken over from it, and it stays as it is
 */
export async function worldInSlices(
  built: Index,
  title: string,
  corrections: readonly Correction[],
  rank: Rank = 'meant',
  broken?: AbortSignal,
  besides: Besides = {},
  before?: Searches,
): Promise<World> {
  const { index, problems } = corrected(built, corrections);
  const prepared = await inSlices(preparing(index, rank, before), otherThings, broken);
  if (!prepared) throw broken?.reason;
  return { title, index, ...prepared, rank, corrections, ...alsoOf(index, problems, besides) };
}

function alsoOf(
  index: Index,
  uncorrected: readonly string[],
  { isPart = false, problems = [] }: Besides = {},
): Pick<World, 'problems' | 'isPart'> {
  return { isPart, problems: [...problems, ...analysisProblems(index), ...uncorrected] };
}

function* preparing(index: Index, rank: Rank, before?: Searches): Paused<Pick<World, 'links' | 'search'>> {
  const links = yield* linking(index);
  const search = before ? yield* before.next() : searchBy(rank);
  yield* search.build(index, links);
  if (!before) yield* search.warmUp();
  return { links, search };
}
