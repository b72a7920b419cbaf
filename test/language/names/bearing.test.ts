import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bearingOf } from '../../../src/language/names/bearing.ts';

const beside = (text: string, name: string) => {
  const start = text.lastIndexOf(name);
  return bearingOf(text, start, start + name.length);
};

test('courtesy before a name tells men from women', () => {
  assert.equal(beside('Then Mr. Orsolo spoke.', 'Orsolo').gender, 'm');
  assert.equal(beside('Then Mrs. Orsolo spoke.', 'Orsolo').gender, 'f');
  assert.equal(beside('Then Senator Orsolo spoke.', 'Orsolo').gender, null);
});

test('the office before a name is read, however it is shortened', () => {
  assert.equal(beside('Then Sen. Orsolo spoke.', 'Orsolo').title, 'senator');
  assert.equal(beside('Then President-elect Orsolo spoke.', 'Orsolo').title, 'president');
  assert.equal(beside('Then old Orsolo spoke.', 'Orsolo').title, null);
});

test('who is introduced as wife, child or sibling is of another, husbands and fathers are heads', () => {
  for (const text of [
    'He came with his wife, Ada Orsolo.',
    'President Orsolo and Ada Orsolo waved.',
    'Ada Orsolo, the first lady, waved.',
    'Ada Orsolo, the president’s eldest daughter, waved.',
    'His daughters, Bea Orsolo and Ada Orsolo, waved.',
    'First lady Ada Orsolo waved.',
  ])
    assert.equal(beside(text, 'Ada Orsolo').kin, 'of another', text);
  assert.equal(beside('Her husband, Ben Orsolo, waved.', 'Ben Orsolo').kin, 'head');
  for (const text of ['Ada Orsolo, whose wife waved, left.', 'His wife left. Ada Orsolo stayed.'])
    assert.equal(beside(text, 'Ada Orsolo').kin, null, text);
});

test('a single name beside a full one is read', () => {
  assert.equal(beside('So then Ben and Ada Orsolo waved.', 'Ada Orsolo').beside, 'ben');
  assert.equal(beside('Then Ben Okafor and Ada Orsolo waved.', 'Ada Orsolo').beside, null);
});

test('a suffix is read in the name, after it and behind a comma', () => {
  assert.equal(beside('So Ben Orsolo Jr. said.', 'Ben Orsolo Jr.').suffix, 'jr');
  assert.equal(beside('So Ben Orsolo Jr. said.', 'Ben Orsolo').suffix, 'jr');
  assert.equal(beside('So Ben Orsolo, Sr., said.', 'Ben Orsolo').suffix, 'sr');
  assert.equal(beside('So Ben Orsolo III said.', 'Ben Orsolo').suffix, 'iii');
  assert.equal(beside('So Ben Orsolo said.', 'Ben Orsolo').suffix, null);
});
