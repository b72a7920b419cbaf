#!/usr/bin/env node
// Starts the built program. A Node far too old to run that must still be able to read this file and say so:
// syntax of 2015, and no import but the one that is made after the check.
const OLDEST = 20;
const { node } = process.versions;

function refuse(message) {
  process.stderr.write(`crisis-tui: ${message}\n`);
  process.exit(2);
}

// What V8 compiled is kept for the next start (XDG Base Directory Specification), where Node can do that (22.3 and newer)
// and there is a place for it; where not, nothing is said and nothing lost.
function keepCompiled() {
  const { XDG_CACHE_HOME, HOME, LOCALAPPDATA } = process.env;
  if (!process.getBuiltinModule) return;
  const { enableCompileCache } = process.getBuiltinModule('node:module');
  const { mkdirSync, statSync } = process.getBuiltinModule('node:fs');
  const { isAbsolute, join } = process.getBuiltinModule('node:path');
  if (!enableCompileCache) return;
  const caches = [XDG_CACHE_HOME, HOME && join(HOME, '.cache'), process.platform === 'win32' && LOCALAPPDATA];
  const cache = caches.find((folder) => folder && isAbsolute(folder));
  if (!cache) return;
  const folder = join(cache, 'crisis-tui');
  try {
    // What is in it is run: nobody else may have written it.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid, mode } = statSync(folder);
    if (process.getuid && (uid !== process.getuid() || (mode & 0o022) !== 0)) return;
    enableCompileCache(join(folder, 'compiled'));
  } catch (_) {
    // Then there is none.
  }
}

if (Number.parseInt(node, 10) < OLDEST) {
  refuse(`this needs Node ${OLDEST} or newer, and this is Node ${node}.
Get a newer one from https://nodejs.org or with a version manager (nvm install 24), then try again.`);
} else {
  keepCompiled();
  import('../dist/cli.js').catch((error) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND' || !/^Cannot find module .*cli\.js' imported/.test(error.message))
      throw error;
    refuse('the program is not built yet. In its folder, run: npm run build');
  });
}
