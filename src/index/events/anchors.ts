import type { Article, Span } from '../../model.ts';
import { dayOf } from '../terms/days.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
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
    anchors.add(monthDay(MONTHS.indexOf(month!.toLowerCase()) + 1, Number(day)));
  for (const [year] of text.matchAll(YEAR)) anchors.add(year);
  for (const [number] of text.matchAll(NUMBER)) if (number.length > 1) anchors.add(number.replaceAll(',', ''));
  if (published !== null) {
    for (const [, weekday] of text.matchAll(WEEKDAY))
      anchors.add(keyOf(nextTo(published, WEEKDAYS.indexOf(weekday!.toLowerCase()))));
    for (const [word] of text.matchAll(NEAR_DAY)) anchors.add(keyOf(published + (NEAR.get(word.toLowerCase()) ?? 0)));
  }
  return [...anchors];
}

/** The day within three of a day, earlier or later, that is a weekday: news speaks of what is near. */
function nextTo(day: number, weekday: number): number {
  const forward = (weekday - weekdayOf(day) + 7) % 7;
  return forward <= 3 ? day + forward : day + forward - 7;
}

function weekdayOf(day: number): number {
  // 1970-01-01 was a Thursday.
  return (((day + 4) % 7) + 7) % 7;
}

function keyOf(day: number): string {
  const date = new Date(day * 86_400_000);
  return monthDay(date.getUTCMonth() + 1, date.getUTCDate());
}

/** `01-10`. */
function monthDay(month: number, day: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(month)}-${two(day)}`;
}
