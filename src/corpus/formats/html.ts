import type { Paragraph } from '../../model.ts';
import type { Given } from '../given.ts';
import { choose } from '../html/choose.ts';
import { layOut } from '../html/layout.ts';
import { leftOutRanges } from '../html/left-out.ts';
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
  const title = metadata.facts.headline?.value.toLowerCase();
  const headline = blocks.findIndex(({ start, end }) => text.slice(start, end).toLowerCase() === title);
  const verdicts = choose(page, text, blocks, { headline, body: metadata.body }).map((verdict, i) =>
    i === headline ? 'headline' : verdict,
  );
  return [
    {
      text,
      textIs: 'the page laid out as text',
      body: { start: 0, end: text.length },
      blocks: blocks.flatMap(({ start, end }, i): Paragraph[] => {
        const kind = verdicts[i];
        return kind === 'body' || kind === 'headline' ? [{ start, end, kind }] : [];
      }),
      leftOut: leftOutRanges(
        blocks,
        verdicts.map((verdict) => (verdict === 'body' || verdict === 'headline' ? undefined : verdict)),
      ),
      facts: metadata.facts,
      ...(metadata.language ? { language: metadata.language } : {}),
    },
  ];
}
