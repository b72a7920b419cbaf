import { quoteAt, speakerOf } from '../index/access.ts';
import type { EntityType, QuoteKind } from '../model.ts';
import type { PaneName } from './panes.ts';
import type { World } from './world.ts';

/** An order of a pane's rows: before when negative. Equal rows keep their place. */
export interface Sort {
  /** For the title of the pane: "by outlet". The first of a pane is its natural order and is not named. */
  readonly title: string;
  readonly compare: ((world: World, a: number, b: number) => number) | null;
}

/** A part of a pane's rows that can be shown alone. */
export interface Facet {
  /** For the title of the pane. */
  readonly title: string;
  readonly keep: (world: World, item: number) => boolean;
  /** It asks for a kind of quote: then quotes without marks are listed, too. */
  readonly asksKind?: true;
}

/** Made when something is sorted by its text: to make one reads tables. */
let collator: Intl.Collator | undefined;
const byText =
  (text: (world: World, item: number) => string): NonNullable<Sort['compare']> =>
  (world, a, b) => {
    collator ??= new Intl.Collator('en', { sensitivity: 'base', numeric: true });
    return collator.compare(text(world, a), text(world, b));
  };
const byNumber = (number: (world: World, item: number) => number): NonNullable<Sort['compare']> => {
  return (world, a, b) => number(world, b) - number(world, a);
};
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
    { title: 'by file', compare: null },
    { title: 'by outlet', compare: byText(({ index }, a) => index.articles[a]?.article.outlet?.value ?? LAST) },
    { title: 'by date', compare: byText(({ index }, a) => index.articles[a]?.article.date?.value ?? LAST) },
    {
      title: 'by quotes',
      compare: byNumber(({ links }, a) => (links.firstQuote[a + 1] ?? 0) - (links.firstQuote[a] ?? 0)),
    },
  ],
  entities: [
    { title: 'by mentions', compare: byNumber(({ index }, e) => index.entities[e]?.mentions.length ?? 0) },
    { title: 'by sources', compare: byNumber(({ links }, e) => links.namedIn[e] ?? 0) },
    { title: 'by name', compare: byText(({ index }, e) => index.entities[e]?.name ?? LAST) },
  ],
  quotes: [
    { title: 'by place', compare: null },
    { title: 'by speaker', compare: byText((world, q) => speaker(world, q).name ?? LAST) },
    { title: 'by outlet', compare: byText((world, q) => articleOf(world, q)?.outlet?.value ?? LAST) },
    { title: 'by length', compare: byNumber(length) },
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
  const compare = SORTS[pane][sort]?.compare;
  if (!compare || (sort === 0 && searching)) return kept;
  return [...kept].sort((a, b) => compare(world, a, b) || a - b);
}
