import type { Index } from '../../index/access.ts';
import { citationOf, howKnown } from '../../index/citation.ts';
import type { Article, LeftOut, Paragraph, Span } from '../../model.ts';
import type { Block, Page, Run } from '../page.ts';

/**
 * One article as a document: what is known of it, and its text with quotes and names marked. What was left out of the
 * reading is said to be left out, with the reason.
 *
 * @param found places that are marked besides, in order
 */
export function articlePage(index: Index, number: number, found: readonly Span[]): Page {
  const { article } = index.articles[number]!;
  return { title: article.headline?.value ?? article.path, language: 'en', blocks: blocks(index, number, found) };
}

function* blocks(index: Index, number: number, found: readonly Span[]): Generator<Block> {
  const { article, annotations } = index.articles[number]!;
  const quotes = annotations.quotes.filter(({ kind }) => kind !== 'indirect').flatMap(({ spans }) => spans);
  const marks: readonly Mark[] = [
    ...found.map((span) => ({ ...span, marks: 'found' as const })),
    ...annotations.mentions.map(({ start, end }) => ({ start, end, marks: 'name' as const })),
    ...quotes.map(({ start, end }) => ({ start, end, marks: 'quote' as const })),
  ];
  yield { kind: 'paragraph', text: citationOf(article, wholeOf(article)) };
  if (article.byline) {
    const how = howKnown(article.byline);
    yield { kind: 'paragraph', text: `${article.byline.value}${how && ` (${how})`}` };
  }
  for (const part of partsOf(article)) {
    if ('why' in part) {
      yield { kind: 'paragraph', text: `[left out: ${part.why}, characters ${part.start}–${part.end}]` };
      continue;
    }
    // The title of the page says it.
    if (part.kind === 'headline' && article.headline) continue;
    yield { kind: 'marked', runs: runsOf(article.text, part, marks), language: article.language };
  }
}

interface Mark extends Span {
  readonly marks: NonNullable<Run['marks']>;
}

/** A stretch of text cut where marks begin and end; of marks that lie over each other the first of the list shows. */
function runsOf(text: string, { start, end }: Span, all: readonly Mark[]): readonly Run[] {
  const within = all.filter((mark) => mark.start < end && mark.end > start);
  const edges = new Set([start, end]);
  for (const mark of within) edges.add(Math.max(start, mark.start)).add(Math.min(end, mark.end));
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, i): Run => {
    const to = cuts[i + 1]!;
    const over = within.find((mark) => mark.start <= from && mark.end >= to);
    return { text: text.slice(from, to), ...(over && { marks: over.marks }) };
  });
}

function partsOf({ paragraphs, leftOut }: Article): readonly (Paragraph | LeftOut)[] {
  return [...paragraphs, ...leftOut].sort((a, b) => a.start - b.start);
}

function wholeOf({ paragraphs }: Article): Span {
  return { start: paragraphs[0]?.start ?? 0, end: paragraphs.at(-1)?.end ?? 0 };
}
