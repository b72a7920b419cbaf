// Writes the key table of src/ui/commands.ts into README.md: `npm run readme`. A test says when it was forgotten.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BINDINGS, keyName } from '../src/ui/commands.ts';
import { CHAPTERS } from '../src/ui/present/hints.ts';

const README = fileURLToPath(new URL('../README.md', import.meta.url));
const START = '<!-- keys: made by npm run readme -->';
const END = '<!-- /keys -->';
/** The README with its key table as the code has it now. */
export function withKeys(readme: string): string {
  const tables = CHAPTERS.map(([place, title]) => {
    const rows = BINDINGS.filter(({ where }) => where.includes(place)).map(
      ({ keys, title: does }) => `| ${keys.map((key) => `\`${keyName(key)}\``).join(' ')} | ${does} |`,
    );
    return [`| ${title} | |`, '| --- | --- |', ...rows].join('\n');
  });
  const before = readme.slice(0, readme.indexOf(START));
  const after = readme.slice(readme.indexOf(END));
  return `${before}${START}\n\n${tables.join('\n\n')}\n\n${after}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(README, withKeys(readFileSync(README, 'utf8')));
}
