import type { AnnotatedArticle, Article, Entity, Span } from '../../model.ts';
import { type Page, pageOf } from './paragraphs.ts';
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

/** So many articles are kept open: many stretches of one are read in a row, or of those of one story by turns. */
const OPEN = 24;

/**
 * How articles whose mentions are linked are read.
 *
 * @param columns per article and mention the entity it names, where that is known already
 */
export function readingOf(
  articles: readonly AnnotatedArticle[],
  entities: readonly Entity[],
  columns: readonly Int32Array[] = entityColumns(articles, entities),
): Reading {
  const names = new Map<number, number>();
  const nameOf = (entity: number) => {
    let name = names.get(entity);
    if (name === undefined) {
      name = nameTermOf(entities[entity]?.name);
      names.set(entity, name);
    }
    return name;
  };
  const entityOf = (article: number, mention: number) => columns[article]?.[mention] ?? -1;
  return readingBy(
    (article) => articles[article],
    (article, mention) => nameOf(entityOf(article, mention)),
    entityOf,
  );
}

/** What a name counts as where it stands: its last word. */
export function nameTermOf(name = ''): number {
  return termsIn(name, { start: 0, end: name.length }).at(-1) ?? termOf('');
}

/**
 * The same from what is known of each mention.
 *
 * @param articleOf the article of a number
 * @param nameOf the term that a mention counts as
 * @param entityOf the entity that it names
 */
export function readingBy(
  articleOf: (article: number) => AnnotatedArticle | undefined,
  nameOf: (article: number, mention: number) => number,
  entityOf: (article: number, mention: number) => number,
): Reading {
  const pages = new Map<number, Page>();
  const pageAt = (number: number, article: Article) => {
    const known = pages.get(number);
    if (known) return known;
    if (pages.size >= OPEN) pages.clear();
    const page = pageOf(article);
    pages.set(number, page);
    return page;
  };
  const terms = (number: number, { start, end }: Span) => {
    const annotated = articleOf(number);
    if (!annotated) return [];
    const { article, annotations } = annotated;
    const open = pageAt(number, article);
    const { mentions } = annotations;
    const read: number[] = [];
    let at = start;
    for (let i = firstFrom(mentions, start); i < mentions.length && mentions[i]!.start < end; i++) {
      const mention = mentions[i]!;
      readInto(read, open, at, mention.start);
      read.push(nameOf(number, i));
      at = Math.min(end, mention.end);
    }
    readInto(read, open, at, end);
    return read;
  };
  return { terms, entityOf };
}

function entityColumns(articles: readonly AnnotatedArticle[], entities: readonly Entity[]): readonly Int32Array[] {
  const columns = articles.map(({ annotations }) => new Int32Array(annotations.mentions.length).fill(-1));
  entities.forEach(({ mentions }, entity) => {
    for (const { article, item } of mentions) {
      const column = columns[article];
      if (column) column[item] = entity;
    }
  });
  return columns;
}

/** Reads the terms of a stretch, also of one that begins or ends within a word or leaves the paragraphs. */
function readInto(read: number[], { article, starts, ends, terms }: Page, start: number, end: number): void {
  if (start >= end) return;
  const { paragraphs, text } = article;
  const paragraph = paragraphs[firstFrom(paragraphs, start + 1) - 1];
  if (!paragraph || end > paragraph.end) {
    for (const term of termsIn(text, { start, end })) read.push(term);
    return;
  }
  let i = lowest(starts.length, (word) => starts[word]! >= start);
  if (i > 0 && ends[i - 1]! > start) read.push(...termsIn(text, { start, end: Math.min(end, ends[i - 1]!) }));
  for (; i < terms.length && ends[i]! <= end; i++) read.push(terms[i]!);
  if (i < terms.length && starts[i]! < end) read.push(...termsIn(text, { start: starts[i]!, end }));
}

/** The number of the first span that starts at a place of the text or after it; spans in order of `start`. */
export function firstFrom(spans: readonly Span[], place: number): number {
  return lowest(spans.length, (i) => spans[i]!.start >= place);
}

/** The lowest number below `count` that is far enough, `count` when none is; all after one that is are so too. */
export function lowest(count: number, isFar: (i: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isFar(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
