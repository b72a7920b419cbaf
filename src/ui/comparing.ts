import { type Compared, type Comparison, comparing } from '../compare/comparison.ts';
import type { Index } from '../index/access.ts';
import { atOnce, inSlices } from '../search/slices.ts';
import { otherThings } from './searching.ts';

/** So many articles are compared before anything is drawn; more are set side by side in slices between keys. */
const AT_ONCE = 5;
/** Comparisons that are remembered: one goes to and fro between a few. */
const REMEMBERED = 6;

/** Sets articles side by side without ever keeping a key waiting. */
export interface Comparing {
  /** The comparison, if it is known or can be had at once. */
  known(asked: Compared): Comparison | undefined;
  /** Works on it in slices; false when that was broken off. Then it is known. */
  find(asked: Compared, broken: AbortSignal): Promise<boolean>;
}

/** Comparing as the side-by-side view needs it. */
export function comparingOf(index: Index, most = AT_ONCE): Comparing {
  const known = new Map<string, Comparison>();
  const remember = (key: string, comparison: Comparison) => {
    known.delete(key);
    known.set(key, comparison);
    const [oldest] = known.keys();
    if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
    return comparison;
  };
  return {
    known(asked) {
      const key = keyOf(asked);
      const found = known.get(key);
      if (found) return remember(key, found);
      if (asked.articles.length > most) return undefined;
      return remember(key, atOnce(comparing(index, asked)));
    },
    async find(asked, broken) {
      const found = await inSlices(comparing(index, asked), otherThings, broken);
      if (found) remember(keyOf(asked), found);
      return found !== undefined;
    },
  };
}

/** Equal for what is one comparison. */
export function keyOf({ articles, apart, about, quotes }: Compared): string {
  return JSON.stringify([articles, apart === true, about ?? null, quotes ?? null]);
}
