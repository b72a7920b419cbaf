import type { Ref, Span } from '../model.ts';
import { type Index, speakerOf } from './access.ts';
import { countedOnce } from './counting.ts';
import { atOnce, mapped, type Paused } from './paused.ts';
import { lowest } from './terms/reading.ts';

/** What of the index belongs together, counted once: the panes filter each other by it. */
export interface Links {
  /** Every quote, by article and then by place. The panes know a quote by its number here. */
  readonly quotes: readonly Ref[];
  /** Per quote: 1 where it has quotation marks, 0 where it is indirect. */
  readonly marked: Uint8Array;
  /** How many quotes have marks. */
  readonly markedQuotes: number;
  /** Per article: the number of its first quote in `quotes`; one more at the end. */
  readonly firstQuote: Int32Array;
  /** Per entity: article → how often it is mentioned there. */
  readonly mentionsIn: readonly ReadonlyMap<number, number>[];
  /** Per entity: how many sources name it, copies of one text counted once. */
  readonly namedIn: Int32Array;
  /** How many sources there are, counted so. */
  readonly texts: number;
  /** Per article: the number of its outlet, in order of first article; where it is not known the article is its own. */
  readonly outletOf: Int32Array;
  /** How many different outlets there are. */
  readonly outlets: number;
  /** Per article: the entities mentioned, in order of first mention. */
  readonly entitiesOf: readonly (readonly number[])[];
  /** Per entity: the numbers of the quotes it speaks. */
  readonly quotesBy: readonly (readonly number[])[];
  /** Per entity: the numbers of the quotes that mention it, in their words or in the sentence around them. */
  readonly quotesAbout: readonly (readonly number[])[];
  /** Per quote: the entities that it mentions, in its words or in the sentence around them. */
  readonly mentionedIn: readonly (readonly number[])[];
}

/** Works out the links of an index, in one pass over its mentions and quotes. */
export function linksOf(index: Index): Links {
  return atOnce(linking(index));
}

/** The same with pauses. */
export function* linking(index: Index): Paused<Links> {
  const quotes: Ref[] = [];
  const marked: number[] = [];
  const firstQuote: number[] = [];
  const mentionedIn: number[][] = [];
  const mentionsIn = index.entities.map(() => new Map<number, number>());
  const quotesBy: number[][] = index.entities.map(() => []);
  const quotesAbout: number[][] = index.entities.map(() => []);
  const entitiesOf = yield* mapped(index.articles, ({ annotations }, article) => {
    const of = index.entityOf[article] ?? new Int32Array();
    for (const entity of of) {
      const counts = mentionsIn[entity];
      counts?.set(article, (counts.get(article) ?? 0) + 1);
    }
    firstQuote.push(quotes.length);
    const { mentions } = annotations;
    let nearest = 0;
    annotations.quotes.forEach((quote, item) => {
      const number = quotes.length;
      quotes.push({ article, item });
      marked.push(quote.kind === 'indirect' ? 0 : 1);
      const who = speakerOf(index, { article, item });
      if (who.kind === 'named') quotesBy[who.entity]?.push(number);
      const { start, end } = reachOf(annotations.sentences, quote);
      // Quotes stand in order, so what ends before this one begins is of no interest to the next either.
      while (nearest < mentions.length && (mentions[nearest]?.end ?? 0) <= start) nearest++;
      const about = new Set<number>();
      for (let m = nearest; m < mentions.length && (mentions[m]?.start ?? end) < end; m++) {
        const entity = of[m];
        if (entity !== undefined && !(who.kind === 'named' && who.entity === entity)) about.add(entity);
      }
      mentionedIn.push([...about]);
      for (const entity of about) quotesAbout[entity]?.push(number);
    });
    return [...new Set(of)].filter((entity) => entity >= 0);
  });
  firstQuote.push(quotes.length);
  return {
    quotes,
    marked: Uint8Array.from(marked),
    markedQuotes: marked.filter((it) => it === 1).length,
    firstQuote: Int32Array.from(firstQuote),
    mentionsIn,
    namedIn: Int32Array.from(mentionsIn, (counts) => countedOnce(index, counts.keys()).length),
    texts: countedOnce(index, index.articles.keys()).length,
    ...outletsOf(index),
    entitiesOf,
    quotesBy,
    quotesAbout,
    mentionedIn,
  };
}

function outletsOf({ articles }: Index): Pick<Links, 'outletOf' | 'outlets'> {
  const numbers = new Map<string, number>();
  const outletOf = Int32Array.from(articles, ({ article: { outlet, path } }) => {
    const name = outlet ? `outlet ${outlet.value}` : `file ${path}`;
    const known = numbers.get(name) ?? numbers.size;
    numbers.set(name, known);
    return known;
  });
  return { outletOf, outlets: numbers.size };
}

/** From the start of the sentence that a quote begins in to the end of the one it ends in. */
export function reachOf(sentences: readonly Span[], quote: Span): Span {
  const first = sentences[lowest(sentences.length, (i) => sentences[i]!.start > quote.start) - 1];
  const last = sentences[lowest(sentences.length, (i) => sentences[i]!.end >= quote.end)];
  return {
    start: Math.min(first?.start ?? quote.start, quote.start),
    end: Math.max(last?.end ?? quote.end, quote.end),
  };
}
