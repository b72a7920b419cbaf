import { howKnown } from '../../index/citation.ts';
import type { Article } from '../../model.ts';
import { articlesAsked, type Request } from '../request.ts';

/** An article as a reference manager knows one. */
export interface Reference {
  /** Made of its path: unique in the corpus, of letters, digits and hyphens. */
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly outlet: string | null;
  /** Year, month and day as far as they are known. */
  readonly date: readonly number[];
  readonly language: string;
  /** What was worked out and not read, and where the file is. */
  readonly note: string;
}

/** The articles asked for as references. */
export function* referencesOf(request: Request): Generator<Reference> {
  const used = new Set<string>();
  const next = new Map<string, number>();
  for (const number of articlesAsked(request)) {
    const { article } = request.index.articles[number]!;
    const base = keyOf(article.path);
    let id = base;
    let n = next.get(base) ?? 2;
    for (; used.has(id); n++) id = `${base}-${n}`;
    next.set(base, n);
    used.add(id);
    yield referenceOf(article, id);
  }
}

function referenceOf(article: Article, id: string): Reference {
  const { headline, byline, outlet, date, language, path } = article;
  const workedOut = Object.entries({ headline, byline, outlet, date }).flatMap(([name, fact]) => {
    const how = fact ? howKnown(fact) : '';
    return how === '' ? [] : [`${name} ${how}`];
  });
  return {
    id,
    title: oneLine(headline?.value ?? path),
    authors: authorsOf(byline?.value ?? ''),
    outlet: outlet ? oneLine(outlet.value) : null,
    date:
      /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/
        .exec(date?.value ?? '')
        ?.slice(1)
        .filter(Boolean)
        .map(Number) ?? [],
    language,
    note: oneLine([`file ${path}`, ...workedOut].join('; ')),
  };
}

function keyOf(path: string): string {
  const words = path.replace(/\.\w+$/, '').match(/[a-z\d]+/gi) ?? ['article'];
  return words.join('-').toLowerCase();
}

/** "By Ann Lee, Bo Oak and Cy Pine" as three names, each as written: which is the family name it does not say. */
function authorsOf(byline: string): readonly string[] {
  return oneLine(byline)
    .replace(/^by\s+/i, '')
    .split(/ ?(?:[,;&]|\band\b) ?/i)
    .filter(Boolean);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
