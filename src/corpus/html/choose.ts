import type { LeftOutReason } from '../../model.ts';
import { endsSentence } from '../layout.ts';
import type { Block } from './layout.ts';
import { ELEMENT, type Page, type PageElement } from './page.ts';
import { pruneList } from './prune.ts';
import { readable } from './readable.ts';

/** What each block of a page is: `body` of the article, or the reason why it is left out. */
export type Verdict = 'body' | LeftOutReason;

/**
 * Tells the article's blocks from the rest of the page: what is named as something else goes first, Readability
 * chooses of the rest, and paragraphs that are set exactly as most of those it chose are the article too (it loses
 * the half of an article whose parts stand in boxes of their own).
 *
 * It changes the page: nothing else may be read from it afterwards.
 */
export function choose(page: Page, text: string, blocks: readonly Block[]): readonly Verdict[] {
  const pruned = pruneList(blocks);
  const reasons = new Map(pruned.map(({ element, why }) => [element, why]));
  const verdicts: Verdict[] = blocks.map(({ owner }) => {
    for (let at: PageElement | null = owner; at?.nodeType === ELEMENT; at = at.parentNode) {
      const why = reasons.get(at);
      if (why) return why;
    }
    return 'page furniture';
  });
  const open = verdicts.map((verdict, i) => verdict === 'page furniture' && !isPruned(blocks[i]!.owner, reasons));
  const settings = blocks.map(({ owner }) => settingOf(owner));
  const kept = readable(page, blocks, pruned);
  // A page of a few words has nothing to choose from: all that is not named as something else is read.
  blocks.forEach((_, i) => {
    if (open[i] && (kept.size === 0 || kept.has(i))) verdicts[i] = 'body';
  });

  const usual = usualSetting(settings, text, blocks, verdicts);
  blocks.forEach((block, i) => {
    if (open[i] && verdicts[i] !== 'body' && settings[i] === usual && isProse(text, block)) verdicts[i] = 'body';
  });
  return verdicts;
}

function isPruned(owner: PageElement, reasons: ReadonlyMap<PageElement, LeftOutReason>): boolean {
  for (let at: PageElement | null = owner; at?.nodeType === ELEMENT; at = at.parentNode)
    if (reasons.has(at)) return true;
  return false;
}

/** How an element is set: its name and class and those of the two around it, without numbers. */
function settingOf(element: PageElement): string {
  const names: string[] = [];
  for (let at: PageElement | null = element; at?.nodeType === ELEMENT && names.length < 3; at = at.parentNode)
    names.push(`${at.localName}.${names.length === 0 ? '' : at.className.replace(/\d+/g, '')}`);
  return names.join('<');
}

/** The setting of most of the chosen prose; none when it is a setting that says nothing. */
function usualSetting(
  settings: readonly string[],
  text: string,
  blocks: readonly Block[],
  verdicts: readonly Verdict[],
): string | undefined {
  const weight = new Map<string, number>();
  blocks.forEach((block, i) => {
    const setting = settings[i];
    if (verdicts[i] === 'body' && setting?.startsWith('p.') && isProse(text, block))
      weight.set(setting, (weight.get(setting) ?? 0) + block.end - block.start);
  });
  const [usual] = [...weight].sort((a, b) => b[1] - a[1]);
  return usual?.[0];
}

/** A paragraph of running text: it ends as a sentence does and is no link. */
function isProse(text: string, { start, end, linked }: Block): boolean {
  return end - start >= 40 && linked * 2 < end - start && endsSentence(text.slice(start, end));
}
