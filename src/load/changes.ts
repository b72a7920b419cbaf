/** An article as it was read, by the names of all of it and of what its analysis depends on: its text. */
export interface Named {
  readonly path: string;
  readonly hash: string;
  readonly key: string;
}

/** What is different between two readings of a corpus, by the paths of articles. */
export interface Changes {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
}

/** What changed from one reading to the next. What is gone and came with the same text elsewhere was renamed. */
export function changesBetween(before: readonly Named[], after: readonly Named[]): Changes {
  const was = new Map(before.map((its) => [its.path, its]));
  const is = new Set(after.map(({ path }) => path));
  const changed: string[] = [];
  const came: Named[] = [];
  for (const its of after) {
    const old = was.get(its.path);
    if (!old) came.push(its);
    else if (old.hash !== its.hash) changed.push(its.path);
  }
  const went = new Map<string, string[]>();
  for (const { path, key } of before) if (!is.has(path)) went.set(key, [...(went.get(key) ?? []), path]);
  const added: string[] = [];
  const renamed: { readonly from: string; readonly to: string }[] = [];
  for (const { path, key } of came) {
    const from = went.get(key)?.shift();
    if (from === undefined) added.push(path);
    else renamed.push({ from, to: path });
  }
  const removed = [...went.values()].flat().sort();
  return { added, changed, removed, renamed };
}

/** Whether nothing is different. */
export function isNothing({ added, changed, removed, renamed }: Changes): boolean {
  return added.length + changed.length + removed.length + renamed.length === 0;
}

/** Of more articles of a kind than these no names are told. */
const FEW = 2;

/** "2 new articles, 1 changed: reuters.txt"; names where they are few. */
export function changeWords({ added, changed, removed, renamed }: Changes): string {
  const parts: readonly (readonly [word: string, names: readonly string[]])[] = [
    ['new', added],
    ['changed', changed],
    ['removed', removed],
    ['renamed', renamed.map(({ from, to }) => `${from} is ${to}`)],
  ];
  const told = parts.filter(([, names]) => names.length > 0);
  return told
    .map(([word, names], i) => {
      const article = i > 0 ? '' : names.length === 1 ? ' article' : ' articles';
      const counted = word === 'new' ? `${names.length} new${article}` : `${names.length}${article} ${word}`;
      return names.length > FEW ? counted : `${counted}: ${names.join(', ')}`;
    })
    .join('; ');
}
