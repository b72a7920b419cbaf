const ISO = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/;

/** The day of an ISO 8601 date or time, or of a `Date`, as `2021-12-29`; undefined when it is no real day. */
export function isoDay(value: unknown): string | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString().slice(0, 10);
  if (typeof value !== 'string') return undefined;
  const match = ISO.exec(value.trim());
  if (!match) return undefined;
  const day = match[0];
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : undefined;
}
