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
  const module = process.getBuiltinModule && process.getBuiltinModule('node:module');
  const { isAbsolute, join } = (module && process.getBuiltinModule('node:path')) || {};
  if (!module || !module.enableCompileCache) return;
  const caches = [XDG_CACHE_HOME, HOME && join(HOME, '.cache'), process.platform === 'win32' && LOCALAPPDATA];
  const cache = caches.find((folder) => folder && isAbsolute(folder));
  if (cache) module.enableCompileCache(join(cache, 'crisis-tui', 'compiled'));
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
