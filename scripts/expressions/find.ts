import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Node, parse } from 'acorn';
import { transformSync } from 'esbuild';

/** A regular expression of the program and the files it stands in. */
export interface Expression {
  readonly source: string;
  readonly flags: string;
  readonly files: readonly string[];
}

export interface Found {
  readonly expressions: readonly Expression[];
  /** How many of them are put together from pieces when their file is loaded. */
  readonly made: number;
  /** Files that make an expression of a text while the program runs: nobody can prove that one. */
  readonly unprovable: readonly string[];
}

/**
 * Every regular expression of a folder of sources: the literals by the syntax tree, and those that are put together from
 * pieces as they come to be when the files are loaded.
 *
 * @param root the folder that `src` is in
 */
export async function findExpressions(root: string): Promise<Found> {
  const found = new Map<string, { source: string; flags: string; files: string[] }>();
  const add = (source: string, flags: string, file: string) => {
    const key = `/${source}/${flags}`;
    const known = found.get(key) ?? { source, flags, files: [] };
    if (!known.files.includes(file)) known.files.push(file);
    found.set(key, known);
  };
  const making: string[] = [];
  const unprovable = new Set<string>();
  for (const file of globSync('src/**/*.{ts,tsx}', { cwd: root }).sort()) {
    if (file.endsWith('.d.ts')) continue;
    const { code } = transformSync(readFileSync(join(root, file), 'utf8'), {
      loader: file.endsWith('x') ? 'tsx' : 'ts',
      target: 'esnext',
    });
    visit(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), false, {
      literal: ({ pattern, flags }) => add(pattern, flags, file),
      made: (inFunction) => (inFunction ? unprovable.add(file) : making.push(file)),
    });
  }
  const literals = found.size;
  for (const { source, flags, file } of await madeByLoading(root, [...new Set(making)])) add(source, flags, file);
  return { expressions: [...found.values()], made: found.size - literals, unprovable: [...unprovable] };
}

interface Visitor {
  readonly literal: (regex: { readonly pattern: string; readonly flags: string }) => void;
  readonly made: (inFunction: boolean) => void;
}

function visit(node: Node, inFunction: boolean, visitor: Visitor): void {
  const { regex, type, callee } = node as Node & {
    regex?: { pattern: string; flags: string };
    callee?: { name?: string };
  };
  if (regex) visitor.literal(regex);
  if ((type === 'NewExpression' || type === 'CallExpression') && callee?.name === 'RegExp') visitor.made(inFunction);
  const inside = inFunction || /Function/.test(type);
  for (const child of Object.values(node).flat())
    if (typeof child === 'object' && child !== null && 'type' in child) visit(child as Node, inside, visitor);
}

/** Loads files and tells what they hand to `RegExp` meanwhile. */
async function madeByLoading(root: string, files: readonly string[]) {
  const made: { source: string; flags: string; file: string }[] = [];
  const Original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, args: [string | RegExp, string?], newTarget) {
      const expression = Reflect.construct(target, args, newTarget) as RegExp;
      const caller = new Error().stack?.split('\n')[2] ?? '';
      const file = files.find((each) => caller.includes(each));
      if (file) made.push({ source: expression.source, flags: expression.flags, file });
      return expression;
    },
  });
  try {
    // A name of its own, so that it is loaded anew where it was loaded before.
    for (const file of files) await import(`${pathToFileURL(join(root, file))}?proving`);
  } finally {
    globalThis.RegExp = Original;
  }
  return made;
}
