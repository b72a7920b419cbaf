import { parseHTML } from 'linkedom';
import { Unreadable } from '../unreadable.ts';

/** What is used of the DOM. `linkedom` gives it without a browser; nothing is run and nothing is fetched. */
export interface PageNode {
  readonly nodeType: number;
  readonly parentNode: PageElement | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly textContent: string;
}

export interface PageElement extends PageNode {
  readonly localName: string;
  readonly className: string;
  readonly id: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  getAttributeNames(): string[];
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  remove(): void;
  appendChild(node: PageNode): void;
  replaceChild(by: PageNode, node: PageNode): void;
}

export interface Page {
  createElement(name: string): PageElement;
  readonly documentElement: PageElement;
  readonly body: PageElement;
  readonly head: PageElement;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

export const ELEMENT = 1;
export const TEXT = 3;

/** Elements within elements. Blink stops at 512; what is deeper was not made for readers. */
export const MAX_DEPTH = 1500;

/**
 * Parses a page.
 *
 * @throws {Unreadable} when its elements are nested so deeply that it was not made to be read
 */
export function parsePage(html: string): Page {
  if (nesting(html) > MAX_DEPTH) throw tooDeep();
  // A stray < is text (HTML standard, 13.2.5.6); each would be a node of its own.
  const source = html.replace(/<(?![a-zA-Z/!?])/g, '&lt;');
  const parse = (source: string) => parseHTML(source).document as unknown as Page;
  let page = parse(source);
  if (page.documentElement?.localName !== 'html' || !page.querySelector('body'))
    page = parse(`<html><head></head><body>${source}</body></html>`);
  // Where a page leaves out or misplaces <head>, linkedom leaves what follows beside an empty <body>.
  for (let node = page.documentElement.firstChild; node; ) {
    const next: PageNode | null = node.nextSibling;
    if (node !== page.body && node !== page.head) page.body.appendChild(node);
    node = next;
  }
  return page;
}

export function tooDeep(): Unreadable {
  return new Unreadable(`is no page made to be read: its elements are nested more than ${MAX_DEPTH} deep`);
}

/** Elements that have no end tag, or whose end tag may be left out: they do not tell how deep a page is. */
const NOT_NESTING = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup tr td th thead tbody tfoot html head body'.split(
    ' ',
  ),
);

/** The depth of a page before it is parsed: parsing what is nested without end takes time without end. */
function nesting(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [tag, closing, name] of html.matchAll(/<(\/?)([a-zA-Z][\w-]{0,40})/g)) {
    if (!tag || !name || NOT_NESTING.has(name.toLowerCase())) continue;
    depth = closing ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}
