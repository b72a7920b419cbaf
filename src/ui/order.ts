import { quoteAt, speakerOf } from '../index/access.ts';
import type { EntityType, QuoteKind } from '../model.ts';
import type { PaneName } from './panes.ts';
import type { World } from './world.ts';

/** An order of a pane's rows. Equal rows keep their place. */
export interface Sort {
  /** For the title of the pane: "by outlet". The first of a pane is its natural order and is not named. */
  readonly title: string;
  /** What rows are ordered by: text from the start of the alphabet, numbers from the highest. */
  readonly key: ((world: World, item: number) => string | number) | null;
}

/** A part of a pane's rows that can be shown alone. */
export interface Facet {
  /** For the title of the pane. */
  readonly title: string;
  readonly keep: (world: World, item: number) => boolean;
  /** It asks for a kind of quote: then quotes without marks are listed, too. */
  readonly asksKind?: true;
}

const byText =
  (text: (world: World, item: number) => string): NonNullable<Sort['key']> =>
  (world, item) =>
    alphabetical(text(world, item));
const byNumber = (number: (world: World, item: number) => number): NonNullable<Sort['key']> => number;

/**
 * A text made so that code units compare as the alphabet does: without case and accents, numbers by their value.
 * Comparing with a collator takes a hundred times as long.
 */
function alphabetical(text: string): string {
  const plain = text.normalize('NFKD').toLowerCase();
  return plain.replaceAll(/\p{M}+/gu, '').replaceAll(/\d+/g, (digits) => digits.padStart(12, '0'));
}
/** What is unknown comes last. */
const LAST = '\uffff';

const articleOf = ({ index, links }: World, quote: number) =>
  index.articles[links.quotes[quote]?.article ?? -1]?.article;
const speaker = ({ index, links }: World, quote: number) => {
  const ref = links.quotes[quote];
  return ref ? speakerOf(index, ref) : { kind: 'unknown' as const, name: null };
};
const length = ({ index, links }: World, quote: number) => {
  const ref = links.quotes[quote];
  return ref ? quoteAt(index, ref).end - quoteAt(index, ref).start : 0;
};

/** The orders of each pane, the natural one first. */
export const SORTS: Readonly<Record<PaneName, readonly Sort[]>> = {
  sources: [
    { title: 'by file', key: null },
    { title: 'by outlet', key: byText(({ index }, a) => index.articles[a]?.article.outlet?.value ?? LAST) },
    { title: 'by date', key: byText(({ index }, a) => index.articles[a]?.article.date?.value ?? LAST) },
    {
      title: 'by quotes',
      key: byNumber(({ links }, a) => (links.firstQuote[a + 1] ?? 0) - (links.firstQuote[a] ?? 0)),
    },
  ],
  entities: [
    { title: 'by mentions', key: byNumber(({ index }, e) => index.entities[e]?.mentions.length ?? 0) },
    { title: 'by sources', key: byNumber(({ links }, e) => links.namedIn[e] ?? 0) },
    { title: 'by name', key: byText(({ index }, e) => index.entities[e]?.name ?? LAST) },
  ],
  quotes: [
    { title: 'by place', key: null },
    { title: 'by speaker', key: byText((world, q) => speaker(world, q).name ?? LAST) },
    { title: 'by outlet', key: byText((world, q) => articleOf(world, q)?.outlet?.value ?? LAST) },
    { title: 'by length', key: byNumber(length) },
  ],
};

const outletIs =
  (how: string | undefined) =>
  ({ index }: World, a: number) =>
    index.articles[a]?.article.outlet?.how === how;
const typeIs =
  (type: EntityType) =>
  ({ index }: World, e: number) =>
    index.entities[e]?.type === type;
const kindIs =
  (kind: QuoteKind) =>
  ({ index, links }: World, q: number) => {
    const ref = links.quotes[q];
    return ref !== undefined && quoteAt(index, ref).kind === kind;
  };
const speakerIs = (kind: string) => (world: World, q: number) => speaker(world, q).kind === kind;

/** The facets of each pane. */
export const FACETS: Readonly<Record<PaneName, readonly Facet[]>> = {
  sources: [
    { title: 'outlet declared', keep: outletIs('declared') },
    { title: 'outlet inferred', keep: outletIs('inferred') },
    { title: 'outlet unknown', keep: outletIs(undefined) },
    { title: 'each text once', keep: ({ index }, a) => index.textOf[a] === a },
  ],
  entities: [
    { title: 'persons', keep: typeIs('person') },
    { title: 'organizations', keep: typeIs('organization') },
    { title: 'places', keep: typeIs('place') },
    { title: 'others', keep: typeIs('misc') },
  ],
  quotes: [
    { title: 'speaker named', keep: speakerIs('named') },
    { title: 'speaker not named', keep: speakerIs('anonymous') },
    { title: 'speaker unknown', keep: speakerIs('unknown') },
    { title: 'direct', keep: kindIs('direct'), asksKind: true },
    { title: 'mixed', keep: kindIs('mixed'), asksKind: true },
    { title: 'indirect', keep: kindIs('indirect'), asksKind: true },
  ],
};

/** A pane's choice: numbers into {@link SORTS} and {@link FACETS}; a facet of -1 shows all. */
export interface Arrangement {
  readonly sort: number;
  readonly facet: number;
}

/**
 * Rows in the order and the facet chosen. While something is searched the natural order is the search's own, best
 * first.
 */
export function arranged(
  world: World,
  pane: PaneName,
  items: readonly number[],
  { sort, facet }: Arrangement,
  searching: boolean,
): readonly number[] {
  const keep = FACETS[pane][facet]?.keep;
  const kept = keep ? items.filter((item) => keep(world, item)) : items;
  const chosen = SORTS[pane][sort];
  if (!chosen?.key || (sort === 0 && searching)) return kept;
  const place = placesOf(world, pane, chosen);
  return [...kept].sort((a, b) => (place[a] ?? 0) - (place[b] ?? 0) || a - b);
}

const known = new WeakMap<World, Map<Sort, Float64Array>>();

/** The place of every item of a pane in an order, equal ones the same: worked out once, as panes are ordered at every key. */
function placesOf(world: World, pane: PaneName, sort: Sort): Float64Array {
  const orders = known.get(world) ?? new Map<Sort, Float64Array>();
  known.set(world, orders);
  const found = orders.get(sort);
  if (found) return found;
  const { index, links } = world;
  const count = { sources: index.articles.length, entities: index.entities.length, quotes: links.quotes.length }[pane];
  const keys = Array.from({ length: count }, (_, item) => sort.key?.(world, item) ?? 0);
  const order = keys.map((_, item) => item).sort((a, b) => before(keys[a] ?? 0, keys[b] ?? 0));
  const places = new Float64Array(count);
  order.forEach((item, i) => {
    const previous = order[i - 1];
    const equal = previous !== undefined && before(keys[previous] ?? 0, keys[item] ?? 0) === 0;
    places[item] = equal ? (places[previous] ?? 0) : i;
  });
  orders.set(sort, places);
  return places;
}

/** Negative when the first key comes before the second. */
function before(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return b - a;
  return a < b ? -1 : a > b ? 1 : 0;
}
