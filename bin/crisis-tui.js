#!/usr/bin/env node
// Starts the built program. A Node far too old to run that must still be able to read this file and say so:
// syntax of 2015, and no import but the one that is made after the check.
const OLDEST = 20;
const { node } = process.versions;

function refuse(message) {
  process.stderr.write(`crisis-tui: ${message}\n`);
  process.exit(2);
}

if (Number.parseInt(node, 10) < OLDEST) {
  refuse(`this needs Node ${OLDEST} or newer, and this is Node ${node}.
Get a newer one from https://nodejs.org or with a version manager (nvm install 24), then try again.`);
} else {
  import('../dist/cli.js').catch((error) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND' || !/^Cannot find module .*cli\.js' imported/.test(error.message))
      throw error;
    refuse('the program is not built yet. In its folder, run: npm run build');
  });
}
