import type { LeftOutReason } from '../../model.ts';
import { endsSentence, wordCount } from '../layout.ts';
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
  blocks.forEach((block, i) => {
    if (verdicts[i] === 'body' && isLink(block)) verdicts[i] = 'promotion';
  });
  trimEnds(text, blocks, verdicts);
  return verdicts;
}

/** A line that is a link and nothing else leads away from the article. */
function isLink({ start, end, linked, owner }: Block): boolean {
  return linked >= 0.9 * (end - start) && owner.localName !== 'h1';
}

/** Labels before the first paragraph of running text, and what is left of headings and labels after the last. */
function trimEnds(text: string, blocks: readonly Block[], verdicts: Verdict[]): void {
  const body = blocks.flatMap((_, i) => (verdicts[i] === 'body' ? [i] : []));
  const first = body.findIndex((i) => isProse(text, blocks[i]!));
  const last = body.findLastIndex((i) => isProse(text, blocks[i]!));
  if (first < 0) return;
  for (const i of body.slice(0, first)) if (isLabel(text, blocks[i]!)) verdicts[i] = 'section label';
  for (const i of body.slice(last + 1)) if (isLabel(text, blocks[i]!)) verdicts[i] = 'page furniture';
}

function isLabel(text: string, { start, end, owner }: Block): boolean {
  const words = text.slice(start, end);
  return !/^(?:li|dd|td|tr|blockquote)$/.test(owner.localName) && wordCount(words) <= 8 && !endsSentence(words);
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
