import type { Article, Mention, Sentence, Tokens } from '../../model.ts';

/**
 * Finds the names in an article and which of them name one thing within it.
 *
 * @returns mentions in order of place, none overlapping; offsets into `article.text`
 */
export function findMentions(article: Article, tokens: Tokens, sentences: readonly Sentence[]): readonly Mention[] {
  // placeholder of the skeleton: runs of proper nouns
  const out: Mention[] = [];
  const local = new Map<string, number>();
  for (const s of sentences) {
    for (let i = s.firstToken; i < s.endToken; i++) {
      if (tokens.pos[i] !== 12) continue;
      let j = i;
      while (j + 1 < s.endToken && tokens.pos[j + 1] === 12) j++;
      const start = tokens.start[i] ?? 0;
      const end = tokens.end[j] ?? 0;
      const text = article.text.slice(start, end);
      if (!local.has(text)) local.set(text, local.size);
      out.push({ start, end, type: 'misc', local: local.get(text) ?? 0 });
      i = j;
    }
  }
  return out;
}
