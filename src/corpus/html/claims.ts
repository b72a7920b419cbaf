import type { Fact } from '../../model.ts';
import type { Page, PageElement } from './page.ts';

/** One thing that a page says of itself, and by what. */
export interface Claim {
  readonly value: string;
  /** For the evidence: "the page's og:title". */
  readonly by: string;
  readonly confidence: number;
}

/** A page's `<meta>` elements: the claims of these names, in the order of the names. */
export type Meta = (...names: readonly string[]) => Claim[];

/** The `<meta>` elements by name, property or itemprop, without regard to case; each value once. */
export function metaOf(page: Page): Meta {
  const metas = new Map<string, string[]>();
  for (const element of page.querySelectorAll('meta')) {
    const content = squeeze(element.getAttribute('content') ?? '');
    if (content === '') continue;
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      for (const name of (element.getAttribute(key) ?? '').toLowerCase().split(/\s+/)) {
        const values = metas.get(name);
        if (!values) metas.set(name, [content]);
        else if (!values.includes(content)) values.push(content);
      }
    }
  }
  return (...names) =>
    names.flatMap((name) => (metas.get(name) ?? []).map((value) => ({ value, by: name, confidence: 0.95 })));
}

/** A claim as a fact: what a page shows without naming it is worked out, what it names is declared. */
export function factOf({ value, by, confidence }: Claim): Fact {
  return {
    value,
    how: confidence > 0.85 ? 'declared' : 'inferred',
    confidence,
    evidence: [{ says: `the page's ${by}`, from: 'field' }],
  };
}

/** The words of an element, white space squeezed; undefined when there are none. */
export function wordsOf(element: PageElement | null): string | undefined {
  return (element && squeeze(element.textContent)) || undefined;
}

/** Words with every run of white space as one blank, and none around. */
function squeeze(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

/** Whether two wordings share most of the words of the shorter one, and much of the longer. */
export function alike(a: string, b: string): boolean {
  const [x, y] = [distinctWords(a), distinctWords(b)];
  if (x.size === 0 || y.size === 0) return false;
  const both = [...x].filter((word) => y.has(word)).length;
  return both >= 0.6 * Math.min(x.size, y.size) && both >= 0.4 * Math.max(x.size, y.size);
}

function distinctWords(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
