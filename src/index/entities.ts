import type { AnnotatedArticle, Entity } from '../model.ts';

/**
 * Links the mentions of all articles into entities: the one thing all its names mean.
 *
 * @returns entities, most mentioned first; every mention of every article is in exactly one
 */
export function linkEntities(articles: readonly AnnotatedArticle[]): readonly Entity[] {
  const byName = new Map<string, { article: number; item: number }[]>();
  articles.forEach(({ article, annotations }, a) => {
    annotations.mentions.forEach((m, i) => {
      const name = article.text.slice(m.start, m.end);
      byName.set(name, [...(byName.get(name) ?? []), { article: a, item: i }]);
    });
  });
  return [...byName].map(([name, mentions]) => ({
    id: name.toLowerCase().replaceAll(' ', '-'),
    name,
    type: 'misc' as const,
    aliases: [{ text: name, count: mentions.length }],
    mentions,
  }));
}
