// Fuzzes what reads what strangers write, guided by coverage (Jazzer.js, which is libFuzzer): `npm run fuzz`, or
// `npm run fuzz -- TARGET... --seconds=600`. A file that breaks a target is kept in test/fuzz/found, where a test runs it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { SEEDS, WORDS } from '../test/fuzz/seeds.ts';
import { TARGETS } from '../test/fuzz/targets.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const found = join(root, 'test/fuzz/found');
const given = process.argv.slice(2);
const seconds = Number(given.find((word) => word.startsWith('--seconds='))?.slice('--seconds='.length) ?? 600);
const asked = given.filter((word) => !word.startsWith('--'));
const unknown = asked.filter((name) => !(name in TARGETS));
if (unknown.length > 0 || !(seconds > 0)) {
  console.error(
    `usage: npm run fuzz -- [TARGET...] [--seconds=600]; the targets are ${Object.keys(TARGETS).join(' ')}`,
  );
  process.exit(2);
}

const work = mkdtempSync(join(tmpdir(), 'crisis-tui-fuzz-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
const dictionary = join(work, 'words.dict');
const quoted = (word: string) =>
  [...Buffer.from(word)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
writeFileSync(dictionary, WORDS.map((word) => `"${quoted(word)}"\n`).join(''));
// Jazzer.js instruments what is required: one file of everything, each target with a file that names it.
await build({
  entryPoints: [join(root, 'test/fuzz/targets.ts')],
  bundle: true,
  platform: 'node',
  format: 'cjs',
  outfile: join(work, 'targets.cjs'),
  logLevel: 'error',
});
mkdirSync(found, { recursive: true });
let failures = 0;
for (const name of asked.length > 0 ? asked : Object.keys(TARGETS)) {
  const corpus = join(work, name);
  const artifacts = join(work, `${name}-found/`);
  for (const folder of [corpus, artifacts]) mkdirSync(folder);
  SEEDS.forEach((seed, i) => writeFileSync(join(corpus, `seed-${i}`), seed));
  const file = join(work, `${name}.cjs`);
  writeFileSync(
    file,
    `const { TARGETS } = require('./targets.cjs');\nmodule.exports.fuzz = (data) => TARGETS[${JSON.stringify(name)}](data);\n`,
  );
  const { stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/@jazzer.js/core/dist/cli.js'),
      file,
      ...['-f', 'fuzz', '-i', work, '--disable_bug_detectors', '.*'],
      corpus,
      '--',
      ...[`-max_total_time=${seconds}`, '-max_len=8192', '-timeout=20', `-dict=${dictionary}`],
      ...[`-artifact_prefix=${artifacts}`, '-print_final_stats=1'],
    ],
    { encoding: 'utf8', cwd: work, maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const number = (label: string) => new RegExp(`${label}\\s*:?\\s*(\\d+)`).exec(stderr)?.[1] ?? '?';
  const kept = readdirSync(artifacts).map((artifact) => join(artifacts, artifact));
  console.log(
    `${name.padEnd(12)} ${number('number_of_executed_units')} runs in ${seconds} s, coverage ${
      stderr
        .match(/cov: (\d+)/g)
        ?.at(-1)
        ?.slice(5) ?? '?'
    }, ${kept.length} found`,
  );
  for (const artifact of kept) {
    failures++;
    const to = join(found, `${name}.${statSync(artifact).size}-${artifact.split('-').at(-1)?.slice(0, 8)}`);
    renameSync(artifact, to);
    console.log(
      `  ${to}\n${stderr
        .split('\n')
        .filter((line) => /Error|at /.test(line))
        .slice(0, 6)
        .join('\n')}`,
    );
  }
}
process.exitCode = failures > 0 ? 1 : 0;
