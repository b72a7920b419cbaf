import type { AnnotatedArticle } from '../model.ts';
import type { Index } from './access.ts';
import { CopyFinding } from './copies.ts';
import { textsOf } from './counting.ts';
import { EntityLinking } from './entities.ts';
import type { Order } from './grouping/neighbours.ts';
import { atOnce, type Paused, telling } from './paused.ts';
import type { Progress } from './progress.ts';
import { saidByNone } from './said-by-none.ts';
import { type Carrier, mustBeWithin, mustHold, Packing, Unpacking } from './stored/carrier.ts';
import { StoryLinking } from './stories.ts';
import { readingBy } from './terms/reading.ts';
import { numberedBy, Vocabulary } from './terms/words.ts';
import { UtteranceLinking } from './utterances.ts';

/**
 * What is worked out over all articles, kept so that a change of some of them costs what it changes: the index is always
 * the one that would come of the same articles from nothing. All parts number the articles alike: a number is an
 * article's as long as an article of its path is there.
 */
export class Linking {
  readonly #numbers = new Map<string, number>();
  #names: Name[] = [];
  #known = new Map<AnnotatedArticle, number>();
  #free: number[] = [];
  #articles: (AnnotatedArticle | undefined)[] = [];
  #order: Order = { itemAt: new Int32Array(), rankOf: new Int32Array() };
  readonly #vocabulary = new Vocabulary();
  readonly #entities = new EntityLinking();
  readonly #stories = new StoryLinking();
  readonly #utterances = new UtteranceLinking();
  readonly #copies = new CopyFinding();
  /** Of articles that were not recognised yet. */
  readonly #marks = new Map<string, string>();
  #taken = 0;
  /** The names of articles that were asked for last: whoever asks whether they may be taken takes them. */
  #asked: { readonly articles: readonly AnnotatedArticle[]; readonly names: readonly Name[] } | undefined;
  /** What was left half done is not gone on with. */
  #isWhole = true;

  /**
   * The index of articles. Those that are the same objects as the last time are taken for unchanged.
   *
   * @throws Error where they cannot be taken in ({@link mayTake})
   */
  linked(articles: readonly AnnotatedArticle[]): Paused<Index, Progress> {
    return numberedBy(this.#vocabulary, this.#linked(articles));
  }

  *#linked(articles: readonly AnnotatedArticle[]): Paused<Index, Progress> {
    if (!this.mayTake(articles)) throw new Error('the last linking was broken off, or articles have another order');
    this.#isWhole = false;
    const { order, changed, gone, hasMoved } = this.#numbered(articles);
    this.#taken = changed.length + gone.length;
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

    const reading = readingBy(articleOf, termOf, handleOf);
    const taken = new Set([...gone, ...changed]);
    for (const number of new Set([...taken, ...renamed])) {
      const annotated = articleOf(number);
      // All of them read all of its words: one after the other.
      if (taken.has(number)) {
        this.#stories.set(number, annotated);
        this.#copies.set(number, annotated);
      }
      if (annotated) {
        const { length } = annotated.annotations.mentions;
        this.#stories.setNames(
          number,
          Array.from({ length }, (_, mention) => handleOf(number, mention)),
        );
      }
      this.#utterances.set(number, annotated, reading);
      yield { doing: 'Reading quotes' };
    }
    const stories = yield* telling({ doing: 'Grouping articles' }, this.#stories.settle(articles, order));
    const { utterances, utteranceOf } = yield* this.#utterances.settle(order, hasMoved);

    const copies = yield* telling({ doing: 'Looking for copies' }, this.#copies.settle(order));
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

  /** How many articles came, went or changed in the last linking. */
  get taken(): number {
    return this.#taken;
  }

  /**
   * All of it as bytes, for {@link unpacked}.
   *
   * @param marks of each article of the last linking, in their order, what tells it from any other of its path
   */
  packed(marks: readonly string[]): Uint8Array {
    if (!this.#isWhole) throw new Error('the last linking was broken off');
    const by = new Packing();
    const names = Array.from(this.#order.itemAt, (number) => this.#names[number]!);
    by.strings(names.map(({ path }) => path));
    by.strings(names.map(({ name }) => name));
    by.strings(marks);
    atOnce(this.#carried(by));
    return by.packed();
  }

  /**
   * What was packed, in this process. It knows none of the articles again before {@link recognise}.
   *
   * @param packed from a multiple of 8 of its buffer; nobody else may use these bytes any more
   * @throws RangeError where they are other bytes
   */
  static *unpacked(packed: Uint8Array): Paused<Linking> {
    const by = new Unpacking(packed);
    const [paths, names, marks] = [by.strings(), by.strings(), by.strings()];
    yield;
    const linking = new Linking();
    yield* linking.#carried(by);
    const { itemAt, rankOf } = linking.#order;
    if (itemAt.length !== names.length || itemAt.length !== marks.length || new Set(names).size !== names.length)
      throw new RangeError('these are other articles');
    yield;
    linking.#articles.length = rankOf.length;
    for (const [rank, number] of itemAt.entries()) {
      linking.#names[number] = { path: paths[rank]!, name: names[rank]! };
      linking.#numbers.set(names[rank]!, number);
      linking.#marks.set(names[rank]!, marks[rank]!);
    }
    return linking;
  }

  /**
   * Takes those for unchanged that are what they were when it was packed.
   *
   * @param articles that there are now
   * @param marks of each of them
   */
  *recognise(articles: readonly AnnotatedArticle[], marks: readonly string[]): Paused<void> {
    const nameOf = this.#naming();
    for (const [i, annotated] of articles.entries()) {
      const { name } = nameOf(annotated);
      yield;
      if (this.#marks.get(name) !== marks[i]) continue;
      const number = this.#numbers.get(name)!;
      this.#articles[number] = annotated;
      this.#known.set(annotated, number);
    }
    this.#marks.clear();
  }

  /**
   * Whether what was unpacked says nothing that no article says.
   *
   * @param index what {@link linked} gave of it
   */
  *saysWhatIsThere(index: Index): Paused<boolean> {
    return (yield* saidByNone(index, this.#entities.spellings())) === undefined;
  }

  *#carried(by: Carrier): Paused<void> {
    this.#order = { itemAt: by.column(this.#order.itemAt), rankOf: by.column(this.#order.rankOf) };
    this.#free = [...by.column(Int32Array.from(this.#free))];
    if (by.isBack) this.#checkOrder();
    yield* this.#vocabulary.carried(by);
    const terms = this.#vocabulary.stems.length;
    yield* this.#entities.carried(by, this.#order.rankOf, terms);
    yield* this.#stories.carried(by, this.#order.rankOf);
    yield* this.#utterances.carried(by, terms);
    yield* this.#copies.carried(by, this.#order.rankOf);
  }

  /** Each number is an article's, or free. */
  #checkOrder(): void {
    const { itemAt, rankOf } = this.#order;
    mustBeWithin(itemAt, rankOf.length);
    mustBeWithin(this.#free, rankOf.length);
    mustHold(itemAt.every((number, rank) => rankOf[number] === rank));
    mustHold(new Set([...itemAt, ...this.#free]).size === rankOf.length);
    mustHold(
      itemAt.length + this.#free.length === rankOf.length && this.#free.every((number) => rankOf[number] === -1),
    );
  }

  /** Whether articles can be taken in: nothing was broken off, and those that stay have the order that they had. */
  mayTake(articles: readonly AnnotatedArticle[]): boolean {
    if (!this.#isWhole) return false;
    let last = -1;
    for (const { name } of this.#named(articles)) {
      const number = this.#numbers.get(name);
      if (number === undefined) continue;
      const rank = this.#order.rankOf[number]!;
      if (rank < last) return false;
      last = rank;
    }
    return true;
  }

  /** The name of each article: its path, and which of those with this path it is. Paths of those that are known are not read. */
  #named(articles: readonly AnnotatedArticle[]): readonly Name[] {
    const asked = this.#asked;
    if (asked?.articles === articles && asked.names.length === articles.length) return asked.names;
    const names = articles.map(this.#naming());
    this.#asked = { articles, names };
    return names;
  }

  #naming(): (annotated: AnnotatedArticle) => Name {
    const met = new Map<string, number>();
    return (annotated) => {
      const known = this.#names[this.#known.get(annotated) ?? -1];
      const path = known?.path ?? annotated.article.path;
      const times = met.get(path) ?? 0;
      met.set(path, times + 1);
      const name = times === 0 ? path : `${path}\n${times}`;
      return known?.name === name ? known : { path, name };
    };
  }

  /** Gives each article its number, and tells what has changed. */
  #numbered(articles: readonly AnnotatedArticle[]) {
    const before = this.#order;
    const itemAt = new Int32Array(articles.length);
    const changed: number[] = [];
    const gone: number[] = [];
    const names = this.#named(articles);
    const there = new Set(names.map(({ name }) => name));
    for (const [name, number] of this.#numbers) {
      if (there.has(name)) continue;
      this.#numbers.delete(name);
      this.#articles[number] = undefined;
      gone.push(number);
    }
    this.#asked = undefined;
    this.#known = new Map();
    articles.forEach((annotated, i) => {
      const { name } = names[i]!;
      let number = this.#numbers.get(name);
      if (number === undefined) {
        number = this.#free.pop() ?? this.#articles.length;
        this.#numbers.set(name, number);
      }
      if (this.#articles[number] !== annotated) changed.push(number);
      this.#articles[number] = annotated;
      this.#names[number] = names[i]!;
      this.#known.set(annotated, number);
      itemAt[i] = number;
    });
    this.#free.push(...gone);
    const rankOf = new Int32Array(this.#articles.length).fill(-1);
    itemAt.forEach((number, rank) => {
      rankOf[number] = rank;
    });
    this.#order = { itemAt, rankOf };
    const hasMoved = (number: number) => before.rankOf[number] !== rankOf[number];
    return { order: this.#order, changed, gone, hasMoved };
  }
}

/** What an article is known by. */
interface Name {
  readonly path: string;
  readonly name: string;
}
