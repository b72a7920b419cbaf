// Asks the registry what weaknesses are known in what is installed: `npm run audit`. It ends with 0 where there are none,
// with 1 where there are, and with 2 where the registry serves no advisories, so that nothing is known either way.
//
// What it does not need the registry for (exact versions, a lock file with what each package holds, licences) is tested with
// the rest: test/rights.test.ts.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What `npm audit --json` says, as far as it is read here: what was found, or why nothing was asked. */
interface Report {
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly range: string }>>;
  readonly metadata?: { readonly dependencies: { readonly total: number } };
  readonly message?: string;
}

const { stdout, stderr } = spawnSync('npm', ['audit', '--audit-level=low', '--json'], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
let report: Report = {};
try {
  report = JSON.parse(stdout);
} catch {
  // It says nothing that can be read: below.
}
const { vulnerabilities, metadata, message } = report;
if (!vulnerabilities || !metadata) {
  const why = message ?? stderr.trim().split('\n').at(-1) ?? 'it said nothing';
  console.error(`the registry serves no advisories (${why}): nothing is known of weaknesses, neither that there are any nor
that there are none. Ask one that does: npm audit --registry=https://registry.npmjs.org`);
  process.exitCode = 2;
} else {
  const found = Object.entries(vulnerabilities);
  for (const [name, { severity, range }] of found) console.log(`${name} ${range}: ${severity}`);
  console.log(`${metadata.dependencies.total} packages asked for, ${found.length} with known weaknesses`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
