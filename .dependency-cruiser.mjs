// The floors of the house (ARCHITECTURE.md): each imports only what stands below it. `npm run layers` checks them.
import { builtinModules } from 'node:module';

/** From the top down. Folders of one floor do not know each other. */
const FLOORS = [
  ['cli'],
  ['load'],
  ['ui', 'output', 'keep'],
  ['compare', 'search'],
  ['index'],
  ['language', 'corpus'],
  ['model', 'hashing'],
];
/** Plain functions over plain data, so that they run in a worker, in a test and behind another store. */
const PURE = ['compare', 'search', 'index', 'language', 'model', 'hashing'];
/** Stands beside the floors: it knows nothing of crisis-tui, and only what talks to a terminal knows it. */
const TERMINAL = 'terminal';
const KNOW_TERMINAL = ['cli', 'ui', 'output', TERMINAL];

/** A pattern for the files of some floors: `src/ui/…`, `src/model.ts`. */
const files = (names) => `^src/(${names.join('|')})[./]`;

const onlyDownwards = FLOORS.flatMap((floor, i) =>
  floor.map((name) => {
    const forbidden = FLOORS.slice(0, i + 1)
      .flat()
      .filter((other) => other !== name);
    const allowed = FLOORS.slice(i + 1).flat();
    return {
      name: `${name}-imports-only-what-is-below`,
      comment: `Of the floors, ${name} may import ${allowed.join(', ') || 'none'}.`,
      severity: 'error',
      from: { path: files([name]) },
      to: { path: forbidden.length > 0 ? files(forbidden) : '^$' },
    };
  }),
);

export default {
  forbidden: [
    ...onlyDownwards,
    {
      name: 'no-cycle',
      comment: 'Two files that need each other are one idea, or a third idea is missing.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'pure-floors-know-no-machine',
      comment: `${PURE.join(', ')}: no node:*, no ink, no react, not even through what they import.`,
      severity: 'error',
      from: { path: files(PURE) },
      to: { reachable: true, path: [`^(node:)?(${builtinModules.join('|')})$`, 'node_modules/(ink|react)[-/]'] },
    },
    {
      name: 'terminal-knows-nothing-of-src',
      comment: 'It could be a package of its own.',
      severity: 'error',
      from: { path: files([TERMINAL]) },
      to: { path: '^src/', pathNot: files([TERMINAL]) },
    },
    {
      name: 'terminal-is-for-what-talks-to-one',
      comment: `Only ${KNOW_TERMINAL.join(', ')} may import it.`,
      severity: 'error',
      from: { path: '^src/', pathNot: files(KNOW_TERMINAL) },
      to: { path: files([TERMINAL]) },
    },
    {
      name: 'every-file-has-a-floor',
      comment: 'A new folder of src needs its place among the FLOORS in .dependency-cruiser.mjs.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/', pathNot: files([...FLOORS.flat(), TERMINAL]) },
    },
    {
      name: 'src-knows-only-src',
      comment: 'Tests, benches and scripts use the program, not the other way round.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: { doNotFollow: { path: 'node_modules' }, moduleSystems: ['es6', 'cjs'] },
};
