import type { AnnotatedArticle } from '../model.ts';
import { averageLinkage, linksIn } from './grouping/average-linkage.ts';
import { candidatePairs } from './grouping/candidates.ts';
import type { Link } from './grouping/linkage.ts';
import { atOnce, mapped, type Paused } from './paused.ts';
import { stemOf, termsIn } from './terms/words.ts';

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

/** Finds, among the articles chosen, those that print one text word for word: wire stories, reposts, later editions. */
export function findCopies(articles: readonly AnnotatedArticle[], chosen: readonly number[]): readonly Copies[] {
  return atOnce(findingCopies(articles, chosen));
}

/** The same with pauses. */
export function* findingCopies(
  articles: readonly AnnotatedArticle[],
  chosen: readonly number[],
): Paused<readonly Copies[]> {
  const sketches = yield* mapped(chosen, (article) => sketchOf(articles[article]!));
  const choosing = { most: COMMON, keep: 50, least: 2 };
  const pairs = yield* candidatePairs(
    sketches.length,
    (i) => sketches[i]!,
    () => 1,
    choosing,
  );
  const links: Link[] = [];
  for (let i = 0; i < pairs.a.length; i++) {
    const [a, b] = [pairs.a[i]!, pairs.b[i]!];
    const confidence = sharedBy(sketches[a]!, sketches[b]!);
    if (confidence >= COPIED) links.push({ a, b, confidence });
    if (i % OFTEN === 0) yield;
  }
  return (yield* averageLinkage(chosen.length, linksIn(links), LINKAGE))
    .filter((members) => members.length > 1)
    .map((members) => {
      const inside = new Set(members);
      const its = links.filter(({ a, b }) => inside.has(a) && inside.has(b));
      return {
        articles: members.map((member) => chosen[member]!),
        shared: Math.min(...its.map(({ confidence }) => confidence)),
      };
    });
}

/** So many pairs, then others have their turn. */
const OFTEN = 256;

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
  return both / Math.max(1, Math.min(a.length, b.length));
}

/** Hashes of some of an article's shingles, each once, in order. */
function sketchOf({ article: { text, paragraphs } }: AnnotatedArticle): Uint32Array {
  const words = paragraphs
    .filter(({ kind }) => kind !== 'headline')
    .flatMap((span) => termsIn(text, span))
    .map(hashOf);
  const kept = new Set<number>();
  for (let at = 0; at + SHINGLE <= words.length; at++) {
    let hash = 0x811c9dc5;
    for (let i = at; i < at + SHINGLE; i++) hash = Math.imul(hash ^ words[i]!, 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
    if (hash % KEPT_IN === 0) kept.add(hash);
  }
  return Uint32Array.from(kept).sort();
}

const hashes = new Map<number, number>();

/** A hash of a term's letters: its number depends on what was read before. */
function hashOf(term: number): number {
  let hash = hashes.get(term);
  if (hash === undefined) {
    hash = 0x811c9dc5;
    for (const letter of stemOf(term)) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
    hashes.set(term, hash);
  }
  return hash;
}
