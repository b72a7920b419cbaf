import type { Facts } from '../given.ts';
import { languageTag } from '../language-tag.ts';
import { bylineOf } from './byline.ts';
import { factOf, metaOf } from './claims.ts';
import { headlineOf } from './headline.ts';
import { linkedArticle } from './linked-data.ts';
import type { Page } from './page.ts';
import { publishedOf } from './published.ts';
import { siteOf } from './site.ts';

/** What a page's metadata declares: the facts, and what helps to find its text. */
export interface PageMetadata {
  readonly facts: Facts;
  readonly language?: string;
  /** The article's text, where the metadata holds it. */
  readonly body?: string;
}

/**
 * What a page declares of its article: JSON-LD first, then the `<meta>` elements of Open Graph, Dublin Core and the
 * usual others, then its visible marks (`itemprop`, `rel`, `<time>`, the heading).
 */
export function readMetadata(page: Page): PageMetadata {
  const linked = linkedArticle(page);
  const meta = metaOf(page);
  const site = siteOf(page, linked, meta);
  const headline = headlineOf(page, linked, meta, site?.value);
  const byline = bylineOf(page, linked, meta, site?.value);
  const date = publishedOf(page, linked, meta);
  const language = [linked?.language, page.documentElement.getAttribute('lang'), meta('og:locale')[0]?.value]
    .map(languageTag)
    .find((tag) => tag !== undefined);
  return {
    facts: {
      ...(headline ? { headline: factOf(headline) } : {}),
      ...(byline ? { byline: factOf(byline) } : {}),
      ...(date ? { date: factOf(date) } : {}),
      ...(site ? { outlet: factOf(site) } : {}),
    },
    ...(language ? { language } : {}),
    ...(linked?.body ? { body: linked.body } : {}),
  };
}
