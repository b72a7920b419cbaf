import type { AnnotatedArticle } from '../model.ts';
import type { Index } from './access.ts';
import { CopyFinding } from './copies.ts';
import { textsOf } from './counting.ts';
import { EntityLinking } from './entities.ts';
import type { Order } from './grouping/neighbours.ts';
import { type Paused, telling } from './paused.ts';
import type { Progress } from './progress.ts';
import { StoryLinking } from './stories.ts';
import { readingBy } from './terms/reading.ts';
import { UtteranceLinking } from './utterances.ts';

/**
 * What is worked out over all articles, kept so that a change of some of them costs what it changes: the index is always
 * the one that would come of the same articles from nothing. All parts number the articles alike: a number is an
 * article's as long as an article of its path is there.
 */
export class Linking {
  readonly #numbers = new Map<string, number>();
  readonly #free: number[] = [];
  readonly #articles: (AnnotatedArticle | undefined)[] = [];
  #order: Order = { itemAt: new Int32Array(), rankOf: new Int32Array() };
  readonly #entities = new EntityLinking();
  readonly #stories = new StoryLinking();
  readonly #utterances = new UtteranceLinking();
  readonly #copies = new CopyFinding();
  /** What was left half done is not gone on with. */
  #isWhole = true;

  /**
   * The index of articles. Those that are the same objects as the last time are taken for unchanged.
   *
   * @throws Error after one that was broken off, and where articles that stay have another order than before
   */
  *linked(articles: readonly AnnotatedArticle[]): Paused<Index, Progress> {
    if (!this.#isWhole) throw new Error('the last linking was broken off');
    this.#isWhole = false;
    const { order, changed, gone, hasMoved } = this.#numbered(articles);
    const articleOf = (number: number) => this.#articles[number];
    const names: Progress = { doing: 'Linking names' };
    for (const number of [...gone, ...changed]) {
      this.#entities.set(number, articleOf(number));
      yield names;
    }
    const { entities, entityOf, renamed, termOf, handleOf } = yield* telling(
      names,
      this.#entities.settle(articles, order, hasMoved),
    );

    const grouping: Progress = { doing: 'Grouping articles' };
    for (const number of [...gone, ...changed]) {
      this.#stories.set(number, articleOf(number));
      yield grouping;
    }
    for (const number of renamed) {
      const annotated = articleOf(number);
      if (!annotated) continue;
      const { length } = annotated.annotations.mentions;
      this.#stories.setNames(
        number,
        Array.from({ length }, (_, mention) => handleOf(number, mention)),
      );
      yield grouping;
    }
    const stories = yield* telling(grouping, this.#stories.settle(articles, order));

    const reading = readingBy(articleOf, termOf, handleOf);
    for (const number of new Set([...gone, ...changed, ...renamed])) {
      this.#utterances.set(number, articleOf(number), reading);
      yield { doing: 'Reading quotes' };
    }
    const quotes = (number: number) => articleOf(number)!.annotations.quotes.length;
    const { utterances, utteranceOf } = yield* this.#utterances.settle(order, hasMoved, quotes);

    const looking: Progress = { doing: 'Looking for copies' };
    for (const number of [...gone, ...changed]) {
      this.#copies.set(number, articleOf(number));
      yield looking;
    }
    const copies = yield* telling(looking, this.#copies.settle(order));
    const storyOf = new Int32Array(articles.length).fill(-1);
    stories.forEach((story, i) => {
      for (const article of story.articles) storyOf[article] = i;
    });
    this.#isWhole = true;
    return {
      articles,
      entities,
      utterances,
      stories,
      entityOf,
      utteranceOf,
      storyOf,
      copies,
      textOf: textsOf(articles, copies),
      speakers: new Map(),
    };
  }

  /** Gives each article its number, and tells what has changed. */
  #numbered(articles: readonly AnnotatedArticle[]) {
    const before = this.#order;
    const itemAt = new Int32Array(articles.length);
    const changed: number[] = [];
    const met = new Map<string, number>();
    const names = articles.map(({ article: { path } }) => {
      const times = met.get(path) ?? 0;
      met.set(path, times + 1);
      return times === 0 ? path : `${path}\n${times}`;
    });
    const there = new Set(names);
    const gone: number[] = [];
    for (const [name, number] of this.#numbers) {
      if (there.has(name)) continue;
      this.#numbers.delete(name);
      this.#articles[number] = undefined;
      gone.push(number);
    }
    articles.forEach((annotated, i) => {
      let number = this.#numbers.get(names[i]!);
      if (number === undefined) {
        number = this.#free.pop() ?? this.#articles.length;
        this.#numbers.set(names[i]!, number);
      }
      if (this.#articles[number] !== annotated) changed.push(number);
      this.#articles[number] = annotated;
      itemAt[i] = number;
    });
    this.#free.push(...gone);
    const rankOf = new Int32Array(this.#articles.length).fill(-1);
    itemAt.forEach((number, rank) => {
      rankOf[number] = rank;
    });
    let last = -1;
    for (const number of before.itemAt) {
      const rank = rankOf[number]!;
      if (rank < 0) continue;
      if (rank < last) throw new Error('articles that stay have another order');
      last = rank;
    }
    this.#order = { itemAt, rankOf };
    const hasMoved = (number: number) => before.rankOf[number] !== rankOf[number];
    return { order: this.#order, changed, gone, hasMoved };
  }
}
