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
  const marks = new MarksInOrder([
    ...found.map((span) => ({ ...span, marks: 'found' as const })),
    ...annotations.mentions.map(({ start, end }) => ({ start, end, marks: 'name' as const })),
    ...quotes.map(({ start, end }) => ({ start, end, marks: 'quote' as const })),
  ]);
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

/** Marks for stretches of a text that are asked for one after the other: each mark is met where it begins. */
class MarksInOrder {
  readonly #all: readonly (Mark & { readonly place: number })[];
  #next = 0;
  /** Those that have begun and may not have ended. */
  #open: (Mark & { readonly place: number })[] = [];

  /** @param marks of those that lie over each other the first shows */
  constructor(marks: readonly Mark[]) {
    this.#all = marks.map((mark, place) => ({ ...mark, place })).sort((a, b) => a.start - b.start);
  }

  /** The marks that end behind a place and begin before another, no such place before one that was asked for. */
  within({ start, end }: Span): readonly (Mark & { readonly place: number })[] {
    while (this.#next < this.#all.length && this.#all[this.#next]!.start < end)
      this.#open.push(this.#all[this.#next++]!);
    this.#open = this.#open.filter((mark) => mark.end > start);
    return this.#open;
  }
}

/** A stretch of text cut where marks begin and end. */
function runsOf(text: string, { start, end }: Span, all: MarksInOrder): readonly Run[] {
  const within = all.within({ start, end });
  const edges = new Set([start, end]);
  for (const mark of within) edges.add(Math.max(start, mark.start)).add(Math.min(end, mark.end));
  const cuts = [...edges].sort((a, b) => a - b);
  const marks = new MarksInOrder(within.toSorted((a, b) => a.place - b.place));
  return cuts.slice(0, -1).map((from, i): Run => {
    const to = cuts[i + 1]!;
    // No mark begins or ends between two cuts.
    const over = marks
      .within({ start: from, end: to })
      .reduce<(Mark & { readonly place: number }) | undefined>(
        (first, mark) => (first && first.place < mark.place ? first : mark),
        undefined,
      );
    return { text: text.slice(from, to), ...(over && { marks: over.marks }) };
  });
}

function partsOf({ paragraphs, leftOut }: Article): readonly (Paragraph | LeftOut)[] {
  return [...paragraphs, ...leftOut].sort((a, b) => a.start - b.start);
}

function wholeOf({ paragraphs }: Article): Span {
  return { start: paragraphs[0]?.start ?? 0, end: paragraphs.at(-1)?.end ?? 0 };
}
