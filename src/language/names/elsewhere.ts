import type { Article, Tokens } from '../../model.ts';
import type { Chunk } from './labels.ts';

/** What an article says in other places of words that stand in it. */
export interface Elsewhere {
  /** The type that tokens `first` up to `end` most often have where they are a name by themselves. */
  typeOf(first: number, end: number): number | undefined;
}

/** What has more tokens is no name that would be found elsewhere by itself. */
const LONGEST = 32;

/** Remembers the names of an article by their words, without regard to case. */
export function elsewhereOf(chunks: readonly Chunk[], article: Article, tokens: Tokens): Elsewhere {
  const textOf = (first: number, end: number) =>
    article.text.slice(tokens.start[first]!, tokens.end[end - 1]!).toLowerCase();
  const counts = new Map<string, Map<number, number>>();
  for (const { first, end, type } of chunks) {
    if (end - first > LONGEST) continue;
    const text = textOf(first, end);
    const types = counts.get(text) ?? new Map<number, number>();
    counts.set(text, types);
    types.set(type, (types.get(type) ?? 0) + 1);
  }
  return {
    typeOf(first, end) {
      if (end <= first || end - first > LONGEST) return undefined;
      const types = counts.get(textOf(first, end));
      let best: number | undefined;
      for (const [type, count] of types ?? []) if (count > (best === undefined ? 0 : types!.get(best)!)) best = type;
      return best;
    },
  };
}
