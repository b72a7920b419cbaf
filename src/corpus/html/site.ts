import { knownOutlet } from '../outlets.ts';
import { type Claim, type Meta, wordsOf } from './claims.ts';
import { canonical, hostOf } from './headline.ts';
import type { LinkedArticle } from './linked-data.ts';
import type { Page } from './page.ts';

/** A name that nothing else on the page bears out. */
const ALONE = 0.5;
/** A name that the address of the page and the end of its title speak against. */
const CONTRADICTED = 0.3;

/**
 * Who publishes a page: what JSON-LD names as its publisher, else the name of the site where the address of the page or
 * the end of its title bears it out (some put a slogan there), else the end of the title that the address bears out.
 */
export function siteOf(page: Page, linked: LinkedArticle | undefined, meta: Meta): Claim | undefined {
  if (linked?.publisher) return { value: linked.publisher, by: 'JSON-LD publisher', confidence: 1 };
  const addresses = [...canonical(page), ...meta('og:url', 'twitter:url')].filter(({ value }) => hostOf(value) !== '');
  const hosts = addresses.map(({ value }) => hostOf(value));
  const titles = [wordsOf(page.querySelector('title')) ?? '', ...meta('og:title').map(({ value }) => value)];
  const named = meta('og:site_name', 'application-name', 'dc.publisher', 'citation_journal_title');
  const inHost = (name: string) => hosts.some((host) => isHostOf(host, name));
  const borneOut = named.find(({ value }) => inHost(value)) ?? named.find(({ value }) => endsTitle(titles, value));
  if (borneOut) return borneOut;
  const ending = titles.flatMap(endingsOf).find(inHost);
  if (ending) return { value: ending, by: 'title, which ends as its address', confidence: 0.8 };
  const [first] = named;
  if (first) return { ...first, confidence: hosts.length > 0 ? CONTRADICTED : ALONE };
  const [address] = addresses;
  return address && { value: hostOf(address.value), by: `address, ${address.value}`, confidence: 0.6 };
}

/** What ends a title in more words is a slogan or the headline's second half, no outlet's name. */
const MOST_WORDS = 6;
const MARK = / (?:[|·•–—»-]|--|::) /u;

/** What stands behind the marks in a title: "Talks begin | The Courier | by Ann" → The Courier, by Ann. */
function endingsOf(title: string): readonly string[] {
  return title
    .slice(0, 500)
    .split(MARK)
    .slice(1)
    .map((part) => part.trim())
    .filter((part) => part.length > 1 && part.length <= 60 && part.split(' ').length <= MOST_WORDS);
}

function endsTitle(titles: readonly string[], name: string): boolean {
  return titles.flatMap(endingsOf).some((ending) => lettersOf(ending) === lettersOf(name));
}

/** Whether a host is made of a name: all of it, its initials, the beginnings of its words in their order. */
function isHostOf(host: string, name: string): boolean {
  const known = knownOutlet(name);
  return [host, ...host.split('.')].some((part) => {
    const letters = lettersOf(part);
    if (letters.length < 2) return false;
    if (known && known === knownOutlet(part)) return true;
    const whole = lettersOf(name);
    if (letters === whole || (whole.length > 3 && letters.includes(whole))) return true;
    const words = name
      .slice(0, 80)
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
    return letters.length > 2 && isMadeOf(letters, words);
  });
}

/** Whether letters are beginnings of some of the words, in their order. */
function isMadeOf(letters: string, words: readonly string[]): boolean {
  let reached = new Set([0]);
  for (const word of words) {
    const next = new Set(reached);
    for (const from of reached)
      for (let n = 1; n <= word.length && letters[from + n - 1] === word[n - 1]; n++) next.add(from + n);
    reached = next;
  }
  return reached.has(letters.length);
}

function lettersOf(words: string): string {
  return words.toLowerCase().replace(/^the(?: |(?=\p{L}{4}))|[^\p{L}\p{N}]/gu, '');
}
