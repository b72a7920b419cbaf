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

/** An element, as far as the reading of pages needs it. */
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

/** A parsed page. */
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

/** Elements within elements. Blink stops at 512, too; what is deeper was not made for readers. */
export const MAX_DEPTH = 512;
/** Elements, character references and stray `<` of a page: each is a node or cuts one in two. The longest live blogs have a fifth. */
export const MAX_PIECES = 150_000;
/**
 * The depths of all elements and of all characters, summed up: a page that is deep and broad, as each element is asked
 * for all that is in it. No page of news that was measured has a hundredth of the first.
 */
const MAX_DEPTHS = 6_000_000;
const MAX_DEEP_TEXT = 120_000_000;

/**
 * Parses a page.
 *
 * @throws {Unreadable} when it has so many elements, or they are nested so deeply, that it was not made to be read
 */
export function parsePage(html: string): Page {
  measure(html);
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

/** The fault of a page whose elements are nested without end. */
export function tooDeep(): Unreadable {
  return tooMuch(`its elements are nested more than ${MAX_DEPTH} deep`);
}

/** Elements that have no end tag, or whose end tag may be left out: they do not tell how deep a page is. */
const NOT_NESTING = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup tr td th thead tbody tfoot html head body'.split(
    ' ',
  ),
);

/**
 * Counts what a page is made of before it is parsed: parsing what is nested or goes on without end takes time without
 * end.
 *
 * @throws {Unreadable} when it is more than any page that was made to be read
 */
function measure(html: string): void {
  let depth = 0;
  let depths = 0;
  let pieces = 0;
  let deepText = 0;
  let foreign = false;
  let from = 0;
  for (let found = markAfter(html, 0); found; found = markAfter(html, from)) {
    const { 0: mark, 1: closing, 2: name, index } = found;
    deepText += depth * (index - from);
    from = index + mark.length;
    if (!closing && ++pieces > MAX_PIECES) throw tooMuch(`it has more than ${MAX_PIECES} elements and marks`);
    if (!name) continue;
    const element = name.toLowerCase();
    const unread = closing ? undefined : UNREAD.get(element);
    if (unread) {
      unread.lastIndex = from;
      from = unread.exec(html)?.index ?? html.length;
      continue;
    }
    if (!closing) depths += depth;
    if (depths > MAX_DEPTHS || deepText > MAX_DEEP_TEXT) throw tooMuch('too much of it is nested too deep');
    if (NOT_NESTING.has(element) || UNREAD.has(element)) continue;
    if ((foreign || FOREIGN.has(element)) && endsItself(mark)) continue;
    if (FOREIGN.has(element)) foreign = !closing;
    if (HTML_WITHIN.has(element)) foreign = false;
    const levels = element === 'table' ? LEVELS_OF_TABLE : 1;
    depth = closing ? Math.max(0, depth - levels) : depth + levels;
    if (depth > MAX_DEPTH) throw tooDeep();
  }
  if (deepText + depth * (html.length - from) > MAX_DEEP_TEXT) throw tooMuch('too much of it is nested too deep');
}

/** Whether `/>` is the end of a tag and not within one of its values: then what is drawn, unlike HTML, nests no more. */
function endsItself(tag: string): boolean {
  return tag.endsWith('/>') && !/["']/.test(tag.replace(/"[^"]*"|'[^']*'/g, ''));
}

/** What is drawn or written in another language than HTML, and what in it is HTML again. */
const FOREIGN = new Set(['svg', 'math']);
const HTML_WITHIN = new Set(['foreignobject', 'desc', 'title', 'annotation-xml']);

/** Its rows and cells need no end tags, and what looks at tables looks at all that is in each again. */
const LEVELS_OF_TABLE = 10;

const MARKS = /<(?:(\/?)([a-zA-Z][\w-]{0,40})[^<>]*>?)?|&[#a-zA-Z]/g;

function markAfter(html: string, from: number): RegExpExecArray | null {
  MARKS.lastIndex = from;
  return MARKS.exec(html);
}

/** Elements whose content is no HTML, by how it ends. */
const UNREAD: ReadonlyMap<string, RegExp> = new Map([
  ['script', /<\/script/gi],
  ['style', /<\/style/gi],
]);

function tooMuch(why: string): Unreadable {
  return new Unreadable(`is no page made to be read: ${why}`);
}
