import type { Article, Fact, Span } from '../model.ts';

/** How a fact is known, in words; nothing for what is declared. */
export function howKnown({ how, confidence }: Fact): string {
  if (how === 'declared') return '';
  if (how === 'corrected') return 'corrected by hand';
  return `inferred, confidence ${confidence >= 0.85 ? 'high' : confidence >= 0.6 ? 'medium' : 'low'}`;
}

/** A fact with how it is known, or that it is not. */
export function factWords(fact: Fact | null, name: string): string {
  if (!fact) return `${name} unknown`;
  const how = howKnown(fact);
  return how === '' ? fact.value : `${fact.value} (${how})`;
}

/** Where a span stands: file, line and characters, so that it can be found without this program. */
function placeWords(article: Article, span: Span): string {
  return `${article.path}, ${placeIn(article, span)}`;
}

/** Where a span stands in its file. */
export function placeIn({ text, textIs }: Article, { start, end }: Span): string {
  const characters = `characters ${start}–${end}`;
  return textIs === undefined ? `line ${lineOf(text, start)}, ${characters}` : `${characters} of ${textIs}`;
}

/** Texts that were asked for last, with the place up to which their lines were counted: what is asked next mostly stands behind it. */
const counted: { readonly text: string; at: number; line: number }[] = [];
const REMEMBERED = 8;

/** The number of the line that a place is in, from 1. */
export function lineOf(text: string, place: number): number {
  let its = counted.find((each) => each.text === text);
  if (!its) {
    its = { text, at: -1, line: 1 };
    counted.unshift(its);
    counted.length = Math.min(counted.length, REMEMBERED);
  }
  if (its.at >= place) {
    its.at = -1;
    its.line = 1;
  }
  for (let next = text.indexOf('\n', its.at + 1); next >= 0 && next < place; next = text.indexOf('\n', next + 1)) {
    its.at = next;
    its.line++;
  }
  return its.line;
}

/** The citation of a span: outlet and how it is known, headline, date, place in the file. */
export function citationOf(article: Article, span: Span): string {
  const headline = article.headline ? `“${article.headline.value}”` : 'no headline';
  return [
    factWords(article.outlet, 'outlet'),
    headline,
    factWords(article.date, 'date'),
    placeWords(article, span),
  ].join(', ');
}
