import {
  type Agreement,
  type Cell,
  type Comparison,
  type ComparisonRow,
  type RowKind,
  SURE_ROW,
} from '../../compare/comparison.ts';
import { speakerCountWords } from '../../compare/speakers.ts';
import type { Index } from '../../index/access.ts';
import { factWords, placeIn } from '../../index/citation.ts';
import type { Block, Line, Page, Run, TableBlock } from '../page.ts';
import { plain } from '../page.ts';
import type { Request } from '../request.ts';
import { comparisonAsked } from '../rows/comparison.ts';
import { bySpeaker } from './quotes.ts';

const AGREEMENT: Readonly<Record<RowKind, Readonly<Record<Agreement, string>>>> = {
  utterance: { same: 'same words', different: 'different words', only: 'not found in the others' },
  passage: { same: 'same words', different: 'different words', only: 'not found in the others' },
  figure: { same: 'agree', different: 'cannot both be true', only: 'not found in the others' },
  speaker: { same: 'quoted by several', different: 'quoted by several', only: 'quoted by one only' },
};

/** The story side by side: what is to be known of its articles, and a table of a column an article. */
export function comparisonPage(request: Request): Page {
  const asked = comparisonAsked(request);
  if (!asked) return { title: 'Nothing to compare', language: 'en', blocks: [] };
  const { story, comparison } = asked;
  return {
    title: story?.label ?? 'The marked sources',
    language: 'en',
    blocks: [...warnings(request.index, comparison), ...parts(request.index, comparison)],
  };
}

/** What the comparison has rows of: of the explorer's, only what is on the screen. */
function* parts(index: Index, comparison: Comparison): Generator<Block> {
  const { rows, speakers } = comparison;
  if (rows.length > 0 || speakers.length === 0) {
    yield { kind: 'heading', text: 'Side by side' };
    yield sideBySide(index, comparison);
  }
  if (speakers.length > 0) {
    yield { kind: 'heading', text: 'Who is quoted by whom' };
    yield whoQuotesWhom(index, comparison);
  }
}

function warnings(index: Index, { degraded, copies }: Comparison): readonly Block[] {
  const named = (article: number) => index.articles[article]?.article.path ?? '';
  return [
    ...degraded.map(({ article, signs }): Block => {
      const why = signs.map(({ kind }) => kind).join(', ');
      return {
        kind: 'paragraph',
        text: `${named(article)} looks like a spun or translated copy (${why}): where it differs, the others are better witnesses.`,
      };
    }),
    ...copies.map(({ articles, shared }): Block => {
      const part = Math.round(shared * 100);
      return {
        kind: 'paragraph',
        text: `${articles.map(named).join(', ')} print one text: at least ${part} % word for word.`,
      };
    }),
  ];
}

/** The comparison as a table: a column an article, a row for each utterance, passage or figure. */
function sideBySide(index: Index, comparison: Comparison): TableBlock {
  const { rows } = comparison;
  return {
    kind: 'table',
    caption:
      'A column for each article, in order of the telling. Marked words are not in the other columns of the row.',
    head: [plain('What'), ...comparison.articles.map((_, column) => columnHead(index, comparison, column))],
    rows: rows.map((row) => [
      rowHead(index, row),
      ...row.cells.map((cells) => cells.flatMap((cell) => lines(index, cell))),
    ]),
    rowHeads: true,
  };
}

/** The speakers as a table: a column an article, how often it quotes each. */
function whoQuotesWhom(index: Index, comparison: Comparison): TableBlock {
  return {
    kind: 'table',
    caption: 'How often each article quotes whom; a speaker who is a guess is counted apart.',
    head: [plain('Speaker'), ...comparison.articles.map((_, column) => columnHead(index, comparison, column))],
    rows: comparison.speakers.map(({ speaker, cells, agreement }) => [
      plain(`${speaker ?? 'speaker unknown'}${agreement === 'only' ? ': quoted by one only' : ''}`),
      ...cells.map((its) => (its.length === 0 ? [] : plain(speakerCountWords(index, its)))),
    ]),
    rowHeads: true,
  };
}

function columnHead(index: Index, { articles, together }: Comparison, column: number): readonly Line[] {
  const { article } = index.articles[articles[column]!]!;
  const copies = together[column]!.slice(1).map((number) => {
    const copy = index.articles[number]!.article;
    return `same text: ${factWords(copy.outlet, 'outlet')}, ${copy.path}`;
  });
  return [
    { runs: [{ text: factWords(article.outlet, 'outlet') }] },
    { runs: [{ text: factWords(article.date, 'date') }], quiet: true },
    { runs: [{ text: article.path }], quiet: true },
    ...copies.map((text): Line => ({ runs: [{ text }], quiet: true })),
  ];
}

function rowHead(index: Index, { kind, agreement, verdict, confidence, suspects }: ComparisonRow): readonly Line[] {
  const says = verdict === 'compatible' ? 'can both be true' : AGREEMENT[kind][agreement];
  const guess = agreement !== 'only' && confidence < SURE_ROW ? ', a guess' : '';
  const words = [`${kind}: ${says}${guess}`];
  for (const article of suspects ?? [])
    words.push(`the sense is turned in ${index.articles[article]?.article.path}: likely a corruption`);
  return words.map((text) => ({ runs: [{ text }] }));
}

/** A cell: who speaks, the words with what differs, and where they stand. */
function lines(index: Index, { article: number, span, pieces, quote }: Cell): readonly Line[] {
  const { article } = index.articles[number]!;
  const runs = pieces.map(({ start, end, same }): Run => {
    const text = article.text.slice(start, end);
    return same ? { text } : { text, differs: true };
  });
  return [
    ...(quote ? [{ runs: [{ text: `${bySpeaker(index, quote)}:` }], quiet: true as const }] : []),
    { runs, language: article.language },
    { runs: [{ text: placeIn(article, span) }], quiet: true },
  ];
}
