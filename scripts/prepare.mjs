// npm runs this after `npm install` and before `npm pack`; and when `npx crisis-tui` is the first thing said in a
// fresh clone, before anything is installed. To fail there would leave npx with half a link, and every later
// `npx crisis-tui` broken: so it installs first, which builds too.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const isNpxInFreshClone = process.env.npm_command === 'exec' && !existsSync('node_modules/esbuild');
const words = isNpxInFreshClone ? ['install'] : ['run', 'build'];
const { status } = spawnSync('npm', words, { stdio: 'inherit', shell: process.platform === 'win32' });
process.exitCode = status ?? 1;
