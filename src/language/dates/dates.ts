import type { AnnotatedArticle, Span } from '../../model.ts';
import {
  dayNumber,
  dayOf,
  isoDay,
  MONTHS,
  monthOf,
  nearestWeekday,
  type Period,
  type PeriodUnit,
  periodAround,
  WEEKDAYS,
  weekdayOf,
  yearOf,
} from './calendar.ts';

/** Words of a text that say when something is. */
export interface ToldDate extends Span {
  /** Index into the article's sentences. */
  readonly sentence: number;
  /** When that is; `null` where the words and the day of publication do not tell. */
  readonly period: Period | null;
  /** Whether the words name the period themselves, or it was worked out from the day of publication. */
  readonly how: 'written' | 'worked out';
  /** How it was worked out, or why it could not be; empty for what is written. */
  readonly says: string;
}

/** What a pattern makes of its words. */
type Reading = Pick<ToldDate, 'period' | 'how' | 'says'>;

/** What words are read against: the day of publication, `null` where it is not known, and what stands around them. */
interface Against {
  readonly published: number | null;
  /** Whether that day was worked out itself. */
  readonly isWorkedOut: boolean;
  readonly before: string;
  readonly after: string;
}

const MONTH =
  '(Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|Jun(?:e|\\.)?|Jul(?:y|\\.)?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '((?:19|20)\\d\\d)';
const UNIT = '(day|week|month|year)';
const SMALL = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const WEEKDAY = '(Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)';
/** Words of what is to come, before a month without a year. */
const TO_COME =
  /\b(?:will|would|shall|could|may|might|plan\w{0,4}|schedul\w{1,3}|expect\w{0,3}|upcoming|likely|unlikely|next|due|set)\b/i;
/** Words of what has been, around it. */
const PAST =
  /\b(?:was|were|had|did|since|ago|took|met|held|began|came|won|lost|went|left|gave|sent|saw|became|fell|rose|grew|broke|ran|made|told|got|cut|wrote|[a-z]{2,12}ed)\b/i;
/** "said in June": what was said is past, and what it is about need not be. */
const SAID = /\bsaid [a-z]{2,12} $/i;
/** So much before and after a month without a year is looked at for them. */
const CLAUSE = 70;
const BEHIND = 50;

/** The forms of dates, each with how it is read; where two overlap the one that is named first here holds. */
const FORMS: readonly (readonly [RegExp, (match: RegExpMatchArray, against: Against) => Reading | null])[] = [
  [/\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b/g, ([, year, month, day]) => written(Number(year), Number(month), day)],
  [
    new RegExp(`\\b${MONTH} ${DAY},? ${YEAR}\\b`, 'g'),
    ([, month, day, year]) => written(Number(year), monthNumber(month), day),
  ],
  [
    new RegExp(`\\b${DAY} (?:of )?${MONTH},? ${YEAR}\\b`, 'g'),
    ([, day, month, year]) => written(Number(year), monthNumber(month), day),
  ],
  [
    new RegExp(`\\b${MONTH} ${DAY}\\b(?![\\d:]|,\\d|,? (?:19|20)\\d\\d)`, 'g'),
    ([, month, day], against) => withoutYear(monthNumber(month), Number(day), against),
  ],
  [
    new RegExp(`\\b${DAY} (?:of )?${MONTH}(?![\\p{L}])`, 'gu'),
    ([, day, month], against) => withoutYear(monthNumber(month), Number(day), against),
  ],
  [
    new RegExp(`\\b${MONTH},? (?:of )?${YEAR}\\b`, 'g'),
    ([, month, year]) => isWritten(monthOf(Number(year), monthNumber(month))),
  ],
  [
    new RegExp(`\\b${MONTH} (?:of )?(last|this|next) year\\b`, 'g'),
    ([, month, which], against) => monthOfYear(monthNumber(month), which, against),
  ],
  [
    new RegExp(
      `\\b(?<=(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]uring|[Tt]hrough|[Ff]rom|[Oo]f|[Ee]arly|[Ll]ate|[Mm]id)[ -])${MONTH}(?![\\p{L}]| \\d)`,
      'gu',
    ),
    ([, month], against) => monthAlone(monthNumber(month), '', against),
  ],
  [
    new RegExp(`\\b([Ll]ast|[Tt]his|[Nn]ext) ${MONTH}(?![\\p{L}]| \\d)`, 'gu'),
    ([, which, month], against) => monthAlone(monthNumber(month), which, against),
  ],
  [/\b(?:the )?(?:early |mid-|late )?(?:19|20)?\d0s\b/g, () => cannot('a decade, and no year of it')],
  [
    /(?<=\b(?:[Ii]n|[Ss]ince|[Oo]f|[Uu]ntil|[Bb]y|[Ff]rom|[Dd]uring|[Bb]efore|[Aa]fter|[Ee]arly|[Ll]ate|[Mm]id|[Tt]he)[ -])((?:19|20)\d\d)\b(?![-–,]?\d|%|s\b)/g,
    ([, year]) => isWritten(yearOf(Number(year))),
  ],
  [
    new RegExp(`\\b(?:(last|next) )?${WEEKDAY}\\b`, 'gi'),
    ([, which, weekday], against) => onWeekday(which, weekday, against),
  ],
  [/\b(today|tonight|yesterday|tomorrow|last night|this (?:morning|afternoon|evening))\b/gi, nearDay],
  [new RegExp(`(?<!\\bthe )\\b(last|this|next) ${UNIT}\\b`, 'gi'), nearUnit],
  [
    new RegExp(
      `\\b(an?|\\d{1,2}|${SMALL.join('|')}|several|a few|some|many) ${UNIT}s? (ago|earlier|later|before)\\b`,
      'gi',
    ),
    unitsAway,
  ],
  [/\b(?:days|weeks|months|years|decades) ago\b/gi, () => cannot('it does not say how many')],
  [
    /\b(?:recent|coming|past|last|next) (?:(?:few|several|couple of|two|three|four|five|six) )?(?:days|weeks|months|years|decades)\b/gi,
    () => cannot('a span of time without an end of its own'),
  ],
  [
    /\b(?:last|this|next|in the|in early|in late) (?:spring|summer|autumn|fall|winter)\b/gi,
    () => cannot('a season, which is no month'),
  ],
];

/**
 * The words of an article that say when something is, in order of place; offsets into `article.text`. What names no
 * year or is told from "today" is worked out from the day of publication: a date without a year is the one nearest to
 * it, a weekday the one within three days, a month alone the last one where the clause tells of what has been, and the
 * next where it tells of what is to come. What does not tell a day, a week, a month or a year stays without one.
 */
export function findDates({ article, annotations }: AnnotatedArticle): readonly ToldDate[] {
  const { text } = article;
  const published = dayOf(article.date?.value);
  const isWorkedOut = article.date?.how === 'inferred';
  const names = annotations.mentions.filter(({ type }) => type === 'person' || type === 'organization');
  return annotations.sentences.flatMap((sentence, number) => {
    const words = text.slice(sentence.start, sentence.end);
    // Most sentences name no date: nothing but what is common to all forms is looked for first.
    if (!MAY_TELL.test(words)) return [];
    const found: ToldDate[] = [];
    for (const [form, read] of FORMS)
      for (const match of words.matchAll(form)) {
        const start = sentence.start + match.index;
        const end = start + match[0].length;
        const overlaps = (span: Span) => span.start < end && span.end > start;
        // Theresa May is no month, and USA TODAY no day.
        if (found.some(overlaps) || overlapsOne(names, { start, end })) continue;
        const before = words.slice(Math.max(0, match.index - CLAUSE), match.index);
        const after = text.slice(end, Math.min(sentence.end, end + BEHIND));
        const reading = read(match, { published, isWorkedOut, before, after });
        if (reading) found.push({ start, end, sentence: number, ...reading });
      }
    return found.sort((a, b) => a.start - b.start);
  });
}

/** Whether a stretch lies over one of some, which are in order and do not overlap each other. */
function overlapsOne(spans: readonly Span[], { start, end }: Span): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end > start) high = middle;
    else low = middle + 1;
  }
  return low < spans.length && spans[low]!.start < end;
}

const MAY_TELL =
  /\d|day|night|morning|evening|noon|week|month|year|decade|spring|summer|autumn|fall|winter|tomorrow|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/i;

function monthNumber(name = ''): number {
  return MONTHS.findIndex((month) => name.toLowerCase().startsWith(month)) + 1;
}

function isWritten(period: Period): Reading {
  return { period, how: 'written', says: '' };
}

function written(year: number, month: number, day: string | undefined): Reading | null {
  const number = dayNumber(year, month, Number(day));
  return number === null ? null : isWritten(periodAround('day', number));
}

function cannot(why: string): Reading {
  return { period: null, how: 'worked out', says: why };
}

/** What follows from the day of publication, where that is known. */
function from({ published, isWorkedOut }: Against, work: (published: number) => readonly [Period, string]): Reading {
  if (published === null) return cannot('the day of publication is not known');
  const [period, says] = work(published);
  const day = isWorkedOut ? 'the day of publication as worked out' : 'the day of publication';
  return { period, how: 'worked out', says: `${says} ${isoDay(published)}, ${day}` };
}

/** "Jan. 10": of the years around, the one in which it is nearest. */
function withoutYear(month: number, day: number, against: Against): Reading | null {
  if (dayNumber(2000, month, day) === null) return null;
  return from(against, (published) => {
    const year = new Date(published * 86_400_000).getUTCFullYear();
    const days = [year - 1, year, year + 1].flatMap((its) => dayNumber(its, month, day) ?? []);
    const nearest = days.sort((a, b) => Math.abs(a - published) - Math.abs(b - published))[0] ?? published;
    return [periodAround('day', nearest), 'no year is named: nearest to'];
  });
}

/** "January of last year". */
function monthOfYear(month: number, which: string | undefined, against: Against): Reading {
  return from(against, (published) => {
    const away = { last: -1, this: 0, next: 1 }[which ?? ''] ?? 0;
    const year = new Date(unitsFrom(published, 'year', away).first * 86_400_000).getUTCFullYear();
    return [monthOf(year, month), `the year ${away === 0 ? 'of' : away < 0 ? 'before that of' : 'after that of'}`];
  });
}

/** "June", "last June": which one. */
function monthAlone(month: number, which: string | undefined, against: Against): Reading {
  const isToCome = TO_COME.test(against.before);
  if (which === '' && !isToCome && !isPast(against))
    return cannot('no year is named, and whether it is past or to come');
  return from(against, (published) => {
    const { first } = periodAround('month', published);
    const date = new Date(first * 86_400_000);
    const [year, now] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
    const asked = which?.toLowerCase();
    const next = asked === 'next' || (asked === '' && isToCome);
    const later = asked === 'next' ? month <= now : month < now;
    const earlier = asked === 'last' ? month >= now : month > now;
    if (next) return [monthOf(later ? year + 1 : year, month), 'no year is named: the next one after'];
    if (asked === 'this') return [monthOf(year, month), 'no year is named: in the year of'];
    return [monthOf(earlier ? year - 1 : year, month), 'no year is named: the last one before'];
  });
}

/** Whether what stands around a date tells of what has been. */
function isPast({ before, after }: Against): boolean {
  return PAST.test(before) || SAID.test(before) || PAST.test(after);
}

function onWeekday(which: string | undefined, name: string | undefined, against: Against): Reading {
  return from(against, (published) => {
    const weekday = WEEKDAYS.findIndex((day) => name?.toLowerCase().startsWith(day));
    const asked = which?.toLowerCase();
    const forward = (weekday - weekdayOf(published) + 7) % 7;
    if (asked === 'last')
      return [periodAround('day', published + (forward === 0 ? -7 : forward - 7)), 'the last one before'];
    if (asked === 'next') return [periodAround('day', published + (forward === 0 ? 7 : forward)), 'the next one after'];
    return [periodAround('day', nearestWeekday(published, weekday)), 'the one nearest to'];
  });
}

function nearDay([words]: RegExpMatchArray, against: Against): Reading {
  return from(against, (published) => {
    const away = /yesterday|last night/i.test(words) ? -1 : /tomorrow/i.test(words) ? 1 : 0;
    return [
      periodAround('day', published + away),
      away === 0 ? 'that is' : away < 0 ? 'the day before' : 'the day after',
    ];
  });
}

/** "last week", "this month", "next year". */
function nearUnit([, which, unit]: RegExpMatchArray, against: Against): Reading | null {
  const of = unit?.toLowerCase() as PeriodUnit;
  if (of === 'day') return null;
  return from(against, (published) => {
    const away = { last: -1, this: 0, next: 1 }[which?.toLowerCase() ?? ''] ?? 0;
    const says = away === 0 ? 'the one of' : away < 0 ? 'the one before that of' : 'the one after that of';
    return [unitsFrom(published, of, away), says];
  });
}

/** "two weeks ago". "Two weeks later" counts from a day that the text tells of, not from the day of publication. */
function unitsAway([, many, unit, way]: RegExpMatchArray, against: Against): Reading {
  if (way?.toLowerCase() !== 'ago') return cannot('told from another day than that of publication');
  const word = many?.toLowerCase() ?? '';
  const count = /^an?$/.test(word) ? 1 : /^\d+$/.test(word) ? Number(word) : SMALL.indexOf(word) + 1;
  if (count === 0) return cannot('it does not say how many');
  const of = unit?.toLowerCase() as PeriodUnit;
  return from(against, (published) => [
    unitsFrom(published, of, -count),
    `${count} ${of}${count === 1 ? '' : 's'} before`,
  ]);
}

function unitsFrom(day: number, unit: PeriodUnit, away: number): Period {
  if (unit === 'day' || unit === 'week') return periodAround(unit, day + away * (unit === 'week' ? 7 : 1));
  const date = new Date(day * 86_400_000);
  if (unit === 'year') return yearOf(date.getUTCFullYear() + away);
  return monthOf(date.getUTCFullYear(), date.getUTCMonth() + 1 + away);
}
