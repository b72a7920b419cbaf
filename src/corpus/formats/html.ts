import type { LeftOut, LeftOutReason, Paragraph } from '../../model.ts';
import type { Given } from '../given.ts';
import { choose } from '../html/choose.ts';
import { type Block, layOut } from '../html/layout.ts';
import { readMetadata } from '../html/metadata.ts';
import { parsePage } from '../html/page.ts';

/**
 * A web page. What is read is the page laid out as text, all that a reader sees of it; the paragraphs of the article are
 * marked in it and everything else is left out.
 *
 * @throws {Unreadable} see {@link parsePage}
 */
export function readHtml(html: string): Given[] {
  const page = parsePage(html);
  const metadata = readMetadata(page);
  const { text, blocks } = layOut(page.body);
  const paragraphs: Paragraph[] = [];
  const leftOut: LeftOut[] = [];
  const title = metadata.facts.headline?.value.toLowerCase();
  const words = ({ start, end }: Block) => text.slice(start, end);
  const headline = blocks.findIndex((block) => words(block).toLowerCase() === title);
  choose(page, text, blocks).forEach((verdict, i) => {
    const block = blocks[i]!;
    if (i === headline) paragraphs.push({ start: block.start, end: block.end, kind: 'headline' });
    else if (verdict === 'body') paragraphs.push({ start: block.start, end: block.end, kind: 'body' });
    else leave(leftOut, block, verdict);
  });
  return [
    {
      text,
      body: { start: 0, end: text.length },
      blocks: paragraphs,
      leftOut,
      facts: metadata.facts,
      ...(metadata.language ? { language: metadata.language } : {}),
    },
  ];
}

/** Neighbours that are left out for one reason are one range. */
function leave(leftOut: LeftOut[], { start, end }: Block, why: LeftOutReason): void {
  const last = leftOut.at(-1);
  if (last && last.why === why && start - last.end <= 2) leftOut[leftOut.length - 1] = { ...last, end };
  else leftOut.push({ start, end, why });
}
