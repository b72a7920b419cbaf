import { mentionAt, quoteAt, speakerOf } from '../../index/access.ts';
import type { Target } from '../../index/bookmarks.ts';
import { citationOf } from '../../index/citation.ts';
import type { Article, Ref } from '../../model.ts';
import { current } from '../current.ts';
import type { Env } from '../env.ts';
import { fit, seg } from '../line.ts';
import type { State } from '../state.ts';
import type { World } from '../world.ts';
import { listedTarget } from './bookmarks.ts';
import { cellQuotes } from './matrix.ts';

/** A place in a file: where what is under the cursor stands. */
export interface Place {
  readonly article: number;
  readonly offset: number;
}

/** A quote as it stands in its file, with who says it and where; a guess and an unknown speaker are said to be so. */
export function citedQuote({ index }: World, ref: Ref): string {
  const article = index.articles[ref.article]?.article;
  if (!article) return '';
  const quote = quoteAt(index, ref);
  const who = speakerOf(index, ref);
  const said = quote.spans.map(({ start, end }) => article.text.slice(start, end)).join(' … ');
  const speaker = who.name === null ? 'speaker unknown' : `${who.name}${who.guess ? ' (a guess)' : ''}`;
  const words = quote.kind === 'direct' ? `“${said}”` : `${said} [${quote.kind}]`;
  return `${words} — ${speaker}, in ${citationOf(article, quote)}`;
}

/** More spellings than these say no more of who is meant. */
const MOST_SPELLINGS = 4;

/** An entity: its name, what it is, in the texts' words where they say so, and where it is named first. */
function citedEntity({ index, links }: World, entity: number): string {
  const its = index.entities[entity];
  const first = its?.mentions[0];
  const article = first && index.articles[first.article]?.article;
  if (!its || !article) return '';
  const { name, type, aliases, mentions, description } = its;
  const role =
    description && index.articles[description.article]?.article.text.slice(description.start, description.end);
  const others = aliases.map(({ text }) => text).filter((text) => text !== name);
  const known = [
    type,
    ...(role === undefined ? [] : [`called “${role}”`]),
    ...(others.length === 0 ? [] : [`also written ${others.slice(0, MOST_SPELLINGS).join(', ')}`]),
    `${counted(mentions.length, 'mention')} in ${counted(links.namedIn[entity] ?? 0, 'source')}`,
  ];
  return `${name} — ${known.join('; ')}; first in ${citationOf(article, mentionAt(index, first))}`;
}

/** What is bookmarked, cited as where it is listed. */
function citedTarget(world: World, target: Target): string | undefined {
  if (target.kind === 'entity') return citedEntity(world, target.entity);
  if (target.kind === 'quote') return citedQuote(world, target.ref);
  const article = world.index.articles[target.article]?.article;
  return article && citedWhole(article);
}

/** An article as a whole: by its headline, or where it begins. */
function citedWhole(article: Article): string {
  return citationOf(article, article.headline?.span ?? article.paragraphs[0] ?? { start: 0, end: 0 });
}

/**
 * What `y` copies: the row under the cursor with its citation; in the side-by-side view every cell of the row, of a bar
 * and of a cell of who quotes whom all that stands behind it.
 */
export function copied(env: Env, state: State): string | undefined {
  const { index, links } = env.world;
  if (state.listing) {
    const target = listedTarget(env, state);
    return target && citedTarget(env.world, target);
  }
  if (state.read) {
    const found = index.articles[state.read.article];
    const stop = env.readLayout(state, state.read).stops[state.read.at];
    if (!found) return undefined;
    if (!stop) return citedWhole(found.article);
    const item =
      state.read.marking.of === 'quotes' ? found.annotations.quotes.findIndex(({ start }) => start === stop.start) : -1;
    if (item >= 0) return citedQuote(env.world, { article: state.read.article, item });
    return `“${found.article.text.slice(stop.start, stop.end)}” — ${citationOf(found.article, stop)}`;
  }
  if (state.compare) {
    const cells = env.compareLayout(state.compare, state.size).rows[state.compare.row]?.cells.flat() ?? [];
    const lines = cells.map(({ article, span, quote }) => {
      const found = index.articles[article]?.article;
      if (quote) return citedQuote(env.world, quote);
      return found ? `${found.text.slice(span.start, span.end)} — ${citationOf(found, span)}` : '';
    });
    return lines.length > 0 ? lines.join('\n') : undefined;
  }
  if (state.timeline) {
    const { items } = env.timeline(state).layout;
    const meant = state.timeline.focus === 'bars' ? items : items.slice(state.timeline.item, state.timeline.item + 1);
    const lines = meant.flatMap(({ article, span }) => {
      const found = index.articles[article]?.article;
      if (!found) return [];
      return [span ? `${found.text.slice(span.start, span.end)} — ${citationOf(found, span)}` : citedWhole(found)];
    });
    return lines.length > 0 ? lines.join('\n') : undefined;
  }
  if (state.matrix) {
    const refs = cellQuotes(env.matrix(state).of, state.matrix);
    return refs.length > 0 ? refs.map((ref) => citedQuote(env.world, ref)).join('\n') : undefined;
  }
  const item = current(env, state);
  if (item === undefined) return undefined;
  if (state.pane === 'entities') return citedEntity(env.world, item);
  if (state.pane === 'quotes') return links.quotes[item] && citedQuote(env.world, links.quotes[item]);
  const article = index.articles[item]?.article;
  return article && citedWhole(article);
}

/** Where what is under the cursor stands, to open it there. */
export function placeOf(env: Env, state: State): Place | undefined {
  const { index, links } = env.world;
  if (state.listing) {
    const target = listedTarget(env, state);
    if (target?.kind === 'article') return { article: target.article, offset: 0 };
    const ref = target?.kind === 'entity' ? index.entities[target.entity]?.mentions[0] : target?.ref;
    if (!ref) return undefined;
    return { article: ref.article, offset: (target?.kind === 'entity' ? mentionAt : quoteAt)(index, ref).start };
  }
  if (state.read) {
    const { stops } = env.readLayout(state, state.read);
    return { article: state.read.article, offset: stops[state.read.at]?.start ?? 0 };
  }
  if (state.compare) {
    const cell = env.compareLayout(state.compare, state.size).rows[state.compare.row]?.cells.flat()[0];
    return cell && { article: cell.article, offset: cell.span.start };
  }
  if (state.timeline) {
    const its = env.timeline(state).layout.items[state.timeline.item];
    return its && { article: its.article, offset: its.span?.start ?? 0 };
  }
  if (state.matrix) {
    const [ref] = cellQuotes(env.matrix(state).of, state.matrix);
    return ref && { article: ref.article, offset: quoteAt(index, ref).start };
  }
  const item = current(env, state);
  if (item === undefined) return undefined;
  if (state.pane === 'sources') return { article: item, offset: 0 };
  const ref = state.pane === 'quotes' ? links.quotes[item] : index.entities[item]?.mentions[0];
  const annotations = ref && index.articles[ref.article]?.annotations;
  const span = state.pane === 'quotes' ? annotations?.quotes[ref?.item ?? -1] : annotations?.mentions[ref?.item ?? -1];
  return ref && span && { article: ref.article, offset: span.start };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** What was copied, known by its beginning: it has one row, and says where it is cut. */
export function copiedWords(text: string, columns: number): string {
  const [first = '', ...more] = text.split('\n');
  const lines = more.length > 0 ? `${more.length + 1} lines, ` : '';
  const row = fit([seg(`Copied, if this terminal allows it: ${lines}${first}`)], columns - 1);
  return row
    .map((segment) => segment.text)
    .join('')
    .trimEnd();
}
