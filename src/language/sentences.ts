/** First token and the token behind the last. */
type TokenRange = readonly [first: number, end: number];

/** Where the tokens stand in a text. */
interface Offsets {
  readonly text: string;
  readonly start: readonly number[];
  readonly end: readonly number[];
}

const LOWER = /^\p{Ll}/u;

/**
 * Takes back boundaries that a splitter put where no sentence ends: inside a word or an address (nothing stands
 * between the two halves), and before a small letter, which continues: “Is it?” she asked.
 *
 * @param ranges sentences of one paragraph as the splitter gives them, in order; empty ones are dropped
 */
export function joinedSentences(ranges: readonly TokenRange[], { text, start, end }: Offsets): readonly TokenRange[] {
  const joined: TokenRange[] = [];
  for (const [first, behind] of ranges) {
    if (behind <= first) continue;
    const before = joined.at(-1);
    const from = start[first] ?? 0;
    const gap = before && from - (end[before[1] - 1] ?? 0);
    if (before && (gap === 0 || LOWER.test(text.slice(from, from + 2))))
      joined[joined.length - 1] = [before[0], behind];
    else joined.push([first, behind]);
  }
  return joined;
}
