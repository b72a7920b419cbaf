import { Digest, digestOf } from '../hashing.ts';
import { type Index, quoteAt, speakerOf } from '../index/access.ts';
import type { Links } from '../index/links.ts';
import type { AnnotatedArticle } from '../model.ts';
import { type FieldText, RecurringText, Store } from './store.ts';

/** The kinds of records, in the order in which they are added. */
export const GROUPS = ['sources', 'entities', 'quotes', 'stories'] as const;
export type GroupName = (typeof GROUPS)[number];

/**
 * What is searched of a record, and how much each field weighs: an item is found by its own words before it is
 * found by the names that occur in it.
 */
const WEIGHTS = {
  outlet: 1,
  name: 1,
  spellings: 0.9,
  headline: 0.8,
  said: 0.8,
  byline: 0.7,
  origin: 0.7,
  asWritten: 0.7,
  path: 0.6,
  publishedIn: 0.5,
  mentioned: 0.4,
  type: 0.3,
  text: 0.2,
  story: 1,
} as const;
export type FieldName = keyof typeof WEIGHTS;
export const FIELD_NAMES = Object.keys(WEIGHTS) as FieldName[];
export const FIELD_WEIGHTS: readonly number[] = Object.values(WEIGHTS);

/** Fields as the bits that a term takes. */
export function fieldBits(...names: readonly FieldName[]): number {
  return names.reduce((bits, name) => bits | (1 << FIELD_NAMES.indexOf(name)), 0);
}

/** An item as it is searched. An entity is known by every one of its spellings everywhere. */
export interface SearchRecord {
  readonly group: GroupName;
  /** Its number in its pane, or the story's. */
  readonly item: number;
  /** What is searched of it, made when it is asked for. */
  readonly fields: () => readonly FieldText[];
  /** Which of two equal hits comes first: of an article and its quotes the newer, of entities the more often named. */
  readonly standing: number;
  /**
   * A number that stands for all of it but its place: equal records of one article, or of entities and stories, have the
   * same, others hardly ever (53 bits). Never 0. In another process it is another.
   */
  readonly print: number;
}

/** Everything of an index that can be searched: not the entities that its reader has hidden. */
export function* recordsOf(index: Index, links: Links): Generator<SearchRecord> {
  const known = new Spellings(index);
  const named = (entities: Int32Array) => Array.from(entities, (entity) => known.of(entity).mentioned);
  const prints = (entities: Int32Array, print: Digest) => {
    for (const entity of entities) print.of(known.of(entity).print);
  };
  const days = new Uint32Array(index.articles.length);
  const print = new Digest();
  const begin = (group: GroupName, number: number) => print.begin().of(GROUPS.indexOf(group)).of(number);

  for (const [item, annotated] of index.articles.entries()) {
    const { article } = annotated;
    days[item] = dayOf(article.date?.value);
    const mentioned = links.entitiesOf.of(item);
    begin('sources', numberOf(annotated));
    prints(mentioned, print);
    const fields = () => [
      of('outlet', article.outlet?.value),
      of('headline', article.headline?.value),
      of('byline', article.byline?.value),
      of('origin', article.origin?.value),
      of('path', `${article.path} ${article.date?.value ?? ''}`),
      ...named(mentioned),
      of('text', article.paragraphs.map(({ start, end }) => article.text.slice(start, end)).join('\n')),
    ];
    yield { group: 'sources', item, fields, standing: days[item] ?? 0, print: print.number };
  }
  for (const [item, { name, type, mentions, hidden }] of index.entities.entries()) {
    if (hidden) continue;
    const standing = Math.round(64 * Math.log2(1 + mentions.length));
    begin('entities', standing);
    print.of(known.of(item).print);
    print.of(digestOf(type));
    const fields = () => [of('name', name), known.of(item).spellings, of('type', type)];
    yield { group: 'entities', item, fields, standing, print: print.number };
  }
  for (const [item, ref] of links.quotes.entries()) {
    const annotated = index.articles[ref.article]!;
    const speaker = links.speakerOf[item] ?? -1;
    const mentioned = links.mentionedIn.of(item);
    begin('quotes', numberOf(annotated));
    print.of(ref.item);
    if (speaker >= 0) print.of(known.of(speaker).print);
    // Said to be unknown by its reader, it is not what is written there.
    else print.of(index.speakers.size > 0 && index.speakers.has(`${ref.article} ${ref.item}`) ? 1 : 0);
    prints(mentioned, print);
    const fields = () => {
      const { article } = annotated;
      const quote = quoteAt(index, ref);
      const who = speakerOf(index, ref);
      const written = quote.speakerAsWritten;
      return [
        of('name', who.name),
        ...(who.kind === 'named' ? [known.of(who.entity).spellings] : []),
        of('said', quote.spans.map(({ start, end }) => article.text.slice(start, end)).join(' ')),
        of('asWritten', written && article.text.slice(written.start, written.end)),
        of('publishedIn', article.outlet?.value),
        ...named(mentioned),
      ];
    };
    yield { group: 'quotes', item, fields, standing: days[ref.article] ?? 0, print: print.number };
  }
  for (const [item, { id, label }] of index.stories.entries()) {
    const text = `${id} ${label}`;
    begin('stories', digestOf(text));
    yield { group: 'stories', item, fields: () => [of('story', text)], standing: 0, print: print.number };
  }
}

/** All that an entity is called, as it stands in the records of others. */
interface Spelt {
  readonly spellings: RecurringText;
  readonly mentioned: RecurringText;
  readonly print: number;
}

/** What the entities of an index are called, made when it is asked for. */
class Spellings {
  readonly #index: Index;
  readonly #known: (Spelt | undefined)[];

  constructor(index: Index) {
    this.#index = index;
    this.#known = new Array(index.entities.length);
  }

  of(entity: number): Spelt {
    const known = this.#known[entity];
    if (known) return known;
    const { name, aliases } = this.#index.entities[entity]!;
    const text = [name, ...aliases.map((alias) => alias.text)].join(' ');
    const its = {
      spellings: recurring('spellings', text),
      mentioned: recurring('mentioned', text),
      print: digestOf(text),
    };
    this.#known[entity] = its;
    return its;
  }
}

const numbers = new WeakMap<AnnotatedArticle, number>();
let articles = 0;

/** A number of an article's own: of the same object always the same. */
function numberOf(article: AnnotatedArticle): number {
  const known = numbers.get(article);
  if (known !== undefined) return known;
  numbers.set(article, ++articles);
  return articles;
}

function of(field: FieldName, text: string | null | undefined): FieldText {
  return { field: FIELD_NAMES.indexOf(field), text: text ?? '' };
}

const MILLISECONDS_A_DAY = 86_400_000;

function dayOf(date: string | undefined): number {
  const day = Date.parse(date ?? '') / MILLISECONDS_A_DAY;
  return Number.isNaN(day) ? 0 : Math.max(0, Math.floor(day));
}

function recurring(field: FieldName, text: string): RecurringText {
  return new RecurringText(FIELD_NAMES.indexOf(field), text);
}

/** An empty store for records of an index. */
export function emptyStore(): Store {
  return new Store(FIELD_WEIGHTS);
}
