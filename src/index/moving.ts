import type { AnnotatedArticle, Ref, Span } from '../model.ts';
import type { Index } from './access.ts';
import type { Links } from './links.ts';

/** An index with what belongs together in it. */
export interface Numbered {
  readonly index: Index;
  readonly links: Pick<Links, 'quotes' | 'firstQuote' | 'outletOf'>;
}

/**
 * Where what has a number in one index is found in another of the same corpus, by what it means. `undefined` is what is
 * not there any more.
 */
export interface Moving {
  /** An article: by its path; one that was renamed, or a record that moved within its file, by its text. */
  article(number: number): number | undefined;
  /** A place in an article that is there still: where the same words stand nearest; else where what is around it ends. */
  place(article: number, offset: number): number;
  /** A stretch of an article that is there still: the same words, nearest. */
  span(article: number, span: Span): Span | undefined;
  /** A quote: the same words of its article, nearest. */
  quote(ref: Ref): Ref | undefined;
  /** A quote by its number in the links. */
  quoteNumber(number: number): number | undefined;
  /** An entity: the one that most of its mentions are of now; of a name alone where none is left. */
  entity(number: number): number | undefined;
  /** A story: the one that most of its articles are of now. */
  story(number: number): number | undefined;
  /** An outlet: the one that most of its articles are of now. */
  outlet(number: number): number | undefined;
  /** The articles that were not there before. */
  added(): readonly number[];
}

/** As many characters tell a place in a text apart from others; then fewer, where some of them were edited. */
const TELLING = [40, 16];
/** So many mentions of an entity are asked what they are of. */
const ASKED = 64;

/** How what stands in `before` is found in `after`. */
export function movingBetween(before: Numbered, after: Numbered): Moving {
  const paths = new Map(after.index.articles.map(({ article }, number) => [article.path, number]));
  const known = new Map<number, number | undefined>();
  const texts = new Map<number, Alignment>();
  /** What came to a path where its text was not before, by its text. */
  let arrived: Map<string, number> | undefined;

  const textOf = ({ index }: Numbered, number: number) => index.articles[number]?.article.text ?? '';
  function arrivedWith(text: string): number | undefined {
    if (!arrived) {
      const old = new Map(before.index.articles.map(({ article }) => [article.path, article]));
      arrived = new Map();
      for (const [number, { article }] of after.index.articles.entries())
        if (old.get(article.path)?.text !== article.text && !arrived.has(article.text))
          arrived.set(article.text, number);
    }
    return arrived.get(text);
  }
  function found(number: number): number | undefined {
    const its = before.index.articles[number]?.article;
    if (!its) return undefined;
    const there = paths.get(its.path);
    const isRecord = its.path.includes('#');
    if (there !== undefined && (!isRecord || textOf(after, there) === its.text)) return there;
    const moved = arrivedWith(its.text);
    // A record's place in its file is no name: the others of the file may have moved along.
    if (moved !== undefined && (there === undefined || after.index.articles[moved]!.article.file === its.file))
      return moved;
    return there;
  }
  function aligned(number: number): Alignment {
    const its = texts.get(number) ?? alignment(textOf(before, number), textOf(after, moving.article(number) ?? -1));
    texts.set(number, its);
    return its;
  }
  /** Of the items of the article as it is now the one with the same words that stands nearest to where it stood. */
  function item(ref: Ref, kind: 'mentions' | 'quotes'): Ref | undefined {
    const article = moving.article(ref.article);
    const its = before.index.articles[ref.article]?.annotations[kind][ref.item];
    if (article === undefined || !its) return undefined;
    const there = after.index.articles[article]!;
    const at = nearest(
      there,
      kind,
      wordsOf(before.index.articles[ref.article]!, its),
      aligned(ref.article).place(its.start),
    );
    return at < 0 ? undefined : { article, item: at };
  }

  const moving: Moving = {
    article(number) {
      if (!known.has(number)) known.set(number, found(number));
      return known.get(number);
    },
    place: (article, offset) => aligned(article).place(offset),
    span(article, { start, end }) {
      const there = moving.article(article);
      if (there === undefined) return undefined;
      const from = aligned(article).find(start, end - start);
      return from < 0 ? undefined : { start: from, end: from + end - start };
    },
    quote: (ref) => item(ref, 'quotes'),
    quoteNumber(number) {
      const ref = before.links.quotes[number];
      const there = ref && moving.quote(ref);
      return there && (after.links.firstQuote[there.article] ?? 0) + there.item;
    },
    entity(number) {
      const its = before.index.entities[number];
      if (!its) return undefined;
      const now = its.mentions.slice(0, ASKED).map((ref) => {
        const there = item(ref, 'mentions');
        return there && after.index.entityOf[there.article]?.[there.item];
      });
      const most = mostOf(now);
      if (most !== undefined) return most;
      const { entities } = after.index;
      const same = entities.findIndex(({ id, type }) => id === its.id && type === its.type);
      return same < 0 ? undefined : same;
    },
    story(number) {
      const its = before.index.stories[number]?.articles ?? [];
      return mostOf(its.map((article) => after.index.storyOf[moving.article(article) ?? -1]));
    },
    outlet(number) {
      const its = [...before.links.outletOf.keys()].filter((article) => before.links.outletOf[article] === number);
      return mostOf(its.map((article) => after.links.outletOf[moving.article(article) ?? -1]));
    },
    added() {
      const there = new Set(before.index.articles.map((_, number) => moving.article(number)));
      return [...after.index.articles.keys()].filter((number) => !there.has(number));
    },
  };
  return moving;
}

/** What comes most often, of those that come equally often the first; nothing counts for nothing. */
function mostOf(numbers: readonly (number | undefined)[]): number | undefined {
  const counts = new Map<number, number>();
  for (const number of numbers)
    if (number !== undefined && number >= 0) counts.set(number, (counts.get(number) ?? 0) + 1);
  let most: number | undefined;
  for (const [number, count] of counts) if (count > (counts.get(most ?? -1) ?? 0)) most = number;
  return most;
}

function wordsOf({ article }: AnnotatedArticle, { start, end }: Span): string {
  return article.text.slice(start, end);
}

function nearest(article: AnnotatedArticle, kind: 'mentions' | 'quotes', words: string, place: number): number {
  let best = -1;
  let distance = Number.POSITIVE_INFINITY;
  article.annotations[kind].forEach((its, i) => {
    const far = Math.abs(its.start - place);
    if (far >= distance || its.end - its.start !== words.length || wordsOf(article, its) !== words) return;
    best = i;
    distance = far;
  });
  return best;
}

/** Where in a text stands what stood in the text before. */
interface Alignment {
  /** Where words stand that stood at a place; -1 where they are not. */
  find(offset: number, length: number): number;
  /** A place: see {@link Moving.place}. */
  place(offset: number): number;
}

const AS_BEFORE: Alignment = { find: (offset) => offset, place: (offset) => offset };

/**
 * What both texts begin with and what both end with stays in its place. Between, words are looked for, and of several
 * places that have them the one nearest to where they stood is taken.
 */
function alignment(before: string, after: string): Alignment {
  if (before === after) return AS_BEFORE;
  const shorter = Math.min(before.length, after.length);
  const shift = after.length - before.length;
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  /** Counted from either end it is the same place; which end is nearer goes first. */
  function inPlace(offset: number, words: string): number {
    const places = offset < head ? [offset, offset + shift] : [offset + shift, offset];
    return places.find((at) => at >= 0 && after.startsWith(words, at)) ?? -1;
  }
  function elsewhere(offset: number, words: string): number {
    const far = (at: number) => Math.min(Math.abs(at - offset), Math.abs(at - offset - shift));
    let best = -1;
    for (let at = after.indexOf(words); at >= 0; at = after.indexOf(words, at + 1))
      if (best < 0 || far(at) < far(best)) best = at;
    return best;
  }
  const wordsAt = (offset: number, length: number) => before.slice(offset, offset + length);
  return {
    find(offset, length) {
      const words = wordsAt(offset, length);
      const at = inPlace(offset, words);
      return at >= 0 ? at : elsewhere(offset, words);
    },
    place(offset) {
      for (const look of [inPlace, elsewhere])
        for (const length of TELLING) {
          const at = look(offset, wordsAt(offset, length));
          if (at >= 0) return at;
        }
      return Math.min(head, after.length);
    },
  };
}
