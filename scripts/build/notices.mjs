// The licences of what is bundled: from esbuild's list of the files that went in to dist/THIRD-PARTY-NOTICES.txt.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//g;
const LICENCE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/** The folders of the packages that files belong to, nested ones included. */
function packagesOf(files) {
  const folders = new Set();
  for (const file of files) {
    const last = [...file.matchAll(PACKAGE)].at(-1);
    if (last) folders.add(file.slice(0, last.index + last[0].length - 1));
  }
  return [...folders].sort();
}

/** One text with name, version, licence and licence texts of every package that these files come from. */
export function noticesFor(files) {
  const notices = packagesOf(files).map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    if (!license) throw new Error(`${name} says nothing of its licence`);
    const texts = readdirSync(folder).filter((file) => LICENCE.test(file) && existsSync(join(folder, file)));
    const words = texts.map((file) => readFileSync(join(folder, file), 'utf8').trim());
    return [`${name} ${version} (${license})`, ...words].join('\n\n');
  });
  const head = 'crisis-tui is bundled with parts of the packages below, each under its own licence.';
  return `${[head, ...notices].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}
