import { copiesOf } from '../../index/counting.ts';
import { dateWords, type Moment, type Telling, type Timeline } from '../../index/timeline.ts';
import { isoDay, WEEKDAYS, weekdayOf } from '../../language/dates/calendar.ts';
import type { Span } from '../../model.ts';
import { keyFor } from '../commands.ts';
import { type Box, inside, isStacked, type Size } from '../layout.ts';
import { type Line, seg, sign } from '../line.ts';
import type { TimelineState } from '../state.ts';
import type { World } from '../world.ts';
import { type Mark, paragraph, wrap } from '../wrap.ts';
import { dayLine, outletLine } from './outlet.ts';

/** A row of the timeline: a period, the dates that could not be placed, or the sources without a date. */
type TimelineRow =
  | { readonly kind: 'moment'; readonly moment: Moment }
  | { readonly kind: 'open'; readonly told: readonly Telling[] }
  | { readonly kind: 'undated'; readonly articles: readonly number[] };

/** Something behind a row: a sentence, or an article that was published then. */
interface TimelineItem {
  readonly article: number;
  /** The sentence; `null` for an article as a whole. */
  readonly span: Span | null;
}

/** The timeline laid out for a screen. */
export interface TimelineLayout {
  readonly rows: readonly TimelineRow[];
  /** A line for each row. */
  readonly bars: readonly Line[];
  /** What stands behind the row under the cursor. */
  readonly items: readonly TimelineItem[];
  /** Per item its first line in `lines`; one more at the end. */
  readonly itemAt: readonly number[];
  readonly lines: readonly Line[];
  readonly boxes: { readonly abreast: boolean; readonly bars: Box; readonly passages: Box };
}

/** Title above, hints below, and a row that stays free. */
const AROUND = 3;

/** How the two parts of the view share a screen. */
function timelineBoxes({ columns, rows }: Size): TimelineLayout['boxes'] {
  const height = rows - AROUND;
  if (columns >= 110 && !isStacked()) {
    const width = Math.floor(columns * 0.46);
    const bars = { left: 0, top: 1, width, height };
    return { abreast: true, bars, passages: { ...bars, left: width, width: columns - width } };
  }
  const bars = Math.max(5, Math.ceil(height * 0.55));
  return {
    abreast: false,
    bars: { left: 0, top: 1, width: columns, height: bars },
    passages: { left: 0, top: 1 + bars, width: columns, height: height - bars },
  };
}

/** Lays out a timeline. */
export function layoutTimeline(
  world: World,
  timeline: Timeline,
  { row }: Pick<TimelineState, 'row'>,
  size: Size,
): TimelineLayout {
  const boxes = timelineBoxes(size);
  const rows: TimelineRow[] = timeline.moments.map((moment) => ({ kind: 'moment', moment }));
  if (timeline.open.length > 0) rows.push({ kind: 'open', told: timeline.open });
  if (timeline.undated.length > 0) rows.push({ kind: 'undated', articles: timeline.undated });
  const most = Math.max(1, ...timeline.moments.map(({ counted }) => counted));
  const numbers = Math.max(...rows.map((its) => (its.kind === 'moment' ? numbersOf(its.moment).join('').length : 0)));
  const room = Math.max(4, boxes.bars.width - 3 - LABEL - numbers);
  const bars = rows.map((its) => barLine(its, most, room));
  const here = rows[row];
  const { items, blocks } = here ? itemsOf(world, here, boxes.passages.width - 5) : { items: [], blocks: [] };
  const itemAt: number[] = [];
  const lines: Line[] = [];
  for (const block of blocks) {
    itemAt.push(lines.length);
    lines.push(...block);
  }
  itemAt.push(lines.length);
  const all = here?.kind === 'moment' ? here.moment.told.length + here.moment.published.length : items.length;
  if (all > items.length)
    lines.push([
      seg(`… and ${all - items.length} more; ${keyFor('enter', 'timeline')} filters the panes by all`, 'dim'),
    ]);
  return { rows, bars, items, itemAt, lines, boxes };
}

/** The rows of lines that fit into each part. */
export function timelinePages(size: Size): { readonly bars: number; readonly passages: number } {
  const { bars, passages } = timelineBoxes(size);
  return { bars: inside(bars), passages: inside(passages) };
}

const LABEL = 16;

/** How much is told of a period and published in it, in digits. */
function numbersOf({ counted, sources, published }: Moment): readonly [told: string, published: string] {
  return [counted === 0 ? '' : ` ${counted} in ${sources}`, published.length === 0 ? '' : ` ▪${published.length}`];
}

function barLine(row: TimelineRow, most: number, room: number): Line {
  if (row.kind !== 'moment') {
    const label = row.kind === 'open' ? 'not placed' : 'date unknown';
    const says =
      row.kind === 'open'
        ? counted(row.told.length, 'sentence')
        : `${counted(row.articles.length, 'source')} of unknown date`;
    return [seg(label.padEnd(LABEL), 'guess'), seg(says, 'dim')];
  }
  const { moment } = row;
  const [numbers, out] = numbersOf(moment);
  return [
    seg(labelOf(moment).padEnd(LABEL), ...(moment.period.unit === 'day' ? [] : (['strong'] as const))),
    sign(bar(moment.counted / most, room), '', 'bar'),
    sign(numbers, saidOf(moment)),
    sign(out, '', 'chip'),
  ];
}

/** The same numbers in words. */
function saidOf({ counted: told, sources, published }: Moment): string {
  const words = told === 0 ? 'nothing told' : `${counted(told, 'sentence')} in ${counted(sources, 'source')}`;
  return `: ${words}${published.length === 0 ? '' : `, ${published.length} published`}`;
}

/** A bar of a share of the room; what is there at all is seen. */
function bar(share: number, room: number): string {
  return share === 0 ? '' : '▆'.repeat(Math.max(1, Math.round(share * room)));
}

/** A period for a row: a day with its weekday, a week by its Monday. */
function labelOf({ period, name }: Moment): string {
  if (period.unit === 'day') return `${name} ${capitalized(WEEKDAYS[weekdayOf(period.first)] ?? '')}`;
  if (period.unit === 'week') return `week ${isoDay(period.first)}`;
  return name;
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** More than so many sentences, or articles, behind one bar are not read one by one. */
const MOST_ITEMS = 150;

function itemsOf(
  world: World,
  row: TimelineRow,
  width: number,
): { readonly items: readonly TimelineItem[]; readonly blocks: readonly (readonly Line[])[] } {
  const published = (row.kind === 'moment' ? row.moment.published : row.kind === 'undated' ? row.articles : []).slice(
    0,
    MOST_ITEMS,
  );
  const told = (row.kind === 'moment' ? row.moment.told : row.kind === 'open' ? row.told : []).slice(0, MOST_ITEMS);
  return {
    items: [
      ...told.map(({ article, sentence }) => ({
        article,
        span: world.index.articles[article]?.annotations.sentences[sentence] ?? null,
      })),
      ...published.map((article) => ({ article, span: null })),
    ],
    blocks: [
      ...told.map((telling) => [...tellingLines(world, telling, width), []]),
      ...published.map((article) => [publishedLine(world, article, row.kind === 'undated')]),
    ],
  };
}

function publishedLine({ index }: World, number: number, undated: boolean): Line {
  const headline = index.articles[number]?.article.headline?.value ?? '(no headline)';
  const mark = undated
    ? sign('▫ date unknown ', 'date unknown: ', 'chip')
    : sign('▪ published ', 'published: ', 'chip');
  return [mark, ...sourceLine(index, number), seg(`  ${headline}`)];
}

function sourceLine(index: World['index'], number: number): Line {
  const article = index.articles[number]?.article;
  if (!article) return [];
  const copy = index.textOf[number] !== number && copiesOf(index, number) ? [sign('≡ ', 'copy, ', 'warning')] : [];
  return [...copy, ...outletLine(article).map((it) => ({ ...it, styles: [...it.styles, 'strong' as const] }))];
}

/** A sentence that tells of a period: its source, the words, and where the period was worked out how. */
function tellingLines({ index }: World, { article, sentence, dates }: Telling, width: number): readonly Line[] {
  const found = index.articles[article];
  const span = found?.annotations.sentences[sentence];
  if (!found || !span) return [];
  const marks: Mark[] = dates.map(({ start, end }) => ({ start, end, style: 'match' }));
  const worked = dates.filter(({ says }) => says !== '').map((date) => dateWords(index, article, date));
  const says = [...new Set(worked)].join('; ');
  return [
    [...sourceLine(index, article), seg(' · ', 'dim'), dayLine(found.article, 'dim')],
    ...paragraph(found.article.text, span, width, marks),
    ...wrap(says, { start: 0, end: says.length }, width).map(({ start, end }) => [
      seg(says.slice(start, end), 'guess'),
    ]),
  ];
}

/** Why there is nothing to show. */
export function emptyTimeline(listed: number): Line {
  const back = keyFor('back', 'everywhere');
  if (listed === 0)
    return [seg(`No sources are listed: ${back}, then ${back} again takes back the last search or filter.`, 'dim')];
  return [seg('None of these sources has a date, and none tells one.', 'dim')];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
