import { quoteAt, speakerOf } from '../../index/access.ts';
import { citationOf } from '../../index/citation.ts';
import type { Article, Ref } from '../../model.ts';
import { current } from '../current.ts';
import type { Env } from '../env.ts';
import type { State } from '../state.ts';
import type { World } from '../world.ts';
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

/** An article as a whole: by its headline, or where it begins. */
function citedWhole(article: Article): string {
  return citationOf(article, article.headline?.span ?? article.paragraphs[0] ?? { start: 0, end: 0 });
}

/** What `y` copies: the row under the cursor with its citation; in the side-by-side view every cell of the row. */
export function copied(env: Env, state: State): string | undefined {
  const { index, links } = env.world;
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
    const its = env.timeline(state).layout.items[state.timeline.item];
    const found = its && index.articles[its.article]?.article;
    if (!its || !found) return undefined;
    return its.span
      ? `${found.text.slice(its.span.start, its.span.end)} — ${citationOf(found, its.span)}`
      : citedWhole(found);
  }
  if (state.matrix) {
    const refs = cellQuotes(env.matrix(state).of, state.matrix);
    return refs.length > 0 ? refs.map((ref) => citedQuote(env.world, ref)).join('\n') : undefined;
  }
  const item = current(env, state);
  if (item === undefined) return undefined;
  if (state.pane === 'entities') return index.entities[item]?.name;
  if (state.pane === 'quotes') return links.quotes[item] && citedQuote(env.world, links.quotes[item]);
  const article = index.articles[item]?.article;
  return article && citedWhole(article);
}

/** Where what is under the cursor stands, to open it there. */
export function placeOf(env: Env, state: State): Place | undefined {
  const { index, links } = env.world;
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
