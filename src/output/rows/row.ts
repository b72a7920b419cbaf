import type { Index } from '../../index/access.ts';
import { countedOnce } from '../../index/counting.ts';
import type { Span } from '../../model.ts';

/** One line of output: what docs/schema says of each command. */
export type Row = Readonly<Record<string, unknown>>;

/** A place in a file and the characters that stand there. */
export interface Place extends Row {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A span of an article as every row gives it. */
export function placeOf(index: Index, article: number, { start, end }: Span): Place {
  const { path, text } = index.articles[article]!.article;
  return { path, start, end, text: text.slice(start, end) };
}

/** How many articles some things stand in, copies of one text counted once. */
export function articlesCounted(index: Index, its: readonly { readonly article: number }[]): number {
  return countedOnce(index, new Set(its.map(({ article }) => article))).length;
}

/** The outlet's name alone; `null` is unknown. */
export function outletOf(index: Index, article: number): string | null {
  return index.articles[article]?.article.outlet?.value ?? null;
}
