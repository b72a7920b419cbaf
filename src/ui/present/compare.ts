import {
  type Agreement,
  type Cell,
  type Comparison,
  type ComparisonRow,
  type FigureVerdict,
  SURE_ROW,
} from '../../compare/comparison.ts';
import { speakerCountWords } from '../../compare/speakers.ts';
import { quoteAt, speakerOf } from '../../index/access.ts';
import type { Article, Ref, Span } from '../../model.ts';
import { keyFor } from '../commands.ts';
import { isStacked, type Size } from '../layout.ts';
import { fit, type Line, lineWidth, seg } from '../line.ts';
import type { CompareState, Shown } from '../state.ts';
import type { World } from '../world.ts';
import { type Mark, paragraph } from '../wrap.ts';
import { dayLine, outletLine, outletName, wordForWord } from './outlet.ts';

/** The side-by-side view before it is windowed: which columns are drawn, and the lines of each row. */
export interface CompareLayout {
  /** Positions in `Comparison.articles`, left to right. */
  readonly columns: readonly number[];
  readonly columnWidth: number;
  /** The rows that are shown. */
  readonly rows: readonly ComparisonRow[];
  /** Per row: its first line in `lines`; one more at the end. */
  readonly rowAt: readonly number[];
  readonly lines: readonly Line[];
  /** The heads of the columns: outlet, date and headline, and what speaks against an article as a witness. */
  readonly head: readonly Line[];
}

/** The narrowest column that can still be read. */
const NARROWEST = 24;
const GAP = ' │ ';

/** Lays out a comparison for a terminal: as many columns as are readable, from `compare.column` on. */
export function layoutComparison(
  world: World,
  comparison: Comparison,
  compare: Pick<CompareState, 'column' | 'show' | 'kind'>,
  size: Size,
): CompareLayout {
  const width = size.columns - 2;
  const count = comparison.articles.length;
  const most = isStacked() ? count : Math.floor((width + GAP.length) / (NARROWEST + GAP.length));
  const fits = Math.max(1, Math.min(count, most));
  const first = Math.max(0, Math.min(compare.column, count - fits));
  const columns = Array.from({ length: fits }, (_, i) => first + i);
  const columnWidth = isStacked() ? width : Math.floor((width - GAP.length * (fits - 1)) / fits);
  const all = compare.kind === 'speaker' ? comparison.speakers : comparison.rows;
  const rows = all.filter(
    ({ agreement, kind }) => isShown(agreement, compare.show) && (compare.kind === 'all' || kind === compare.kind),
  );
  const lines: Line[] = [];
  const rowAt: number[] = [];
  for (const row of rows) {
    rowAt.push(lines.length);
    lines.push(...rowLines(world, row, columns, columnWidth, width));
  }
  rowAt.push(lines.length);
  const head = headOf(world, comparison, columns, columnWidth);
  return { columns, columnWidth, rows, rowAt, lines, head };
}

/** Whether a row of this agreement is shown. */
export function isShown(agreement: Agreement, show: Shown): boolean {
  return show === 'all' || agreement === show || (show === 'shared' && agreement !== 'only');
}

const AGREEMENT: Readonly<Record<Agreement, string>> = {
  same: 'same words',
  different: 'different words',
  only: 'not found in the others',
};
const VERDICT: Readonly<Record<FigureVerdict, string>> = {
  same: 'the same',
  compatible: 'can both be true',
  different: 'cannot both be true',
};
/** Where cells share less than this of their words, to mark what differs would mark everything. */
const LITTLE_SHARED = 0.35;

/** What a row is, how its cells agree, how sure that is, and where else it is told. */
function headingOf(world: World, row: ComparisonRow, columns: readonly number[], marked: boolean): Line {
  const nameOf = (article: number) => {
    const found = world.index.articles[article]?.article;
    return found ? outletName(found) : '';
  };
  const agreement = row.verdict ? VERDICT[row.verdict] : row.cells.length === 1 ? 'one text' : AGREEMENT[row.agreement];
  const heading = [seg(`── ${row.kind} · ${agreement}`, row.verdict === 'different' ? 'warning' : 'dim')];
  if (!marked) heading.push(seg(', few shared', 'dim'));
  if (row.byHand) {
    heading.push(seg(` · put together by you, ${row.byHand.isOne ? '' : 'not '}found to be of one utterance`, 'dim'));
  } else if (isGuess(row)) heading.push(seg(' · a guess', 'guess'));
  if (speakersDiffer(world, row)) heading.push(seg(' · speakers differ', 'warning'));
  if (row.suspects?.length) {
    heading.push(
      seg(` · sense turned round, probably by the copying, in ${row.suspects.map(nameOf).join(', ')}`, 'warning'),
    );
  }
  const beside = row.cells.flatMap(([cell], i) => (cell && !columns.includes(i) ? [nameOf(cell.article)] : []));
  if (beside.length > 0) heading.push(seg(` · also in ${beside.join(', ')}`, 'dim'));
  return heading;
}

/** Whether an utterance is given to different named speakers: one of them is wrong, or it is not one utterance. */
function speakersDiffer(world: World, { kind, cells }: ComparisonRow): boolean {
  if (kind !== 'utterance') return false;
  const speakers = cells.flat().flatMap(({ quote }) => {
    const who = quote && speakerOf(world.index, quote);
    return who?.kind === 'named' ? [who.entity] : [];
  });
  return new Set(speakers).size > 1;
}

/** Whether that the cells of a row are of one thing is a guess. */
export function isGuess(row: ComparisonRow): boolean {
  return row.agreement !== 'only' && (row.confidence < SURE_ROW || !sharesEnough(row));
}

/** Whether the cells of a row share enough words for the others to be worth marking. */
function sharesEnough({ cells, agreement }: ComparisonRow): boolean {
  if (agreement !== 'different') return true;
  const pieces = cells.flat().flatMap((cell) => cell.pieces);
  const length = (kept: typeof pieces) => kept.reduce((sum, { start, end }) => sum + end - start, 0);
  return length(pieces.filter(({ same }) => same)) >= LITTLE_SHARED * length(pieces);
}

function rowLines(
  world: World,
  row: ComparisonRow,
  columns: readonly number[],
  columnWidth: number,
  width: number,
): readonly Line[] {
  const marked = sharesEnough(row);
  const ofSpeaker = row.kind === 'speaker';
  const heading = ofSpeaker ? speakerHeading(row) : headingOf(world, row, columns, marked);
  const cells = columns.map((column) => {
    const its = row.cells[column] ?? [];
    if (ofSpeaker) return its.length === 0 ? [[seg('·', 'dim')]] : [countLine(world, its)];
    return its.flatMap((cell, i) => [
      ...(i > 0 ? [[]] : []),
      ...cellLines(world, cell, columnWidth, marked && row.agreement !== 'only'),
    ]);
  });
  const lines: Line[] = [rule(heading, width)];
  if (isStacked()) {
    const named = cells.map((cell, i) =>
      row.cells[columns[i] ?? -1]?.length ? [nameOf(world, row.cells[columns[i] ?? -1]?.[0]?.article), ...cell] : [],
    );
    return [...lines, ...named.flat()];
  }
  const height = Math.max(0, ...cells.map(({ length }) => length));
  for (let i = 0; i < height; i++) {
    lines.push(
      sideBySide(
        cells.map((cell) => cell[i] ?? []),
        columnWidth,
      ),
    );
  }
  return lines;
}

/** The outlet of an article, over its cell where cells stand one below the other. */
function nameOf(world: World, number: number | undefined): Line {
  const found = world.index.articles[number ?? -1]?.article;
  return found ? [...outletLine(found), seg(':')] : [];
}

/** Whom the articles quote, and in how many of them. */
function speakerHeading({ speaker, cells, agreement }: ComparisonRow): Line {
  const name = speaker ?? 'speaker unknown';
  const having = cells.filter((its) => its.length > 0).length;
  const only = agreement === 'only';
  return [
    seg('── ', 'dim'),
    seg(name, speaker == null ? 'guess' : 'speaker'),
    seg(only ? ' · quoted by one only' : ` · in ${having} of ${cells.length}`, only ? 'warning' : 'dim'),
  ];
}

/** How often a speaker is quoted in a column, what is a guess said to be one. */
function countLine(world: World, cells: readonly Cell[]): Line {
  return speakerCountWords(world.index, cells)
    .split(' · ')
    .flatMap((words, i) => [
      ...(i > 0 ? [seg(' · ', 'dim')] : []),
      seg(
        words,
        ...(words.endsWith('guess') ? (['guess'] as const) : words.endsWith('indirect') ? (['dim'] as const) : []),
      ),
    ]);
}

/** Cells of one row of the screen, each in its column. */
function sideBySide(cells: readonly Line[], columnWidth: number): Line {
  return cells.flatMap((cell, i) => [...(i > 0 ? [seg(GAP, 'border')] : []), ...fit(cell, columnWidth)]);
}

/** A heading and a rule to the end of the row; one that is too long is cut as all text is. */
function rule(heading: Line, width: number): Line {
  const rest = width - lineWidth(heading) - 1;
  return fit(rest > 0 ? [...heading, seg(` ${'─'.repeat(rest)}`, 'border')] : heading, width);
}

function cellLines(world: World, cell: Cell, width: number, marked: boolean): readonly Line[] {
  const text = world.index.articles[cell.article]?.article.text ?? '';
  const different = marked ? cell.pieces.filter(({ same }) => !same) : [];
  const marks: Mark[] = different.map((piece) => ({ ...piece, style: 'differs' as const }));
  const lines = paragraph(text, withMarks(text, cell.span), width, marks);
  return cell.quote ? [...speakerLines(world, cell.quote, width), ...lines] : lines;
}

const OPENING = /[“"„«‘'`]/;
const CLOSING = /[”"»’']/;

/** A stretch with the quotation marks that stand at its ends in the file, so that one sees what was in marks. */
function withMarks(text: string, { start, end }: Span): Span {
  const opened = OPENING.test(text.charAt(start - 1));
  const closed = CLOSING.test(text.charAt(end));
  return { start: opened ? start - 1 : start, end: closed ? end + 1 : end };
}

/** Who is quoted, a guess and unmarked speech said to be so, over the words. */
function speakerLines(world: World, ref: Ref, width: number): readonly Line[] {
  const who = speakerOf(world.index, ref);
  const quote = quoteAt(world.index, ref);
  const guess = who.kind === 'unknown' || who.guess;
  const name = `${who.name ?? 'speaker unknown'}${guess && who.kind !== 'unknown' ? '?' : ''}`;
  const label = `${name}${quote.kind === 'direct' ? '' : ` (${quote.kind})`}:`;
  return paragraph(label, { start: 0, end: label.length }, width, [
    { start: 0, end: name.length, style: guess ? 'guess' : 'speaker' },
    { start: name.length, end: label.length, style: 'dim' },
  ]);
}

function headOf(
  world: World,
  { articles, together, degraded, copies }: Comparison,
  columns: readonly number[],
  width: number,
): readonly Line[] {
  const shown = columns.flatMap((column) => articles[column] ?? []);
  const article = (number: number) => world.index.articles[number]?.article;
  const names = columns.map((column): Line => {
    const its = (together[column] ?? []).flatMap((number) => article(number) ?? []);
    const [first] = its;
    if (!first) return [];
    if (its.length > 1) return textOfSeveral(its);
    return outletLine(first).map((it) => ({ ...it, styles: [...it.styles, 'strong' as const] }));
  });
  const heads = shown.map((number): Line => {
    const found = article(number);
    return [
      ...(found ? [dayLine(found, 'dim')] : [seg('date unknown', 'dim')]),
      seg(' '),
      seg(found?.headline?.value ?? '(no headline)', 'dim'),
    ];
  });
  const notes = shown.map((number, i): Line => {
    const several = together[columns[i] ?? -1]?.length ?? 1;
    if (several > 1) {
      const alike = copies.find((group) => group.articles.includes(number))?.shared ?? 0;
      return [seg(`${several} copies, ${wordForWord(alike)}; ${keyFor('copies', 'compare')} unfolds`, 'warning')];
    }
    const copy = copies.find((group) => group.articles.includes(number));
    const others = copy?.articles.flatMap((other) => (other === number ? [] : (article(other) ?? []))) ?? [];
    if (others.length > 0) return [seg(`one text with ${others.map(outletName).join(', ')}`, 'warning')];
    return degraded.some((it) => it.article === number) ? [seg('looks like a reworded copy', 'warning')] : [];
  });
  const rows = notes.some((note) => note.length > 0) ? [names, heads, notes] : [names, heads];
  if (isStacked()) {
    if (columns.length > MOST_HEADS) return [];
    return columns.map((_, i) =>
      rows.flatMap((cells, at) => [...(at > 0 && cells[i]?.length ? [seg(' · ')] : []), ...(cells[i] ?? [])]),
    );
  }
  return rows.map((cells) => sideBySide(cells, width));
}

/** Where columns stand one below the other, more heads than these would leave no room for what they head. */
const MOST_HEADS = 6;

/** One text that several print: "Reuters text in The Courier, The Herald"; whose it is only where a file says so. */
function textOfSeveral(articles: readonly Article[]): Line {
  const origin = articles.find((article) => article.origin)?.origin;
  return [
    seg(origin ? `${origin.how === 'inferred' ? '~' : ''}${origin.value} text in ` : 'One text in ', 'strong'),
    seg(articles.map(outletName).join(', '), 'strong'),
  ];
}
