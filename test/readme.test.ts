import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { withKeys } from '../scripts/readme-keys.ts';
import { PRINT_COMMANDS } from '../src/output/commands.ts';

const file = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const readme = readFileSync(file('README.md'), 'utf8');

test('the keys of the README are those of the key table (npm run readme)', () => {
  assert.equal(withKeys(readme), readme);
});

test('the README names every command word, and what it links to is there', () => {
  for (const { name } of PRINT_COMMANDS) assert.match(readme, new RegExp(`\`${name}\``));
  for (const [, path] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) assert.ok(existsSync(file(path ?? '')), path);
  for (const [, path] of readme.matchAll(/(?:src|srcset)="([^"]+)"/g)) assert.ok(existsSync(file(path ?? '')), path);
});

test('CI does what the README says, and presses the keys on the Node that is there', () => {
  const commands = readFileSync(file('.ci/run'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('npm '));
  const fuzz = 'npm run fuzz -- --seconds=10';
  assert.deepEqual(commands, ['npm install', fuzz, 'npm test', 'npm run nodes -- "$(command -v node)"']);
  for (const command of ['npm install', fuzz, 'npm test', 'npm run nodes']) assert.ok(readme.includes(command));
});
