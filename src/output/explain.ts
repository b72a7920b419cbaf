import type { Article, Fact } from '../model.ts';
import { printable } from '../terminal/printable.ts';

/** How much of a range is quoted. */
const QUOTED = 90;

/** What was decided of an article and why: each fact with its evidence, and each range that is left out. */
export function* explained(article: Article): Generator<string> {
  // What a file is called and what it declares are a stranger's words, as its text is.
  for (const line of linesOf(article)) yield printable(line);
}

function* linesOf(article: Article): Generator<string> {
  const { text } = article;
  yield article.path;
  if (article.textIs) yield `  text      ${article.textIs}; offsets count in it`;
  for (const [name, fact] of [
    ['headline', article.headline],
    ['byline', article.byline],
    ['outlet', article.outlet],
    ['origin', article.origin],
    ['dateline', article.dateline ?? null],
    ['date', article.date],
  ] as const)
    yield* explainedFact(name, fact, article);
  yield `  language  ${article.language === 'und' ? 'not known' : article.language}`;
  const read = article.paragraphs.reduce((sum, { start, end }) => sum + end - start, 0);
  const left = article.leftOut.reduce((sum, { start, end }) => sum + end - start, 0);
  yield `  read      ${article.paragraphs.length} paragraphs, ${read} characters`;
  yield `  left out  ${article.leftOut.length} ranges, ${left} characters`;
  for (const { start, end, why } of article.leftOut)
    yield `    ${start}–${end} ${why}: ${quoted(text.slice(start, end))}`;
}

function* explainedFact(name: string, fact: Fact | null, { text }: Article): Generator<string> {
  const label = `  ${name.padEnd(10)}`;
  if (!fact) {
    yield `${label}not known`;
    return;
  }
  yield `${label}${quoted(fact.value)} (${fact.how}, ${Math.round(fact.confidence * 100)}%)`;
  for (const { says, from, span } of fact.evidence) {
    const where = span ? `, at ${span.start}–${span.end}: ${quoted(text.slice(span.start, span.end))}` : '';
    const source = from === 'text' ? '' : from === 'outside' ? ', from outside the text' : `, from the ${from}`;
    yield `${' '.repeat(12)}${quoted(says)}${source}${says.includes('“') ? '' : where}`;
  }
}

function quoted(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > QUOTED ? `${line.slice(0, QUOTED - 1)}…` : line;
}
