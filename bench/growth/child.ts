// One process that runs what it is told, so that what hangs can be killed: see bench/growth.ts.
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { patchedSource } from '../../scripts/build/patches.mjs';
import { INPUTS } from './inputs.ts';
import { LINES } from './stages.ts';

// The parsers of XML and of letters are measured as the build has them. They are loaded when there is one.
registerHooks({
  load(url, context, next) {
    const source = /\/(?:fast-xml-parser|postal-mime)\//.test(url) ? patchedSource(fileURLToPath(url)) : undefined;
    return source === undefined ? next(url, context) : { format: 'module', source, shortCircuit: true };
  },
});

/** What is asked for, and the milliseconds of processor time of each stage. */
export interface Asked {
  readonly line: string;
  readonly input: string;
  readonly size: number;
}
export type Took = Readonly<Record<string, number>>;

process.on('message', async ({ line, input, size }: Asked) => {
  const text = INPUTS[input]!(size);
  const took: Record<string, number> = {};
  let doing = '';
  try {
    await LINES[line]!(text, async (name, work) => {
      doing = name;
      process.send?.({ doing });
      const before = process.cpuUsage();
      try {
        return await work();
      } finally {
        const { user, system } = process.cpuUsage(before);
        took[name] = (user + system) / 1000;
      }
    });
    process.send?.({ took });
  } catch (error) {
    process.send?.({ took, failed: `${doing}: ${error instanceof Error ? error.message : error}` });
  }
});
