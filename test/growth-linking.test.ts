// That linking grows with the articles: four times as many, made as news is, are not sixteen times the work of any part
// of it. Branches are counted, which no load changes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { annotate } from '../src/language/analyse.ts';
import type { AnnotatedArticle } from '../src/model.ts';
import { counted } from './counted.ts';
import { articlesOf } from './index/seeds.ts';

const { module, branches } = await counted<typeof import('../src/index/linking.ts')>('src/index/linking.ts');

/** Fewer branches than these say nothing. */
const FLOOR = 200_000;

/** Numbers below a bound that look random and are the same each time. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const SYLLABLES = ['ba', 'der', 'fil', 'go', 'hun', 'kel', 'lim', 'mor', 'nas', 'pol', 'ris', 'tem', 'vul', 'zan'];
const FAMILIES = ['Orsolo', 'Tolland', 'Berrick', 'Hadley', 'Quennell', 'Varga', 'Melgrove', 'Stannard'];

function word(number: number): string {
  let letters = '';
  for (let rest = number + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    letters += SYLLABLES[rest % SYLLABLES.length];
  return letters;
}

/** A name that nobody else has first. */
function first(number: number): string {
  const letters = word(9 * number + 500);
  return letters[0]!.toUpperCase() + letters.slice(1);
}

/** Articles of stories: each in words of its own and of its story, with what somebody says that others report, too. */
function news(count: number): readonly string[] {
  const random = chance(3);
  return Array.from({ length: count }, (_, n) => {
    const story = Math.floor(n / 4);
    const words = (size: number) =>
      Array.from({ length: size }, () => word(random(3) === 0 ? 40 * (story % 60) + random(40) : random(900))).join(
        ' ',
      );
    const speaker = `${first(story)} ${FAMILIES[story % FAMILIES.length]}`;
    const told = chance(story);
    const said = Array.from({ length: 24 }, () => word(told(900)));
    said[random(24)] = word(random(900));
    return `The ${words(6)}

President ${speaker} of the ${word(story)} told the council that the ${words(12)} would come.

“The ${said.join(' ')},” said ${speaker}. The ${words(20)} was there, and “we want the ${words(9)},” Mr. ${speaker.split(' ')[1]} said.
`;
  });
}

/** Each tenth article names one of each family in full, the others families alone: whom a bare name means is asked over and over. */
function families(count: number): readonly string[] {
  return Array.from({ length: count }, (_, n) =>
    FAMILIES.map((family, i) =>
      n % 10 === 0 ? `Minister ${first((8 * n) / 10 + i)} ${family} came home.` : `Mr. ${family} came home.`,
    ).join(' '),
  );
}

/** How many branches each part of linking runs. */
function work(articles: readonly AnnotatedArticle[]): ReadonlyMap<string, number> {
  const parts = new Map<string, number>();
  branches();
  let part = 'Numbering';
  const linked = new module.Linking().linked(articles);
  for (let step = linked.next(); ; step = linked.next()) {
    parts.set(part, (parts.get(part) ?? 0) + branches());
    if (step.done) return parts;
    part = step.value.doing;
  }
}

/**
 * So many articles and four times as many, and how many times the work that may be: four times, with room for lists that
 * are short as long as a corpus is small.
 */
const CORPORA = {
  news: { made: news, few: 120, most: 8 },
  families: { made: families, few: 600, most: 6 },
};

for (const [name, { made, few, most }] of Object.entries(CORPORA))
  test(`four times as many articles are not sixteen times the work: ${name}`, async () => {
    const articles = (await articlesOf(made(4 * few))).map(annotate);
    const [less, more] = [work(articles.slice(0, few)), work(articles)];
    assert.ok(more.size > 4);
    for (const [part, now] of more) {
      const growth = now / Math.max(FLOOR / 4, less.get(part) ?? 0);
      assert.ok(growth <= most, `${part}: ${less.get(part)} and ${now} branches, ${growth.toFixed(1)} times`);
    }
  });
