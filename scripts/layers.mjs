// Checks the floors of src with dependency-cruiser: `node scripts/layers.mjs [FOLDER]`.
import { resolve } from 'node:path';
import ruleSet from '../.dependency-cruiser.mjs';
import { cruiseSources } from './imports.mjs';

const { output, exitCode } = await cruiseSources(resolve(process.argv[2] ?? '.'), {
  ruleSet,
  validate: true,
  outputType: 'err-long',
  ...ruleSet.options,
});
process.stdout.write(output);
process.exitCode = exitCode === 0 ? 0 : 1;
