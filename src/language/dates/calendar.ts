const DAY = 86_400_000;

/** The months as news shortens them, in order. */
export const MONTHS: readonly string[] = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
];
/** The days of the week as news shortens them, from Sunday. */
export const WEEKDAYS: readonly string[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** The day of a date such as `2021-12-29`, counted from 1970; `null` where it is none. */
export function dayOf(date: string | undefined): number | null {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? null : Math.floor(time / DAY);
}

/** A day of the calendar, counted from 1970; `null` where there is no such day. @param month 1 to 12 */
export function dayNumber(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.getTime() / DAY : null;
}

/** A day counted from 1970 as `2021-12-29`. */
export function isoDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** Which day of the week a day is, 0 for Sunday. */
export function weekdayOf(day: number): number {
  // 1970-01-01 was a Thursday.
  return (((day + 4) % 7) + 7) % 7;
}

/** The day within three of a day, earlier or later, that is a weekday: news speaks of what is near. */
export function nearestWeekday(day: number, weekday: number): number {
  const forward = (weekday - weekdayOf(day) + 7) % 7;
  return forward <= 3 ? day + forward : day + forward - 7;
}

/** A stretch of the calendar: a day, a week from Monday, a month or a year. */
export interface Period {
  readonly unit: PeriodUnit;
  /** Its first and last day, counted from 1970. */
  readonly first: number;
  readonly last: number;
}

const PERIOD_UNITS = ['day', 'week', 'month', 'year'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/** The period of a unit that holds a day. */
export function periodAround(unit: PeriodUnit, day: number): Period {
  if (unit === 'day') return { unit, first: day, last: day };
  if (unit === 'week') {
    const monday = day - ((weekdayOf(day) + 6) % 7);
    return { unit, first: monday, last: monday + 6 };
  }
  const date = new Date(day * DAY);
  const year = date.getUTCFullYear();
  return unit === 'year' ? yearOf(year) : monthOf(year, date.getUTCMonth() + 1);
}

/** A month. @param month 1 to 12, or beyond: 13 is January of the next year, 0 December of the one before */
export function monthOf(year: number, month: number): Period {
  const first = Date.UTC(year, month - 1, 1) / DAY;
  return { unit: 'month', first, last: Date.UTC(year, month, 1) / DAY - 1 };
}

/** A year. */
export function yearOf(year: number): Period {
  return { unit: 'year', first: Date.UTC(year, 0, 1) / DAY, last: Date.UTC(year + 1, 0, 1) / DAY - 1 };
}

/** A period as it is written: `2021-12-29`, `2021-12-27/2022-01-02`, `2021-12`, `2021` (ISO 8601). */
export function periodName({ unit, first, last }: Period): string {
  const iso = isoDay(first);
  if (unit === 'week') return `${iso}/${isoDay(last)}`;
  return iso.slice(0, unit === 'day' ? 10 : unit === 'month' ? 7 : 4);
}
