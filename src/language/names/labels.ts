import { ENTITY_TYPES } from '../../model.ts';

/**
 * Labels of tokens, BILOU (Ratinov & Roth 2009, "Design challenges and misconceptions in named entity
 * recognition"): label `4 * t + p` is part `p` of a name of `ENTITY_TYPES[t]`; {@link OUTSIDE} is no name.
 */
const BEGIN = 0;
const INSIDE = 1;
const LAST = 2;
const UNIT = 3;
export const OUTSIDE = ENTITY_TYPES.length * 4;
export const LABELS = OUTSIDE + 1;

/** Which labels may follow which: `PREVIOUS[label]` are those that may stand before it. */
export const PREVIOUS: readonly Uint8Array[] = Array.from({ length: LABELS }, (_, label) =>
  Uint8Array.from(Array.from({ length: LABELS }, (_, previous) => previous).filter((p) => mayFollow(p, label))),
);

/** Whether a sentence may end with the label. */
export function mayEnd(label: number): boolean {
  return label === OUTSIDE || label % 4 === LAST || label % 4 === UNIT;
}

/** Whether a sentence may start with the label. */
export function mayStart(label: number): boolean {
  return label === OUTSIDE || label % 4 === BEGIN || label % 4 === UNIT;
}

function mayFollow(previous: number, label: number): boolean {
  if (mayEnd(previous)) return mayStart(label);
  return !mayStart(label) && label >> 2 === previous >> 2;
}

/** Names as labels: of tokens `first` up to, not including, `end`. */
export function writeLabels(labels: Uint8Array, first: number, end: number, type: number): void {
  if (end === first + 1) labels[first] = type * 4 + UNIT;
  else {
    labels.fill(type * 4 + INSIDE, first, end);
    labels[first] = type * 4 + BEGIN;
    labels[end - 1] = type * 4 + LAST;
  }
}

/** A name as the tagger found it: tokens `first` up to, not including, `end`; `type` indexes `ENTITY_TYPES`. */
export interface Chunk {
  readonly first: number;
  readonly end: number;
  readonly type: number;
}

/** Labels as names, in order. */
export function readLabels(labels: Uint8Array): readonly Chunk[] {
  const out: Chunk[] = [];
  let first = 0;
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (label === OUTSIDE) continue;
    if (mayStart(label)) first = i;
    if (mayEnd(label)) out.push({ first, end: i + 1, type: label >> 2 });
  }
  return out;
}
