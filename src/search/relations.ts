import { type Index, quoteAt } from '../index/access.ts';
import type { Links } from '../index/links.ts';
import type { Bookmarked } from './answer.ts';
import type { Finder } from './finder.ts';
import type { Asked, QueryField } from './query.ts';
import { type FieldName, fieldBits, GROUPS, type GroupName } from './records.ts';
import type { Paused } from './slices.ts';
import { ANY_FIELD } from './terms.ts';

type Home = 'sources' | 'entities' | 'quotes';

/** Per item of a list: 1 when it is let through. */
export type Lets = Readonly<Record<Home, Uint8Array>>;

/** What has the field: a condition is about sources, entities or quotes, and bears on the others through them. */
const HOME: Readonly<Record<Exclude<QueryField, 'is'>, Home>> = {
  outlet: 'sources',
  before: 'sources',
  after: 'sources',
  on: 'sources',
  story: 'sources',
  entity: 'entities',
  type: 'entities',
  speaker: 'quotes',
  kind: 'quotes',
};

/** Which records, and which of their fields, hold what is asked for by name. */
const TEXT: Partial<Record<QueryField, readonly [GroupName, ...FieldName[]]>> = {
  outlet: ['sources', 'outlet'],
  entity: ['entities', 'name', 'spellings'],
  speaker: ['quotes', 'name', 'spellings', 'asWritten'],
  story: ['stories', 'story'],
};

/**
 * What the fields of a query let through in each list. A list shows what is related to what was asked for:
 * `speaker:putin` are the quotes he speaks, the sources that have such a quote, and the entities that speak or are
 * mentioned in one. Conditions on one thing are about one and the same: `speaker:putin kind:direct` is one quote.
 */
export class Relations {
  bookmarked: Bookmarked = { sources: new Set(), entities: new Set(), quotes: new Set() };

  constructor(
    private readonly index: Index,
    private readonly links: Links,
    private readonly finder: Finder,
    private readonly itemOf: readonly number[],
  ) {}

  /** What all clauses let through, each by one of its alternatives at least; null where there are no clauses. */
  *of(clauses: readonly (readonly Asked[])[]): Paused<Lets | null> {
    if (clauses.length === 0) return null;
    const homes: Record<Home, Uint8Array | null> = { sources: null, entities: null, quotes: null };
    const lets: Lets[] = [];
    for (const clause of clauses) {
      const [first, ...more] = new Set(clause.map(homeOf));
      if (first && more.length === 0) {
        const union = this.#none(first);
        for (const asked of clause) unite(union, yield* this.#atHome(asked));
        homes[first] = intersect(homes[first], union);
      } else lets.push(yield* this.#eitherOf(clause));
    }
    if (homes.sources || homes.entities || homes.quotes) lets.push(this.#related(homes));
    const [first, ...more] = lets;
    if (!first) return null;
    for (const other of more) for (const list of LISTS) intersect(first[list], other[list]);
    return first;
  }

  /** Alternatives about different things: each list takes what any of them lets through. */
  *#eitherOf(clause: readonly Asked[]): Paused<Lets> {
    const lets = { sources: this.#none('sources'), entities: this.#none('entities'), quotes: this.#none('quotes') };
    for (const asked of clause) {
      const home = homeOf(asked);
      const one = home
        ? this.#related({ sources: null, entities: null, quotes: null, [home]: yield* this.#atHome(asked) })
        : asked.field === 'is'
          ? this.#bookmarked(asked)
          : yield* this.#plain(asked);
      for (const list of LISTS) unite(lets[list], one[list]);
    }
    return lets;
  }

  /** In each list what is bookmarked itself: a bookmark says nothing of what it is related to. */
  #bookmarked({ not }: Asked): Lets {
    const listOf = (list: Home) => this.#none(list).map((_, item) => (this.bookmarked[list].has(item) === not ? 0 : 1));
    return { sources: listOf('sources'), entities: listOf('entities'), quotes: listOf('quotes') };
  }

  *#plain({ words, how, not }: Asked): Paused<Lets> {
    const found = yield* this.finder.find([[{ words, how, not, fields: ANY_FIELD }]], [0, 1, 2], 1);
    const listOf = (list: Home) => {
      const lets = this.#none(list);
      for (const record of found.get(GROUPS.indexOf(list))?.records ?? []) lets[this.itemOf[record] as number] = 1;
      return lets;
    };
    return { sources: listOf('sources'), entities: listOf('entities'), quotes: listOf('quotes') };
  }

  /** The items that a condition is true of. */
  *#atHome(asked: Asked): Paused<Uint8Array> {
    const { field, not, words, how } = asked;
    const home = homeOf(asked) ?? 'quotes';
    const lets = this.#none(home);
    const text = field ? TEXT[field] : undefined;
    if (text) {
      const [group, ...fields] = text;
      const term = { words, how, not: false, fields: fieldBits(...fields) };
      const found = yield* this.finder.find([[term]], [GROUPS.indexOf(group)], 1);
      for (const record of found.get(GROUPS.indexOf(group))?.records ?? []) {
        const item = this.itemOf[record] as number;
        if (group !== 'stories') lets[item] = 1;
        else for (const article of this.index.stories[item]?.articles ?? []) lets[article] = 1;
      }
    } else {
      const value = words[0] ?? '';
      for (let item = 0; item < lets.length; item++) lets[item] = this.#is(field, item, value) ? 1 : 0;
    }
    if (not) for (let item = 0; item < lets.length; item++) lets[item] = 1 - (lets[item] as number);
    return lets;
  }

  #is(field: QueryField | null, item: number, value: string): boolean {
    const { articles, entities } = this.index;
    const day = articles[item]?.article.date?.value;
    const ref = this.links.quotes[item];
    if (field === 'before') return day !== undefined && day < value;
    if (field === 'on') return day?.startsWith(value) ?? false;
    // After a month is after the last of its days.
    if (field === 'after') return day !== undefined && day.slice(0, value.length) > value;
    if (field === 'type') return entities[item]?.type === value;
    return ref !== undefined && quoteAt(this.index, ref).kind === value;
  }

  /** What conditions on each thing mean for all three lists. */
  #related(at: Readonly<Record<Home, Uint8Array | null>>): Lets {
    const { links } = this;
    const quotes = at.quotes?.slice() ?? this.#none('quotes').fill(1);
    const ofEntities = at.entities && this.#quotesOf(at.entities);
    links.quotes.forEach(({ article }, quote) => {
      if (at.sources?.[article] === 0 || ofEntities?.[quote] === 0) quotes[quote] = 0;
    });
    const sources = this.#none('sources');
    const entities = this.#none('entities');
    for (let article = 0; article < sources.length; article++) {
      const names = links.entitiesOf.of(article);
      const named = !at.entities || names.some((entity) => at.entities?.[entity] === 1);
      sources[article] = named && at.sources?.[article] !== 0 ? 1 : 0;
      if (sources[article] === 1) for (const entity of names) entities[entity] = 1;
    }
    if (at.quotes) {
      const withQuote = this.#none('sources');
      entities.fill(0);
      links.quotes.forEach(({ article }, quote) => {
        if (quotes[quote] === 1) withQuote[article] = 1;
      });
      intersect(sources, withQuote);
      for (let entity = 0; entity < entities.length; entity++) {
        const related = (quote: number) => quotes[quote] === 1;
        if (links.quotesBy.of(entity).some(related) || links.quotesAbout.of(entity).some(related)) entities[entity] = 1;
      }
    } else if (!at.sources) entities.fill(1);
    if (at.entities) intersect(entities, at.entities);
    this.index.entities.forEach(({ hidden }, entity) => {
      if (hidden) entities[entity] = 0;
    });
    return { sources, entities, quotes };
  }

  /** The quotes that any of some entities speaks or is mentioned in. */
  #quotesOf(entities: Uint8Array): Uint8Array {
    const quotes = this.#none('quotes');
    entities.forEach((let_, entity) => {
      if (let_ === 0) return;
      for (const quote of this.links.quotesBy.of(entity)) quotes[quote] = 1;
      for (const quote of this.links.quotesAbout.of(entity)) quotes[quote] = 1;
    });
    return quotes;
  }

  #none(list: Home): Uint8Array {
    const { index, links } = this;
    return new Uint8Array({ sources: index.articles, entities: index.entities, quotes: links.quotes }[list].length);
  }
}

const LISTS: readonly Home[] = ['sources', 'entities', 'quotes'];

function homeOf({ field }: Asked): Home | null {
  return field === 'is' ? null : field && HOME[field];
}

function unite(into: Uint8Array, other: Uint8Array): void {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] as number) | (other[i] as number);
}

function intersect(into: Uint8Array | null, other: Uint8Array): Uint8Array {
  if (!into) return other;
  for (let i = 0; i < into.length; i++) into[i] = (into[i] as number) & (other[i] as number);
  return into;
}
