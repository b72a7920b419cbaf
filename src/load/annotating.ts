import { mapped } from '../index/paused.ts';
import { inSlices } from '../index/slices.ts';
import type { Shelf } from '../index/stored/shelf.ts';
import type { Article } from '../model.ts';
import type { Crew } from './crew.ts';
import type { AnnotationBytes } from './found.ts';

/** What annotating needs besides the articles. */
export interface Annotating {
  /** What was found before in an article of the list. */
  readonly known: (i: number) => AnnotationBytes | undefined;
  /** No more articles than these are analysed; all where it is not said. */
  readonly most?: number | undefined;
  /** Threads for so many articles, which hold so many characters, if they are worth it. */
  readonly crew: (articles: number, characters: () => number) => Promise<Crew | undefined>;
  /** Is told after each article: how many there are by now, of which so many had to be analysed, and which it was. */
  readonly onArticle: (done: number, analysed: number, article: Article) => void;
  /** Where what is found is put. */
  readonly shelf: Shelf;
  /** Ends it: what was found until then is the result. */
  readonly stop: AbortSignal;
}

/** Longer than this nothing else may wait, keys above all; in milliseconds. */
const SLICE = 20;
/** Articles that wait in each thread, so that it never waits. */
const AHEAD = 3;

/** What is found in each article, in their order; `undefined` for those that were not reached before it was ended. */
export async function annotated(
  articles: readonly Article[],
  { known, most, crew: hired, onArticle, shelf, stop }: Annotating,
): Promise<readonly (AnnotationBytes | undefined)[]> {
  const found = await inSlices(
    mapped(articles, (_, i) => known(i)),
    () => {},
  );
  const unknown = found.flatMap((its, i) => (its ? [] : [i]));
  const before = articles.length - unknown.length;
  const next = unknown.slice(0, most);
  let analysed = 0;
  const take = (i: number, its: AnnotationBytes) => {
    found[i] = { ...its, bytes: shelf.put(its.bytes) };
    onArticle(before + ++analysed, analysed, articles[i]!);
  };
  const crew = await hired(unknown.length, () => unknown.reduce((sum, i) => sum + articles[i]!.text.length, 0));
  if (crew) {
    let at = 0;
    const stopped = new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve(), { once: true }));
    const one = async () => {
      while (at < next.length && !stop.aborted) {
        const i = next[at++]!;
        const its = await crew.annotate(articles[i]!);
        if (!stop.aborted) take(i, its);
      }
    };
    await Promise.race([stopped, Promise.all(Array.from({ length: AHEAD * crew.size }, one))]);
    return found;
  }
  if (next.length === 0) return found;
  // The recogniser takes its time to load: where all is known it is not needed.
  const { annotationsOf } = await import('./analysing.ts');
  let since = performance.now();
  for (const i of next) {
    if (stop.aborted) break;
    take(i, annotationsOf(articles[i]!));
    if (performance.now() - since < SLICE) continue;
    await new Promise((resume) => setImmediate(resume));
    since = performance.now();
  }
  return found;
}
