// Proves that no regular expression of src takes more than linear time: `npm run expressions`, which proves what is new,
// or `npm run expressions -- --all`. What was proved is kept in scripts/expressions/proved.json; a test says when one is
// not in it.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findExpressions } from './expressions/find.ts';
import { keyOf, type Proof, proveAndSearch } from './expressions/prove.ts';

process.env['RECHECK_SYNC_BACKEND'] = 'pure';
const KEPT = fileURLToPath(new URL('expressions/proved.json', import.meta.url));
const before: Readonly<Record<string, Proof>> = process.argv.includes('--all')
  ? {}
  : JSON.parse(readFileSync(KEPT, 'utf8'));
const { expressions, made, unprovable } = await findExpressions(fileURLToPath(new URL('..', import.meta.url)));
const proved: Record<string, Proof> = {};
const refused: string[] = unprovable.map((file) => `${file} makes an expression while it runs`);
for (const expression of expressions) {
  const key = keyOf(expression);
  const kept = before[key];
  const found = kept ? { proof: kept } : proveAndSearch(expression);
  if ('proof' in found) proved[key] = found.proof;
  else
    refused.push(
      `${expression.files.join(', ')}: /${expression.source}/${expression.flags} is not linear (${found.against})`,
    );
}
writeFileSync(KEPT, `${JSON.stringify(Object.fromEntries(Object.entries(proved).sort()), null, 2)}\n`);
const count = (proof: Proof) => Object.values(proved).filter((each) => each === proof).length;
console.log(
  `${expressions.length} expressions, ${made} of them made of pieces: ${count('linear')} proved linear, ${count('bounded')} bounded, ${refused.length} refused`,
);
for (const line of refused) console.log(line);
process.exitCode = refused.length > 0 ? 1 : 0;
