import { keyFor } from '../commands.ts';
import type { State } from '../state.ts';
import type { PaneRows } from '../visible.ts';
import type { World } from '../world.ts';

/** "5 sources", or of how many where search or filters leave some out, and what does; `which` says more of the noun. */
export function listedWords(
  count: number,
  total: number,
  noun: string,
  { answered, filters }: Pick<State, 'answered' | 'filters'>,
  which = '',
): string {
  const plural = `${noun}${total === 1 ? '' : 's'}${which}`;
  if (count === total) return `${total} ${plural}`;
  const why = [...(answered === '' ? [] : ['the search']), ...(filters.length > 0 ? ['the filters'] : [])];
  return `${count} of ${total} ${plural}${why.length > 0 ? `, by ${why.join(' and ')}` : ''}`;
}

/** Says of a count that more articles are being read, while they are. */
export function soFar({ isPart }: Pick<World, 'isPart'>): string {
  return isPart ? ' so far' : '';
}

/** The quotes that are listed, and of what kind where others are not shown: a search or a part may ask for all. */
export function listedQuotes(world: World, quotes: PaneRows, state: Pick<State, 'answered' | 'filters'>): string {
  const { links } = world;
  const which = quotes.total < links.quotes.length ? ' in quotation marks' : '';
  return `${listedWords(quotes.items.length, quotes.total, 'quote', state, which)}${soFar(world)}`;
}

/** Why no quote is there at all: none was found, or only what is said without quotation marks, which is not shown. */
export function noQuotesFound({ links }: World, { indirect }: Pick<State, 'indirect'>): string {
  if (indirect || links.quotes.length === 0) return 'No quotes were found in these articles.';
  return `Nothing in quotation marks; ${keyFor('indirect', 'panes')} shows what is said without.`;
}
