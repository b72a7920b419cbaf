import { lineOf } from '../../index/citation.ts';
import { type Figure, findFigures } from '../../language/figures/figures.ts';
import type { AnnotatedArticle, Article, LeftOut, Paragraph, Span } from '../../model.ts';
import type { Hits } from '../../search/answer.ts';
import { drawable } from '../../terminal/printable.ts';
import { widthOf } from '../../terminal/width.ts';
import { placesOf } from '../find.ts';
import type { Size } from '../layout.ts';
import { type Line, lineWidth, seg } from '../line.ts';
import type { Marking } from '../state.ts';
import type { World } from '../world.ts';
import { type Mark, paragraph } from '../wrap.ts';

/** An article laid out to be read: its lines, and the places that one can step through. */
export interface ReadLayout {
  readonly lines: readonly Line[];
  /** Per line, the place in the text that it begins at. */
  readonly starts: readonly number[];
  /** The places in order, and where each begins and ends: the line, and the column of the screen. */
  readonly stops: readonly Stop[];
}

/** A marked place of an article that is read. */
interface Stop extends Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** The column behind its last character. */
  readonly endColumn: number;
}

/** Longer lines than this are hard to read (Bringhurst: 45 to 75 characters; a little more in a terminal). */
const MEASURE = 84;
/** The number of the line in the file stands in the margin. */
const MARGIN = 6;

/**
 * Lays out an article: quotes and names marked, left-out ranges folded to a line each, and the places of a marking to
 * step through, of which the one numbered `at` is highlighted.
 */
export function layoutArticle(
  world: World,
  number: number,
  marking: Marking,
  at: number,
  hits: Hits | null,
  size: Size,
  unfolded = false,
): ReadLayout {
  const found = world.index.articles[number];
  if (!found) return { lines: [], starts: [], stops: [] };
  const { article, annotations } = found;
  const width = Math.max(20, Math.min(MEASURE, size.columns - MARGIN - 2));
  const isShown = ({ start, end }: Span) =>
    partsOf(article).some(
      (part) => (unfolded || !('why' in part)) && start >= part.start && start < part.end && end > start,
    );
  const stops = stopsOf(world, number, marking, hits).filter(isShown);
  const marks: Mark[] = [
    ...annotations.quotes
      .filter(({ kind }) => kind !== 'indirect')
      .flatMap(({ spans }) => spans.map((span) => ({ ...span, style: 'quote' as const }))),
    ...figuresOf(found).map(({ start, end }) => ({ start, end, style: 'figure' as const })),
    ...annotations.mentions.map(({ start, end }) => ({ start, end, style: 'name' as const })),
    ...stops.map((stop, i) => ({ ...stop, style: i === at ? ('selected' as const) : ('match' as const) })),
  ];
  const lines: Line[] = [];
  const starts: number[] = [];
  const placed: Stop[] = [];
  for (const part of partsOf(article)) {
    const margin = seg(`${lineOf(article.text, part.start)}  `.padStart(MARGIN), 'dim');
    if ('why' in part && !unfolded) {
      lines.push([margin, seg(`┄ ${part.why}: ${article.text.slice(part.start, part.end)}`, 'dim')], []);
      starts.push(part.start, part.end);
      continue;
    }
    if ('why' in part) {
      lines.push([margin, seg(`┄ ${part.why}:`, 'dim')]);
      starts.push(part.start);
    }
    const looks: Mark[] = 'why' in part ? [{ ...part, style: 'dim' }] : looksOf(part);
    const within = marks.filter(({ start, end }) => start < part.end && end > part.start);
    const rows = paragraph(article.text, part, width, [...looks, ...within]);
    const first = lines.length;
    lines.push(...rows.map((row, i) => [i === 0 ? margin : seg(' '.repeat(MARGIN)), ...row]), []);
    starts.push(...startsOf(rows, part.start, article.text), part.end);
    for (const stop of stops) {
      if (stop.start < part.start || stop.start >= part.end) continue;
      const from = placeInRows(rows, part.start, stop.start, article.text);
      const to = placeInRows(rows, part.start, Math.min(stop.end, part.end) - 1, article.text);
      placed.push({
        ...stop,
        line: first + from.row,
        column: MARGIN + from.column,
        endLine: first + to.row,
        endColumn: MARGIN + to.column + 1,
      });
    }
  }
  return { lines, starts, stops: placed };
}

function looksOf(part: Paragraph): Mark[] {
  return part.kind === 'body' ? [] : [{ ...part, style: part.kind === 'headline' ? 'strong' : 'aside' }];
}

/** Figures are looked for when an article is read, once. */
const FIGURES = new WeakMap<AnnotatedArticle, readonly Figure[]>();

function figuresOf(article: AnnotatedArticle): readonly Figure[] {
  const known = FIGURES.get(article) ?? findFigures(article);
  FIGURES.set(article, known);
  return known;
}

/** Where each row of a paragraph begins: rows leave out the white space they break at. */
function startsOf(rows: readonly Line[], start: number, text: string): readonly number[] {
  let at = start;
  return rows.map((line) => {
    while (/\s/.test(text[at] ?? '')) at++;
    const first = at;
    at += line.reduce((sum, { text: words }) => sum + words.length, 0);
    return first;
  });
}

/** Which row and column of a paragraph an offset is drawn at; rows leave out the white space they break at. */
function placeInRows(
  rows: readonly Line[],
  start: number,
  offset: number,
  text: string,
): { readonly row: number; readonly column: number } {
  let at = start;
  for (const [row, line] of rows.entries()) {
    const length = line.reduce((sum, { text: words }) => sum + words.length, 0);
    while (at < offset && /\s/.test(text[at] ?? '')) at++;
    if (offset < at + length) return { row, column: widthOf(drawable(text.slice(at, offset))) };
    at += length;
  }
  const row = Math.max(0, rows.length - 1);
  return { row, column: lineWidth(rows[row] ?? []) };
}

function partsOf({ paragraphs, leftOut }: Article): readonly (Paragraph | LeftOut)[] {
  return [...paragraphs, ...leftOut].sort((a, b) => a.start - b.start);
}

function stopsOf({ index }: World, number: number, marking: Marking, hits: Hits | null): readonly Span[] {
  const found = index.articles[number];
  if (!found) return [];
  const { article, annotations } = found;
  switch (marking.of) {
    case 'quotes':
      return annotations.quotes.filter(({ kind }) => kind !== 'indirect').map(({ start, end }) => ({ start, end }));
    case 'names':
      return annotations.mentions.map(({ start, end }) => ({ start, end }));
    case 'figures':
      return figuresOf(found);
    case 'found':
      return placesOf(article.text, marking.text);
    case 'entity':
      return annotations.mentions.filter((_, item) => index.entityOf[number]?.[item] === marking.entity);
    case 'place':
      return [{ start: marking.start, end: marking.end }];
    case 'matches':
      return article.paragraphs.flatMap(({ start, end }) =>
        (hits?.marks(article.text.slice(start, end)) ?? []).map((mark) => ({
          start: mark.start + start,
          end: mark.end + start,
        })),
      );
  }
}
