import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { ROOT } from './pty/terminal.ts';
import { temporaryFolder } from './temporary.ts';

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const temporary = temporaryFolder('package');
let packed: {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string; readonly mode: number }[];
};

/** Runs a command that must succeed. @returns what it printed */
function run(command: string, args: readonly string[], cwd = ROOT): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  assert.equal(status, 0, `${command} ${args.join(' ')}: ${stderr}`);
  return stdout;
}

before(() => {
  // The build is the tests' own first step; to build here again would take it away under tests that run now.
  [packed] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', `--pack-destination=${temporary}`]));
});

/** The files that a file of the program names: loaded at once, when they are needed, or in a thread; and theirs. */
function programFrom(file: string, known = new Set<string>()): ReadonlySet<string> {
  known.add(file);
  const source = readFileSync(join(ROOT, 'dist', file), 'utf8');
  for (const [, other = ''] of source.matchAll(/["'`](?:\.\/)?([\w-]+\.js)["'`]/g))
    if (!known.has(other) && existsSync(join(ROOT, 'dist', other))) programFrom(other, known);
  return known;
}

test('the package holds the program, the seeds and what npm adds by itself, and nothing else', () => {
  const code = programFrom('linker.js', new Set(programFrom('worker.js', new Set(programFrom('cli.js')))));
  const program = [...code, 'seeds.bin', 'weights.bin', 'crisis-tui.1', 'THIRD-PARTY-NOTICES.txt'].map(
    (file) => `dist/${file}`,
  );
  const seeds = readdirSync(join(ROOT, 'seeds')).map((name) => `seeds/${name}`);
  const always = ['package.json', 'LICENSE', 'README.md', 'CHANGELOG.md'];
  const expected = [...always, 'bin/crisis-tui.js', ...program, ...seeds];
  assert.deepEqual(packed.files.map(({ path }) => path).sort(), expected.sort());
});

test('the package is no larger than 5 MB', () => {
  assert.ok(packed.size <= 5_000_000, `${packed.size} bytes`);
});

test('the package is as publint wants packages to be', async () => {
  const { publint } = await import('publint');
  const { formatMessage } = await import('publint/utils');
  const folder = join(temporary, 'unpacked');
  mkdirSync(folder);
  run('tar', ['-xzf', join(temporary, packed.filename), '-C', folder, '--strip-components=1']);
  const { messages } = await publint({ pkgDir: folder, strict: true, pack: false });
  assert.deepEqual(
    messages.map((message) => formatMessage(message, manifest)),
    [],
  );
});

test('the licence of everything that is bundled is in the package', () => {
  const notices = readFileSync(join(ROOT, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
  for (const name of [
    'ink',
    'react',
    'ink-text-input',
    'fuse.js',
    'meow',
    'wink-nlp',
    'yoga-layout',
    '@mozilla/readability',
  ]) {
    const entry = notices.split('-'.repeat(80)).find((text) => text.trim().startsWith(`${name} `));
    assert.match(entry ?? '', /\((?:MIT|Apache-2\.0|ISC|BSD-[23]-Clause)\)/, name);
    const ownText = readdirSync(join(ROOT, 'node_modules', name)).some((file) => /^licen[cs]e/i.test(file));
    assert.ok(!ownText || (entry ?? '').length > 500, `${name}: its licence's text`);
  }
});

test('what is bundled may be given on: nothing is under a licence that asks more than to be named', () => {
  const notices = readFileSync(join(ROOT, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8').split('-'.repeat(80)).slice(1);
  assert.ok(notices.length > 40);
  for (const notice of notices)
    assert.match(
      notice.trim().split('\n', 1)[0]!,
      /^(?:@[\w.-]+\/)?[\w.-]+ \d[\w.-]* \((?:MIT|MIT-0|Apache-2\.0|ISC|0BSD|BSD-[23]-Clause|MIT OR \S+|\(MIT OR \S+\))\)$/,
    );
});

test('the package installs nothing else, and runs nothing while it is installed', () => {
  for (const key of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies'])
    assert.equal(manifest[key], undefined, key);
  for (const script of ['preinstall', 'install', 'postinstall'])
    assert.equal(manifest.scripts[script], undefined, script);
});

test('installed from its file, without a network, in an empty folder, it runs', () => {
  const file = join(temporary, packed.filename);
  const cache = join(temporary, 'cache');
  run(
    'npm',
    ['install', '--offline', '--no-audit', `--cache=${cache}`, `--prefix=${temporary}/there`, file],
    temporary,
  );
  const installed = join(temporary, 'there/node_modules/.bin/crisis-tui');
  assert.equal(run(installed, ['--version'], temporary).trim(), manifest.version);
  assert.match(run(installed, ['articles', '--format', 'jsonl'], temporary), /"path":"000_[0-9a-f]+\.txt"/);
});

test('the lock file names no registry that another machine might not reach', () => {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  for (const [path, entry] of Object.entries(lock.packages)) assert.ok(!('resolved' in (entry as object)), path);
});

test('the lock file has the tools for macOS too, not only for the machine it was made on', () => {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  const needed = Object.values<{ optionalDependencies?: object }>(packages)
    .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
    .filter((name) => /(darwin|linux)-(x64|arm64)$/.test(name));
  assert.ok(needed.length > 0);
  assert.deepEqual(
    needed.filter((name) => !(`node_modules/${name}` in packages)),
    [],
  );
});
