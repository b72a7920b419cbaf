import { widened } from '../grouping/growing.ts';

/** A run of words to be laid beside another: of each, in order, its term, its root (-1 for none) and what it weighs. */
export interface Words {
  readonly terms: Int32Array;
  readonly roots: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
}

/** Two runs of words laid beside each other. */
export interface Alignment {
  /** Indices into the first and the second run, by turns, of the words that match, in order. */
  readonly pairs: readonly number[];
  /** What the matching words weigh, less what was skipped between them. */
  readonly score: number;
}

/** A word in one run and another word, or none, in its place in the other. */
const SUBSTITUTED = -0.8;
const SKIPPED = -0.5;
/** Two words of one root, "Russia" and "Russian", "capability" and "capable", match with this share. */
const SAME_ROOT = 0.8;

/** Sums of the same numbers in another order differ by less. */
const ROUNDING = 1e-6;

/** What the last alignment was worked out in: its room is used again. */
let room = roomFor(0, 0);

interface Room {
  /** What the best alignment that ends before each word of the second run is worth, for one word of the first. */
  readonly row: Float64Array;
  /**
   * By which step the best alignment came that ends at each pair of words: 0 starts here, 1 both, 2 skips a word of the
   * first, 3 skips a word of the second.
   */
  readonly from: Uint8Array;
  /** What the words of each run weigh from each on that stand in the other run, too, in any place. */
  readonly restOfA: Float64Array;
  readonly restOfB: Float64Array;
}

/**
 * The best local alignment of two runs of words: the stretch of both in which the same words stand in the same
 * order, words put in or left out between them allowed at a price (Smith & Waterman 1981, as passim uses it to find
 * text that was used again). What a pair of words says is the weight of the lighter.
 *
 * @param hoped a score that is probably reached: what cannot reach it any more is not followed, so that of two runs that
 * are nearly the same only what stands at one place in both is compared. Where it is not reached, all is done again
 * for what is: the alignment is the same.
 */
export function align(first: Words, second: Words, hoped = 0): Alignment {
  // What is asked for may be made when it is: once.
  const a: Words = { terms: first.terms, roots: first.roots, weights: first.weights };
  const b: Words = { terms: second.terms, roots: second.roots, weights: second.weights };
  const width = b.terms.length + 1;
  if (
    room.restOfA.length <= a.terms.length ||
    room.row.length < width ||
    room.from.length < (a.terms.length + 1) * width
  )
    room = roomFor(2 * a.terms.length, 2 * b.terms.length);
  weighRest(room.restOfA, a, b);
  weighRest(room.restOfB, b, a);
  let ended = filled(room, a, b, hoped);
  if (ended.score < hoped) ended = filled(room, a, b, ended.score);
  const { from } = room;
  const pairs: number[] = [];
  for (let at = ended.at; from[at] !== 0; ) {
    const i = Math.floor(at / width) - 1;
    const j = (at % width) - 1;
    if (from[at] === 1) {
      if (a.terms[i] === b.terms[j] || (a.roots[i]! >= 0 && a.roots[i] === b.roots[j])) pairs.push(j, i);
      at -= width + 1;
    } else at -= from[at] === 2 ? width : 1;
  }
  return { pairs: pairs.reverse(), score: ended.score };
}

/**
 * Fills the table with the steps of all alignments that can come to a score.
 *
 * @returns the score of the best, and where in the table it ends
 */
function filled({ row, from, restOfA, restOfB }: Room, a: Words, b: Words, hoped: number) {
  const { terms, roots, weights } = b;
  const count = terms.length;
  const width = count + 1;
  from.fill(0, 0, (a.terms.length + 1) * width);
  row.fill(0, 0, width);
  const least = hoped - ROUNDING;
  /** Words of the second run at which what begins can come to the score. */
  let begins = 0;
  while (begins < count && restOfB[begins]! >= least) begins++;
  let at = 0;
  let most = 0;
  // Only between these is anything worth something in the row above.
  let [low, high] = [count + 1, 0];
  for (let i = 0; i < a.terms.length; i++) {
    const isBegun = restOfA[i]! >= least;
    if (!isBegun && high === 0) break;
    const term = a.terms[i]!;
    const root = a.roots[i]!;
    const weight = a.weights[i]!;
    const rest = restOfA[i + 1]!;
    const first = isBegun ? 1 : low;
    const last = Math.min(count, Math.max(isBegun ? begins : 0, high + 1));
    let before = 0;
    let across = row[first - 1]!;
    low = count + 1;
    high = 0;
    for (let j = first; j <= last || (j <= count && before > 0); j++) {
      const above = row[j]!;
      let score = across + SUBSTITUTED;
      let step = 1;
      if (term === terms[j - 1]) score = across + Math.min(weight, weights[j - 1]!);
      else if (root >= 0 && root === roots[j - 1]) score = across + SAME_ROOT * Math.min(weight, weights[j - 1]!);
      across = above;
      const skipA = above + SKIPPED;
      const skipB = before + SKIPPED;
      if (skipA > score) {
        score = skipA;
        step = 2;
      }
      if (skipB > score) {
        score = skipB;
        step = 3;
      }
      if (score <= 0 || score + Math.min(rest, restOfB[j]!) < least) {
        row[j] = 0;
        before = 0;
        continue;
      }
      row[j] = score;
      from[(i + 1) * width + j] = step;
      before = score;
      if (low > j) low = j;
      high = j;
      if (score > most) {
        most = score;
        at = (i + 1) * width + j;
      }
    }
  }
  return { score: most, at };
}

/** In which round each kind of words was met last. */
let met = new Int32Array(1024);
let round = 0;

function weighRest(rest: Float64Array, { terms, roots, weights }: Words, other: Words): void {
  round++;
  for (let i = 0; i < other.terms.length; i++) {
    const kind = kindOf(other.terms[i]!, other.roots[i]!);
    if (kind >= met.length) met = widened(met, kind + 1);
    met[kind] = round;
  }
  rest[terms.length] = 0;
  for (let i = terms.length - 1; i >= 0; i--) {
    const isThere = met[kindOf(terms[i]!, roots[i]!)] === round;
    rest[i] = isThere ? rest[i + 1]! + weights[i]! : rest[i + 1]!;
  }
}

/** Words that can match are of one kind: of one root, or the same. */
export function kindOf(term: number, root: number): number {
  return root >= 0 ? 2 * root + 1 : 2 * term;
}

function roomFor(a: number, b: number): Room {
  return {
    row: new Float64Array(b + 1),
    from: new Uint8Array((a + 1) * (b + 1)),
    restOfA: new Float64Array(a + 1),
    restOfB: new Float64Array(b + 1),
  };
}
