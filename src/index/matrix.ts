import type { Ref } from '../model.ts';
import { type Index, speakerOf } from './access.ts';
import { countedOnce } from './counting.ts';

/** Who is quoted: somebody with a name, all who have none, or nobody known. */
interface MatrixSpeaker {
  readonly kind: 'named' | 'anonymous' | 'unknown';
  readonly name: string;
  /** Of a named one. */
  readonly entity: number;
}

/** How an outlet quotes a speaker. */
export interface QuoteCell {
  /** Quotes whose speaker is sure. */
  readonly sure: readonly Ref[];
  /** Quotes whose speaker is a guess. */
  readonly guesses: readonly Ref[];
  /** Quotes in a copy of a text that is counted at another outlet. */
  readonly copied: readonly Ref[];
}

/** Who quotes whom: speakers by outlets. */
export interface QuoteMatrix {
  readonly speakers: readonly MatrixSpeaker[];
  /** Numbers of outlets, as the links give them. */
  readonly outlets: readonly number[];
  /** `cells[speaker][outlet]`, in the order of both. */
  readonly cells: readonly (readonly QuoteCell[])[];
}

export const MATRIX_ORDERS = ['by count', 'by name'] as const;
export type MatrixOrder = (typeof MATRIX_ORDERS)[number];

/** Speakers that are no single person stand last. */
const UNNAMED: Readonly<Record<'anonymous' | 'unknown', MatrixSpeaker>> = {
  anonymous: { kind: 'anonymous', name: 'not named', entity: -1 },
  unknown: { kind: 'unknown', name: 'speaker unknown', entity: -1 },
};
const KINDS = ['named', 'anonymous', 'unknown'] as const;

/**
 * Counts who quotes whom. Of copies of one text the quotes count once for each speaker, at the outlet where the text is
 * counted.
 *
 * @param quotes those that are counted
 * @param outletOf per article the number of its outlet
 * @param nameOf the name of an outlet, to put them in order by
 */
export function quoteMatrix(
  index: Index,
  quotes: readonly Ref[],
  outletOf: Int32Array,
  nameOf: (outlet: number) => string,
  orders: { readonly speakers: MatrixOrder; readonly outlets: MatrixOrder } = {
    speakers: 'by count',
    outlets: 'by count',
  },
): QuoteMatrix {
  const rows = new Map<string, { readonly speaker: MatrixSpeaker; readonly quotes: Ref[] }>();
  for (const ref of quotes) {
    const who = speakerOf(index, ref);
    const key = who.kind === 'named' ? `${who.entity}` : who.kind;
    const speaker: MatrixSpeaker =
      who.kind === 'named' ? { kind: 'named', name: who.name, entity: who.entity } : UNNAMED[who.kind];
    const row = rows.get(key) ?? { speaker, quotes: [] };
    row.quotes.push(ref);
    rows.set(key, row);
  }
  const { compare } = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
  const found = [...rows.values()].map(({ speaker, quotes: its }) => {
    const byOutlet = cellsOf(index, its, outletOf);
    return { speaker, byOutlet, count: sum([...byOutlet.values()].map(countOf)) };
  });
  const speakers = found.sort(
    (a, b) =>
      KINDS.indexOf(a.speaker.kind) - KINDS.indexOf(b.speaker.kind) ||
      (orders.speakers === 'by count' ? b.count - a.count : 0) ||
      compare(a.speaker.name, b.speaker.name),
  );
  const counts = new Map<number, number>();
  for (const { byOutlet } of speakers)
    for (const [outlet, cell] of byOutlet) counts.set(outlet, (counts.get(outlet) ?? 0) + countOf(cell));
  const outlets = [...counts]
    .sort(([a, m], [b, n]) => (orders.outlets === 'by count' ? n - m : compare(nameOf(a), nameOf(b))) || a - b)
    .map(([outlet]) => outlet);
  return {
    speakers: speakers.map(({ speaker }) => speaker),
    outlets,
    cells: speakers.map(({ byOutlet }) => outlets.map((outlet) => byOutlet.get(outlet) ?? NONE)),
  };
}

const NONE: QuoteCell = { sure: [], guesses: [], copied: [] };

/** How often: the quotes that are sure. */
export function countOf({ sure }: QuoteCell): number {
  return sure.length;
}

/** A cell in digits: `3`, `3+1?` with a guess, `≡2` for what stands only in a copy of a text counted elsewhere. */
export function cellDigits({ sure, guesses, copied }: QuoteCell): string {
  if (sure.length + guesses.length === 0) return copied.length > 0 ? `≡${copied.length}` : '';
  if (guesses.length === 0) return `${sure.length}`;
  return sure.length === 0 ? `${guesses.length}?` : `${sure.length}+${guesses.length}?`;
}

function cellsOf(index: Index, quotes: readonly Ref[], outletOf: Int32Array): ReadonlyMap<number, QuoteCell> {
  const counted = new Set(countedOnce(index, new Set(quotes.map(({ article }) => article))));
  const cells = new Map<number, { sure: Ref[]; guesses: Ref[]; copied: Ref[] }>();
  for (const ref of quotes) {
    const outlet = outletOf[ref.article] ?? -1;
    const cell = cells.get(outlet) ?? { sure: [], guesses: [], copied: [] };
    cells.set(outlet, cell);
    if (!counted.has(ref.article)) cell.copied.push(ref);
    else if (speakerOf(index, ref).guess) cell.guesses.push(ref);
    else cell.sure.push(ref);
  }
  return cells;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
