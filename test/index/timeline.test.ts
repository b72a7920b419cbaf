import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withCopiesCounted } from '../../src/index/counting.ts';
import { datesOf, dateWords, TIMELINE_UNITS, timelineOf } from '../../src/index/timeline.ts';
import { indexFrom } from '../corpora.ts';
import { WIRE } from '../wire.ts';
import { seeds } from './seeds.ts';

const index = await seeds();
const dates = datesOf(index);
const ALL = [0, 1, 2, 3, 4];
const byDay = timelineOf(index, dates, ALL, 'day');
const moment = (name: string, of = byDay) => of.moments.find((its) => its.name === name);

test('what the seeds tell stands where it happened: the calls, the talks, the summit, the annexation', () => {
  const telling = (name: string) => new Set(moment(name)?.told.map(({ article }) => article));
  assert.deepEqual([...telling('2021-12-07')].sort(), [1, 2, 3, 4]);
  assert.deepEqual([...telling('2022-01-10')].sort(), [0, 1, 2, 4]);
  assert.deepEqual([...telling('2021-12-30')].sort(), [0, 1, 2]);
  assert.deepEqual([...telling('2021-06')].sort(), [0, 1, 3]);
  assert.deepEqual([...telling('2014')].sort(), [0, 2, 3, 4]);
});

test('every article stands where it was published, or among those of unknown date', () => {
  for (const [article, { article: its }] of index.articles.entries())
    assert.ok(moment(its.date?.value ?? '')?.published.includes(article));
  assert.deepEqual(byDay.undated, []);
  const undated = indexFrom({ 'a.txt': 'It rained on Monday, and in 2014.\n' });
  const timeline = timelineOf(undated, datesOf(undated), [0]);
  assert.deepEqual(timeline.undated, [0]);
  assert.deepEqual(
    timeline.moments.map(({ name }) => name),
    ['2014'],
  );
  assert.equal(timeline.open.length, 1, 'Monday of what week is not known');
});

test('every date that is told is in one moment, or not placed, whatever the unit', () => {
  const all = dates.flat().length;
  for (const unit of TIMELINE_UNITS) {
    const { moments, open } = timelineOf(index, dates, ALL, unit);
    const tellings = [...moments.flatMap(({ told }) => told), ...open];
    assert.equal(tellings.flatMap((its) => its.dates).length, all, unit);
    for (const { told, period } of moments)
      for (const telling of told)
        for (const date of telling.dates)
          assert.ok(
            date.period &&
              (date.period.first + date.period.last) / 2 >= period.first &&
              date.period.first <= period.last,
          );
    const firsts = moments.map(({ period }) => period.first);
    assert.deepEqual(
      firsts,
      [...firsts].sort((a, b) => a - b),
    );
  }
});

test('by month days are put together, and a year stays a year', () => {
  const byMonth = timelineOf(index, dates, ALL, 'month');
  assert.ok(!byMonth.moments.some(({ period }) => period.unit === 'day' || period.unit === 'week'));
  assert.ok(moment('2014', byMonth), 'nothing says which month');
  assert.ok((moment('2021-12', byMonth)?.counted ?? 0) > (moment('2021-12')?.counted ?? 0));
});

test('only the articles asked for are on it, and the unit grows with the number of periods', () => {
  const one = timelineOf(index, dates, [3]);
  assert.deepEqual([...new Set(one.moments.flatMap(({ told }) => told.map(({ article }) => article)))], [3]);
  assert.equal(one.unit, 'day');
  const days = Array.from(
    { length: 70 },
    (_, i) => `On ${new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10)} it rained.`,
  );
  const long = indexFrom({ 'a.txt': `${days.join(' ')}\n` });
  assert.equal(timelineOf(long, datesOf(long), [0]).unit, 'month');
});

test('copies of one text tell once', () => {
  const wire = indexFrom(WIRE);
  const monday = (of: typeof wire) => {
    const its = timelineOf(of, datesOf(of), [0, 1, 2, 3], 'day').moments.find(({ name }) => name === '2024-05-06');
    return [its?.counted, its?.sources, its?.told.length];
  };
  assert.deepEqual(monday(wire), [2, 2, 4]);
  assert.deepEqual(monday(withCopiesCounted(wire)), [4, 4, 4]);
});

test('what was worked out is told with its evidence', () => {
  const thursday = moment('2021-12-30')?.told[0];
  assert.ok(thursday);
  assert.equal(
    dateWords(index, thursday.article, thursday.dates[0]!),
    '“Thursday” is 2021-12-30: the one nearest to 2021-12-29, the day of publication',
  );
});
