import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readArticle } from '../../../src/corpus/read.ts';
import { annotate } from '../../../src/language/analyse.ts';
import {
  dayNumber,
  isoDay,
  nearestWeekday,
  periodAround,
  periodName,
  weekdayOf,
} from '../../../src/language/dates/calendar.ts';
import { findDates } from '../../../src/language/dates/dates.ts';
import { seedIndex } from '../../corpora.ts';

/** The dates of a sentence published on a day: words → period, or `null`. */
function dates(sentence: string, published: string | null = '2021-12-29'): Record<string, string | null> {
  const front = published === null ? '' : `---\ndate: ${published}\n---\n\n`;
  const { article } = readArticle({ file: 'a.md', path: 'a.md' }, `${front}${sentence}\n`);
  return Object.fromEntries(
    findDates(annotate(article)).map(({ start, end, period }) => [
      article.text.slice(start, end),
      period && periodName(period),
    ]),
  );
}

test('what is written with its year is that day, month or year', () => {
  assert.deepEqual(dates('The treaty of December 29, 2021 replaced that of 3 May 1999 and the note of 2020-02-29.'), {
    'December 29, 2021': '2021-12-29',
    '3 May 1999': '1999-05-03',
    '2020-02-29': '2020-02-29',
  });
  assert.deepEqual(dates('Talks began in March 2014, a year after those of 2013.'), {
    'March 2014': '2014-03',
    '2013': '2013',
  });
  assert.deepEqual(
    Object.values(dates('On February 30, 2021 nothing happened.')).filter((period) => period?.length === 10),
    [],
  );
});

test('a day without a year is the nearest to the day of publication', () => {
  assert.deepEqual(dates('They meet on Jan. 10 after the call of December 7th and the storm of 4 July.'), {
    'Jan. 10': '2022-01-10',
    'December 7th': '2021-12-07',
    '4 July': '2021-07-04',
  });
});

test('a month alone is the last one or the next, as the clause tells; where it does not, it stays open', () => {
  assert.deepEqual(dates('The presidents met in June before the autumn came.'), { June: '2021-06' });
  assert.deepEqual(dates('The offensive could take place in late January.'), { January: '2022-01' });
  assert.deepEqual(dates('A victory in November is what the party needs.'), { November: null });
  assert.deepEqual(dates('It signed last June and pays next March, as in January of last year.'), {
    'last June': '2021-06',
    'next March': '2022-03',
    'January of last year': '2020-01',
  });
});

test('what is told from today is worked out from the day of publication, at its own grain', () => {
  assert.deepEqual(dates('It rained on Monday, today, last Friday and next Friday.'), {
    Monday: '2021-12-27',
    today: '2021-12-29',
    'last Friday': '2021-12-24',
    'next Friday': '2021-12-31',
  });
  assert.deepEqual(dates('Last week, this month and next year are near.'), {
    'Last week': '2021-12-20/2021-12-26',
    'this month': '2021-12',
    'next year': '2022',
  });
  assert.deepEqual(dates('Two days ago, three weeks ago, a month ago and 10 years ago it was dry.'), {
    'Two days ago': '2021-12-27',
    'three weeks ago': '2021-12-06/2021-12-12',
    'a month ago': '2021-11',
    '10 years ago': '2011',
  });
});

test('what does not tell when stays without a period, and says why', () => {
  const open = dates('In recent weeks, several days ago, two weeks later, this fall and in the 1990s it was so.');
  assert.deepEqual(Object.values(open), [null, null, null, null, null]);
  assert.deepEqual(dates('It rained on Thursday, and in 2014.', null), { Thursday: null, '2014': '2014' });
  const { article } = readArticle({ file: 'a.txt', path: 'a.txt' }, 'It rained on Thursday.\n');
  assert.match(findDates(annotate(article))[0]?.says ?? '', /day of publication is not known/);
});

test('a day that hangs on a day of publication that was worked out says so', async () => {
  const text = '---\ntitle: Rain\ndate: 2021-12-29\n---\n\nIt rained on Thursday.\n';
  const { article } = readArticle({ file: 'a.md', path: 'a.md' }, text);
  assert.equal(article.date?.how, 'declared');
  assert.equal(findDates(annotate(article))[0]?.says, 'the one nearest to 2021-12-29, the day of publication');
  for (const annotated of (await seedIndex()).articles) {
    assert.equal(annotated.article.date?.how, 'inferred');
    for (const { says, period } of findDates(annotated))
      if (says !== '' && period) assert.match(says, /the day of publication as worked out$/);
  }
});

test('no date is made of names, numbers and the verb may', () => {
  assert.deepEqual(dates('Prime Minister Theresa May told the BBC that 2,014 troops may march 10 miles.'), {});
  assert.deepEqual(dates('The plant made 1500 tons at 12:30.'), {});
});

test('every date of the seeds stands in its sentence, and what was worked out says from what', async () => {
  const { articles } = await seedIndex();
  const all = articles.flatMap((annotated) => {
    const found = findDates(annotated);
    for (const { start, end, sentence, how, says, period } of found) {
      const its = annotated.annotations.sentences[sentence];
      assert.ok(its && start >= its.start && end <= its.end && start < end);
      assert.equal(says === '', how === 'written');
      if (how === 'written') assert.ok(period);
      else if (period) assert.ok(says.includes(annotated.article.date?.value ?? '?'), says);
    }
    for (const [i, date] of found.slice(1).entries()) assert.ok(date.start >= (found[i]?.end ?? 0), 'none overlap');
    return found.map(
      ({ start, end, period }) => `${annotated.article.text.slice(start, end)} ${period && periodName(period)}`,
    );
  });
  for (const one of [
    'Jan. 10 2022-01-10',
    'Dec. 7 2021-12-07',
    'December 3 2021-12-03',
    'last June 2021-06',
    '2014 2014',
  ])
    assert.ok(all.includes(one), one);
});

test('days and their names, weeks from Monday, and the weekday nearest to a day', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 40_000 }), fc.integer({ min: 0, max: 6 }), (day, weekday) => {
      const [year = 0, month = 0, date = 0] = isoDay(day).split('-').map(Number);
      assert.equal(dayNumber(year, month, date), day);
      const near = nearestWeekday(day, weekday);
      assert.equal(weekdayOf(near), weekday);
      assert.ok(Math.abs(near - day) <= 3);
      for (const unit of ['day', 'week', 'month', 'year'] as const) {
        const { first, last } = periodAround(unit, day);
        assert.ok(first <= day && day <= last);
        assert.deepEqual(periodAround(unit, last), periodAround(unit, first));
        assert.notDeepEqual(periodAround(unit, last + 1), periodAround(unit, first));
      }
      assert.equal(weekdayOf(periodAround('week', day).first), 1);
    }),
  );
});
