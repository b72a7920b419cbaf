import { mentionAt, quoteAt, speakerOf, textAt } from '../../index/access.ts';
import { copiesOf, countedOnce } from '../../index/counting.ts';
import type { Article, EntityType } from '../../model.ts';
import type { Hits } from '../../search/answer.ts';
import { fit, justify, type Line, lineWidth, type Segment, seg, sign, spoken } from '../line.ts';
import type { State } from '../state.ts';
import type { World } from '../world.ts';
import { BOOKMARKED } from './bookmarks.ts';
import { fromMatch, highlighted, isMarked } from './highlight.ts';
import { outletLine, outletName } from './outlet.ts';

/** The sign of what is marked to be compared. */
const MARKED = sign('● ', 'marked, ', 'chip');

/** What the rows of a pane are drawn from. */
export interface RowContext {
  readonly world: World;
  readonly state: Pick<State, 'filters' | 'marked' | 'markedQuotes' | 'indirect'>;
  readonly hits: Hits | null;
  /** Whether the item is bookmarked. */
  readonly bookmarked?: (item: number) => boolean;
}

/** A source: outlet and headline; at the right how many quotes it has, or which name the search found in it. */
export function sourceRow({ world, state, hits, bookmarked }: RowContext, article: number, width: number): Line {
  const source = world.index.articles[article]?.article;
  if (!source) return [];
  const outlet = outletLine(source).flatMap((it) =>
    it.says === undefined ? highlighted(it.text, hits, ...it.styles) : [it],
  );
  const headline = highlighted(source.headline?.value ?? '(no headline)', hits, 'dim');
  const mark = state.marked.includes(article) ? [MARKED] : [];
  const copy = copiesOf(world.index, article) ? [sign(`${COPY} `, 'copy, ', 'warning')] : [];
  const left = [...mark, ...(bookmarked?.(article) ? BOOKMARKED : []), ...copy, ...outlet, seg('  '), ...headline];
  const count = quotesIn(world, state, article);
  const found = isMarked(left) ? undefined : foundName(world, world.links.entitiesOf.of(article), hits);
  const words = found || isMarked(left) ? undefined : foundWords(source, hits);
  if (words) return justify(left, words, width);
  const right = found
    ? [
        ...nameIn(world, found.entity, article, hits),
        seg(` ×${world.links.mentionsIn.of(found.entity).get(article) ?? 0}`),
      ]
    : [sign(`${count} “”`, `, ${count} quote${count === 1 ? '' : 's'}`, 'dim')];
  return justify(left, right, width, found ? 5 : undefined);
}

const TYPE_WORD: Readonly<Record<EntityType, string>> = {
  person: 'person',
  organization: 'org',
  place: 'place',
  misc: 'misc',
};

/** How many quotes of a source the quotes pane lists when nothing is searched or filtered. */
function quotesIn({ links }: World, { indirect }: Pick<State, 'indirect'>, article: number): number {
  const first = links.firstQuote[article] ?? 0;
  const end = links.firstQuote[article + 1] ?? 0;
  if (indirect) return end - first;
  let count = 0;
  for (let quote = first; quote < end; quote++) count += links.marked[quote] ?? 0;
  return count;
}

/** Before a source that prints the text of another, and in place of a bar that would count such a text again. */
const COPY = '≡';
const BARS = '▁▂▃▄▅▆▇█';
/** With more outlets than this a bar for each says less than "3/40", the share of the articles. */
const MOST_BARS = 12;

/** An entity: name, the spelling that was found, type, how often it is mentioned and a bar for each outlet. */
export function entityRow({ world, state, hits, bookmarked }: RowContext, entity: number, width: number): Line {
  const { index, links } = world;
  const it = index.entities[entity];
  if (!it) return [];
  const name = highlighted(it.name, hits, ...(it.type === 'person' ? ['strong' as const] : []));
  const left: Segment[] = [...(bookmarked?.(entity) ? BOOKMARKED : []), ...name];
  if (hits && !isMarked(name)) {
    const alias = it.aliases.find(({ text }) => hits.marks(text).length > 0);
    if (alias) left.push(seg(' = ', 'dim'), ...highlighted(alias.text, hits));
  }
  const { byOutlet, mentions } = countsOf(world, state.filters, entity);
  const most = Math.max(1, ...byOutlet.values());
  const bar = (n: number | undefined) =>
    !n ? (n === undefined ? '·' : COPY) : (BARS[Math.ceil((n / most) * 8) - 1] ?? '█');
  const bars =
    links.outlets <= MOST_BARS
      ? Array.from({ length: links.outlets }, (_, outlet) => bar(byOutlet.get(outlet))).join('')
      : `${links.namedIn[entity] ?? 0}/${links.texts}`;
  const count = sign(`${mentions}`.padStart(4), `, ${mentions} mention${mentions === 1 ? '' : 's'}`);
  const type = width >= 34 ? [sign(TYPE_WORD[it.type].padEnd(mentions < 1000 ? 6 : 7), `, ${it.type}`, 'dim')] : [];
  return justify(
    left,
    width < 26
      ? [count]
      : [...type, count, sign(` ${bars}`, ` in ${links.namedIn[entity] ?? 0} of ${links.texts} sources`, 'bar')],
    width,
  );
}

/** How often an entity is mentioned in the articles that the filters let through, and by outlet, copies not counted. */
interface Counts {
  readonly byOutlet: ReadonlyMap<number, number>;
  readonly mentions: number;
}

const counts = new WeakMap<World, { readonly filters: State['filters']; readonly of: Map<number, Counts> }>();

/** Remembered while the filters are the same: what is named in thousands of articles is on the screen all the time. */
function countsOf(world: World, filters: State['filters'], entity: number): Counts {
  let known = counts.get(world);
  if (known?.filters !== filters) {
    known = { filters, of: new Map() };
    counts.set(world, known);
  }
  let found = known.of.get(entity);
  if (!found) {
    found = countNow(world, filters, entity);
    known.of.set(entity, found);
  }
  return found;
}

function countNow({ index, links }: World, filters: State['filters'], entity: number): Counts {
  const inArticles = links.mentionsIn.of(entity);
  const sources = filters.filter(({ by }) => by === 'source').map(({ item }) => item);
  const its = sources.length === 0 ? [...inArticles] : [...inArticles].filter(([article]) => sources.includes(article));
  const mentions = its.reduce((sum, [, n]) => sum + n, 0);
  const byOutlet = new Map<number, number>();
  // With more outlets there is no bar for each.
  if (links.outlets > MOST_BARS) return { byOutlet, mentions };
  const counted = new Set(
    countedOnce(
      index,
      its.map(([article]) => article),
    ),
  );
  for (const [article, n] of its) {
    const outlet = links.outletOf[article] ?? -1;
    byOutlet.set(outlet, (byOutlet.get(outlet) ?? 0) + (counted.has(article) ? n : 0));
  }
  return { byOutlet, mentions };
}

/** A quote: who, the words from the match on, and the outlet. */
export function quoteRow({ world, state, hits, bookmarked }: RowContext, number: number, width: number): Line {
  const ref = world.links.quotes[number];
  const article = ref && world.index.articles[ref.article]?.article;
  if (!ref || !article) return [];
  const quote = quoteAt(world.index, ref);
  const who = speakerOf(world.index, ref);
  const guess = who.kind === 'unknown' || who.guess;
  const speaker = highlighted(who.name ?? 'unknown', hits, guess ? 'guess' : 'speaker');
  const said = quote.spans.map(({ start, end }) => article.text.slice(start, end)).join(' … ');
  const outlet: Line =
    width >= 60
      ? [
          sign('', `, in ${spoken(outletLine(article))}`),
          ...silent(fit(highlighted(outletName(article), hits, 'dim'), outletColumn(world))),
        ]
      : [];
  const mark = state.markedQuotes.includes(number) ? [MARKED] : [];
  const whole: Line = [
    ...mark,
    ...(bookmarked?.(number) ? BOOKMARKED : []),
    ...speaker,
    ...(guess && who.kind !== 'unknown' ? [sign('?', ', a guess', 'guess')] : []),
  ];
  // A long description must leave room for the words.
  const most = Math.max(14, Math.floor(width * 0.36));
  const label = [...(lineWidth(whole) > most ? fit(whole, most) : whole), seg(': ', 'dim')];
  const room = width - lineWidth(label) - lineWidth(outlet) - 2;
  const words = [
    ...(quote.kind === 'direct' ? [seg('“', 'dim')] : []),
    ...highlighted(fromMatch(said, hits, room), hits, ...(quote.kind === 'indirect' ? ['guess' as const] : [])),
    ...(quote.kind === 'direct' ? [seg('”', 'dim')] : []),
  ];
  const left = [...label, ...words];
  if (!hits || isMarked(left) || isMarked(outlet)) return justify(left, outlet, width);
  const about = world.links.mentionedIn.of(number);
  const named = who.kind === 'named' ? [who.entity, ...about] : about;
  const found = foundName(world, named, hits);
  return justify(left, found ? [seg(' = ', 'dim'), ...found.name] : outlet, width);
}

/** Segments of which something else is said already. */
function silent(segments: readonly Segment[]): readonly Segment[] {
  return segments.map((segment) => ({ ...segment, says: '' }));
}

/** An entity as this article first writes it: no other spelling stands in its file. */
function nameIn({ index }: World, entity: number, article: number, hits: Hits | null): readonly Segment[] {
  const ref = index.entities[entity]?.mentions.find((mention) => mention.article === article);
  return ref ? highlighted(textAt(index, article, mentionAt(index, ref)), hits) : [];
}

/** Characters of an article that a row shows of what the search found in its text. */
const SNIPPET = 24;

/** The first place in an article's text that the search found, with a little of what stands around it. */
function foundWords({ text, paragraphs }: Article, hits: Hits | null): readonly Segment[] | undefined {
  for (const { start, end } of hits ? paragraphs : []) {
    const mark = hits?.marks(text.slice(start, end))[0];
    if (!mark) continue;
    const from = Math.max(start, text.lastIndexOf(' ', start + mark.start - 2) + 1);
    const around = text.slice(from, Math.min(end, Math.max(from + SNIPPET, start + mark.end)));
    return [seg('…', 'dim'), ...highlighted(around, hits), seg('…', 'dim')];
  }
  return undefined;
}

/** Of entities: the shortest spelling that a search has found, `null` where it has found none. */
const spellings = new WeakMap<Hits, Map<number, string | null>>();

/** The first of these entities that has a spelling which the search found, with the shortest such spelling. */
function foundName(
  world: World,
  entities: Iterable<number>,
  hits: Hits | null,
): { readonly entity: number; readonly name: readonly Segment[] } | undefined {
  if (!hits) return undefined;
  let known = spellings.get(hits);
  if (!known) {
    known = new Map();
    spellings.set(hits, known);
  }
  for (const entity of entities) {
    let spelling = known.get(entity);
    if (spelling === undefined) {
      const { name, aliases } = world.index.entities[entity] ?? { name: '', aliases: [] };
      const found = [name, ...aliases.map(({ text }) => text)].filter((text) => hits.marks(text).length > 0);
      spelling = found.sort((a, b) => a.length - b.length)[0] ?? null;
      known.set(entity, spelling);
    }
    if (spelling !== null) return { entity, name: highlighted(spelling, hits) };
  }
  return undefined;
}

const outletColumns = new WeakMap<World, number>();

/** A column for outlets: as wide as the longest name of one, within reason. Worked out once a world. */
function outletColumn(world: World): number {
  let column = outletColumns.get(world);
  if (column === undefined) {
    const { articles } = world.index;
    column = articles.reduce((most, { article }) => Math.max(most, outletName(article).length), 0);
    outletColumns.set(world, column);
  }
  return Math.min(20, column);
}
