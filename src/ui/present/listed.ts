import type { State } from '../state.ts';

/** "5 sources", or of how many where search or filters leave some out, and what does. */
export function listedWords(
  count: number,
  total: number,
  noun: string,
  { answered, filters }: Pick<State, 'answered' | 'filters'>,
): string {
  const plural = `${noun}${total === 1 ? '' : 's'}`;
  if (count === total) return `${total} ${plural}`;
  const why = [...(answered === '' ? [] : ['the search']), ...(filters.length > 0 ? ['the filters'] : [])];
  return `${count} of ${total} ${plural}${why.length > 0 ? `, by ${why.join(' and ')}` : ''}`;
}
