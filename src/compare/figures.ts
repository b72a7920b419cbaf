import type { Index } from '../index/access.ts';
import type { ReportedEvent } from '../index/events.ts';
import { type Link, singleLinkage } from '../index/grouping/linkage.ts';
import type { Reading } from '../index/terms/reading.ts';
import { contentOf } from '../index/terms/words.ts';
import { type Figure, findFigures } from '../language/figures/figures.ts';
import { type ComparisonRow, type FigureVerdict, rowOf } from './row.ts';

/** A figure where it stands, and what tells what it is of. */
interface Placed {
  readonly article: number;
  readonly figure: Figure;
  /** Terms around it in its sentence, without its own. */
  readonly around: ReadonlySet<number>;
  /** The happening that its sentence reports, -1 for none that others report too. */
  readonly event: number;
}

/** So many characters on each side tell what a figure is of: a clause. */
const CLAUSE = 90;
/**
 * Terms that two figures must share around them to be of one thing: more where they cannot both be true, for to say
 * that outlets disagree who speak of two things is worse than not to say that they do; and where a sum or percentage
 * does not say of what.
 */
const SHARED = 1;
const SHARED_IF_UNLIKE = 3;
const SHARED_IF_BARE = 3;
/** What it is worth that both stand in passages on one happening. */
const SHARED_BY_EVENT = 2;

/**
 * One row for each figure, those of several articles together only where they count the same thing: the same kind and
 * unit, the same thing counted, both as being so or both as planned, in like words. What is told of as present and
 * what is planned never meet, nor do two figures that one article gives: it tells them apart.
 */
export function figureRows(
  index: Index,
  articles: readonly number[],
  reading: Reading,
  events: readonly ReportedEvent[],
): readonly ComparisonRow[] {
  const eventOf = new Map<string, number>();
  events.forEach(({ passages }, event) => {
    for (const { article, firstSentence, endSentence } of passages)
      for (let sentence = firstSentence; sentence < endSentence; sentence++)
        eventOf.set(`${article} ${sentence}`, event);
  });
  const placed = articles.flatMap((article) =>
    figuresOf(index, article, reading, (sentence) => eventOf.get(`${article} ${sentence}`) ?? -1),
  );
  const toldApart = (a: number, b: number) =>
    placed[a]!.article === placed[b]!.article && !overlap(placed[a]!.figure, placed[b]!.figure);
  return singleLinkage(placed.length, links(placed), toldApart).map(({ members, confidence }) => {
    const its = members.map((member) => placed[member]!);
    const parts = its.map(({ article, figure: { start, end, quote } }) => ({
      article,
      span: { start, end },
      quote: quote === null ? null : { article, item: quote },
    }));
    const row = rowOf(index, articles, 'figure', parts, confidence);
    if (row.agreement === 'only') return row;
    const verdict = verdictOf(its);
    return { ...row, verdict, agreement: verdict === 'different' ? 'different' : 'same' };
  });
}

function figuresOf(
  index: Index,
  article: number,
  reading: Reading,
  eventOf: (sentence: number) => number,
): readonly Placed[] {
  const annotated = index.articles[article];
  if (!annotated) return [];
  return findFigures(annotated).map((figure) => {
    const sentence = annotated.annotations.sentences[figure.sentence] ?? figure;
    const before = { start: Math.max(sentence.start, figure.start - CLAUSE), end: figure.start };
    const after = { start: figure.end, end: Math.min(sentence.end, figure.end + CLAUSE) };
    const counted = figure.counted ? reading.terms(article, figure.counted).slice(0, -1) : [];
    const words = [...reading.terms(article, before), ...counted, ...reading.terms(article, after)];
    return { article, figure, around: new Set(contentOf(words)), event: eventOf(figure.sentence) };
  });
}

/** The pairs that count the same thing. A figure that another article has too is not set against a third of that one. */
function links(placed: readonly Placed[]): readonly Link[] {
  const byThing = new Map<string, number[]>();
  placed.forEach(({ figure: { kind, unit, what, planned } }, i) => {
    const thing = `${kind} ${unit} ${what} ${planned}`;
    const its = byThing.get(thing) ?? [];
    byThing.set(thing, its);
    its.push(i);
  });
  for (const [thing, items] of byThing) byThing.set(thing, firstOfEach(items, placed));
  const found = [...byThing.values()].flatMap((items) =>
    items.flatMap((a, i) =>
      items.slice(i + 1).flatMap((b): readonly Link[] => {
        const confidence = likelihood(placed[a]!, placed[b]!);
        return confidence === null ? [] : [{ a, b, confidence }];
      }),
    ),
  );
  const key = (item: number, other: number) => `${item} ${placed[other]!.article}`;
  const alike = ({ a, b }: Link) => overlap(placed[a]!.figure, placed[b]!.figure);
  const confirmed = new Set(found.filter(alike).flatMap(({ a, b }) => [key(a, b), key(b, a)]));
  return found.filter((link) => {
    const { a, b } = link;
    return alike(link) || !(confirmed.has(key(a, b)) || confirmed.has(key(b, a)));
  });
}

/** Of one thing an article gives no more figures than this that are held against those of others. */
const MOST_OF_ONE = 64;

function firstOfEach(items: readonly number[], placed: readonly Placed[]): number[] {
  const counts = new Map<number, number>();
  return items.filter((item) => {
    const { article } = placed[item]!;
    const count = counts.get(article) ?? 0;
    counts.set(article, count + 1);
    return count < MOST_OF_ONE;
  });
}

/** How likely it is that two figures that count one sort of thing count the same; `null` for not enough. */
function likelihood(a: Placed, b: Placed): number | null {
  if (a.article === b.article) return null;
  const words = [...a.around].filter((term) => b.around.has(term)).length;
  const shared = words + (a.event >= 0 && a.event === b.event ? SHARED_BY_EVENT : 0);
  const alike = overlap(a.figure, b.figure);
  const needed = a.figure.what === '' ? SHARED_IF_BARE : alike ? SHARED : SHARED_IF_UNLIKE;
  if (shared < needed) return null;
  return Math.min(0.95, 0.4 + 0.1 * shared + (alike ? 0.2 : 0));
}

function overlap(a: Figure, b: Figure): boolean {
  return a.low <= b.high && b.low <= a.high;
}

/**
 * `same`: all give one value, none more vaguely than another; `compatible`: all can be true together, as "roughly
 * 100,000" and "tens of thousands" can; `different`: two of them cannot.
 */
function verdictOf(placed: readonly Placed[]): FigureVerdict {
  const figures = placed.map(({ figure }) => figure);
  const [first] = figures;
  if (figures.every(({ low, high }) => low === first?.low && high === first.high)) return 'same';
  return figures.every((a, i) => figures.slice(i + 1).every((b) => overlap(a, b))) ? 'compatible' : 'different';
}
