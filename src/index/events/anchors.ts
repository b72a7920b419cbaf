import { dayOf, isoDay, MONTHS, nearestWeekday, WEEKDAYS } from '../../language/dates/calendar.ts';
import type { Article, Span } from '../../model.ts';

/** "Jan. 10", "January 10th"; a month by itself says too little of when. */
const MONTH_DAY =
  /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\.? (\d{1,2})(?:st|nd|rd|th)?\b(?!,?\d)/g;
const WEEKDAY = /\b(Sun|Mon|Tue|Wed|Thu|Fri|Sat)(?:day|sday|nesday|rsday|urday)\b/g;
const NEAR_DAY = /\b(today|yesterday|tomorrow)\b/gi;
const YEAR = /\b(?:19|20)\d\d\b/g;
const NUMBER = /\b\d{1,3}(?:,\d{3})+\b|\b\d+(?:\.\d+)?\b/g;
const NEAR = new Map([
  ['today', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
]);

/**
 * The days, years and numbers that a stretch names, as keys that are equal where they mean the same:
 * "Jan. 10" and "January 10th" are `01-10`; "Wednesday" is the day next to the article's date that is one, if the date
 * is known; "100,000" is `100000`.
 */
export function anchorsIn(article: Article, { start, end }: Span): readonly string[] {
  const text = article.text.slice(start, end);
  const published = dayOf(article.date?.value);
  const anchors = new Set<string>();
  for (const [, month, day] of text.matchAll(MONTH_DAY))
    anchors.add(monthDay(numberOf(MONTHS, month!) + 1, Number(day)));
  for (const [year] of text.matchAll(YEAR)) anchors.add(year);
  for (const [number] of text.matchAll(NUMBER)) if (number.length > 1) anchors.add(number.replaceAll(',', ''));
  if (published !== null) {
    for (const [, weekday] of text.matchAll(WEEKDAY))
      anchors.add(keyOf(nearestWeekday(published, numberOf(WEEKDAYS, weekday!))));
    for (const [word] of text.matchAll(NEAR_DAY)) anchors.add(keyOf(published + (NEAR.get(word.toLowerCase()) ?? 0)));
  }
  return [...anchors];
}

function numberOf(names: readonly string[], name: string): number {
  return names.indexOf(name.toLowerCase());
}

/** A day of any year. */
function keyOf(day: number): string {
  return isoDay(day).slice(5);
}

/** `01-10`. */
function monthDay(month: number, day: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(month)}-${two(day)}`;
}
