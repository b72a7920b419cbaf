import { countedOnce } from '../../index/counting.ts';
import { articlesAsked, type Request } from '../request.ts';
import { outletOf, placeOf, type Row } from './row.ts';

/** Rows of the mentions of entities that are not hidden, article by article in order of place. */
export function* mentionRows(request: Request): Generator<Row> {
  const { index, chosen } = request;
  for (const a of articlesAsked(request)) {
    for (const [item, mention] of index.articles[a]!.annotations.mentions.entries()) {
      const number = index.entityOf[a]?.[item] ?? -1;
      if (!chosen.entity(number) || index.entities[number]?.hidden) continue;
      yield {
        ...placeOf(index, a, mention),
        type: mention.type === 'organization' ? 'ORG' : mention.type.toUpperCase(),
        entity: index.entities[number]?.id ?? null,
        name: index.entities[number]?.name ?? null,
      };
    }
  }
}

/** Rows of the entities but those that the reader has hidden, in the index's order. */
export function* entityRows({ index, chosen, listed }: Request): Generator<Row> {
  for (const number of listed?.entities ?? index.entities.keys()) {
    const { id, name, type, aliases, mentions, hidden } = index.entities[number]!;
    if (hidden || !chosen.entity(number)) continue;
    const articles = countedOnce(index, new Set(mentions.map(({ article }) => article)));
    const outlets = new Set(articles.map((article) => outletOf(index, article)));
    yield { entity: id, name, type, aliases, mentions: mentions.length, outlets: [...outlets] };
  }
}
