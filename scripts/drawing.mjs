// Draws which floor imports which into ARCHITECTURE.md, from the imports: `npm run drawing`. A test says when it is
// not true any more.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cruiseSources } from './imports.mjs';
import { withSection } from './section.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ARCHITECTURE = `${ROOT}ARCHITECTURE.md`;

/** `src/ui/views/Read.tsx` is of `ui`, `src/model.ts` of `model`. */
const floorOf = (file) => file.split('/')[1].replace(/\.\w+$/, '');

/**
 * @param document the text of ARCHITECTURE.md
 * @returns the same with the drawing as the imports are now: an arrow for each floor that a floor imports
 */
export async function withDrawing(document) {
  const { output } = await cruiseSources(ROOT, { outputType: 'json', doNotFollow: { path: 'node_modules' } });
  const arrows = new Set();
  const floors = new Set();
  for (const { source, dependencies } of JSON.parse(output).modules) {
    if (!source.startsWith('src/')) continue;
    const from = floorOf(source);
    floors.add(from);
    for (const { resolved } of dependencies)
      if (resolved.startsWith('src/') && floorOf(resolved) !== from) arrows.add(`  ${from} --> ${floorOf(resolved)}`);
  }
  const boxes = [...floors].sort().map((floor) => `  ${floor}`);
  return withSection(
    document,
    'drawing',
    ['```mermaid', 'graph TD', ...boxes, ...[...arrows].sort(), '```'].join('\n'),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(ARCHITECTURE, await withDrawing(readFileSync(ARCHITECTURE, 'utf8')));
