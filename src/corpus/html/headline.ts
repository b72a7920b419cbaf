import { alike, type Claim, type Meta, wordsOf } from './claims.ts';
import type { LinkedArticle } from './linked-data.ts';
import type { Page } from './page.ts';

/** A page with more headings of the first rank has them for something else, and a longer one is no headline. */
const MAX_HEADINGS = 40;
const MAX_HEADING = 1000;
/** The name of a site behind a headline is no longer. */
const MAX_SITE = 60;

/**
 * The headline: the page's heading where its metadata says the same or it has but one, else what the metadata says,
 * without the name of the site that many put behind it.
 *
 * @param site the name of the site, when the page says it
 */
export function headlineOf(
  page: Page,
  linked: LinkedArticle | undefined,
  meta: Meta,
  site: string | undefined,
): Claim | undefined {
  const title = wordsOf(page.querySelector('title'));
  const hosts = [...meta('og:url'), ...canonical(page)].map(({ value }) => hostOf(value));
  const claims = [
    ...(linked?.headline ? [{ value: linked.headline, by: 'JSON-LD headline', confidence: 1 }] : []),
    ...meta('og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'parsely-title', 'sailthru.title', 'title'),
    ...(title ? [{ value: title, by: '<title>', confidence: 0.9 }] : []),
  ].map((claim) => ({ ...claim, value: withoutSite(claim.value, [site ?? '', ...hosts]) }));
  // Pages made for wide and narrow screens print their heading once for each.
  const headings = [
    ...new Set([...page.querySelectorAll('h1')].slice(0, MAX_HEADINGS).flatMap((heading) => wordsOf(heading) ?? [])),
  ].filter((heading) => heading.length <= MAX_HEADING);
  for (const heading of headings) {
    const same = claims.find(({ value }) => alike(value, heading));
    // A heading with a kicker or a standfirst in it holds the headline whole.
    if (same && heading.length > same.value.length && heading.includes(same.value)) return same;
    if (same) return { value: heading, by: '<h1>', confidence: 1 };
  }
  const [first] = claims;
  const [only] = headings;
  if (only && headings.length === 1 && !isOnlySite(only, [site ?? '', ...hosts])) {
    if (!first || only.split(' ').length >= 3 || first.value.startsWith(only))
      return { value: only, by: '<h1>', confidence: 0.8 };
  }
  return first;
}

/** Addresses by which the page says where it stands. */
export function canonical(page: Page): Claim[] {
  return [...page.querySelectorAll('link[rel="canonical"]')].flatMap((link) => {
    const value = link.getAttribute('href');
    return value ? [{ value, by: 'canonical address', confidence: 0.8 }] : [];
  });
}

/** `https://www.the-courier.example/x` → `the-courier`; empty when it is no full address. */
export function hostOf(address: string): string {
  const host = /^https?:\/\/(?:www\d?\.|m\.|amp\.)?([^/:?#]{1,200})/i.exec(address.trim())?.[1] ?? '';
  return host.replace(/\.(?:com?|org|net|gov|info)?\.?[a-z]{2,}$/i, '').toLowerCase();
}

/** "Talks begin | The Courier" without the site, where what follows the mark is the site's name. */
function withoutSite(title: string, sites: readonly string[]): string {
  for (const { index, 0: mark } of [...title.matchAll(/ (?:[|·•–—»]|--?|::)/gu)].reverse()) {
    const words = title.slice(index + mark.length + 1);
    if (title[index + mark.length] !== ' ' || words.length < 2 || words.includes('|')) continue;
    if (words.length > MAX_SITE || index > MAX_HEADING || index < 4 || !isSite(words, sites)) return title;
    return withoutSite(title.slice(0, index), sites);
  }
  return title;
}

function isSite(words: string, sites: readonly string[]): boolean {
  const letters = lettersOf(words);
  return sites.some((site) => {
    const name = lettersOf(site);
    return (
      name.length > 2 && letters.length > 2 && (name.includes(letters) || letters.includes(name) || alike(site, words))
    );
  });
}

/** Whether a heading says no more than where one is: "Trump sues The Courier" says more. */
function isOnlySite(heading: string, sites: readonly string[]): boolean {
  const letters = lettersOf(heading);
  return sites.some((site) => site !== '' && (lettersOf(site).includes(letters) || alike(site, heading)));
}

function lettersOf(words: string): string {
  return words.toLowerCase().replace(/^the |[^\p{L}\p{N}]/gu, '');
}
