import type { Filter } from '../state.ts';
import type { World } from '../world.ts';
import { outletName } from './outlet.ts';

/** A filter as its chip says it: "source: ~TIME", "speaker: Vladimir Putin", "tells of 2021-12". */
export function filterWords({ index, links }: World, { by, item, period }: Filter): string {
  const outletOf = (number: number) => {
    const article = index.articles[number]?.article;
    return article ? outletName(article) : '';
  };
  switch (by) {
    case 'source':
      return `source: ${outletOf(item)}`;
    case 'outlet':
      return `outlet: ${outletOf(links.outletOf.indexOf(item))}`;
    case 'entity':
    case 'speaker':
      return `${by}: ${index.entities[item]?.name ?? ''}`;
    case 'told':
      return `tells of ${period?.name ?? ''}`;
    case 'published':
      return `published ${period?.name ?? ''}`;
  }
}
