import type { Page } from './page.ts';

/** What schema.org's vocabulary says of an article, by whatever page or file it was found in. */
export interface LinkedArticle {
  readonly headline?: string;
  readonly authors: readonly string[];
  readonly published?: string;
  readonly publisher?: string;
  readonly language?: string;
  readonly body?: string;
}

type Json = Readonly<Record<string, unknown>>;

/** The types of schema.org that are an article (https://schema.org/Article and what is below it). */
const ARTICLE = /^(?:BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|WebPage|Recipe)$|Article$|News/;
const BEST = /(?:Article|Posting)$/;

/** A page's JSON-LD (https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents), as far as it can be read. */
export function linkedArticle(page: Page): LinkedArticle | undefined {
  const things: Json[] = [];
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const data = parseLoosely(script.textContent);
    if (data !== undefined) collect(data, things, 0);
  }
  const byId = new Map(things.flatMap((thing) => (typeof thing['@id'] === 'string' ? [[thing['@id'], thing]] : [])));
  const articles = things.filter((thing) => typesOf(thing).some(isArticle));
  articles.sort((a, b) => rank(b) - rank(a));
  const [best] = articles;
  if (!best) return undefined;
  const field = (name: string): unknown => best[name] ?? articles.find((other) => other[name] !== undefined)?.[name];
  return asArticle(field, (id) => byId.get(id));
}

/** An object of schema.org's vocabulary as an article. */
function asArticle(field: (name: string) => unknown, find: (id: string) => Json | undefined): LinkedArticle {
  const headline = asText(field('headline')) ?? asText(field('name'));
  const published = asText(field('datePublished')) ?? asText(field('dateCreated'));
  const publisher = namesOf(field('publisher'), find)[0];
  const language = asText(field('inLanguage'));
  const body = asText(field('articleBody'));
  return {
    authors: namesOf(field('author') ?? field('creator'), find),
    ...(headline ? { headline } : {}),
    ...(published ? { published } : {}),
    ...(publisher ? { publisher } : {}),
    ...(language ? { language } : {}),
    ...(body ? { body } : {}),
  };
}

/** `NewsArticle`, `https://schema.org/NewsArticle`, `schema:NewsArticle`. */
function isArticle(type: string): boolean {
  const name = type.split(/[/:#]/).at(-1) ?? '';
  return /^\w+$/.test(name) && ARTICLE.test(name);
}

function typesOf(thing: Json): readonly string[] {
  const type = thing['@type'];
  return (Array.isArray(type) ? type : [type]).filter((item): item is string => typeof item === 'string');
}

function rank(thing: Json): number {
  const best = typesOf(thing).some((type) => BEST.test(type)) ? 4 : 0;
  return best + (thing['datePublished'] ? 2 : 0) + (thing['author'] ? 1 : 0) + (thing['articleBody'] ? 1 : 0);
}

/** Every object in the data that says what it is, in order; a graph is a list of them. */
function collect(value: unknown, into: Json[], depth: number): void {
  if (depth > 6 || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, into, depth + 1);
    return;
  }
  const thing = value as Json;
  if ('@type' in thing || '@id' in thing) into.push(thing);
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'author', 'publisher', 'itemListElement'])
    collect(thing[key], into, depth + 1);
}

/** Names of persons and organizations: strings, objects with a name, references into the graph, lists of these. */
function namesOf(value: unknown, find: (id: string) => Json | undefined): readonly string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => namesOf(item, find)))];
  if (typeof value === 'string') return value.trim() === '' || isAddress(value) ? [] : [tidy(value)];
  if (typeof value !== 'object' || value === null) return [];
  const thing = value as Json;
  const named = thing['name'] ?? (typeof thing['@id'] === 'string' ? find(thing['@id'])?.['name'] : undefined);
  return typeof named === 'string' || Array.isArray(named) ? namesOf(named, () => undefined) : [];
}

function asText(value: unknown): string | undefined {
  if (Array.isArray(value)) return asText(value[0]);
  if (typeof value === 'object' && value !== null) return asText((value as Json)['@value'] ?? (value as Json)['name']);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function isAddress(words: string): boolean {
  return /^(?:https?:)?\/\//i.test(words.trim());
}

function tidy(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

/** JSON as pages write it: raw line breaks in strings, comments around it, a stray semicolon. */
function parseLoosely(source: string): unknown {
  const inner = source
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\]\]>|;)\s*$/, '');
  for (const candidate of [
    inner,
    inner.replace(/[\u0000-\u001f]+/g, ' '),
    inner.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1'),
  ]) {
    try {
      return JSON.parse(candidate);
    } catch {
      // The next way of reading it.
    }
  }
  return undefined;
}
