import type { Fact, Paragraph, Span } from '../../model.ts';
import type { Facts, Given } from '../given.ts';
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
  const titles = blocks.flatMap(({ start, end }, i) => (text.slice(start, end).toLowerCase() === title ? [i] : []));
  // The same words may stand above in a menu or a trail of links.
  const headline = titles.find((i) => blocks[i]!.owner.localName === 'h1') ?? titles[0] ?? -1;
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
      facts: pointed(metadata.facts, text, blocks[headline]),
      ...(metadata.language ? { language: metadata.language } : {}),
    },
  ];
}

/** Facts of the metadata that the page shows too point at where it does: at the heading, at the names in the byline. */
function pointed(facts: Facts, text: string, heading: Span | undefined): Facts {
  const { headline, byline } = facts;
  const at = byline ? text.indexOf(byline.value) : -1;
  return {
    ...facts,
    ...(headline && heading
      ? { headline: seen({ ...headline, value: text.slice(heading.start, heading.end) }, heading) }
      : {}),
    ...(byline && at >= 0 ? { byline: seen(byline, { start: at, end: at + byline.value.length }) } : {}),
  };
}

function seen(fact: Fact, { start, end }: Span): Fact {
  const span = { start, end };
  return { ...fact, span, evidence: [...fact.evidence, { says: 'stands on the page', from: 'text', span }] };
}
