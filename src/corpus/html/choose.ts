import type { LeftOutReason } from '../../model.ts';
import { endsSentence, wordCount } from '../layout.ts';
import type { Block } from './layout.ts';
import { ELEMENT, type Page, type PageElement } from './page.ts';
import { classWords, prunedAround } from './prune.ts';
import { readable } from './readable.ts';

/** What else is known of a page. */
export interface Hints {
  /** The index of the block that is the headline; -1 when none is. */
  readonly headline: number;
  /** The text that its metadata declares to be the article's. */
  readonly body?: string | undefined;
}

/** What each block of a page is: `body` of the article, or the reason why it is left out. */
export type Verdict = 'body' | LeftOutReason;

/**
 * Tells the article's blocks from the rest of the page: what is named as something else goes first, Readability
 * chooses of the rest, and paragraphs that are set as those it chose are the article too (it loses the half of an
 * article whose parts stand in boxes of their own). A standfirst under the headline is its editors' own text.
 *
 * It changes the page: nothing else may be read from it afterwards.
 */
export function choose(page: Page, text: string, blocks: readonly Block[], hints: Hints): readonly Verdict[] {
  const pruned = prunedAround(blocks);
  // Readability changes the page: how its blocks are set is to be known before.
  const settings = blocks.map(({ owner }) => settingOf(owner));
  const verdicts: Verdict[] = pruned.map((around) => around?.why ?? 'page furniture');
  const open = pruned.map((around) => around === null);
  const kept = readable(page, blocks, new Set(pruned.flatMap((around) => around?.element ?? [])));
  // A page of a few words has nothing to choose from: all that is not named as something else is read.
  blocks.forEach((_, i) => {
    if (open[i] && (kept.size === 0 || kept.has(i))) verdicts[i] = 'body';
  });
  const isLikeBody = likeBody(text, blocks, verdicts, settings);
  blocks.forEach((_, i) => {
    if (open[i] && isLikeBody(i)) verdicts[i] = 'body';
  });
  blocks.forEach((block, i) => {
    if (verdicts[i] === 'body' && isLink(block)) verdicts[i] = 'promotion';
  });
  trimEnds(text, blocks, verdicts);
  if (hints.body) addDeclared(hints.body, text, blocks, verdicts);
  const standfirst = standfirstOf(text, blocks, settings, hints.headline);
  if (standfirst !== undefined) verdicts[standfirst] = 'body';
  return verdicts;
}

/** A paragraph shorter than this may stand in a text by chance. */
const TELLING = 40;

/** With less than this share of what the page declares to be its text, the choice missed the article. */
const MISSED = 0.6;
/** A declared text longer than this is no article. */
const MAX_DECLARED = 200_000;

/** Takes what the page declares to be its text where the choice missed it: publishers know their articles. */
function addDeclared(body: string, text: string, blocks: readonly Block[], verdicts: Verdict[]): void {
  const letters = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const declared = letters(body.slice(0, MAX_DECLARED));
  const isIn = blocks.map(({ start, end }) => {
    const words = letters(text.slice(start, end));
    return words.length >= TELLING && declared.includes(words) ? words.length : 0;
  });
  const found = isIn.reduce((sum, length, i) => (verdicts[i] === 'body' ? sum + length : sum), 0);
  if (found >= MISSED * declared.length) return;
  isIn.forEach((length, i) => {
    if (length > 0) verdicts[i] = 'body';
  });
}

/** A standfirst is among this many blocks after the headline. */
const NEAR_HEADLINE = 8;
const STANDFIRST =
  /\b(?:standfirst|dek|deck|sub ?title|sub ?heading|sub ?headline|sub ?head|excerpt|lede|(?:article|entry|post|story|header|heading) (?:summary|description|intro|lead|teaser text))\b/;

/** The sentence or two under a headline, by what its element is called. */
function standfirstOf(
  text: string,
  blocks: readonly Block[],
  settings: readonly Setting[],
  headline: number,
): number | undefined {
  if (headline < 0) return undefined;
  for (let i = headline + 1; i <= headline + NEAR_HEADLINE && i < blocks.length; i++) {
    const { start, end } = blocks[i]!;
    const names = settings[i]!.path.slice(0, 2).map(({ className }) => classWords(className).join(' '));
    if (names.some((name) => STANDFIRST.test(name)) && wordCount(text.slice(start, end)) >= 6 && !isLink(blocks[i]!))
      return i;
  }
  return undefined;
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

/** How a block is set: the element, and names and classes around it, near ones and further ones. */
interface Setting {
  readonly path: readonly PageElement[];
  /** Its own, its parent's. */
  readonly near: string;
  /** And its grandparent's. */
  readonly far: string;
}

function settingOf(owner: PageElement): Setting {
  const path: PageElement[] = [];
  for (let at: PageElement | null = owner; at?.nodeType === ELEMENT; at = at.parentNode) path.push(at);
  const names = path.slice(0, 3).map((element) => `${element.localName}.${element.className.replace(/\d+/g, '')}`);
  const near = names.slice(0, 2).join('<');
  return { path, near, far: `${near}<${names[2] ?? ''}` };
}

/** A share of the chosen text that makes its setting one of the article's. */
const USUAL = 0.2;

/**
 * Whether a block is prose set as the chosen prose is: three elements deep anywhere on the page, or two deep inside of
 * the element that holds all that was chosen, where a class says more than that it is a paragraph.
 */
function likeBody(
  text: string,
  blocks: readonly Block[],
  verdicts: readonly Verdict[],
  settings: readonly Setting[],
): (i: number) => boolean {
  const chosen = blocks.flatMap((block, i) => (verdicts[i] === 'body' && isProse(text, block) ? [i] : []));
  const weigh = (name: 'near' | 'far') => {
    const weight = new Map<string, number>();
    let total = 0;
    for (const i of chosen) {
      const { start, end, owner } = blocks[i]!;
      total += end - start;
      if (owner.localName === 'p') weight.set(settings[i]![name], (weight.get(settings[i]![name]) ?? 0) + end - start);
    }
    return new Set([...weight].filter(([, length]) => length >= USUAL * total).map(([setting]) => setting));
  };
  const far = weigh('far');
  const near = new Set([...weigh('near')].filter((setting) => /\.[^<]/.test(setting)));
  const around = commonElement(chosen.map((i) => settings[i]!.path));
  return (i) => {
    const { start, end, linked } = blocks[i]!;
    if (end - start < 40 || linked >= 0.9 * (end - start) || !endsSentence(text.slice(start, end))) return false;
    const setting = settings[i]!;
    return far.has(setting.far) || (around !== undefined && near.has(setting.near) && setting.path.includes(around));
  };
}

/** The innermost element that is in all the paths. */
function commonElement(paths: readonly (readonly PageElement[])[]): PageElement | undefined {
  const [first, ...rest] = paths;
  const others = rest.map((path) => new Set(path));
  return first?.find((element) => others.every((path) => path.has(element)));
}

/** A paragraph of running text: it ends as a sentence does and is no link. */
function isProse(text: string, { start, end, linked }: Block): boolean {
  return end - start >= 40 && linked * 2 < end - start && endsSentence(text.slice(start, end));
}
