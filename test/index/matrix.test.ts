import assert from 'node:assert/strict';
import { test } from 'node:test';
import { speakerOf } from '../../src/index/access.ts';
import { withCopiesCounted } from '../../src/index/counting.ts';
import { linksOf } from '../../src/index/links.ts';
import { cellDigits, type MatrixOrder, quoteMatrix } from '../../src/index/matrix.ts';
import { indexFrom, seedIndex } from '../corpora.ts';
import { WIRE } from '../wire.ts';

const index = await seedIndex();
const links = linksOf(index);
const nameOf =
  (of = index, from = links) =>
  (outlet: number) =>
    of.articles[from.outletOf.indexOf(outlet)]?.article.outlet?.value ?? '';
const matrixOf = (speakers: MatrixOrder = 'by count', outlets: MatrixOrder = 'by count') =>
  quoteMatrix(index, links.quotes, links.outletOf, nameOf(), { speakers, outlets });

test('every quote is in the cell of its speaker and outlet, sure ones apart from guesses', () => {
  const matrix = matrixOf();
  let count = 0;
  for (const [row, speaker] of matrix.speakers.entries())
    for (const [column, { sure, guesses, copied }] of (matrix.cells[row] ?? []).entries()) {
      assert.deepEqual(copied, []);
      for (const ref of [...sure, ...guesses]) {
        const who = speakerOf(index, ref);
        assert.equal(who.kind, speaker.kind);
        if (who.kind === 'named') assert.equal(who.entity, speaker.entity);
        assert.equal(links.outletOf[ref.article], matrix.outlets[column]);
        assert.equal(who.guess, guesses.includes(ref));
        count++;
      }
    }
  assert.equal(count, links.quotes.length);
});

test('speakers and outlets stand by count or by name; who has no name comes last', () => {
  const sums = (matrix: ReturnType<typeof matrixOf>) =>
    matrix.cells.map((row) => row.reduce((sum, { sure }) => sum + sure.length, 0));
  const byCount = matrixOf();
  const named = byCount.speakers.filter(({ kind }) => kind === 'named').length;
  const counts = sums(byCount).slice(0, named);
  assert.deepEqual(
    counts,
    [...counts].sort((a, b) => b - a),
  );
  assert.deepEqual(
    byCount.speakers.slice(named).map(({ kind }) => kind),
    ['anonymous', 'unknown'].slice(0, byCount.speakers.length - named),
  );
  const byName = matrixOf('by name', 'by name');
  const names = byName.speakers.slice(0, named).map(({ name }) => name);
  assert.deepEqual(
    names,
    [...names].sort((a, b) => a.localeCompare(b, 'en', { sensitivity: 'base', numeric: true })),
  );
  const outlets = byName.outlets.map(nameOf());
  assert.deepEqual(
    outlets,
    [...outlets].sort((a, b) => a.localeCompare(b, 'en', { sensitivity: 'base' })),
  );
});

test('the quotes of a copy count once, at the outlet where its text is counted', () => {
  const of = (its: ReturnType<typeof indexFrom>) => {
    const wired = linksOf(its);
    const matrix = quoteMatrix(its, wired.quotes, wired.outletOf, nameOf(its, wired), {
      speakers: 'by count',
      outlets: 'by name',
    });
    const row = matrix.speakers.findIndex(({ name }) => name === 'Anna Holm');
    return Object.fromEntries(
      matrix.outlets.map((outlet, i) => [nameOf(its, wired)(outlet), cellDigits(matrix.cells[row]![i]!)]),
    );
  };
  const wire = indexFrom(WIRE);
  const once = of(wire);
  assert.match(once['The Courier'] ?? '', /^≡\d$/);
  assert.match(once['The Mirror'] ?? '', /^≡\d$/);
  assert.match(once['The Herald'] ?? '', /^\d/);
  assert.match(once['The Post'] ?? '', /^\d/);
  assert.ok(!Object.values(of(withCopiesCounted(wire))).some((digits) => digits.includes('≡')));
});

test('a cell in digits', () => {
  const refs = (count: number) => Array.from({ length: count }, (_, item) => ({ article: 0, item }));
  const cell = (sure: number, guesses: number, copied: number) =>
    cellDigits({ sure: refs(sure), guesses: refs(guesses), copied: refs(copied) });
  assert.deepEqual(
    [cell(3, 0, 0), cell(3, 1, 2), cell(0, 2, 0), cell(0, 0, 2), cell(0, 0, 0)],
    ['3', '3+1?', '2?', '≡2', ''],
  );
});
