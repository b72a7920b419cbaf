// What dependencies do when they are loaded and nobody here needs. Each patch says what it saves; a dependency that has
// changed, so that a patch does not fit any more, ends the build.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const NARROW = fileURLToPath(new URL('../../src/terminal/narrow.ts', import.meta.url));

const PATCHES = [
  {
    // string-width asks Unicode's list of emoji of whatever is not ASCII: 20 ms at the first “.
    file: /[\\/]string-width[\\/]index\.js$/,
    changes: [
      [
        "import stripAnsi from 'strip-ansi';",
        `import stripAnsi from 'strip-ansi'; import { NARROW } from ${JSON.stringify(NARROW)};`,
      ],
      ['if (/^[\\u0020-\\u007E]*$/.test(string)) {', 'if (ambiguousIsNarrow && NARROW.test(string)) {'],
    ],
  },
  {
    // meow is given the package, and would load what reads and mends any: licences, semver, child processes; 10 ms.
    file: /[\\/]meow[\\/]build[\\/]options\.js$/,
    changes: [
      ["import { a as readPackageUpSync, n as normalizePackageData } from './dependencies.js';", ''],
      [/options\.pkg \?\? readPackageUpSync\(\{.*?\}\)\?\.packageJson;/s, 'options.pkg;'],
      ['normalizePackageData(pkg);', ''],
    ],
  },
  {
    file: /[\\/]meow[\\/]build[\\/]dependencies\.js$/,
    changes: [
      ['promisify(execFile);', ''],
      ['= requireNormalize();', '= /* @__PURE__ */ requireNormalize();'],
      ['= getDefaultExportFromCjs(normalizeExports);', '= /* @__PURE__ */ getDefaultExportFromCjs(normalizeExports);'],
      ['= requireLib$1();', '= /* @__PURE__ */ requireLib$1();'],
    ],
  },
];

/** An esbuild plugin. */
export const patches = {
  name: 'patches',
  setup({ onLoad }) {
    for (const { file, changes } of PATCHES)
      onLoad({ filter: file }, ({ path }) => ({ contents: patched(readFileSync(path, 'utf8'), changes, path) }));
  },
};

/** A source with each change made, at the one place where it fits. */
function patched(source, changes, path) {
  return changes.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`${path} has changed: ${from} is not there once`);
    return text.replace(from, () => to);
  }, source);
}
