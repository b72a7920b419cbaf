// Loaded before every test file (`npm test`): the same commit has the same properties tried on the same values, so that a
// red build is red again when it is looked at. Other values: `PROPERTY_SEED=7 npm test`; far more of them: `npm run fuzz`.
import { configureGlobal } from 'fast-check';

configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20211230) });
