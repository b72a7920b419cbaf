import type { Index } from '../index/access.ts';
import type { Answer, Hits } from '../search/answer.ts';
import { arranged, FACETS } from './order.ts';
import type { PaneName } from './panes.ts';
import type { Filter, State } from './state.ts';
import type { World } from './world.ts';

/** What a pane lists, in order, and what made it match. */
export interface PaneRows {
  /** Numbers of articles, entities or quotes. */
  readonly items: readonly number[];
  /** How many there would be without search and filters. */
  readonly total: number;
  readonly hits: Hits | null;
}

export type Visible = Readonly<Record<PaneName, PaneRows>>;

/** The parts of the state that say what is listed. */
export type Asked = Pick<State, 'answered' | 'filters' | 'indirect' | 'arranged'>;

/**
 * What the panes show: of all items those that the search has found and the filters let through. A filter does not
 * narrow the pane it was chosen in, so that another row can be chosen there.
 */
function visibleOf(
  world: World,
  answer: Answer,
  { filters, indirect, arranged: chosen }: Omit<Asked, 'answered'>,
): Visible {
  const { index, links } = world;
  const sources = wanted(filters, 'source');
  const entities = wanted(filters, 'entity');
  const letArticle = articlesLet(world, filters);
  const inSources = (article: number) => (sources.length === 0 || sources.includes(article)) && letArticle(article);
  const speakers = wanted(filters, 'speaker');
  const spoken = speakers.map((entity) => new Set(links.quotesBy.of(entity)));
  const bySpeaker = spoken.map((quotes) => ({
    articles: new Set([...quotes].map((quote) => links.quotes[quote]?.article ?? -1)),
    entities: new Set([...quotes].flatMap((quote) => [...links.mentionedIn.of(quote)])),
  }));
  const quotesOfEntities = entities.map(
    (entity) => new Set([...links.quotesBy.of(entity), ...links.quotesAbout.of(entity)]),
  );
  const search = (pane: PaneName, total: number, keep: (item: number) => boolean): PaneRows => {
    const hits = answer[pane];
    const items: readonly number[] = hits?.records ?? Array.from({ length: total }, (_, i) => i);
    return { items: arranged(world, pane, items.filter(keep), chosen[pane], hits !== null), total, hits };
  };
  const allKinds = indirect || answer.asksKind || FACETS.quotes[chosen.quotes.facet]?.asksKind === true;
  const kindShown = (number: number) => allKinds || links.marked[number] === 1;
  const articles = index.articles.length;
  const narrowed = filters.some(({ by }) => ARTICLE_FILTERS.has(by));
  const quotes = search('quotes', links.quotes.length, (number) => {
    const article = links.quotes[number]?.article ?? -1;
    return (
      kindShown(number) &&
      inSources(article) &&
      spoken.every((set) => set.has(number)) &&
      quotesOfEntities.every((set) => set.has(number))
    );
  });
  const hidden = hiddenIn(index.entities);
  const found = search(
    'entities',
    index.entities.length,
    (entity) =>
      !hidden.has(entity) &&
      bySpeaker.every((its, i) => its.entities.has(entity) || speakers[i] === entity) &&
      (narrowed
        ? [...links.mentionsIn.of(entity).keys()].some(inSources)
        : sources.length === 0 || sources.some((a) => links.mentionsIn.of(entity).has(a))),
  );
  return {
    sources: search(
      'sources',
      articles,
      (a) =>
        letArticle(a) &&
        bySpeaker.every((its) => its.articles.has(a)) &&
        entities.every((entity) => links.mentionsIn.of(entity).has(a)),
    ),
    entities: { ...found, total: index.entities.length - hidden.size },
    quotes: { ...quotes, total: allKinds ? links.quotes.length : links.markedQuotes },
  };
}

const hiddenEntities = new WeakMap<Index['entities'], ReadonlySet<number>>();

/** The entities that the reader has hidden; asked at every key, and worked out once. */
function hiddenIn(entities: Index['entities']): ReadonlySet<number> {
  let hidden = hiddenEntities.get(entities);
  if (!hidden) {
    hidden = new Set(entities.flatMap((entity, number) => (entity.hidden ? [number] : [])));
    hiddenEntities.set(entities, hidden);
  }
  return hidden;
}

const ARTICLE_FILTERS: ReadonlySet<Filter['by']> = new Set<Filter['by']>(['outlet', 'told', 'published']);

/** Whether the filters by outlets and periods let an article through: one of each kind must. */
function articlesLet({ links }: World, filters: readonly Filter[]): (article: number) => boolean {
  const lets = (['outlet', 'told', 'published'] as const).flatMap((kind) => {
    const its = filters.filter(({ by }) => by === kind);
    if (its.length === 0) return [];
    const outlets = new Set(its.map(({ item }) => item));
    const articles = new Set(its.flatMap(({ period }) => period?.articles ?? []));
    return [
      (article: number) => (kind === 'outlet' ? outlets.has(links.outletOf[article] ?? -1) : articles.has(article)),
    ];
  });
  return (article) => lets.every((let_) => let_(article));
}

function wanted(filters: readonly Filter[], by: Filter['by']): readonly number[] {
  return filters.filter((filter) => filter.by === by).map(({ item }) => item);
}

/** Remembers the last answer for a world: reducer and views ask for the same again and again. */
export function rememberVisible(): (world: World, answer: Answer, asked: Asked) => Visible {
  let last:
    | { readonly world: World; readonly answer: Answer; readonly asked: Asked; readonly visible: Visible }
    | undefined;
  return (world, answer, asked) => {
    const same =
      last?.world === world &&
      last.answer === answer &&
      last.asked.filters === asked.filters &&
      last.asked.indirect === asked.indirect &&
      last.asked.arranged === asked.arranged;
    if (!last || !same) last = { world, answer, asked, visible: visibleOf(world, answer, asked) };
    return last.visible;
  };
}

/** The row of a pane that the cursor is on: its item's row, or the first when the item is not shown. */
export function rowOf({ items }: PaneRows, item: number | null): number {
  const row = item === null ? -1 : items.indexOf(item);
  return Math.max(0, row);
}
