import type { AnnotatedArticle, Article } from '../model.ts';
import type { Index } from './access.ts';
import type { Copies } from './copies.ts';

/**
 * Per article the one that its text is counted at: itself, or of copies of one text the fullest of them, of equal ones
 * the first. What many outlets print of one agency's text is told once, however often it is printed.
 */
export function textsOf(articles: readonly AnnotatedArticle[], copies: readonly Copies[]): Int32Array {
  const textOf = Int32Array.from(articles, (_, article) => article);
  for (const { articles: group } of copies) {
    const fullest = group.reduce((best, article) =>
      lengthOf(articles[article]!.article) > lengthOf(articles[best]!.article) ? article : best,
    );
    for (const article of group) textOf[article] = fullest;
  }
  return textOf;
}

/** Articles stay the same objects while others change. */
const lengths = new WeakMap<Article, number>();

function lengthOf(article: Article): number {
  let length = lengths.get(article);
  if (length === undefined) {
    length = article.paragraphs.reduce((sum, { start, end }) => sum + end - start, 0);
    lengths.set(article, length);
  }
  return length;
}

/**
 * Of the articles that have something those that count, in their order: one of each text, where it has it the one that
 * the text is counted at. Every number of sources or outlets is a number of these.
 */
export function countedOnce({ textOf }: Pick<Index, 'textOf'>, articles: Iterable<number>): readonly number[] {
  const its = [...articles];
  const counted = new Map<number, number>();
  for (const article of its) {
    const text = textOf[article] ?? article;
    if (!counted.has(text) || article === text) counted.set(text, article);
  }
  return counted.size === its.length
    ? its
    : its.filter((article) => counted.get(textOf[article] ?? article) === article);
}

/** The same index with every copy counted: the reader wants to know how often something was printed. */
export function withCopiesCounted(index: Index): Index {
  return { ...index, textOf: Int32Array.from(index.articles, (_, article) => article) };
}

const groups = new WeakMap<readonly Copies[], ReadonlyMap<number, Copies>>();

/** The other articles that print an article's text, and the share that the least alike of them have in common. */
export function copiesOf({ copies }: Pick<Index, 'copies'>, article: number): Copies | undefined {
  let groupOf = groups.get(copies);
  if (!groupOf) {
    // Where an article is in several the first holds.
    groupOf = new Map(copies.toReversed().flatMap((group) => group.articles.map((its) => [its, group] as const)));
    groups.set(copies, groupOf);
  }
  const group = groupOf.get(article);
  return group && { ...group, articles: group.articles.filter((other) => other !== article) };
}
