import { dayOf } from '../dates.ts';
import type { Claim, Meta } from './claims.ts';
import { canonical } from './headline.ts';
import type { LinkedArticle } from './linked-data.ts';
import type { Page } from './page.ts';

const TIMES = '[itemprop~="datePublished"], time[pubdate], time[datetime], time, abbr.published';
const LINES =
  '[class*="publish" i], [class*="date" i], [class*="time" i], [class*="byline" i], [class*="author" i], [id*="date" i], [class*="meta" i], [class*="posted" i]';
/** A line longer than this is text that names a day, not the day of the text. */
const MAX_LINE = 200;
const MAX_ELEMENTS = 60;

/** The day a page was published: by its metadata, a `<time>`, its address, a line that shows it. */
export function publishedOf(page: Page, linked: LinkedArticle | undefined, meta: Meta): Claim | undefined {
  for (const claim of claimsOf(page, linked, meta)) {
    const day = dayOf(claim.value, claim.by.endsWith('address') ? 'address' : 'words');
    if (day) return { ...claim, value: day };
  }
  return undefined;
}

function* claimsOf(page: Page, linked: LinkedArticle | undefined, meta: Meta): Generator<Claim> {
  if (linked?.published) yield { value: linked.published, by: 'JSON-LD datePublished', confidence: 1 };
  yield* meta(
    'article:published_time',
    'og:article:published_time',
    'og:published_time',
    'article:published',
    'datepublished',
    'dc.date.issued',
    'dcterms.issued',
    'dcterms.date',
    'dcterms.created',
    'dc.date',
    'parsely-pub-date',
    'sailthru.date',
    'citation_publication_date',
    'citation_date',
    'pubdate',
    'publishdate',
    'publish-date',
    'publish_date',
    'published_time',
    'publication_date',
    'date',
  );
  for (const element of [...page.querySelectorAll(TIMES)].slice(0, MAX_ELEMENTS)) {
    const value = element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.getAttribute('title');
    yield { value: value ?? element.textContent, by: `<${element.localName}>`, confidence: 0.85 };
  }
  yield* [...canonical(page), ...meta('og:url').map((claim) => ({ ...claim, by: 'canonical address' }))];
  let looked = 0;
  for (const element of page.querySelectorAll(LINES)) {
    if (looked++ > MAX_ELEMENTS) break;
    const value = element.textContent;
    if (value.length < MAX_LINE) yield { value, by: 'line with a date', confidence: 0.7 };
  }
}
