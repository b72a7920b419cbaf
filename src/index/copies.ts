import type { AnnotatedArticle } from '../model.ts';
import type { Links } from './grouping/average-linkage.ts';
import { widened } from './grouping/growing.ts';
import { asTheyStand, Neighbours, type Order } from './grouping/neighbours.ts';
import { linksBetween, Regrouping } from './grouping/regrouping.ts';
import { atOnce, type Paused, silently } from './paused.ts';
import { type Carrier, mustBeWithin } from './stored/carrier.ts';
import { pageOf } from './terms/paragraphs.ts';
import { hashOf } from './terms/words.ts';

/** Articles that print one text, by the share of the shorter that the longer has word for word. */
export interface Copies {
  /** Indices into the articles, in order; two or more. */
  readonly articles: readonly number[];
  /** 0 to 1, the least among them. */
  readonly shared: number;
}

/** Words in a row that two texts do not share by chance. */
const SHINGLE = 6;
/** One shingle in so many is kept, the same ones of every text (Manber 1994): enough to tell, and little to keep. */
const KEPT_IN = 4;
/** A shingle that more articles have is a slogan or a footer. */
const COMMON = 200;
/** The share from which on two articles are copies, as a wire story that outlets trim is. */
const COPIED = 0.5;
const LINKAGE = { strongest: 0.5, size: 0, least: COPIED, cohesion: 0 };

/** Finds the articles that print one text word for word: wire stories, reposts, later editions. */
export class CopyFinding {
  #sketches: (Uint32Array | undefined)[] = [];
  readonly #near = new Neighbours({ keep: 50, least: 2 });
  readonly #regrouping = new Regrouping(LINKAGE);
  /** Of each group, by its first article, the least share. */
  #shared = new Float64Array();
  readonly #set: number[] = [];

  /** All that stays after {@link settle}. @param rankOf of each article its place in the order */
  *carried(by: Carrier, rankOf: Int32Array): Paused<void> {
    this.#sketches = by.columns(this.#sketches, new Uint32Array());
    yield* this.#near.carried(by);
    this.#regrouping.carried(by, (number) => rankOf[number]! >= 0);
    this.#shared = by.column(this.#shared);
    if (by.isBack) mustBeWithin(this.#shared, 1 + Number.EPSILON);
  }

  /** Takes an article in, in the place of the one of this number; `undefined` takes it out. */
  set(number: number, annotated: AnnotatedArticle | undefined): void {
    this.#sketches[number] = annotated && sketchOf(annotated);
    this.#near.set(number, this.#sketches[number] ?? []);
    this.#near.changed.add(number);
    this.#set.push(number);
  }

  /** @param order of the articles */
  *settle(order: Order): Paused<readonly Copies[]> {
    const near = this.#near;
    const isGone = (number: number) => order.rankOf[number]! < 0;
    near.tune(COMMON, () => 1);
    yield* near.settle(order);
    for (const number of this.#set) near.forget(number);
    this.#set.length = 0;
    yield* silently(near.judge((a, b) => sharedBy(this.#sketches[a]!, this.#sketches[b]!)));
    const linked = {
      pairsOf: (number: number) => near.pairsOf(number),
      valued: (_: number, __: number, shared: number) => (shared >= COPIED ? shared : undefined),
    };
    const made = yield* this.#regrouping.regroup([...near.changed.list], isGone, order.rankOf, linked);
    for (const lead of new Set([...made, ...this.#regrouping.groupsOf(near.changed.list)])) {
      if (this.#regrouping.sizeOf(lead) === 1) continue;
      this.#shared = widened(this.#shared, lead + 1);
      this.#shared[lead] = this.#linksIn(this.#regrouping.membersOf(lead)).confidence.reduce(
        (least, shared) => Math.min(least, shared),
        Number.POSITIVE_INFINITY,
      );
    }
    near.changed.clear();
    const copies: Copies[] = [];
    for (const number of order.itemAt) {
      if (this.#regrouping.leadOf(number) !== number || this.#regrouping.sizeOf(number) === 1) continue;
      const its = Array.from(this.#regrouping.membersOf(number), (member) => order.rankOf[member]!);
      copies.push({ articles: its, shared: this.#shared[number]! });
    }
    return copies;
  }

  /** The links that say that two articles are copies; what shares less is none. */
  #linksIn(numbers: Int32Array): Links {
    return linksBetween(
      numbers,
      (number) => this.#near.pairsOf(number),
      (_, __, shared) => (shared >= COPIED ? shared : undefined),
    );
  }
}

/** The copies among the articles chosen. */
export function findCopies(articles: readonly AnnotatedArticle[], chosen: readonly number[]): readonly Copies[] {
  return atOnce(findingCopies(chosen.map((article) => articles[article]!))).map(({ articles: its, shared }) => ({
    articles: its.map((i) => chosen[i]!),
    shared,
  }));
}

/** The copies among articles, with pauses. */
export function* findingCopies(articles: readonly AnnotatedArticle[]): Paused<readonly Copies[]> {
  const finding = new CopyFinding();
  for (const [i, annotated] of articles.entries()) {
    finding.set(i, annotated);
    yield;
  }
  return yield* finding.settle(asTheyStand(articles.length));
}

/** Shares are told in so many steps. */
const STEPS = 1024;

/** The share of the shorter of two sketches that the other has. */
function sharedBy(a: Uint32Array, b: Uint32Array): number {
  let both = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]! === b[j]!) {
      both++;
      i++;
      j++;
    } else if (a[i]! < b[j]!) i++;
    else j++;
  }
  return Math.floor((STEPS * both) / Math.max(1, Math.min(a.length, b.length))) / STEPS;
}

/** Hashes of some of an article's shingles, each once, in order. */
function sketchOf({ article }: AnnotatedArticle): Uint32Array {
  const { terms, firsts } = pageOf(article);
  const words = new Int32Array(terms.length);
  let count = 0;
  article.paragraphs.forEach(({ kind }, i) => {
    if (kind === 'headline') return;
    for (let at = firsts[i]!; at < firsts[i + 1]!; at++) words[count++] = hashOf(terms[at]!);
  });
  const kept: number[] = [];
  for (let at = 0; at + SHINGLE <= count; at++) {
    let hash = 0x811c9dc5;
    for (let i = at; i < at + SHINGLE; i++) hash = Math.imul(hash ^ words[i]!, 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
    if (hash % KEPT_IN === 0) kept.push(hash);
  }
  const sorted = Uint32Array.from(kept).sort();
  return sorted.filter((hash, i) => i === 0 || hash !== sorted[i - 1]);
}
