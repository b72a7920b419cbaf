import { dayOf, isoDay, type Period, type PeriodUnit, periodAround, periodName } from '../language/dates/calendar.ts';
import { findDates, type ToldDate } from '../language/dates/dates.ts';
import type { Article } from '../model.ts';
import type { Index } from './access.ts';
import { countedOnce } from './counting.ts';
import { atOnce, mapped, type Paused } from './paused.ts';

/** How fine a timeline is. */
export const TIMELINE_UNITS = ['day', 'month', 'year'] as const;
export type TimelineUnit = (typeof TIMELINE_UNITS)[number];

/** A sentence that tells when something is, with the words that do. */
export interface Telling {
  readonly article: number;
  /** Index into the article's sentences. */
  readonly sentence: number;
  readonly dates: readonly ToldDate[];
}

/** A period, what is told of it and what was published in it. */
export interface Moment {
  readonly period: Period;
  /** `2021-12-30`, `2021-12`, `2021`, a week as its first and last day. */
  readonly name: string;
  /** The sentences that tell of it, by article and then by place. */
  readonly told: readonly Telling[];
  /** How many of them count, and in how many articles: of copies of one text those of one. */
  readonly counted: number;
  readonly sources: number;
  /** The articles published in it. */
  readonly published: readonly number[];
}

/** What happened when by what is told, and when it was published. */
export interface Timeline {
  readonly unit: TimelineUnit;
  /** In order; a period that is coarser than the unit stands before what it holds. */
  readonly moments: readonly Moment[];
  /** Sentences whose dates could not be placed. */
  readonly open: readonly Telling[];
  /** Articles whose day of publication is not known. */
  readonly undated: readonly number[];
}

/** Per article the dates that it tells. */
export type DatesTold = readonly (readonly ToldDate[])[];

/** Reads the dates of all articles. */
export function datesOf(index: Index): DatesTold {
  return atOnce(readingDates(index));
}

/** The same with pauses. */
export function* readingDates({ articles }: Index): Paused<DatesTold> {
  return yield* mapped(articles, findDates);
}

/** In more days or months than this no picture is seen any more: the next coarser unit is taken. */
const MOST_MOMENTS = 31;

/**
 * The timeline of some articles. Days are put together into months and years where that is the unit; what is told more
 * coarsely than the unit stays what it is: "in June" is no day.
 *
 * @param unit `null` for the finest in which they were published in no more than {@link MOST_MOMENTS} periods; where
 * that is not known, in which they tell of no more
 */
export function timelineOf(
  index: Index,
  dates: DatesTold,
  articles: readonly number[],
  unit: TimelineUnit | null = null,
): Timeline {
  if (unit) return timelineBy(index, dates, articles, unit);
  const [finest, ...coarser] = TIMELINE_UNITS.map((its) => () => timelineBy(index, dates, articles, its));
  let timeline = finest!();
  for (const next of coarser) {
    if (breadthOf(timeline) <= MOST_MOMENTS) break;
    timeline = next();
  }
  return timeline;
}

function breadthOf({ moments, unit }: Timeline): number {
  const published = moments.filter((its) => its.published.length > 0).length;
  return published > 0 ? published : moments.filter(({ period }) => period.unit === unit).length;
}

function timelineBy(index: Index, dates: DatesTold, articles: readonly number[], unit: TimelineUnit): Timeline {
  const moments = new Map<
    string,
    { readonly period: Period; readonly told: Telling[]; readonly published: number[] }
  >();
  const at = (period: Period) => {
    const name = periodName(period);
    const known = moments.get(name) ?? { period, told: [], published: [] };
    moments.set(name, known);
    return known;
  };
  const open: Telling[] = [];
  const undated: number[] = [];
  for (const article of articles) {
    const published = dayOf(index.articles[article]?.article.date?.value);
    if (published === null) undated.push(article);
    else at(periodAround(unit, published)).published.push(article);
    for (const date of dates[article] ?? []) {
      const into = date.period ? at(inUnit(date.period, unit)).told : open;
      const last = into.at(-1);
      if (last?.article === article && last.sentence === date.sentence)
        into[into.length - 1] = { ...last, dates: [...last.dates, date] };
      else into.push({ article, sentence: date.sentence, dates: [date] });
    }
  }
  return {
    unit,
    moments: [...moments]
      .map(([name, { period, told, published }]): Moment => {
        return { period, name, told, ...countTellings(index, told), published };
      })
      .sort((a, b) => a.period.first - b.period.first || b.period.last - a.period.last),
    open,
    undated,
  };
}

/** Whether an article tells of a period, as a timeline has it. @param name of the period */
export function tellsOf(dates: readonly ToldDate[], name: string): boolean {
  return dates.some(
    ({ period }) => period !== null && TIMELINE_UNITS.some((unit) => periodName(inUnit(period, unit)) === name),
  );
}

/** Whether an article was published in a period, as a timeline has it. @param name of the period */
export function publishedIn({ date }: Pick<Article, 'date'>, name: string): boolean {
  const day = dayOf(date?.value);
  return day !== null && TIMELINE_UNITS.some((unit) => periodName(periodAround(unit, day)) === name);
}

/** How many sentences count, and in how many articles: of copies of one text those of one. */
export function countTellings(index: Index, told: readonly Telling[]): Pick<Moment, 'counted' | 'sources'> {
  const sources = new Set(countedOnce(index, new Set(told.map(({ article }) => article))));
  return { counted: told.filter(({ article }) => sources.has(article)).length, sources: sources.size };
}

const COARSENESS: Readonly<Record<PeriodUnit, number>> = { day: 0, week: 1, month: 2, year: 3 };

/** The period of a unit that a finer one lies in, a week where most of it lies; a coarser one as it is. */
function inUnit(period: Period, unit: TimelineUnit): Period {
  if (COARSENESS[period.unit] >= COARSENESS[unit]) return period;
  return periodAround(unit, (period.first + period.last) >> 1);
}

/** Where a date comes from, in words: "“Thursday”, the one nearest to 2021-12-29, the day of publication". */
export function dateWords(index: Index, article: number, { start, end, period, says }: ToldDate): string {
  const words = index.articles[article]?.article.text.slice(start, end) ?? '';
  const when = period ? (period.unit === 'day' ? isoDay(period.first) : periodName(period)) : 'not placed';
  return says === '' ? `“${words}” is ${when}` : `“${words}” is ${when}: ${says}`;
}
