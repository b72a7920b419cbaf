import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { linkEntities } from '../../src/index/entities.ts';
import { atOnce } from '../../src/index/paused.ts';
import { readingOf } from '../../src/index/terms/reading.ts';
import { compareReports, likelihood, mostLikelihood } from '../../src/index/utterances/evidence.ts';
import { reportsIn } from '../../src/index/utterances/reports.ts';
import { analyse } from '../../src/language/analyse.ts';
import { articlesOf, seeds } from './seeds.ts';

const WORDS = 'the bridge at Arn is reckless a builder builders building said flood rivers river Toll never we'.split(
  ' ',
);
const statement = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 }).map((words) => words.join(' '));
const told = fc.array(statement, { minLength: 2, maxLength: 6 });

async function reportsOf(texts: readonly string[]) {
  const articles = (await articlesOf(texts)).map((article) => ({ article, annotations: analyse(article) }));
  const reading = readingOf(articles, linkEntities(articles));
  return atOnce(reportsIn(articles, reading));
}

function assertBounded(reports: Awaited<ReturnType<typeof reportsOf>>): void {
  const all = Array.from({ length: reports.count }, (_, i) => reports.at(i));
  for (const a of all)
    for (const b of all) {
      if (a === b) continue;
      const is = likelihood(compareReports(a, b));
      assert.ok(mostLikelihood(a, b) >= is - 1e-9, `at most ${mostLikelihood(a, b)}, is ${is}`);
    }
}

test('no two reports of the seeds are likelier one utterance than the cheap bound says', async () => {
  const { articles, entities } = await seeds();
  const reading = readingOf(articles, entities);
  assertBounded(atOnce(reportsIn(articles, reading)));
});

test('nor any two made-up ones', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(told, { minLength: 1, maxLength: 3 }), async (articles) => {
      assertBounded(
        await reportsOf(articles.map((its) => its.map((words) => `“${words},” said Mara Toll.`).join('\n\n'))),
      );
    }),
    { numRuns: 60 },
  );
});
