// Node's own modules, taken by `require` where they are used. An `import` of one makes a view of all it exports, and to
// look at everything that `process` or `fs` export loads dozens of Node's modules that nobody asked for: 15 ms of start.
import { builtinModules, createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const NAMES = new Set(builtinModules);
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** What every file of the bundle begins with: `require`, for Node's modules and for dependencies that are CommonJS. */
export const REQUIRE = "import{createRequire as $require}from'node:module';const require=$require(import.meta.url);";

/** An esbuild plugin. */
export const builtins = {
  name: 'builtins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:node:)?[a-z_0-9/]+$/ }, ({ path, kind, namespace }) => {
      const name = path.replace(/^node:/, '');
      if (!NAMES.has(name)) return undefined;
      if (namespace === 'builtin' || kind !== 'import-statement') return { path: `node:${name}`, external: true };
      return { path: name, namespace: 'builtin', sideEffects: false };
    });
    onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({ contents: viewOf(`node:${path}`) }));
  },
};

/** A module that has all exports of one of Node's; the bundler drops those that nobody uses. */
function viewOf(name) {
  const keys = Object.keys(require(name)).filter((key) => IDENTIFIER.test(key) && key !== 'default');
  const exported = keys.map((key) => `const $${key} = /* @__PURE__ */ at('${key}'); export { $${key} as ${key} };`);
  return [`const it = require('${name}');`, 'const at = (key) => it[key];', 'export default it;', ...exported].join(
    '\n',
  );
}
