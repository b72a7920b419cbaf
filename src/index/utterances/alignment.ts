/** A run of words to be laid beside another: of each, in order, its term, its root (-1 for none) and what it weighs. */
export interface Words {
  readonly terms: Int32Array;
  readonly roots: Int32Array;
  readonly weights: Float64Array;
}

/** Two runs of words laid beside each other. */
export interface Alignment {
  /** Indices into both runs of the words that match, in order. */
  readonly pairs: readonly (readonly [number, number])[];
  /** What the matching words weigh, less what was skipped between them. */
  readonly score: number;
}

/** A word in one run and another word, or none, in its place in the other. */
const SUBSTITUTED = -0.8;
const SKIPPED = -0.5;
/** Two words of one root, "Russia" and "Russian", "capability" and "capable", match with this share. */
const SAME_ROOT = 0.8;

/** What the best alignment that ends at each pair of words is worth, and the step that it came by. */
interface Table {
  readonly scores: Float64Array;
  /** 0 starts here, 1 both, 2 skips a word of the first, 3 skips a word of the second. */
  readonly from: Uint8Array;
}

/** The table of the last alignment: its room is used again. */
let room: Table = { scores: new Float64Array(), from: new Uint8Array() };

/**
 * The best local alignment of two runs of words: the stretch of both in which the same words stand in the same
 * order, words put in or left out between them allowed at a price (Smith & Waterman 1981, as passim uses it to find
 * text that was used again). What a pair of words says is the weight of the lighter.
 */
export function align(a: Words, b: Words): Alignment {
  const width = b.terms.length + 1;
  const { scores, from } = cleared((a.terms.length + 1) * width, width);
  const { terms, roots, weights } = b;
  let best = 0;
  let most = 0;
  for (let i = 0; i < a.terms.length; i++) {
    const term = a.terms[i]!;
    const root = a.roots[i]!;
    const weight = a.weights[i]!;
    let at = (i + 1) * width;
    let before = 0;
    let across = scores[at - width]!;
    for (let j = 0; j < terms.length; j++) {
      at++;
      const above = scores[at - width]!;
      let score = across + SUBSTITUTED;
      let step = 1;
      if (term === terms[j]) score = across + Math.min(weight, weights[j]!);
      else if (root >= 0 && root === roots[j]) score = across + SAME_ROOT * Math.min(weight, weights[j]!);
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
      if (score <= 0) {
        score = 0;
        step = 0;
      }
      scores[at] = score;
      from[at] = step;
      before = score;
      if (score > most) {
        most = score;
        best = at;
      }
    }
  }
  const pairs: [number, number][] = [];
  for (let at = best; from[at] !== 0; ) {
    const i = Math.floor(at / width) - 1;
    const j = (at % width) - 1;
    if (from[at] === 1) {
      if (a.terms[i] === terms[j] || (a.roots[i]! >= 0 && a.roots[i] === roots[j])) pairs.push([i, j]);
      at -= width + 1;
    } else at -= from[at] === 2 ? width : 1;
  }
  return { pairs: pairs.reverse(), score: most };
}

/** A table in which what is read before it is written is clear: its first row and its first column. */
function cleared(size: number, width: number): Table {
  if (room.scores.length < size) room = { scores: new Float64Array(2 * size), from: new Uint8Array(2 * size) };
  const { scores, from } = room;
  scores.fill(0, 0, width);
  from.fill(0, 0, width);
  for (let at = 0; at < size; at += width) {
    scores[at] = 0;
    from[at] = 0;
  }
  return room;
}
