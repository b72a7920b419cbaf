// What dependencies do when they are loaded and nobody here needs. Each patch says what it saves; a dependency that has
// changed, so that a patch does not fit any more, ends the build.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ours = (file) => JSON.stringify(fileURLToPath(new URL(`../../src/terminal/${file}`, import.meta.url)));

const PATCHES = [
  // Tables of graphemes are read when a text needs them, and not whenever Ink is loaded: 10 ms.
  ...[
    /[\\/]ink[\\/]build[\\/]line-update\.js$/,
    /[\\/]@alcalzone[\\/]ansi-tokenize[\\/]build[\\/]tokenize\.js$/,
    /[\\/]slice-ansi[\\/]tokenize-ansi\.js$/,
    /[\\/]wrap-ansi[\\/]index\.js$/,
    /[\\/]cli-truncate[\\/]index\.js$/,
  ].map((file) => ({
    file,
    imports: `import { LazySegmenter } from ${ours('segmenter.ts')};`,
    changes: [['new Intl.Segmenter(', 'new LazySegmenter(']],
  })),
  {
    // The same; and of whatever is not ASCII it asks Unicode's list of emoji: 20 ms at the first “, 5 ms without any.
    file: /[\\/]string-width[\\/]index\.js$/,
    imports: `import { NARROW } from ${ours('narrow.ts')}; import { LazySegmenter } from ${ours('segmenter.ts')};`,
    changes: [
      ['new Intl.Segmenter(', 'new LazySegmenter('],
      ['if (/^[\\u0020-\\u007E]*$/.test(string)) {', 'if (ambiguousIsNarrow && NARROW.test(string)) {'],
      ['const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;', 'let rgiEmoji;'],
      ['rgiEmojiRegex.test(segment)', '(rgiEmoji ??= /^\\p{RGI_Emoji}$/v).test(segment)'],
    ],
  },
  {
    // Of a frame only the cells that change are written, not whole lines: 5,000 bytes become 2,300.
    file: /[\\/]ink[\\/]build[\\/]log-update\.js$/,
    imports: `import { framesOn } from ${ours('frames.ts')};`,
    changes: [['? createIncremental(stream, { showCursor })', '? framesOn(stream)']],
  },
  {
    // Lines are put together of whole texts, not of cells: two thirds of the time of a frame.
    file: /[\\/]ink[\\/]build[\\/]output\.js$/,
    imports: `import { joining } from ${ours('side-by-side.ts')};`,
    changes: [
      ['export default class Output {', 'class Output {'],
      ['//# sourceMappingURL', 'export default joining(Output);\n//# sourceMappingURL'],
    ],
  },
  // What is asked of every text in every frame is remembered, and not asked of each in three ways.
  {
    file: /[\\/]ink[\\/]build[\\/]sanitize-ansi\.js$/,
    imports: `import { sanitizing } from ${ours('measured.ts')};`,
    changes: [['export default sanitizeAnsi;', 'export default sanitizing(sanitizeAnsi);']],
  },
  ...[/[\\/]ink[\\/]build[\\/]render-node-to-output\.js$/, /[\\/]ink[\\/]build[\\/]measure-text\.js$/].map((file) => ({
    file,
    imports: `import { widestOf } from ${ours('measured.ts')};`,
    changes: [["import widestLine from 'widest-line';", 'const widestLine = widestOf;']],
  })),
  {
    // Text is taken up to the next tag and not letter by letter: of 10 MB of it that would be 320 MB of letters joined.
    file: /[\\/]fast-xml-parser[\\/]src[\\/]xmlparser[\\/]OrderedObjParser\.js$/,
    changes: [
      [
        'textData += xmlData[i];',
        "const tag = xmlData.indexOf('<', i); const end = tag < 0 ? xmlLen : tag; textData += xmlData.substring(i, end); i = end - 1;",
      ],
    ],
  },
  {
    // The lines of a letter are joined as bytes, and not each made a part of a Blob: 1 MB of empty ones took 6 s.
    file: /[\\/]postal-mime[\\/]dist[\\/]esm[\\/]pass-through-decoder\.js$/,
    imports: 'const NEWLINE = Uint8Array.of(10);',
    changes: [
      ['this.chunks = [];', 'this.chunks = []; this.joined = [];'],
      [
        "this.chunks.push('\\n');",
        'if (this.chunks.push(NEWLINE) > 4000) this.joined.push(Buffer.concat(this.chunks.splice(0)));',
      ],
      ['new Blob(this.chunks,', 'new Blob([...this.joined, Buffer.concat(this.chunks)],'],
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
      ["import { execFile } from 'node:child_process';", ''],
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
    for (const { file } of PATCHES) onLoad({ filter: file }, ({ path }) => ({ contents: patchedSource(path) }));
  },
};

/** The source of a module as the build has it, where it has another. */
export function patchedSource(path) {
  const patch = PATCHES.find(({ file }) => file.test(path));
  return patch && `${patch.imports ?? ''}${patched(readFileSync(path, 'utf8'), patch.changes, path)}`;
}

/** A source with each change made, at the one place where it fits. */
function patched(source, changes, path) {
  return changes.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`${path} has changed: ${from} is not there once`);
    return text.replace(from, () => to);
  }, source);
}
