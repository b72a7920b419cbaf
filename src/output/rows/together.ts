import { articlesSearched, type Request } from '../request.ts';

/**
 * A folder of so many articles is one crisis that somebody reads: what two of its stories both tell is worth seeing.
 * In a larger one it would mostly be chance, and looking for it grows faster than the folder does.
 */
const READ_TOGETHER = 100;

/** The articles asked for, in the groups in which events and figures are looked for: all together, or by story. */
export function groupsAsked(request: Request): readonly (readonly number[])[] {
  const articles = articlesSearched(request);
  if (articles.length <= READ_TOGETHER) return [articles];
  const asked = new Set(articles);
  return request.index.stories
    .map((story) => story.articles.filter((article) => asked.has(article)))
    .filter((its) => its.length > 0);
}
