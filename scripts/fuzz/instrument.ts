import { type Node, parse } from 'acorn';

/** Where counting goes: text to put in at a place. */
type Insert = readonly [at: number, text: string];

/**
 * JavaScript with a counter at every branch: `globalThis.covered[n]++` where a block, a case, an arm of a condition begins.
 *
 * @returns the code, and how many counters it has
 */
export function instrumented(code: string): { readonly code: string; readonly counters: number } {
  const inserts: Insert[] = [];
  let counters = 0;
  const count = () => `covered[${counters++}]++`;
  const around = (node: Node) => inserts.push([node.start, `(${count()},(`], [node.end, '))']);
  const inBraces = (node: Node | null | undefined) => {
    if (node && node.type !== 'BlockStatement') inserts.push([node.start, `{${count()};`], [node.end, '}']);
  };
  const visit = (node: Node & Record<string, unknown>): void => {
    switch (node.type) {
      case 'BlockStatement':
        inserts.push([node.start + 1, `${count()};`]);
        break;
      case 'IfStatement':
        inBraces(node['consequent'] as Node);
        inBraces(node['alternate'] as Node | null);
        break;
      case 'ForStatement':
      case 'ForOfStatement':
      case 'ForInStatement':
      case 'WhileStatement':
        inBraces(node['body'] as Node);
        break;
      case 'ConditionalExpression':
        around(node['consequent'] as Node);
        around(node['alternate'] as Node);
        break;
      case 'LogicalExpression':
        around(node['right'] as Node);
        break;
      case 'SwitchCase': {
        const [first] = node['consequent'] as Node[];
        if (first) inserts.push([first.start, `${count()};`]);
        break;
      }
    }
    for (const child of Object.values(node).flat())
      if (typeof child === 'object' && child !== null && 'type' in child)
        visit(child as Node & Record<string, unknown>);
  };
  visit(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }) as unknown as Node & Record<string, unknown>);
  // What is put in at one place stays in its order: what opens outside stands before what opens inside it.
  const placed = inserts.map((insert, i) => [...insert, i] as const);
  placed.sort(([a, closing, i], [b, other, j]) => a - b || Number(isEnd(other)) - Number(isEnd(closing)) || i - j);
  let out = '';
  let from = 0;
  for (const [at, text] of placed) {
    out += code.slice(from, at) + text;
    from = at;
  }
  return { code: `const covered = globalThis.covered;\n${out}${code.slice(from)}`, counters };
}

function isEnd(text: string): boolean {
  return text === '))' || text === '}';
}
