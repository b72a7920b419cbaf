import type { Span } from '../../model.ts';
import { ELEMENT, MAX_DEPTH, type PageElement, type PageNode, TEXT, tooDeep } from './page.ts';

/** A paragraph of a page, as a reader sees it. */
export interface Block extends Span {
  /** The nearest element around it that starts a line of its own. */
  readonly owner: PageElement;
  /** The text nodes it is made of. */
  readonly nodes: readonly PageNode[];
  /** UTF-16 code units of it that are in links. */
  readonly linked: number;
}

/** A page as text: its blocks in the order of the page, an empty line between two. */
export interface PageText {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** What a reader never sees as text. */
const UNSEEN = new Set(
  'head script style noscript template svg math iframe object embed canvas video audio select datalist textarea'.split(
    ' ',
  ),
);

/** Elements that start and end a line (the HTML standard's rendering section, 15.3). */
const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table caption thead tbody tfoot tr ul button'.split(
    ' ',
  ),
);

const SPACE = /[\t\n\f\r ]+/g;

/**
 * Lays a page out as text, as a browser copies it: white space is one space, blocks stand apart, `<br>` ends a line
 * and two of them a block, cells of a row are set apart by tabs. Nothing that is seen is left out.
 *
 * @throws {Unreadable} when its elements are nested too deeply
 */
export function layOut(body: PageElement): PageText {
  const pieces: string[] = [];
  const blocks: Block[] = [];
  let length = 0;
  let start = -1;
  let owner = body;
  let nodes: PageNode[] = [];
  let linked = 0;
  let gap = '';
  let breaks = 0;

  function end() {
    if (start >= 0) {
      blocks.push({ start, end: length, owner, nodes, linked });
      pieces.push('\n\n');
      length += 2;
    }
    start = -1;
    nodes = [];
    linked = 0;
    gap = '';
    breaks = 0;
  }

  function write(words: string, node: PageNode, element: PageElement, inLink: boolean) {
    if (start < 0) {
      start = length;
      owner = blockAround(element);
      gap = '';
    }
    nodes.push(node);
    pieces.push(gap, words);
    length += gap.length + words.length;
    if (inLink) linked += words.length;
    gap = '';
    breaks = 0;
  }

  function text(node: PageNode, parent: PageElement, links: number, verbatim: number) {
    const raw = node.textContent;
    if (verbatim > 0) {
      if (raw.trim() !== '') write(raw.trim(), node, parent, links > 0);
      return;
    }
    const words = raw.replace(SPACE, ' ');
    const inner = words.trim();
    if (words.startsWith(' ') && gap === '') gap = ' ';
    if (inner === '') return;
    write(inner, node, parent, links > 0);
    if (words.endsWith(' ')) gap = ' ';
  }

  let links = 0;
  let verbatim = 0;
  let depth = 0;
  let node: PageNode = body;
  for (;;) {
    let inside: PageNode | null = null;
    if (node.nodeType === TEXT) {
      if (node.parentNode) text(node, node.parentNode, links, verbatim);
    } else if (node.nodeType === ELEMENT) {
      const element = node as PageElement;
      const name = element.localName;
      if (name === 'br') {
        if (++breaks > 1) end();
        else if (start >= 0) gap = '\n';
      } else if (!UNSEEN.has(name)) {
        if (BLOCKS.has(name)) end();
        if ((name === 'td' || name === 'th') && start >= 0) gap = '\t';
        if (name === 'a') links++;
        if (name === 'pre') verbatim++;
        inside = node.firstChild;
        if (!inside) leave(element);
      }
    }
    if (inside) {
      if (++depth > MAX_DEPTH) throw tooDeep();
      node = inside;
      continue;
    }
    while (node !== body && !node.nextSibling) {
      const parent: PageElement | null = node.parentNode;
      if (!parent) break;
      leave(parent);
      depth--;
      node = parent;
    }
    if (node === body || !node.nextSibling) break;
    node = node.nextSibling;
  }
  end();
  return { text: pieces.join(''), blocks };

  function leave(element: PageElement) {
    const name = element.localName;
    if (BLOCKS.has(name)) end();
    if (name === 'a') links--;
    if (name === 'pre') verbatim--;
  }
}

function blockAround(element: PageElement): PageElement {
  let at = element;
  while (!BLOCKS.has(at.localName) && at.parentNode?.nodeType === ELEMENT) at = at.parentNode;
  return at;
}
