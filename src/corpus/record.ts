import type { Fact } from '../model.ts';
import { dayOf } from './dates.ts';
import type { Declarable, Facts, FieldMap, Given, RecordField } from './given.ts';
import { looksLikeMarkup } from './html/looks.ts';
import { languageTag } from './language-tag.ts';
import { personNames } from './names.ts';

/**
 * The names under which each is found, best first: news-please, newspaper4k, Media Cloud, GDELT, Webhose, Event
 * Registry, NewsAPI, JSON Feed, schema.org, RSS and Atom. `a.b` is a field within a field.
 */
const NAMES: Readonly<Record<RecordField, readonly string[]>> = {
  headline: ['headline', 'title', 'title_full', 'article_title', 'story_title', 'name'],
  byline: ['byline', 'authors', 'author', 'creator', 'dc:creator', 'writer', 'journalist'],
  outlet: [
    'outlet',
    'media_name',
    'site_name',
    'newspaper',
    'publication',
    'publisher',
    'source.title',
    'source.name',
    'thread.site_full',
    'thread.site',
    'source',
    'source_domain',
    'domain',
    'site',
    'media',
  ],
  origin: ['origin', 'agency', 'wire', 'credit'],
  date: [
    'date_publish',
    'publish_date',
    'published',
    'date_published',
    'datePublished',
    'pubDate',
    'publishedAt',
    'published_at',
    'publication_date',
    'pub_date',
    'dc:date',
    'dateTimePub',
    'dateTime',
    'date',
    'seendate',
    'datetime',
    'timestamp',
    'created_at',
    'updated',
  ],
  text: [
    'maintext',
    'articleBody',
    'text',
    'body',
    'full_text',
    'fulltext',
    'article_text',
    'story_text',
    'body_text',
    'article',
    'content:encoded',
    'content_text',
    'content_html',
    'content',
    'article_html',
    'html',
    'description',
    'summary',
    'abstract',
    'snippet',
  ],
  language: ['language', 'lang', 'inLanguage', 'language_code', 'meta_lang', 'dc:language'],
  address: ['url', 'link', 'canonical_link', 'source_url', 'address', 'permalink', 'guid'],
};

/** Fields that hold a part of an article at best. */
const TEASERS = new Set(['description', 'summary', 'abstract', 'snippet']);

/** Whether a field's name is one of those that are known, of any fact or of this one. */
export function isKnownField(name: string, of?: RecordField): boolean {
  return of ? NAMES[of].includes(name) : Object.values(NAMES).some((names) => names.includes(name));
}

/** What a record is, by its fields' own names. Fields without a value are not in it. */
export type Fields = ReadonlyMap<string, unknown>;

/** Names and values of a JSON object, without those that say nothing. */
export function fieldsOf(value: unknown): Fields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new Map(Object.entries(value).filter(([, held]) => held !== null && held !== '' && held !== undefined));
}

/** Whether a record holds something to read. */
export function isArticle(fields: Fields, map: FieldMap): boolean {
  return found(fields, map, 'text', asText) !== undefined;
}

/**
 * A record as an article. Its text is the field's own, and offsets count in it; where it is HTML, it is laid out.
 *
 * @param fields the record
 * @param map the user's names of fields, which go before the known ones
 * @param part which record of the file it is, where there may be several
 * @returns undefined when none of its fields is a text
 */
export async function givenOf(fields: Fields, map: FieldMap, part?: string): Promise<Given | undefined> {
  const text = found(fields, map, 'text', asText);
  if (!text) return undefined;
  const facts: Facts = {};
  const declare = (name: Declarable, take: (value: unknown) => string | undefined) => {
    const held = found(fields, map, name, take);
    if (held) facts[name] = declared(held.value, held.name);
  };
  declare('headline', asText);
  declare('byline', (value) => personNames(asNames(value)).join(', ') || undefined);
  declare('outlet', asName);
  declare('origin', asName);
  declare('date', (value) => dayOf(typeof value === 'number' ? String(value) : (asText(value) ?? '')));
  const language = found(fields, map, 'language', languageTag)?.value;
  const where = `the field ${text.name}${part === undefined ? '' : ` of record ${part}`}`;
  return {
    ...(await laidOut(text.value)),
    facts,
    textIs: TEASERS.has(text.name) ? `${where}, which may be a part of the article only` : where,
    ...(language ? { language } : {}),
    ...(part === undefined ? {} : { part }),
  };
}

/** A field's text: as it is, or laid out where it is HTML. */
export async function laidOut(text: string): Promise<Pick<Given, 'text' | 'body' | 'blocks' | 'leftOut'>> {
  if (!looksLikeMarkup(text)) return { text, body: { start: 0, end: text.length }, leftOut: [] };
  const { readFragment } = await import('./html/fragment.ts');
  return readFragment(text);
}

/** The first of a field's names that holds something of its kind. */
function found(
  fields: Fields,
  map: FieldMap,
  field: RecordField,
  take: (value: unknown) => string | undefined,
): { readonly name: string; readonly value: string } | undefined {
  for (const name of [...(map[field] ?? []), ...NAMES[field]]) {
    const value = take(heldBy(fields, name));
    if (value !== undefined) return { name, value };
  }
  return undefined;
}

function heldBy(fields: Fields, name: string): unknown {
  if (fields.has(name)) return fields.get(name);
  const dot = name.indexOf('.');
  if (dot < 0) return undefined;
  const inner = fieldsOf(fields.get(name.slice(0, dot)));
  return inner && heldBy(inner, name.slice(dot + 1));
}

function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string'))
    return value.join('\n\n');
  const inner = fieldsOf(value);
  return inner
    ? asText(inner.get('#text') ?? inner.get('value') ?? inner.get('@value') ?? inner.get('rendered'))
    : undefined;
}

/** The name of one who publishes: a string, or an object with a name. An address is cut to its host. */
function asName(value: unknown): string | undefined {
  if (Array.isArray(value)) return asName(value[0]);
  const inner = fieldsOf(value);
  const name = inner ? (inner.get('name') ?? inner.get('title') ?? inner.get('#text')) : value;
  if (typeof name !== 'string' || name.trim() === '') return undefined;
  return /^https?:\/\/(?:www\.)?([^/?#]{1,200})/i.exec(name.trim())?.[1] ?? name.trim();
}

/** Names of authors: a string, or a list of strings and objects with names. */
function asNames(value: unknown): string {
  if (Array.isArray(value)) return value.map(asNames).filter(Boolean).join(', ');
  return asName(value) ?? '';
}

function declared(value: string, field: string): Fact {
  return {
    value: value.trim(),
    how: 'declared',
    confidence: 1,
    evidence: [{ says: `the field ${field}`, from: 'field' }],
  };
}
