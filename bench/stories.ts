/**
 * How much time of the processor the grouping of stories and utterances and one comparison take at 100, 1,000 and
 * 10,000 articles, made up so that no reading is measured: stories of five articles that share words and quotes, told
 * in other words.
 *
 * Run it with `npm run bench stories`.
 */
import { compareArticles } from '../src/compare/comparison.ts';
import { indexOf } from '../src/index/build.ts';
import { groupStories } from '../src/index/stories.ts';
import { groupUtterances } from '../src/index/utterances.ts';
import type { AnnotatedArticle, Entity, Paragraph, Quote, Sentence } from '../src/model.ts';

const SIZES = [100, 1000, 10_000];
const STORY = 5;
const WORDS = 40_000;

/** A small generator of pseudo-random numbers, the same at each run (Marsaglia's xorshift). */
function generator(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const random = generator(2022);
const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu'.split(' ');

function word(number: number): string {
  let rest = number + 400;
  let made = '';
  while (rest > 0) {
    made += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return made;
}

/** Words as news has them: few are frequent, most are rare. */
const anyWord = () => word(Math.floor(WORDS ** random()));

function sentence(words: readonly string[], length: number): string {
  const its = Array.from({ length }, () => (random() < 0.5 ? words[Math.floor(random() * words.length)]! : anyWord()));
  return `${its.join(' ')}.`;
}

function articlesOfOneStory(story: number): readonly AnnotatedArticle[] {
  const words = Array.from({ length: 60 }, anyWord);
  const said = Array.from({ length: 6 }, () => sentence(words, 18));
  return Array.from({ length: STORY }, (_, i) => {
    const paragraphs: Paragraph[] = [];
    const sentences: Sentence[] = [];
    const quotes: Quote[] = [];
    let text = '';
    const add = (line: string, kind: Paragraph['kind'], start = text.length) => {
      text += `${line}\n`;
      paragraphs.push({ start, end: text.length - 1, kind });
      const span = { start, end: text.length - 1 };
      sentences.push({ ...span, firstToken: 0, endToken: 0, paragraph: paragraphs.length - 1 });
      return span;
    };
    add(sentence(words, 8), 'headline');
    for (let n = 0; n < 20; n++) add(sentence(words, 20), 'body');
    for (const words of said) {
      const span = add(
        words.replaceAll(/\w+/g, (its) => (random() < 0.1 ? anyWord() : its)),
        'body',
      );
      const speaker = { kind: 'unknown' } as const;
      const content = { ...span, spans: [span], kind: 'direct', cue: null, speakerAsWritten: null } as const;
      quotes.push({ ...content, speaker, how: '', confidence: 0 });
    }
    const tokens = { count: 0, start: new Int32Array(), end: new Int32Array(), pos: new Uint8Array() };
    const path = `${story}-${i}.txt`;
    const unknown = { headline: null, byline: null, outlet: null, origin: null, date: null, leftOut: [] };
    return {
      article: { path, file: path, text, language: 'en', paragraphs, ...unknown },
      annotations: { tokens, sentences, mentions: [], quotes },
    };
  });
}

/** The time that the processor spends, not the clock's: other programs run too. */
function timed<T>(work: () => T): readonly [result: T, ms: number] {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  return [result, (user + system) / 1000];
}

const entities: readonly Entity[] = [];
for (const size of SIZES) {
  const articles = Array.from({ length: size / STORY }, (_, story) => articlesOfOneStory(story)).flat();
  const [stories, storyTime] = timed(() => groupStories(articles, entities));
  const [utterances, utteranceTime] = timed(() => groupUtterances(articles, entities));
  const index = indexOf(articles);
  const [, compareTime] = timed(() => compareArticles(index, stories[0]?.articles ?? []));
  const each = (ms: number) => `${ms.toFixed(0)} ms (${(ms / size).toFixed(2)} an article)`;
  console.log(
    `${size} articles: ${stories.length} stories in ${each(storyTime)}; ${utterances.length} utterances in ` +
      `${each(utteranceTime)}; one comparison in ${compareTime.toFixed(0)} ms`,
  );
}
