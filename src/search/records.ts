import { type Index, quoteAt, speakerOf } from '../index/access.ts';
import type { Links } from '../index/links.ts';
import { type FieldText, Store } from './store.ts';

/** The kinds of records, in the order in which they are added. */
export const GROUPS = ['sources', 'entities', 'quotes', 'stories'] as const;
export type GroupName = (typeof GROUPS)[number];

/**
 * What is searched of a record, and how much each field weighs: an item is found by its own words before it is
 * found by the names that occur in it.
 */
const WEIGHTS = {
  outlet: 1,
  name: 1,
  spellings: 0.9,
  headline: 0.8,
  said: 0.8,
  byline: 0.7,
  origin: 0.7,
  asWritten: 0.7,
  path: 0.6,
  publishedIn: 0.5,
  mentioned: 0.4,
  type: 0.3,
  text: 0.2,
  story: 1,
} as const;
export type FieldName = keyof typeof WEIGHTS;
export const FIELD_NAMES = Object.keys(WEIGHTS) as FieldName[];
export const FIELD_WEIGHTS: readonly number[] = Object.values(WEIGHTS);

/** Fields as the bits that a term takes. */
export function fieldBits(...names: readonly FieldName[]): number {
  return names.reduce((bits, name) => bits | (1 << FIELD_NAMES.indexOf(name)), 0);
}

/** An item as it is searched. An entity is known by every one of its spellings everywhere. */
export interface SearchRecord {
  readonly group: GroupName;
  /** Its number in its pane, or the story's. */
  readonly item: number;
  readonly fields: readonly FieldText[];
  /** Which of two equal hits comes first: of an article and its quotes the newer, of entities the more often named. */
  readonly standing: number;
}

/** Everything of an index that can be searched: not the entities that its reader has hidden. */
export function* recordsOf(index: Index, links: Links): Generator<SearchRecord> {
  const spellings = index.entities.map(({ name, aliases }) => [name, ...aliases.map(({ text }) => text)].join(' '));
  const named = (field: FieldName, entity: number) => of(field, spellings[entity]);
  const days = index.articles.map(({ article }) => dayOf(article.date?.value));

  for (const [item, { article }] of index.articles.entries()) {
    const fields = [
      of('outlet', article.outlet?.value),
      of('headline', article.headline?.value),
      of('byline', article.byline?.value),
      of('origin', article.origin?.value),
      of('path', `${article.path} ${article.date?.value ?? ''}`),
      ...Array.from(links.entitiesOf.of(item), (entity) => named('mentioned', entity)),
      of('text', article.paragraphs.map(({ start, end }) => article.text.slice(start, end)).join('\n')),
    ];
    yield { group: 'sources', item, fields, standing: days[item] ?? 0 };
  }
  for (const [item, { name, type, mentions, hidden }] of index.entities.entries()) {
    if (hidden) continue;
    const fields = [of('name', name), named('spellings', item), of('type', type)];
    yield { group: 'entities', item, fields, standing: Math.round(64 * Math.log2(1 + mentions.length)) };
  }
  for (const [item, ref] of links.quotes.entries()) {
    const article = index.articles[ref.article]?.article;
    const quote = quoteAt(index, ref);
    const who = speakerOf(index, ref);
    const written = quote.speakerAsWritten;
    const fields = [
      of('name', who.name),
      ...(who.kind === 'named' ? [named('spellings', who.entity)] : []),
      of('said', quote.spans.map(({ start, end }) => article?.text.slice(start, end)).join(' ')),
      of('asWritten', written && article?.text.slice(written.start, written.end)),
      of('publishedIn', article?.outlet?.value),
      ...Array.from(links.mentionedIn.of(item), (entity) => named('mentioned', entity)),
    ];
    yield { group: 'quotes', item, fields, standing: days[ref.article] ?? 0 };
  }
  for (const [item, { id, label }] of index.stories.entries()) {
    yield { group: 'stories', item, fields: [of('story', `${id} ${label}`)], standing: 0 };
  }
}

function of(field: FieldName, text: string | null | undefined): FieldText {
  return { field: FIELD_NAMES.indexOf(field), text: text ?? '' };
}

const MILLISECONDS_A_DAY = 86_400_000;

function dayOf(date: string | undefined): number {
  const day = Date.parse(date ?? '') / MILLISECONDS_A_DAY;
  return Number.isNaN(day) ? 0 : Math.max(0, Math.floor(day));
}

/**
 * A number that stands for all of a record but its place: equal records have the same, others hardly ever (53 bits of
 * two FNV-1a hashes). Never 0.
 */
export function fingerprint(group: GroupName, fields: readonly FieldText[], standing: number): number {
  let high = 0x811c9dc5 ^ GROUPS.indexOf(group);
  let low = 0xcbf29ce4 ^ standing;
  for (const { field, text } of fields) {
    high = Math.imul(high ^ (field + 1), 0x01000193);
    low = Math.imul(low ^ text.length, 0x01000193);
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      high = Math.imul(high ^ unit, 0x01000193);
      low = Math.imul(low ^ (unit * 31), 0x01000193);
    }
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0) || 1;
}

/** An empty store for records of an index. */
export function emptyStore(): Store {
  return new Store(FIELD_WEIGHTS);
}
