import { diffArrays } from 'diff';
import { FUNCTION_WORDS, fold } from '../index/terms/stem.ts';
import { spansOfWords } from '../index/terms/words.ts';
import type { Span } from '../model.ts';

/** A stretch of one article's words in a cell; `same` says whether the other columns of the row have it too. */
export interface Piece extends Span {
  readonly same: boolean;
}

/** A stretch of a text that stands in a column. */
export interface Stretch {
  readonly text: string;
  readonly span: Span;
}

/** What the words of one row's stretches have in common. */
export interface WordDifferences {
  /** Per column, per stretch: pieces that cover its span without gaps. */
  readonly pieces: readonly (readonly (readonly Piece[])[])[];
  /** Whether no two columns have different words at one place; that one begins earlier or ends later is no matter. */
  readonly agree: boolean;
}

/** Words of a stretch, folded, with their places. */
interface Worded extends Stretch {
  readonly words: readonly Span[];
  readonly folded: readonly string[];
}

/**
 * Marks, word by word, what the columns of a row have in common (the Myers diff of the `diff` package over folded
 * words: case, apostrophes, possessives and hyphens make no difference).
 *
 * A word is `same` when at least one other column has it, and every other column that has words there has it: a
 * column has words between the first and the last word that it shares, so a fragment does not make the rest of a
 * longer quote different from what it never reported. In a row of one column all is `same`.
 *
 * @param columns per column its stretches, none for a column that has nothing of the row
 */
export function differences(columns: readonly (readonly Stretch[])[]): WordDifferences {
  const worded = columns.map((stretches) => stretches.map(withWords));
  const filled = worded.filter((column) => column.length > 0);
  const beside = new Map(filled.map((column) => [column, besideIn(column)]));
  const pieces = worded.map((column) =>
    column.map((stretch) => {
      if (filled.length < 2) return [{ ...stretch.span, same: true }];
      const others = filled
        .filter((other) => other !== column)
        .map((other) => wordsHad(stretch, beside.get(other)!(stretch)));
      const same = stretch.words.map((_, i) => {
        const having = others.filter((had) => i >= had.indexOf(true) && i <= had.lastIndexOf(true));
        return having.length > 0 && having.every((had) => had[i]);
      });
      return piecesOf(stretch, same);
    }),
  );
  return { pieces, agree: filled.length < 2 || doAgree(filled) };
}

/** How one text puts what another says. */
export interface Rewording {
  /** Words that both have in the same order. */
  readonly kept: number;
  /** Words of the first in whose place the second has others, between words that both have. */
  readonly replaced: number;
}

/** Counts the words of one stretch that another keeps and those that it replaces; what either leaves out is neither. */
export function rewording(one: Stretch, other: Stretch): Rewording {
  const runs = runsOf(withWords(one), withWords(other));
  const common = runs.flatMap((run, i) => (isChange(run) || isStray(runs, i) ? [] : [i]));
  let kept = 0;
  let replaced = 0;
  common.forEach((at, i) => {
    kept += runs[at]!.value.length;
    const between = i === 0 ? [] : runs.slice(common[i - 1]! + 1, at);
    const removed = between.flatMap(({ removed, value }) => (removed ? value : []));
    const added = between.flatMap(({ added, value }) => (added ? value : []));
    if (added.length > 0) replaced += removed.length;
  });
  return { kept, replaced };
}

/** Whether some stretches of two columns meet, and none of those that meet say anything in different words. */
function doAgree(columns: readonly (readonly Worded[])[]): boolean {
  let met = false;
  for (const [c, column] of columns.entries())
    for (const other of columns.slice(c + 1).flatMap((its) => its.slice(0, MOST_BESIDE)))
      for (const stretch of column.slice(0, MOST_BESIDE)) {
        const here = wordsHad(stretch, [other]);
        const there = wordsHad(other, [stretch]);
        if (!here.includes(true)) continue;
        met = true;
        const gaps = [here, there].some((had) => had.slice(had.indexOf(true), had.lastIndexOf(true)).includes(false));
        const starts = !here[0] && !there[0];
        const ends = !here.at(-1) && !there.at(-1);
        if (gaps || starts || ends) return false;
      }
  return met;
}

function withWords({ text, span }: Stretch): Worded {
  const words = spansOfWords(text, span);
  return { text, span, words, folded: words.map(({ start, end }) => fold(text.slice(start, end))) };
}

/** In one row an article has so many stretches at most that all are held against all; of more, each against so many. */
export const MOST_BESIDE = 24;

/** What of a column a stretch is held against: all, or where there is too much the same words, else the first ones. */
function besideIn(column: readonly Worded[]): (stretch: Worded) => readonly Worded[] {
  if (column.length <= MOST_BESIDE) return () => column;
  const first = column.slice(0, MOST_BESIDE);
  const byWords = new Map(column.map((stretch) => [stretch.folded.join(' '), stretch]));
  return (stretch) => {
    const same = byWords.get(stretch.folded.join(' '));
    return same ? [same] : first;
  };
}

/** So many words put in and taken out are looked for; what differs by more is another text. */
const MOST_CHANGES = 4000;

function runsOf({ folded: one }: Pick<Worded, 'folded'>, { folded: other }: Pick<Worded, 'folded'>): readonly Run[] {
  return (
    diffArrays([...one], [...other], { maxEditLength: MOST_CHANGES }) ?? [
      { added: false, removed: true, value: one },
      { added: true, removed: false, value: other },
    ]
  );
}

/** Which words of a stretch some stretch of a column has too. */
function wordsHad({ folded }: Worded, column: readonly Worded[]): readonly boolean[] {
  const had = folded.map(() => false);
  for (const other of column) {
    let at = 0;
    const runs = runsOf({ folded }, other);
    runs.forEach((run, i) => {
      const length = run.value.length;
      if (!isChange(run)) {
        const slid = isStray(runs, i) ? slides(run, runs[i + 1]) : 0;
        if (slid !== null) had.fill(true, at + slid, at + slid + length);
      }
      if (!run.added) at += length;
    });
  }
  return had;
}

interface Run {
  readonly added: boolean;
  readonly removed: boolean;
  readonly value: readonly string[];
}

function isChange({ added, removed }: Run): boolean {
  return added || removed;
}

/**
 * Whether a common run is a chance meeting: nothing but words of grammar, and fewer of them than of the words that
 * differ on each side ("in the" of two sentences that have nothing else in common there).
 */
function isStray(runs: readonly Run[], at: number): boolean {
  const { value } = runs[at]!;
  if (!value.every((word) => FUNCTION_WORDS.has(word))) return false;
  const changed = (step: 1 | -1) => {
    let most = 0;
    for (let run = runs[at + step], i = at; run && isChange(run); i += step, run = runs[i + step])
      most = Math.max(most, run.value.length);
    return most;
  };
  return changed(-1) > value.length && changed(1) > value.length;
}

/**
 * How far a stray run slides to the right to join the next common run: where a change ends with the same words, the
 * diff may put them at either end ("to a place …, a context": the second "a"). `null` where it cannot.
 */
function slides({ value }: Run, next: Run | undefined): number | null {
  if (!next || !value.every((word, i) => next.value[next.value.length - value.length + i] === word)) return null;
  return next.removed ? next.value.length : 0;
}

/** Runs of words that are the same or not; what stands between two runs belongs to the one that is the same. */
function piecesOf({ span, words }: Worded, same: readonly boolean[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = span.start;
  words.forEach((word, i) => {
    const next = words[i + 1];
    if (next && same[i] === same[i + 1]) return;
    const end = next ? (same[i] ? next.start : word.end) : span.end;
    pieces.push({ start, end, same: same[i] ?? false });
    start = end;
  });
  return pieces.length > 0 ? pieces : [{ ...span, same: false }];
}
