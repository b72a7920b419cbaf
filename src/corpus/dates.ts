const ISO = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/;

/** The day of an ISO 8601 date or time, or of a `Date`, as `2021-12-29`; undefined when it is no real day. */
export function isoDay(value: unknown): string | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString().slice(0, 10);
  if (typeof value !== 'string') return undefined;
  const match = ISO.exec(value.trim());
  if (!match) return undefined;
  return realDay(match[1], match[2], match[3]);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';
const DAY_MONTH_YEAR = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?${MONTH},?[ -](\\d{4})\\b`, 'i');
const MONTH_DAY_YEAR = new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, 'i');
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/;
const DIGITS = /\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const SLASHED = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/;
const IN_ADDRESS = /[/_-](20\d{2}|19\d{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=\D|$)/;
const IN_ADDRESS_NAMED =
  /\/(20\d{2}|19\d{2})\/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\/(\d{1,2})(?=\D|$)/i;

/**
 * The first full day that a string names: ISO 8601, RFC 2822, "29 December 2021", "Dec. 29, 2021", "2021/12/29",
 * digits in an address. A day that could be read two ways (`03/04/2021`) is none; a time of day and its zone are not
 * counted, so the day is the publisher's own.
 *
 * @param within `address` for a URL or file name, where digits are the only form
 */
export function dayOf(words: string, within: 'words' | 'address' = 'words'): string | undefined {
  const said = words.slice(0, 400).replace(/\s+/g, ' ').trim();
  if (within === 'address') {
    const named = IN_ADDRESS_NAMED.exec(said);
    if (named) return realDay(named[1], monthOf(named[2]), named[3]);
    const match = IN_ADDRESS.exec(said);
    return match ? realDay(match[1], match[2], match[3]) : undefined;
  }
  const iso = isoDay(said);
  if (iso) return iso;
  const compact = COMPACT.exec(said);
  if (compact) return realDay(compact[1], compact[2], compact[3]);
  const epoch = /^1\d{9}(?:\d{3})?$/.exec(said);
  if (epoch) return isoDay(new Date(Number(said) * (said.length === 10 ? 1000 : 1)));
  const digits = DIGITS.exec(said);
  if (digits) return realDay(digits[1], digits[2], digits[3]);
  const monthFirst = MONTH_DAY_YEAR.exec(said);
  const dayFirst = DAY_MONTH_YEAR.exec(said);
  if (monthFirst && (!dayFirst || monthFirst.index <= dayFirst.index))
    return realDay(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  if (dayFirst) return realDay(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const slashed = SLASHED.exec(said);
  if (!slashed) return undefined;
  const [a, b] = [Number(slashed[1]), Number(slashed[2])];
  if (a > 12) return realDay(slashed[3], slashed[2], slashed[1]);
  if (b > 12 || a === b) return realDay(slashed[3], slashed[1], slashed[2]);
  return undefined;
}

function monthOf(name: string | undefined): string {
  return String(MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1);
}

/** ISO 8601 of a day that is in the calendar; undefined when it is not. */
function realDay(year: string | undefined, month: string | undefined, day: string | undefined): string | undefined {
  const text = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : undefined;
}
