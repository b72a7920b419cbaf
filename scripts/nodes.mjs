// Runs the tests that press keys with the program on other versions of Node:
//
//     node scripts/nodes.mjs [20 22 26]      each from npm, into a folder that is removed after
//     node scripts/nodes.mjs /usr/bin/node   one that is there
//
// What runs the tests stays the Node of now; only the program runs on the other. Exit code 1 where a test failed, and
// where a version could not be had, which is told.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const VERSIONS = ['20', '22', '26'];
const asked = process.argv.slice(2);
const tests = globSync('test/pty/*.test.ts').sort();
const folder = mkdtempSync(join(tmpdir(), 'crisis-tui-nodes-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

let failed = false;
for (const version of asked.length > 0 ? asked : VERSIONS) {
  const node = version.includes('/') ? version : fromNpm(version);
  if (node === undefined) {
    console.error(`Node ${version} could not be had from npm for ${process.platform} ${process.arch}`);
    failed = true;
    continue;
  }
  const is = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  console.log(`\n${is} (${node})`);
  if (is === process.version) {
    console.log('npm test runs on it');
    continue;
  }
  const args = [
    '--import',
    'tsx',
    '--import',
    './test/properties.ts',
    '--test',
    '--test-reporter=spec',
    '--test-timeout=300000',
    ...tests,
  ];
  const { status } = spawnSync(process.execPath, args, {
    stdio: 'inherit',
    env: { ...process.env, CRISIS_TUI_NODE: node },
  });
  failed ||= status !== 0;
}
process.exitCode = failed ? 1 : 0;

/** A binary of Node, as the package `node` gets it: npm has one package of it for each machine. */
function fromNpm(version) {
  const [platform, at] = process.platform === 'win32' ? ['win', 'node.exe'] : [process.platform, 'node'];
  const name = `node-${platform}-${process.arch}`;
  const into = join(folder, version);
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', `--prefix=${into}`, `${name}@${version}`];
  const { status } = spawnSync('npm', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  const node = join(into, 'node_modules', name, 'bin', at);
  return status === 0 && existsSync(node) ? node : undefined;
}
