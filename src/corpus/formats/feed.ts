import { XMLParser } from 'fast-xml-parser';
import type { Fact } from '../../model.ts';
import type { Piece, Source } from '../given.ts';
import { languageTag } from '../language-tag.ts';
import { type Fields, fieldsOf, givenOf } from '../record.ts';
import { Unreadable } from '../unreadable.ts';

/** A feed may not define entities of its own: it has no use for them, and a few lines of them fill any memory. */
const OWN_ENTITIES = /<!ENTITY\s/i;
const LIST = new Set(['item', 'entry', 'author', 'dc:creator', 'link']);

/**
 * RSS 2.0 (https://www.rssboard.org/rss-specification), RSS 1.0 and Atom (RFC 4287): one article an item, its full text
 * where the feed gives it (`content:encoded`, `content`).
 *
 * @throws {Unreadable} when it is no feed, or defines entities
 */
export async function* readFeed({ text, map }: Source): AsyncGenerator<Piece> {
  if (OWN_ENTITIES.test(text)) throw new Unreadable('defines XML entities of its own, which no feed needs');
  const feed = parse(text);
  const rss = feed.get('rss') ?? feed.get('rdf:RDF');
  const channel = fieldsOf(fieldsOf(rss)?.get('channel')) ?? fieldsOf(feed.get('feed'));
  if (!channel) throw new Unreadable('is XML, and neither RSS nor Atom');
  const items = listOf(channel.get('item') ?? channel.get('entry') ?? fieldsOf(rss)?.get('item'));
  const outlet = nameOf(channel.get('title'));
  for (const [i, item] of items.entries()) {
    const fields = fieldsOf(item);
    const given = fields && (await givenOf(flat(fields), map, String(i + 1)));
    if (!given) {
      yield { trouble: `item ${i + 1} holds no text; it was passed over` };
      continue;
    }
    const said: Fact | undefined = outlet
      ? { value: outlet, how: 'declared', confidence: 0.9, evidence: [{ says: 'the feed’s title', from: 'field' }] }
      : undefined;
    const language =
      languageTag(nameOf(channel.get('language'))) ??
      languageTag(nameOf(fieldsOf(feed.get('feed'))?.get('@_xml:lang')));
    yield {
      ...given,
      facts: { ...(said ? { outlet: said } : {}), ...given.facts },
      ...(given.language === undefined && language ? { language } : {}),
    };
  }
}

function parse(text: string): Fields {
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    parseAttributeValue: false,
    htmlEntities: true,
    // XHTML content of Atom is kept as it is written.
    stopNodes: ['feed.entry.content', 'feed.entry.summary'],
    isArray: (name) => LIST.has(name),
  });
  try {
    return fieldsOf(parser.parse(text)) ?? new Map();
  } catch (error) {
    throw new Unreadable(`is not well-formed XML (${error instanceof Error ? error.message : error})`);
  }
}

/** Atom's elements under the names of a record: an entry's links, and its content without its wrapping. */
function flat(fields: Fields): Fields {
  const content = fields.get('content');
  const [link] = listOf(fields.get('link'));
  return new Map([
    ...fields,
    ...(content === undefined ? [] : [['content', contentOf(content)] as const]),
    ...(link === undefined ? [] : [['link', fieldsOf(link)?.get('@_href') ?? link] as const]),
  ]);
}

/** Escaped HTML is unescaped once, XHTML and CDATA are taken as they are. */
function contentOf(content: unknown): string {
  const held = fieldsOf(content);
  const type = held?.get('@_type');
  const raw = String(held ? (held.get('#text') ?? '') : content).trim();
  if (raw.startsWith('<![CDATA[')) return raw.slice(9, raw.endsWith(']]>') ? -3 : undefined);
  if (type === 'xhtml') return raw;
  return raw
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&(?:apos|#39);/g, "'")
    .replace(/&amp;/g, '&');
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

function nameOf(value: unknown): string | undefined {
  const held = fieldsOf(value)?.get('#text') ?? value;
  return typeof held === 'string' && held.trim() !== '' ? held.trim() : undefined;
}
