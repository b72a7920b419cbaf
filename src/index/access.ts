import {
  type AnnotatedArticle,
  type Entity,
  GUESS,
  type Mention,
  type Quote,
  type Ref,
  type Story,
  type Utterance,
} from '../model.ts';
import type { Copies } from './copies.ts';

/**
 * Everything known of a corpus, in memory. `articles` stand in the order of their paths; `Ref`s and the numbers in
 * stories index into it. The maps are the inverse of the lists, made once.
 */
export interface Index {
  readonly articles: readonly AnnotatedArticle[];
  readonly entities: readonly Entity[];
  readonly utterances: readonly Utterance[];
  readonly stories: readonly Story[];
  /** Per article, per mention: index into `entities`. */
  readonly entityOf: readonly Int32Array[];
  /** Per article, per quote: index into `utterances`. */
  readonly utteranceOf: readonly Int32Array[];
  /** Per article: index into `stories`. */
  readonly storyOf: Int32Array;
  /** The articles that print one text word for word. */
  readonly copies: readonly Copies[];
  /** Per article: the article that its text is counted at, see `counting.ts`. */
  readonly textOf: Int32Array;
  /** Speakers that the reader corrected: `article item` of the quote → index into `entities`, `null` for unknown. */
  readonly speakers: ReadonlyMap<string, number | null>;
}

/**
 * For each item of each article the number of the list that holds it, or -1.
 *
 * @param sizes how many items each article has
 */
export function inverseOf(sizes: readonly number[], lists: readonly (readonly Ref[])[]): readonly Int32Array[] {
  const of = sizes.map((size) => new Int32Array(size).fill(-1));
  lists.forEach((refs, i) => {
    for (const { article, item } of refs) {
      const column = of[article];
      if (column) column[item] = i;
    }
  });
  return of;
}

/** The text of a span of an article of the index. */
export function textAt(index: Index, article: number, span: { readonly start: number; readonly end: number }): string {
  return index.articles[article]?.article.text.slice(span.start, span.end) ?? '';
}

/** The mention that a reference means. */
export function mentionAt(index: Index, { article, item }: Ref): Mention {
  const mention = index.articles[article]?.annotations.mentions[item];
  if (!mention) throw new RangeError(`no mention ${article}/${item}`);
  return mention;
}

/** The quote that a reference means. */
export function quoteAt(index: Index, { article, item }: Ref): Quote {
  const quote = index.articles[article]?.annotations.quotes[item];
  if (!quote) throw new RangeError(`no quote ${article}/${item}`);
  return quote;
}

/** Who says a quote, as the index knows: an entity, a description, or nobody known. */
export type WhoSpeaks = (
  | { readonly kind: 'named'; readonly name: string; readonly entity: number }
  | { readonly kind: 'anonymous'; readonly name: string }
  | { readonly kind: 'unknown'; readonly name: null }
) & {
  /** How it is known, in a few words: the rule that found it, or the reader's correction. */
  readonly how: string;
  /** Found with so little confidence that it must be shown as a guess. */
  readonly guess: boolean;
};

/** The speaker of a quote, with the name to show. */
export function speakerOf(index: Index, ref: Ref): WhoSpeaks {
  const said = index.speakers.get(`${ref.article} ${ref.item}`);
  if (said !== undefined) {
    const known = { how: CORRECTED, guess: false };
    const name = said === null ? undefined : index.entities[said]?.name;
    return said === null || name === undefined
      ? { kind: 'unknown', name: null, ...known }
      : { kind: 'named', name, entity: said, ...known };
  }
  const { speaker, how, confidence } = quoteAt(index, ref);
  const known = { how, guess: confidence < GUESS };
  switch (speaker.kind) {
    case 'named': {
      const entity = index.entityOf[ref.article]?.[speaker.mention] ?? -1;
      const name = index.entities[entity]?.name;
      if (name !== undefined) return { kind: 'named', name, entity, ...known };
      return { kind: 'unknown', name: null, how, guess: false };
    }
    case 'anonymous':
      return { kind: 'anonymous', name: textAt(index, ref.article, speaker.description), ...known };
    case 'unknown':
      return { kind: 'unknown', name: null, how, guess: false };
  }
}

const CORRECTED = 'your correction';

/** What the reader should know: articles in which nothing could be found. */
export function analysisProblems({ articles }: Index): readonly string[] {
  return articles.flatMap(({ problem }) => problem ?? []);
}
