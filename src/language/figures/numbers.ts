import type { Span } from '../../model.ts';

/** What a number is of. */
export type NumberKind = 'count' | 'money' | 'percent';

/** A number in a text, with the range of values that its words allow. */
export interface WrittenNumber extends Span {
  readonly kind: NumberKind;
  /** The currency of money, `%` or nothing. */
  readonly unit: string;
  readonly low: number;
  readonly high: number;
}

const DIGITS = '\\d{1,3}(?:,\\d{3}){1,6}(?:\\.\\d{1,12})?|\\d{1,20}(?:\\.\\d{1,12})?';
const SPELLED = new Map(
  'three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, i) => [word, i + 3] as const),
);
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ONES = 'one two three four five six seven eight nine'.split(' ');
TENS.forEach((word, i) => {
  SPELLED.set(word, (i + 2) * 10);
  ONES.forEach((one, j) => {
    SPELLED.set(`${word}-${one}`, (i + 2) * 10 + j + 1);
  });
});
SPELLED.set('dozen', 12);
/** "Dozens" is two dozen or more, less than the next word up: hundreds. */
const MANY = new Map<string, readonly [number, number]>([
  ['tens', [20, 99]],
  ['dozens', [24, 99]],
  ['scores', [40, 199]],
  ['hundreds', [200, 999]],
  ['thousands', [2000, 9999]],
  ['millions', [2e6, 999e6]],
  ['billions', [2e9, 999e9]],
]);
const MAGNITUDES = new Map<string, number>([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['thousands', 1e3],
  ['million', 1e6],
  ['millions', 1e6],
  ['m', 1e6],
  ['billion', 1e9],
  ['billions', 1e9],
  ['bn', 1e9],
  ['trillion', 1e12],
]);
const NUMBER = new RegExp(
  [
    `(?<currency>US\\$|[$€£¥]) ?(?<money>${DIGITS})(?:[ -]?(?<moneyTimes>million|billion|trillion|bn|m)\\b)?`,
    `(?<percent>${DIGITS})(?: ?%|[ -](?:percent|per cent|percentage points?)\\b)`,
    `\\b(?<many>${[...MANY.keys()].join('|')})\\b(?: of (?<manyTimes>thousands|millions|billions))?`,
    `(?<count>${DIGITS})(?: (?<countTimes>hundred|thousand|million|billion|trillion)\\b)?`,
    `\\b(?<spelled>${[...SPELLED.keys()].sort((a, b) => b.length - a.length).join('|')})\\b(?: (?<spelledTimes>dozen|hundred|thousand|million|billion)\\b)?`,
  ].join('|'),
  'gi',
);
/** After these letters or signs a digit is part of a name or of a time: F-16, 9:30, 1/2. */
const JOINED_BEFORE = /[\p{L}\d\-–/.:#$€£¥]$/u;
const JOINED_AFTER = /^(?:st|nd|rd|th)\b|^[-–/:]?[\p{L}\d]|^:\d|^ ?[ap]\.?m\b/u;
const MONTH = /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]{0,6}\.? ?$/;
/** "Pema Dorje, 23, died". */
const AGE_BEFORE = /\p{L}, $/u;
const MONTH_AFTER = /^ (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/;

/** The numbers in a stretch of a text that are neither dates nor times nor parts of names; offsets into `text`. */
export function numbersIn(text: string, { start, end }: Span): readonly WrittenNumber[] {
  const numbers: WrittenNumber[] = [];
  for (const match of text.slice(start, end).matchAll(NUMBER)) {
    const at = { start: start + match.index, end: start + match.index + match[0].length };
    const groups = match.groups ?? {};
    if (groups['count'] !== undefined && !countsSomething(text, at, groups['count'])) continue;
    numbers.push({ ...at, ...rangeOf(groups) });
  }
  return numbers;
}

function countsSomething(text: string, { start, end }: Span, digits: string): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 12);
  const year = /^(?:19|20)\d\d$/.test(digits) && end - start === 4;
  return !(
    year ||
    JOINED_BEFORE.test(before) ||
    JOINED_AFTER.test(after) ||
    MONTH.test(before) ||
    MONTH_AFTER.test(after) ||
    (AGE_BEFORE.test(before) && after.startsWith(','))
  );
}

function rangeOf(groups: Readonly<Record<string, string | undefined>>): Omit<WrittenNumber, keyof Span> {
  const digits = (written = '') => Number(written.replaceAll(',', ''));
  const times = (word = '') => MAGNITUDES.get(word.toLowerCase()) ?? 1;
  const exactly = (value: number) => ({ low: value, high: value });
  if (groups['money'] !== undefined) {
    const unit = groups['currency'] === 'US$' ? '$' : (groups['currency'] ?? '');
    return { kind: 'money', unit, ...exactly(digits(groups['money']) * times(groups['moneyTimes'])) };
  }
  if (groups['percent'] !== undefined) return { kind: 'percent', unit: '%', ...exactly(digits(groups['percent'])) };
  if (groups['many'] !== undefined) {
    const [low, high] = MANY.get(groups['many'].toLowerCase()) ?? [0, Number.POSITIVE_INFINITY];
    const by = times(groups['manyTimes']);
    return { kind: 'count', unit: '', low: low * by, high: (high + 1) * by - 1 };
  }
  const value = groups['count'] ? digits(groups['count']) : (SPELLED.get((groups['spelled'] ?? '').toLowerCase()) ?? 0);
  return { kind: 'count', unit: '', ...exactly(value * times(groups['countTimes'] ?? groups['spelledTimes'])) };
}
