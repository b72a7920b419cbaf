import type { Article, Mention, Quote, Sentence, Tokens } from '../../model.ts';

/**
 * Finds what somebody is reported to have said in an article, and who.
 *
 * @returns quotes in order of place; offsets into `article.text`
 */
export function findQuotes(
  article: Article,
  _tokens: Tokens,
  _sentences: readonly Sentence[],
  _mentions: readonly Mention[],
): readonly Quote[] {
  // placeholder of the skeleton
  const out: Quote[] = [];
  for (const m of article.text.matchAll(/“([^”\n]{1,2000})”/g)) {
    const start = m.index + 1;
    const span = { start, end: start + (m[1]?.length ?? 0) };
    out.push({
      ...span,
      spans: [span],
      kind: 'direct',
      cue: null,
      speakerAsWritten: null,
      speaker: { kind: 'unknown' },
      how: 'none',
      confidence: 0,
    });
  }
  return out;
}
