// What the program may do, and what it may not: no network, no path out of a folder, files for the user alone.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { attackFolder } from './attacks/folder.ts';
import { opened, panesAreShown, type Step, walk } from './attacks/harmless.ts';
import { folder } from './corpus/folder.ts';
import { KEY } from './pty/keys.ts';
import { LAUNCHER, openTerminal, ROOT } from './pty/terminal.ts';

/** Whatever opens a connection or asks for a name says so and fails. */
const GUARD = `
import net from 'node:net'; import tls from 'node:tls'; import dns from 'node:dns'; import dgram from 'node:dgram';
import http from 'node:http'; import https from 'node:https'; import http2 from 'node:http2';
import { syncBuiltinESMExports } from 'node:module';
const refuse = (name) => function () { process.stderr.write('NETWORK ' + name + '\\n'); throw new Error('no network'); };
net.Socket.prototype.connect = refuse('connect'); net.Server.prototype.listen = refuse('listen');
for (const [module, names] of [[net, ['connect', 'createConnection']], [tls, ['connect']], [dgram, ['createSocket']],
  [http, ['request', 'get']], [https, ['request', 'get']], [http2, ['connect']], [dns, ['lookup', 'resolve', 'resolve4']],
  [dns.promises, ['lookup', 'resolve']]])
  for (const name of names) module[name] = refuse(name);
globalThis.fetch = refuse('fetch'); globalThis.WebSocket = refuse('WebSocket');
syncBuiltinESMExports();
`;
const guard = ['--import', `data:text/javascript,${encodeURIComponent(GUARD)}`];

function run(args: readonly string[], { flags = [] as readonly string[], before = [] as readonly string[] } = {}) {
  const [file, ...words] = [...before, process.execPath, ...flags, LAUNCHER, ...args];
  return spawnSync(file as string, words, {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent' },
    maxBuffer: 1 << 28,
  });
}

/** A file of the program, to be imported. */
const source = (file: string) => JSON.stringify(new URL(`../src/${file}`, import.meta.url).href);

/** Files that ask for other files and for addresses. */
const ASKING: Readonly<Record<string, string>> = {
  'page.html':
    '<html><head><link rel="stylesheet" href="http://a.example/a.css"><script src="http://a.example/a.js"></script><title>A</title></head><body><img src="http://a.example/a.png"><iframe src="http://a.example"></iframe><article><p>Ministers met on Monday, officials said in Geneva.</p></article></body></html>',
  'feed.xml':
    '<?xml version="1.0"?><!DOCTYPE rss SYSTEM "http://a.example/a.dtd"><rss><channel><item><title>A</title><link>http://a.example/1</link><description>Ministers met on Monday.</description></item></channel></rss>',
  'entity.xml':
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&a;</title><description>&a; Ministers met.</description></item></channel></rss>',
  'data.json':
    '{"url":"http://a.example/a","title":"A","text":"Ministers met on Monday.","image":"http://a.example/a.png"}',
  'schema.md':
    '---\ntitle: !!js/function "function () { process.exit(7) }"\nauthor: !include /etc/passwd\n---\nMinisters met on Monday.\n',
  'corpus.json':
    '{"$schema":"http://a.example/schema.json","articles":{"page.html":{"outlet":"A"},"../../etc/passwd":{"outlet":"B"},"/etc/passwd":{"outlet":"C"}}}',
};

test('no connection is opened, no name is asked for, whatever the files ask', () => {
  const proof = spawnSync(process.execPath, [...guard, '-e', 'fetch("http://127.0.0.1:9")'], { encoding: 'utf8' });
  assert.match(proof.stderr, /NETWORK fetch/, 'the guard sees what it should');
  using asking = folder(ASKING);
  using attacks = attackFolder();
  for (const args of [
    ['quotes', '--format', 'jsonl', asking.path, attacks.path],
    ['articles', '--explain', asking.path],
    ['compare', '--format', 'html', join(ROOT, 'seeds')],
  ]) {
    const { status, stderr, stdout } = run(args, { flags: guard });
    assert.equal(status, 0, stderr.slice(0, 2000));
    assert.doesNotMatch(stderr, /NETWORK/);
    assert.ok(stdout.length > 500, `${args.join(' ')}: ${stdout.length}`);
  }
});

test('the explorer opens none either, whatever is looked at', async () => {
  const env = { NODE_OPTIONS: guard.join('=') };
  const proof = spawnSync(process.execPath, ['-e', 'fetch("http://127.0.0.1:9")'], { encoding: 'utf8', env });
  assert.match(proof.stderr, /NETWORK fetch/, 'the guard sees what it should');
  using asking = folder(ASKING);
  await using terminal = openTerminal({ args: [asking.path], env });
  await opened(terminal);
  const steps: readonly Step[] = [
    ['reading', '1r', /quotes: \d+/],
    ['back', KEY.escape, panesAreShown],
    ['what is told when', 't', /Timeline by/],
    ['back', KEY.escape, panesAreShown],
    ['a search', `/http${KEY.enter}`, /❯ http/],
  ];
  await walk(terminal, steps);
  terminal.type('q');
  await terminal.exit;
  assert.doesNotMatch(terminal.raw, /NETWORK/);
});

test('nothing of it needs a network: without one it prints the same', (t) => {
  const alone = ['unshare', '--user', '--map-root-user', '--net'];
  if (spawnSync(alone[0] as string, [...alone.slice(1), 'true']).status !== 0)
    return t.skip('no network namespaces here');
  using asking = folder(ASKING);
  const args = ['articles', '--format', 'json', asking.path];
  assert.deepEqual(run(args, { before: alone }).stdout, run(args).stdout);
});

test('no file but those of the folder is read, and no code of them is run', () => {
  using asking = folder(ASKING);
  const { status, stdout } = run(['articles', '--format', 'json', asking.path]);
  assert.equal(status, 0);
  assert.doesNotMatch(stdout, /root:|"outlet":\{"name":"[BC]"/);
});

test('what is written is for the user alone; what is replaced keeps the rights that it has', (t) => {
  if (process.platform === 'win32') return t.skip('has other rights');
  using here = folder({});
  const file = join(here.path, 'quotes.csv');
  assert.equal(run(['quotes', '-o', file, join(ROOT, 'seeds')]).status, 0);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  writeFileSync(file, 'x');
  chmodSync(file, 0o644);
  assert.equal(run(['quotes', '-o', file, '--force', join(ROOT, 'seeds')]).status, 0);
  assert.equal(statSync(file).mode & 0o777, 0o644);
});

test('all that is kept is for the user alone, whatever else the umask allows', (t) => {
  if (process.platform === 'win32') return t.skip('has other rights');
  using here = folder(
    Object.fromEntries(Array.from({ length: 24 }, (_, i) => [`in/${i}.txt`, `${ASKING['page.html']}`])),
  );
  const home = join(here.path, 'home');
  const code = `
    import { readCorrections, keeperOf } from ${source('keep/corrections.ts')};
    import { readBookmarks, bookmarkKeeper } from ${source('keep/bookmarks.ts')};
    import { readHistory, historyKeeper } from ${source('keep/history.ts')};
    import { cacheOf } from ${source('keep/cache.ts')};
    import { keepFault } from ${source('keep/fault.ts')};
    const paths = [${JSON.stringify(join(here.path, 'in'))}];
    for (const name of ['A', 'B']) {
      keeperOf(readCorrections(paths, process.env).file, readCorrections(paths, process.env).corrections)([{ kind: 'hide', entity: name }]);
      historyKeeper(readHistory(process.env))([name]);
    }
    bookmarkKeeper(readBookmarks(paths, process.env))([]);
    await cacheOf(paths, process.env, () => {}).linking.write([{ name: 'linking', parts: [new Uint8Array(9)] }]);
    keepFault(new Error('x'), '0', process.env);`;
  writeFileSync(join(here.path, 'keep.mjs'), code);
  const node = `'${process.execPath}'`;
  const line = `umask 0; ${node} '${LAUNCHER}' quotes -o '${here.path}/out.csv' '${here.path}/in' && ${node} --import tsx '${here.path}/keep.mjs'`;
  const env = { PATH: process.env['PATH'] ?? '', HOME: home };
  const { status, stderr } = spawnSync('sh', ['-c', line], { encoding: 'utf8', env, cwd: ROOT });
  assert.equal(status, 0, stderr);
  const kept = readdirSync(home, { recursive: true, encoding: 'utf8' }).sort();
  for (const part of ['corrections', 'bookmarks', 'searches', 'fault-', '.previous', '.linking.cache'])
    assert.ok(
      kept.some((name) => name.includes(part)),
      `${part}: ${kept.join(' ')}`,
    );
  for (const name of kept) {
    // Node writes what V8 compiled: into a folder that nobody else may enter.
    if (name.includes('/compiled/') || name.endsWith('/compiled')) continue;
    const info = statSync(join(home, name));
    assert.equal(info.mode & 0o777, info.isDirectory() ? 0o700 : 0o600, name);
  }
  assert.equal(statSync(join(here.path, 'out.csv')).mode & 0o777, 0o600);
});

test('what V8 compiled is not run from a folder that others may write', (t) => {
  if (process.platform === 'win32') return t.skip('has other rights');
  using here = folder({});
  const cache = join(here.path, 'crisis-tui');
  mkdirSync(cache);
  chmodSync(cache, 0o777);
  const env = { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', XDG_CACHE_HOME: here.path };
  const { status } = spawnSync(process.execPath, [LAUNCHER, '--version'], { env });
  assert.equal(status, 0);
  assert.deepEqual(readdirSync(cache), []);
});

test('what is installed is pinned, by version and by what it holds, and comes from the registry', () => {
  const { devDependencies, dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  assert.equal(dependencies, undefined, 'whoever installs the program installs nothing else');
  for (const [name, version] of Object.entries<string>(devDependencies)) assert.match(version, /^\d+\.\d+\.\d+$/, name);
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  const installed = Object.entries<{ integrity?: string; resolved?: string; link?: boolean }>(packages).filter(
    ([place]) => place !== '',
  );
  assert.ok(installed.length > 200);
  for (const [place, { integrity, resolved }] of installed) {
    assert.match(integrity ?? '', /^sha512-/, place);
    if (resolved) assert.equal(new URL(resolved).host, 'registry.npmjs.org', place);
  }
});

test('each threat of docs/threats.md names a test that is there', () => {
  const threats = readFileSync(join(ROOT, 'docs/threats.md'), 'utf8');
  const named = [...threats.matchAll(/`((?:test|bench|scripts)\/[\w./-]+\.[a-z]+)`/g)].map(([, file]) => file ?? '');
  assert.ok(named.length > 20, `${named.length} named`);
  for (const file of named) assert.ok(existsSync(join(ROOT, file)), file);
  const rows = threats.split('\n').filter((line) => line.startsWith('| ') && !/^\| (?:---|threat)/.test(line));
  for (const row of rows) assert.match(row, /`test\//, row);
});
