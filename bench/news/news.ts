import { type Random, seeded } from '../../training/random.ts';
import { endingOf, type Paragraph, type Source } from './source.ts';

/** A made-up article as the text of a Markdown file. */
export interface MadeUp {
  /** Below the corpus's folder. */
  readonly path: string;
  readonly text: string;
}

const OUTLETS = 60;
/** A story has so many articles. */
const STORY = { least: 2, most: 12 };
/** Words of an article: the middle one, and the deviation of the logarithm, as in the news that it is made of. */
const LENGTH = { median: 750, sigma: 0.5, least: 90, most: 4000 };
/** The share of a story's other words that are changed for others. */
const REWORDED = 0.6;
/** The share of an article that its story's other articles may have too, and of sentences there that are worded anew. */
const SHARED = 0.55;
const RETOLD = 0.35;
/** One article in so many is another's text with its end cut. */
const COPIES = 25;
const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(2021, 0, 1);
const DAYS = 900;

/**
 * Makes articles that behave like news: stories told by several outlets on the same days, their sentences partly shared,
 * names with first and last names that come back, words as frequent as in real news. Names and wording are recombined
 * from the source; what comes out says nothing. The same seed gives the same articles, and fewer are the first of more.
 */
export function* madeUpNews(source: Source, count: number, seed = 1): Generator<MadeUp> {
  let made = 0;
  for (let number = 0; made < count; number++) {
    const random = seeded(seed * 1_000_003 + number);
    const size = STORY.least + Math.floor(random() ** 1.7 * (STORY.most - STORY.least + 1));
    const story = new Story(source, random);
    let previous = '';
    for (let i = 0; i < size && made < count; i++, made++) {
      const body = i > 0 && made % COPIES === 0 ? cut(previous) : story.telling();
      previous = body;
      const outlet = Math.floor(random() ** 1.5 * OUTLETS);
      const date = new Date(story.day + Math.floor(random() * 3) * DAY).toISOString().slice(0, 10);
      const head = `---\ntitle: ${JSON.stringify(story.headline())}\noutlet: The ${source.lasts[outlet * 7]} Courier\ndate: ${date}\n---\n\n`;
      yield { path: `outlet-${outlet}/${date}-${number}-${i}.md`, text: `${head}${body}\n` };
    }
  }
}

/** What one story's articles have in common: its days, its people, its sentences and its words. */
class Story {
  readonly day: number;
  readonly #source: Source;
  readonly #random: Random;
  readonly #names = new Map<string, string>();
  readonly #words = new Map<string, string>();
  readonly #paragraphs: readonly Paragraph[];

  constructor(source: Source, random: Random) {
    this.#source = source;
    this.#random = random;
    this.day = FIRST_DAY + Math.floor(random() * DAYS) * DAY;
    let paragraphs: readonly Paragraph[] = [];
    // There are texts without a paragraph to take.
    while (paragraphs.length === 0) paragraphs = [1, 2].flatMap(() => pick(source.articles, random));
    this.#paragraphs = paragraphs;
  }

  headline(): string {
    const first = pick(pick(this.#paragraphs.slice(0, 4), this.#random), this.#random);
    return this.#told(first, this.#words).split(' ').slice(0, 10).join(' ');
  }

  /** One article of the story. */
  telling(): string {
    const random = this.#random;
    const { median, sigma, least, most } = LENGTH;
    const length = Math.max(least, Math.min(most, median * Math.exp(sigma * normal(random))));
    const own = new Map<string, string>();
    const others = pick(this.#source.articles, random);
    const paragraphs: string[] = [];
    let words = 0;
    // Half a paragraph is where the last one ends on average.
    for (let at = Math.floor(random() * 3); words + 30 < length; at++) {
      const isShared = random() < SHARED && at < this.#paragraphs.length;
      const sentences = isShared ? this.#paragraphs[at]! : (others[at % others.length] ?? this.#paragraphs[0]!);
      const paragraph = sentences
        .map((sentence) => this.#told(sentence, isShared && random() > RETOLD ? this.#words : own))
        .join(' ');
      paragraphs.push(paragraph);
      words += paragraph.split(' ').length;
    }
    return paragraphs.join('\n\n');
  }

  /** A sentence with this story's names and with words changed; a word met before is changed as it was. */
  #told(sentence: string, words: Map<string, string>): string {
    const { known, common, words: byEnding, firsts, lasts } = this.#source;
    const named = sentence.replace(
      /(?<=\p{Ll},? |^[“"])(\p{Lu}\p{Ll}+)( \p{Lu}\p{L}*\p{Ll})?/gu,
      (all, first, second) => {
        const last = second?.slice(1);
        const isFull = last !== undefined && !known.has(last) && !known.has(first);
        if (isFull) return `${this.#name(first, firsts)} ${this.#name(last, lasts)}`;
        return second === undefined && this.#names.has(first) ? this.#names.get(first)! : all;
      },
    );
    return named.replace(/(?<![\p{L}’'-])\p{Ll}{2,}(?![\p{L}’'-])/gu, (word) => {
      if (common.has(word)) return word;
      const met = words.get(word);
      if (met !== undefined) return met;
      const others = byEnding.get(endingOf(word)) ?? [];
      const other = this.#random() < REWORDED && others.length > 0 ? pick(others, this.#random) : word;
      words.set(word, other);
      return other;
    });
  }

  #name(word: string, from: readonly string[]): string {
    const known = this.#names.get(word) ?? pick(from, this.#random);
    this.#names.set(word, known);
    return known;
  }
}

/** Another outlet's print of a text: its last third is gone. */
function cut(text: string): string {
  const paragraphs = text.split('\n\n');
  return paragraphs.slice(0, Math.ceil((paragraphs.length * 2) / 3)).join('\n\n');
}

function pick<T>(from: readonly T[], random: Random): T {
  return from[Math.floor(random() * from.length)]!;
}

/** A number of the normal distribution (Box & Muller 1958). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
