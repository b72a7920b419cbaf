import type { Index } from './access.ts';
import { slug } from './entities/naming.ts';
import type { Paused } from './paused.ts';
import { labelFrom } from './stories.ts';

/** So many articles or entities, then others have their turn. */
const OFTEN = 256;

/**
 * Something that an index says and no article of it does: how an entity is spelled, its name, what a story is called. An
 * index that is made of what was kept says what was kept.
 *
 * @param spelled other spellings that are looked for; it is used up
 * @returns `undefined` where there is nothing
 */
export function* saidByNone(
  { articles, entities, stories }: Index,
  spelled = new Set<string>(),
): Paused<string | undefined> {
  for (const [i, { id, name, aliases }] of entities.entries()) {
    const its = slug(name);
    if (id !== its && !id.startsWith(`${its}-`)) return id;
    if (!aliases.some(({ text }) => text === name || text.split(/\s+/).join(' ') === name)) return name;
    for (const { text } of aliases) spelled.add(text);
    if (i % OFTEN === 0) yield;
  }
  for (const [i, { article, annotations }] of articles.entries()) {
    const { text } = article;
    for (const { start, end } of annotations.mentions) spelled.delete(text.slice(start, end));
    if (i % OFTEN === 0) yield;
  }
  for (const text of spelled) return text;
  for (const [i, { label, articles: its }] of stories.entries()) {
    if (!its.some((article) => labelFrom(articles[article]!.article) === label)) return label;
    if (i % OFTEN === 0) yield;
  }
  return undefined;
}
