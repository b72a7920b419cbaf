import { Readability } from '@mozilla/readability';
import type { Block } from './layout.ts';
import type { Page, PageElement } from './page.ts';

/**
 * Which blocks of a page are its article, by Mozilla's Readability. The texts of each block are marked before, and the
 * marks that are left in what Readability keeps name the blocks. It changes the page: nothing else may be read from it
 * afterwards.
 *
 * @param pruned elements that are not the article, which Readability need not look at
 * @returns the indices of the blocks it keeps; none when it finds no article
 */
export function readable(page: Page, blocks: readonly Block[], pruned: ReadonlySet<PageElement>): ReadonlySet<number> {
  blocks.forEach((block, i) => {
    markBlock(page, block, i);
  });
  for (const element of pruned) element.remove();
  const kept = new Set<number>();
  const content = articleElement(page);
  if (!content) return kept;
  for (const element of [content, ...content.querySelectorAll('*')]) {
    for (const name of element.getAttributeNames())
      if (name.startsWith(MARK)) kept.add(Number(name.slice(MARK.length)));
  }
  return kept;
}

function articleElement(page: Page): PageElement | undefined {
  try {
    const options = { serializer: (node: unknown) => node as PageElement, keepClasses: true, disableJSONLD: true };
    return new Bounded(page as never, options).parse()?.content ?? undefined;
  } catch {
    // It is not made for pages without the usual elements, or nested without end; then it has found nothing.
    return undefined;
  }
}

/**
 * How often Readability may ask for a text. Where much is nested and little is said it asks each element for those of all
 * that are in it, again and again: 4 kB of `<div>` make it ask 200,000 times. Real pages need 8,000 at most.
 */
const MAX_TEXTS = 80_000;

/** What it asks for a text with, which its types do not tell of. */
const { _getInnerText: textOf } = Readability.prototype as unknown as {
  _getInnerText(this: Readability<PageElement>, element: PageElement, normalized?: boolean): string;
};

class Bounded extends Readability<PageElement> {
  #texts = 0;

  protected _getInnerText(element: PageElement, normalized?: boolean): string {
    if (++this.#texts > MAX_TEXTS) throw new Error('too much of the page is nested');
    return textOf.call(this, element, normalized);
  }
}

const MARK = 'data-crisis-tui-';

/**
 * Marks a paragraph by its element; other text by an element put around it, as Readability takes the wrapping
 * elements of bare text apart. Each mark has a name of its own: attributes of elements that are folded are merged.
 */
function markBlock(page: Page, { owner, nodes }: Block, i: number): void {
  const name = `${MARK}${i}`;
  if (owner.localName === 'p' && !owner.querySelector('br')) {
    owner.setAttribute(name, '');
    return;
  }
  let mark: PageElement | undefined;
  for (const node of nodes) {
    // Each entity and each stray < ends a text node: neighbours are marked as one.
    if (mark && mark.nextSibling === node) {
      mark.appendChild(node);
      continue;
    }
    mark = page.createElement('span');
    mark.setAttribute(name, '');
    node.parentNode?.replaceChild(mark, node);
    mark.appendChild(node);
  }
}
