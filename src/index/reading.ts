import type { AnnotatedArticle, Entity, Span } from '../model.ts';
import { termOf, termsIn } from './words.ts';

/** Reads the terms of articles with what is known of the names in them. */
export interface Reading {
  /**
   * The terms of a stretch, a name counting as one word: the last of the fullest name it has anywhere. What two reports
   * share when both name the Organization for Security and Cooperation in Europe is one thing and not six, and
   * Zelensky is Zelenskyy.
   */
  readonly terms: (article: number, span: Span) => readonly number[];
  /** The entity that an article's mention names, -1 for none. */
  readonly entityOf: (article: number, mention: number) => number;
}

/** How articles whose mentions are linked are read. */
export function readingOf(articles: readonly AnnotatedArticle[], entities: readonly Entity[]): Reading {
  const columns = articles.map(({ annotations }) => new Int32Array(annotations.mentions.length).fill(-1));
  entities.forEach(({ mentions }, entity) => {
    for (const { article, item } of mentions) {
      const column = columns[article];
      if (column) column[item] = entity;
    }
  });
  const nameless = termOf('');
  const names = entities.map(({ name }) => termsIn(name, { start: 0, end: name.length }).at(-1) ?? nameless);
  const entityOf = (article: number, mention: number) => columns[article]?.[mention] ?? -1;
  const terms = (article: number, { start, end }: Span) => {
    const annotated = articles[article];
    if (!annotated) return [];
    const { text } = annotated.article;
    const { mentions } = annotated.annotations;
    const read: number[] = [];
    let at = start;
    for (let i = firstFrom(mentions, start); i < mentions.length && mentions[i]!.start < end; i++) {
      const mention = mentions[i]!;
      read.push(...termsIn(text, { start: at, end: mention.start }), names[entityOf(article, i)] ?? nameless);
      at = Math.min(end, mention.end);
    }
    return [...read, ...termsIn(text, { start: at, end })];
  };
  return { terms, entityOf };
}

/** The number of the first span that starts at a place of the text or after it; spans in order of `start`. */
export function firstFrom(spans: readonly Span[], place: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
