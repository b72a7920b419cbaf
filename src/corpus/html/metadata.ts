import type { Fact } from '../../model.ts';
import { dayOf } from '../dates.ts';
import type { Facts } from '../given.ts';
import { personNames } from '../names.ts';
import { type LinkedArticle, linkedArticle } from './linked-data.ts';
import type { Page, PageElement } from './page.ts';

/** What a page's metadata declares: the facts, and what helps to find its text. */
export interface PageMetadata {
  readonly facts: Facts;
  readonly language?: string;
  /** The article's text, where the metadata holds it. */
  readonly body?: string;
  /** The page's own title, with the site's name in it. */
  readonly title?: string;
}

/** One thing that a page says of itself, and by what. */
interface Claim {
  readonly value: string;
  readonly by: string;
  readonly confidence: number;
}

/**
 * What a page declares of its article: JSON-LD first, then the `<meta>` elements of Open Graph, Dublin Core and the
 * usual others, then its visible marks (`itemprop`, `rel`, `<time>`, the first heading).
 */
export function readMetadata(page: Page): PageMetadata {
  const linked = linkedArticle(page);
  const metas = metaElements(page);
  const meta = (...names: string[]): Claim[] =>
    names.flatMap((name) => (metas.get(name) ?? []).map((value) => ({ value, by: name, confidence: 0.95 })));

  const site = pick([...ld(linked, 'publisher'), ...meta('og:site_name', 'application-name', 'dc.publisher')]);
  const title = textOf(page.querySelector('title'));
  const siteName = site?.value;
  const facts: Facts = {};
  const headline = headlineOf(page, linked, meta, title, siteName);
  if (headline) facts.headline = fact(headline);
  const byline = bylineOf(page, linked, meta, siteName);
  if (byline) facts.byline = fact(byline);
  const date = dateOf(page, linked, meta);
  if (date) facts.date = fact(date);
  if (site) facts.outlet = fact(site);
  const language = linked?.language ?? page.documentElement.getAttribute('lang') ?? meta('og:locale')[0]?.value;
  return {
    facts,
    ...(language && /^[a-z]{2,3}([-_]|$)/i.test(language) ? { language: language.replace('_', '-') } : {}),
    ...(linked?.body ? { body: linked.body } : {}),
    ...(title ? { title } : {}),
  };
}

type Meta = (...names: string[]) => Claim[];

function ld(linked: LinkedArticle | undefined, name: 'publisher' | 'headline' | 'published'): Claim[] {
  const value = linked?.[name];
  return value ? [{ value, by: `JSON-LD ${name === 'published' ? 'datePublished' : name}`, confidence: 1 }] : [];
}

/** The `<meta>` elements by name or property, in lower case; each value once. */
function metaElements(page: Page): ReadonlyMap<string, readonly string[]> {
  const metas = new Map<string, string[]>();
  for (const element of page.querySelectorAll('meta')) {
    const content = squeeze(element.getAttribute('content') ?? '');
    if (content === '') continue;
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      for (const name of (element.getAttribute(key) ?? '').toLowerCase().split(/\s+/)) {
        if (name === '') continue;
        const values = metas.get(name);
        if (!values) metas.set(name, [content]);
        else if (!values.includes(content)) values.push(content);
      }
    }
  }
  return metas;
}

function headlineOf(
  page: Page,
  linked: LinkedArticle | undefined,
  meta: Meta,
  title: string | undefined,
  site: string | undefined,
): Claim | undefined {
  const claims = [
    ...ld(linked, 'headline'),
    ...meta('og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'parsely-title', 'sailthru.title', 'title'),
    ...(title ? [{ value: title, by: '<title>', confidence: 0.9 }] : []),
  ].map((claim) => ({ ...claim, value: withoutSite(claim.value, site) }));
  const headings = [...page.querySelectorAll('h1')].flatMap((heading) => textOf(heading) ?? []);
  // A heading that the metadata repeats, at least in part, is what the reader saw.
  for (const heading of headings)
    if (claims.some(({ value }) => alike(value, heading))) return { value: heading, by: '<h1>', confidence: 1 };
  const [only] = headings;
  return pick(claims) ?? (only ? { value: only, by: '<h1>', confidence: 0.8 } : undefined);
}

const BYLINES =
  '[rel~="author"], [itemprop~="author"], [class*="byline" i], [class*="author-name" i], [class*="author_name" i], [class*="article-author" i], [class*="post-author" i], [class*="entry-author" i], [class~="author"], [data-testid*="byline" i]';

function bylineOf(
  page: Page,
  linked: LinkedArticle | undefined,
  meta: Meta,
  site: string | undefined,
): Claim | undefined {
  const usable = (claim: Claim): Claim[] => {
    const names = personNames(claim.value);
    return names.length > 0 ? [{ ...claim, value: names.join(', ') }] : [];
  };
  const declared = [
    ...(linked && linked.authors.length > 0
      ? [{ value: linked.authors.join(', '), by: 'JSON-LD author', confidence: 1 }]
      : []),
    ...meta(
      'author',
      'article:author',
      'article:author_name',
      'parsely-author',
      'dc.creator',
      'dcterms.creator',
      'sailthru.author',
      'byl',
      'og:article:author',
      'citation_author',
      'cxenseparse:author',
    ),
  ].flatMap(usable);
  const visible: Claim[] = [];
  for (const element of page.querySelectorAll(BYLINES)) {
    if (visible.length >= 5) break;
    const words = textOf(element.querySelector('[itemprop~="name"], [rel~="author"]') ?? element);
    if (words && words.length < 140)
      visible.push(...usable({ value: words, by: 'a line of authors', confidence: 0.8 }));
  }
  const claims = [...declared, ...visible];
  // A site that names itself as the author says less than a line that names a person.
  return claims.find(({ value }) => value.toLowerCase() !== site?.toLowerCase()) ?? claims[0];
}

function dateOf(page: Page, linked: LinkedArticle | undefined, meta: Meta): Claim | undefined {
  const claims: Claim[] = [
    ...ld(linked, 'published'),
    ...meta(
      'article:published_time',
      'og:article:published_time',
      'og:published_time',
      'datepublished',
      'dc.date.issued',
      'dcterms.date',
      'dcterms.created',
      'dc.date',
      'parsely-pub-date',
      'sailthru.date',
      'pubdate',
      'publishdate',
      'publish-date',
      'publish_date',
      'published_time',
      'date',
      'cxenseparse:recs:publishtime',
      'citation_publication_date',
      'article.published',
    ),
  ];
  for (const element of page.querySelectorAll(
    '[itemprop~="datePublished"], time[pubdate], time[datetime], time, abbr.published',
  ))
    claims.push({ value: dateIn(element), by: `<${element.localName}>`, confidence: 0.85 });
  for (const link of page.querySelectorAll('link[rel="canonical"], meta[property="og:url"]'))
    claims.push({
      value: link.getAttribute('href') ?? link.getAttribute('content') ?? '',
      by: 'its address',
      confidence: 0.8,
    });
  for (const element of page.querySelectorAll(
    '[class*="date" i], [class*="time" i], [class*="publish" i], [class*="byline" i], [id*="date" i]',
  ))
    if (element.textContent.length < 200)
      claims.push({ value: element.textContent, by: 'a line of the page', confidence: 0.7 });
  for (const claim of claims) {
    const day = dayOf(claim.value, claim.by === 'its address' ? 'address' : 'words');
    if (day) return { ...claim, value: day };
  }
  return undefined;
}

function dateIn(element: PageElement): string {
  return (
    element.getAttribute('datetime') ??
    element.getAttribute('content') ??
    element.getAttribute('title') ??
    element.textContent
  );
}

/** "Talks begin | The Courier" without the site, where the site's name is known or the mark leaves no doubt. */
function withoutSite(title: string, site: string | undefined): string {
  const cut = /^(.{8,400}?)\s+(?:[|·•–—»]|-{1,2}|::)\s+([^|]{2,60})$/u.exec(title);
  if (!cut?.[1] || !cut[2]) return title;
  const isSite = site !== undefined && (alike(site, cut[2]) || cut[2].toLowerCase().includes(site.toLowerCase()));
  return isSite || title.includes(' | ') ? cut[1] : title;
}

/** Whether two wordings share most of the words of the shorter one. */
export function alike(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  if (x.size === 0 || y.size === 0) return false;
  const both = [...x].filter((word) => y.has(word)).length;
  return both >= 0.6 * Math.min(x.size, y.size) && both >= 0.4 * Math.max(x.size, y.size);
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

function pick(claims: readonly Claim[]): Claim | undefined {
  return claims.find(({ value }) => value.trim() !== '');
}

function fact({ value, by, confidence }: Claim): Fact {
  return {
    value,
    how: confidence > 0.8 ? 'declared' : 'inferred',
    confidence,
    evidence: [{ says: `the page's ${by}`, from: 'field' }],
  };
}

function textOf(element: PageElement | null): string | undefined {
  return (element && squeeze(element.textContent)) || undefined;
}

function squeeze(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
