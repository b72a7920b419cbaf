import { personNames } from '../names.ts';
import { type Claim, type Meta, wordsOf } from './claims.ts';
import type { LinkedArticle } from './linked-data.ts';
import type { Page } from './page.ts';

/** Where pages show who wrote them: HTML's and schema.org's own words first, then the class names in use. */
const MARKED = '[rel~="author"], [itemprop~="author"]';
const NAMED = ['author', 'byline', 'writer', 'contributor'].map((word) => `[class*="${word}" i]`).join(', ');
/** Authors of other things: comments, pictures, related articles, and boxes about the author. */
const OF_OTHERS = /comment|image|img|photo|related|avatar|social|description|bio\b|archive/i;
const MAX_BYLINE = 160;
const MAX_ELEMENTS = 40;

/** Who wrote a page, by its metadata or a line that shows it. A site that names itself says less than a person's name. */
export function bylineOf(
  page: Page,
  linked: LinkedArticle | undefined,
  meta: Meta,
  site: string | undefined,
): Claim | undefined {
  const usable = (claim: Claim): Claim[] => {
    const names = personNames(claim.value, site);
    return names.length > 0 ? [{ ...claim, value: names.join(', ') }] : [];
  };
  const authors = linked?.authors ?? [];
  const claims = [
    ...(authors.length > 0 ? [{ value: authors.join(', '), by: 'JSON-LD author', confidence: 1 }] : []),
    ...meta(
      'author',
      'article:author',
      'article:author_name',
      'og:article:author',
      'parsely-author',
      'dc.creator',
      'dcterms.creator',
      'sailthru.author',
      'citation_author',
      'byl',
    ),
    ...shown(page),
  ].flatMap(usable);
  return claims.find(({ value }) => !isSite(value, site)) ?? claims[0];
}

function shown(page: Page): Claim[] {
  const claims: Claim[] = [];
  let looked = 0;
  for (const selector of [MARKED, NAMED]) {
    for (const element of page.querySelectorAll(selector)) {
      if (looked++ > MAX_ELEMENTS) break;
      if (OF_OTHERS.test(`${element.className} ${element.id} ${element.parentNode?.className ?? ''}`)) continue;
      const words = wordsOf(element.querySelector(`[itemprop~="name"], [rel~="author"], [class*="name" i]`) ?? element);
      if (words && words.length < MAX_BYLINE) claims.push({ value: words, by: 'line of authors', confidence: 0.8 });
    }
  }
  return claims;
}

function isSite(value: string, site: string | undefined): boolean {
  const letters = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return site !== undefined && letters(site).includes(letters(value));
}
