import { MONTHS } from '../../language/dates/calendar.ts';
import type { Article } from '../../model.ts';
import type { Carrier } from '../stored/carrier.ts';

const DAY = 86_400_000;

const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';
const MONTH_FIRST = new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, 'gi');
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${MONTH},? (\\d{4})\\b`, 'gi');
const ISO = /\b(\d{4})[-/](\d\d)[-/](\d\d)\b/g;

/** The days that a text names with their year ("Dec. 29, 2021", "29 December 2021", "2021-12-29"), each once and in order. */
export function daysNamed({ text }: Article): readonly number[] {
  const days = new Set<number>();
  const add = (year: string, month: number, day: string) => {
    const time = Date.UTC(Number(year), month, Number(day));
    if (month >= 0 && month < 12 && Number(day) <= 31 && Number(year) > 1900) days.add(time / DAY);
  };
  const monthOf = (name = '') => MONTHS.indexOf(name.toLowerCase().slice(0, 3));
  for (const [, month, day, year] of text.matchAll(MONTH_FIRST)) add(year!, monthOf(month), day!);
  for (const [, day, month, year] of text.matchAll(DAY_FIRST)) add(year!, monthOf(month), day!);
  for (const [, year, month, day] of text.matchAll(ISO)) add(year!, Number(month) - 1, day!);
  return [...days].sort((a, b) => a - b);
}

/** Whether one of some days is no more than so many from one of others; both in order, for a text may name thousands. */
export function areNear(some: readonly number[], others: readonly number[], most: number): boolean {
  for (let i = 0, j = 0; i < some.length && j < others.length; ) {
    const apart = some[i]! - others[j]!;
    if (Math.abs(apart) <= most) return true;
    if (apart < 0) i++;
    else j++;
  }
  return false;
}

/** Days, null for one that is not known. */
export function carriedDays(by: Carrier, days: readonly (number | null)[]): (number | null)[] {
  const column = by.column(Float64Array.from(days, (day) => day ?? Number.NaN));
  return Array.from(column, (day) => (Number.isNaN(day) ? null : day));
}
