import type { AnnotatedArticle, Ref, Span } from '../model.ts';
import type { Index } from './access.ts';
import { countedOnce } from './counting.ts';
import { wholeNumbers } from './grouping/growing.ts';
import { Lists, OccurrencesOf } from './lists.ts';
import { atOnce, type Paused } from './paused.ts';
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
  /** Per quote: the entity that says it; -1 where none is known. */
  readonly speakerOf: Int32Array;
  /** Of each entity the articles that mention it, and how often. */
  readonly mentionsIn: OccurrencesOf;
  /** Per entity: how many sources name it, copies of one text counted once. */
  readonly namedIn: Int32Array;
  /** How many sources there are, counted so. */
  readonly texts: number;
  /** Per article: the number of its outlet, in order of first article; where it is not known the article is its own. */
  readonly outletOf: Int32Array;
  /** How many different outlets there are. */
  readonly outlets: number;
  /** Of each article the entities mentioned, in order of first mention. */
  readonly entitiesOf: Lists;
  /** Of each entity the numbers of the quotes it speaks. */
  readonly quotesBy: Lists;
  /** Of each entity the numbers of the quotes that mention it, in their words or in the sentence around them. */
  readonly quotesAbout: Lists;
  /** Of each quote the entities that it mentions, in its words or in the sentence around them. */
  readonly mentionedIn: Lists;
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
  const named = wholeNumbers();
  const namedTimes = wholeNumbers();
  const namedEnds = new Int32Array(index.articles.length);
  const about = wholeNumbers();
  const aboutEnds = wholeNumbers();
  const speakers = wholeNumbers();
  for (const [article, its] of index.articles.entries()) {
    const of = index.entityOf[article] ?? new Int32Array();
    const times = new Map<number, number>();
    for (const entity of of) if (entity >= 0) times.set(entity, (times.get(entity) ?? 0) + 1);
    for (const [entity, count] of times) {
      named.push(entity);
      namedTimes.push(count);
    }
    namedEnds[article] = named.length;
    firstQuote.push(quotes.length);
    const outline = outlineOf(its);
    for (let item = 0, at = 0; at < outline.length; item++, at += OUTLINE) {
      quotes.push({ article, item });
      marked.push(outline[at]!);
      const speaker = speakerIn(index, article, item, outline[at + 1]!);
      speakers.push(speaker);
      const met = new Set<number>();
      for (let m = outline[at + 2]!; m < outline[at + 3]!; m++) {
        const entity = of[m];
        if (entity !== undefined && !(speaker >= 0 && speaker === entity)) met.add(entity);
      }
      for (const entity of met) about.push(entity);
      aboutEnds.push(about.length);
    }
    yield;
  }
  firstQuote.push(quotes.length);
  const count = index.entities.length;
  const entitiesOf = new Lists(namedEnds, named.finished());
  const mentionedIn = new Lists(aboutEnds.finished(), about.finished());
  const speakerOfQuote = speakers.finished();
  const speakerOfEach = new Lists(
    Int32Array.from({ length: quotes.length }, (_, quote) => quote + 1),
    speakerOfQuote,
  );
  yield;
  const namedBy = yield* entitiesOf.inverse(count);
  const namedIn = new Int32Array(count);
  for (let entity = 0; entity < count; entity++) {
    namedIn[entity] = countedOnce(index, namedBy.of(entity)).length;
    if (entity % STRETCH === 0) yield;
  }
  return {
    quotes,
    marked: Uint8Array.from(marked),
    markedQuotes: marked.filter((it) => it === 1).length,
    firstQuote: Int32Array.from(firstQuote),
    speakerOf: speakerOfQuote,
    mentionsIn: new OccurrencesOf(namedBy, yield* timesOf(entitiesOf, namedTimes.finished(), namedBy)),
    namedIn,
    texts: countedOnce(index, index.articles.keys()).length,
    ...(yield* outletsOf(index)),
    entitiesOf,
    quotesBy: yield* speakerOfEach.inverse(count),
    quotesAbout: yield* mentionedIn.inverse(count),
    mentionedIn,
  };
}

/** Numbers of a quote in {@link outlineOf}. */
const OUTLINE = 4;
const outlines = new WeakMap<AnnotatedArticle, Int32Array>();

/**
 * Of each quote of an article what its links are made of: whether it has marks, the mention that says it or -1, and from
 * which mention to before which it reaches. It is remembered: of most articles an index that follows another has the same.
 */
function outlineOf(article: AnnotatedArticle): Int32Array {
  const known = outlines.get(article);
  if (known) return known;
  const { mentions, sentences, quotes } = article.annotations;
  const outline = new Int32Array(OUTLINE * quotes.length);
  let nearest = 0;
  quotes.forEach((quote, item) => {
    const { start, end } = reachOf(sentences, quote);
    // Quotes stand in order, so what ends before this one begins is of no interest to the next either.
    while (nearest < mentions.length && (mentions[nearest]?.end ?? 0) <= start) nearest++;
    let beyond = nearest;
    while (beyond < mentions.length && (mentions[beyond]?.start ?? end) < end) beyond++;
    const speaker = quote.speaker.kind === 'named' ? quote.speaker.mention : -1;
    outline.set([quote.kind === 'indirect' ? 0 : 1, speaker, nearest, beyond], OUTLINE * item);
  });
  outlines.set(article, outline);
  return outline;
}

/** The entity that says a quote, as `speakerOf` has it; -1 where none is known. @param mention that says it, or -1 */
function speakerIn({ speakers, entityOf, entities }: Index, article: number, item: number, mention: number): number {
  const said = speakers.size > 0 ? speakers.get(`${article} ${item}`) : undefined;
  const entity = said === undefined ? (entityOf[article]?.[mention] ?? -1) : (said ?? -1);
  return entity < entities.length ? entity : -1;
}

/** So many entities are counted between two pauses. */
const STRETCH = 512;

/** How often each entity is mentioned, put in the order of the articles that mention it. */
function* timesOf(entitiesOf: Lists, times: Int32Array, namedBy: Lists): Paused<Lists> {
  const ends = new Int32Array(namedBy.length);
  let end = 0;
  for (let entity = 0; entity < ends.length; entity++) {
    end += namedBy.of(entity).length;
    ends[entity] = end;
  }
  const next = ends.map((to, entity) => to - namedBy.of(entity).length);
  const numbers = new Int32Array(end);
  for (let article = 0, at = 0; article < entitiesOf.length; article++) {
    for (const entity of entitiesOf.of(article)) numbers[next[entity]!++] = times[at++]!;
    if (article % STRETCH === 0) yield;
  }
  return new Lists(ends, numbers);
}

function* outletsOf({ articles }: Index): Paused<Pick<Links, 'outletOf' | 'outlets'>> {
  const numbers = new Map<string, number>();
  const outletOf = new Int32Array(articles.length);
  for (const [i, { article }] of articles.entries()) {
    const { outlet, path } = article;
    const name = outlet ? `outlet ${outlet.value}` : `file ${path}`;
    const known = numbers.get(name) ?? numbers.size;
    numbers.set(name, known);
    outletOf[i] = known;
    if (i % STRETCH === 0) yield;
  }
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
