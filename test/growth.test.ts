// That nothing hangs: hostile texts of some length through every reader and stage, in a process that is ended when it
// takes far longer than it ever should. How time grows is measured by `npm run bench growth`.
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { test } from 'node:test';
import type { Asked } from '../bench/growth/child.ts';
import { INPUTS } from '../bench/growth/inputs.ts';
import { LINES } from '../bench/growth/stages.ts';

/** Characters of each input: what is worse than quadratic shows here; what is quadratic, in the bench. */
const SIZE = 400;

for (const line of Object.keys(LINES))
  test(`no hostile text keeps ${line} from ending, and none breaks it`, async () => {
    const child = fork(new URL('../bench/growth/child.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
    try {
      let doing = '';
      const failed: string[] = [];
      for (const input of Object.keys(INPUTS)) {
        doing = input;
        const answer = await new Promise<{ failed?: string }>((resolve, reject) => {
          const ended = () => reject(new Error(`ended at ${doing}`));
          child.once('exit', ended);
          const hear = (said: { took?: object; failed?: string }) => {
            if (!said.took) return;
            child.off('message', hear);
            child.off('exit', ended);
            resolve(said);
          };
          child.on('message', hear);
          child.send({ line, input, size: SIZE } satisfies Asked);
        });
        if (answer.failed) failed.push(`${input}: ${answer.failed}`);
      }
      assert.deepEqual(failed, []);
    } finally {
      child.kill('SIGKILL');
    }
  });
