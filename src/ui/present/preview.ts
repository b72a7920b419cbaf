import { type Index, mentionAt, quoteAt, speakerOf, textAt } from '../../index/access.ts';
import { copiesOf } from '../../index/counting.ts';
import type { Article, Quote, Ref, Span } from '../../model.ts';
import type { Hits } from '../../search/answer.ts';
import { type Line, seg } from '../line.ts';
import { placeIn } from '../lines.ts';
import type { World } from '../world.ts';
import { type Mark, paragraph } from '../wrap.ts';
import { dayLine, factLine, outletLine, outletName, pathOf, wordForWord } from './outlet.ts';

/** What the preview is drawn from. */
export interface PreviewContext {
  readonly world: World;
  readonly hits: Hits | null;
  readonly width: number;
  /** Whether the file's path leads to the file. */
  readonly links?: boolean;
  /** So many lines are enough: a long article is not laid out to its end for the first of them. */
  readonly enough?: number;
}

/** More mentions of an entity than this are not listed in the preview. */
const MOST_MENTIONS = 60;

/** A source: what is known of it, each with its evidence, and its text with the quotes marked. */
export function sourcePreview(
  { world, hits, width, enough = Number.POSITIVE_INFINITY, links = false }: PreviewContext,
  number: number,
): readonly Line[] {
  const found = world.index.articles[number];
  if (!found) return [];
  const { article, annotations } = found;
  const lines: Line[] = [];
  for (const [label, fact] of [
    ['outlet', article.outlet],
    ['origin', article.origin],
    ['date', article.date],
    ['byline', article.byline],
  ] as const) {
    if (!fact && (label === 'origin' || label === 'byline')) continue;
    lines.push(factLine(label, fact));
    if (fact?.how === 'inferred') {
      for (const { says, span, from } of fact.evidence) {
        const where = span
          ? ` · ${placeIn(article, span.start)}`
          : ` · from ${from === 'outside' ? 'outside the text' : from}`;
        const evidence = `${' '.repeat(10)}· ${says}${where}`;
        lines.push(
          ...paragraph(evidence, { start: 10, end: evidence.length }, width - 12, []).map((line) => [
            seg(' '.repeat(12)),
            ...line.map((s) => ({ ...s, styles: ['dim' as const] })),
          ]),
        );
      }
    }
  }
  lines.push(...copyLines(world, number, width));
  lines.push([seg('file      ', 'dim'), pathOf(article, links)], []);
  const marks: Mark[] = annotations.quotes
    .filter(({ kind }) => kind !== 'indirect')
    .flatMap(({ spans }) => spans.map((span) => ({ ...span, style: 'quote' as const })));
  for (const { start, end, kind } of article.paragraphs) {
    if (lines.length >= enough) break;
    const head: Mark[] = kind === 'headline' ? [{ start, end, style: 'strong' }] : [];
    lines.push(
      ...paragraph(article.text, { start, end }, width, [...head, ...marks, ...matches(article, { start, end }, hits)]),
      [],
    );
  }
  return lines;
}

/** Who else prints this text, how much of it is the same word for word, and where it is counted. */
function copyLines({ index }: World, number: number, width: number): readonly Line[] {
  const copies = copiesOf(index, number);
  if (!copies) return [];
  const named = (other: number) => {
    const article = index.articles[other]?.article;
    return article ? `${outletName(article)} (${article.path})` : '';
  };
  const text = index.textOf[number] ?? number;
  const counted = [...copies.articles, number].every((other) => index.textOf[other] === other)
    ? 'each is counted'
    : text === number
      ? 'counted once, here'
      : `counted once, at ${named(text)}`;
  const others = copies.articles.map(named).join(', ');
  const says = `${others} · ${wordForWord(copies.shared)} · ${counted}`;
  return paragraph(says, { start: 0, end: says.length }, width - 12, []).map((line, i) => [
    seg((i === 0 ? '≡ same as' : '').padEnd(10), 'warning'),
    ...line,
  ]);
}

/** An entity: its spellings, then every sentence that names it, by source. */
export function entityPreview({ world, width }: PreviewContext, number: number): readonly Line[] {
  const { index } = world;
  const entity = index.entities[number];
  if (!entity) return [];
  const spellings = entity.aliases.map(({ text, count }) => `${text} ×${count}`).join(' · ');
  const lines: Line[] = [
    [seg(entity.name, 'strong'), seg(`  ${entity.type} · ${entity.mentions.length} mentions`, 'dim')],
    ...paragraph(spellings, { start: 0, end: spellings.length }, width, []),
    ...roleLines(world, number),
    [],
  ];
  let last = -1;
  for (const { article: number, sentence, marks } of sentencesNaming(index, entity.mentions.slice(0, MOST_MENTIONS))) {
    const article = index.articles[number]?.article;
    if (!article) continue;
    if (number !== last) lines.push(outletLine(article).map((s) => ({ ...s, styles: [...s.styles, 'strong'] })));
    last = number;
    lines.push(
      ...paragraph(article.text, sentence, width - 2, marks).map((line, i) => [
        seg(i === 0 ? '· ' : '  ', 'dim'),
        ...line,
      ]),
    );
  }
  const rest = entity.mentions.length - MOST_MENTIONS;
  if (rest > 0) lines.push([seg(`… and ${rest} more`, 'dim')]);
  return lines;
}

interface Naming {
  readonly article: number;
  readonly sentence: Span;
  readonly marks: Mark[];
}

/** The sentences of mentions, each once, with the mentions to be marked in it. */
function sentencesNaming(index: Index, mentions: readonly Ref[]): readonly Naming[] {
  const sentences: Naming[] = [];
  for (const ref of mentions) {
    const { article } = ref;
    const mention = mentionAt(index, ref);
    const sentence = sentenceAround(index.articles[article]?.annotations.sentences ?? [], mention);
    const mark: Mark = { start: mention.start, end: mention.end, style: 'match' };
    const last = sentences.at(-1);
    if (last?.article === article && last.sentence.start === sentence.start) last.marks.push(mark);
    else sentences.push({ article, sentence, marks: [mark] });
  }
  return sentences;
}

/** What an article calls an entity besides its name, in the article's words and with their place. */
function roleLines({ index }: World, entity: number): readonly Line[] {
  const role = index.entities[entity]?.description;
  const article = role && index.articles[role.article]?.article;
  if (!role || !article) return [];
  const where = ` · ${outletName(article)}, ${placeIn(article, role.start)}`;
  return [[seg('called ', 'dim'), seg(`“${article.text.slice(role.start, role.end)}”`), seg(where, 'dim')]];
}

/** A quote: who, how that is known, where it stands; and its paragraph with speaker, cue and words marked. */
export function quotePreview({ world, hits, width }: PreviewContext, number: number): readonly Line[] {
  const ref = world.links.quotes[number];
  const article = ref && world.index.articles[ref.article]?.article;
  if (!ref || !article) return [];
  const quote = quoteAt(world.index, ref);
  const who = speakerOf(world.index, ref);
  const lines: Line[] = [speakerLine(world, ref, quote), ...(who.kind === 'named' ? roleLines(world, who.entity) : [])];
  lines.push([
    ...outletLine(article),
    seg(' · ', 'dim'),
    dayLine(article, 'dim'),
    seg(` · ${article.path} · ${placeIn(article, quote.start)}`, 'dim'),
  ]);
  lines.push([]);
  const marks = quoteMarks(quote);
  for (const { start, end } of article.paragraphs) {
    if (start >= quote.end || end <= quote.start) continue;
    lines.push(
      ...paragraph(article.text, { start, end }, width, [...marks, ...matches(article, { start, end }, hits)]),
      [],
    );
  }
  const introduced = introducing(world, ref, quote);
  if (introduced) {
    lines.push([seg('the speaker is named here:', 'dim')]);
    lines.push(...paragraph(article.text, introduced.sentence, width, [{ ...introduced.name, style: 'speaker' }]));
  }
  return lines;
}

function speakerLine(world: World, ref: Ref, quote: Quote): Line {
  const who = speakerOf(world.index, ref);
  if (who.kind === 'unknown') return [seg('speaker unknown', 'guess'), seg(` · ${quote.kind}`, 'dim')];
  const written = quote.speakerAsWritten ? textAt(world.index, ref.article, quote.speakerAsWritten) : null;
  const as = written !== null && written !== who.name ? `, as “${written}”` : '';
  const anonymous = who.kind === 'anonymous' ? ', not named' : '';
  const how = ` · ${quote.kind} · speaker by ${who.how}${who.guess ? ', a guess' : ''}`;
  return [seg(who.name, who.guess ? 'guess' : 'speaker'), seg(`${as}${anonymous}${how}`, 'dim')];
}

function quoteMarks(quote: Quote): readonly Mark[] {
  const marks: Mark[] = quote.spans.map((span) => ({ ...span, style: 'quote' }));
  if (quote.cue) marks.push({ ...quote.cue, style: 'cue' });
  if (quote.speakerAsWritten) marks.push({ ...quote.speakerAsWritten, style: 'speaker' });
  return marks;
}

/** Where the speaker's name or description stands, when that is not in a paragraph of the quote. */
function introducing(
  world: World,
  ref: Ref,
  { speaker, start, end }: Quote,
): { readonly sentence: Span; readonly name: Span } | undefined {
  const found = world.index.articles[ref.article];
  if (!found || speaker.kind === 'unknown') return undefined;
  const name = speaker.kind === 'named' ? found.annotations.mentions[speaker.mention] : speaker.description;
  if (!name) return undefined;
  const near = found.article.paragraphs.some(
    (p) => p.start < end && p.end > start && name.start >= p.start && name.end <= p.end,
  );
  return near ? undefined : { sentence: sentenceAround(found.annotations.sentences, name), name };
}

function sentenceAround(sentences: readonly Span[], span: Span): Span {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.start ?? 0) <= span.start) low = middle;
    else high = middle - 1;
  }
  const sentence = sentences[low];
  return sentence && sentence.start <= span.start && sentence.end >= span.end ? sentence : span;
}

/** Search matches inside a stretch of an article, with offsets into its text. */
function matches({ text }: Article, { start, end }: Span, hits: Hits | null): readonly Mark[] {
  const found = hits?.marks(text.slice(start, end)) ?? [];
  return found.map((mark) => ({ start: mark.start + start, end: mark.end + start, style: 'match' }));
}
