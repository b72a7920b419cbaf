// Writes the key table of src/ui/commands.ts into README.md: `npm run readme`. A test says when it was forgotten.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BINDINGS, keyName } from '../src/ui/commands.ts';
import { chapters } from '../src/ui/present/hints.ts';
import { withSection } from './section.mjs';

const README = fileURLToPath(new URL('../README.md', import.meta.url));

/** The README with its key table as the code has it now. */
export function withKeys(readme: string): string {
  const tables = chapters().map(([place, title]) => {
    const rows = BINDINGS.filter(({ where }) => where.includes(place)).map(
      ({ keys, title: does }) => `| ${keys.map((key) => `\`${keyName(key)}\``).join(' ')} | ${does} |`,
    );
    return [`| ${title} | |`, '| --- | --- |', ...rows].join('\n');
  });
  return withSection(readme, 'keys', tables.join('\n\n'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(README, withKeys(readFileSync(README, 'utf8')));
}
