import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acronymsOf, isAcronym, personWords, soundAlike, thingKey } from '../../../src/language/names/forms.ts';
import { compatibleNames } from '../../../src/language/names/people.ts';

const words = (name: string) => personWords(name);

test('titles, suffixes, stops, accents and possessives are no part of a person’s name', () => {
  assert.deepEqual(words('Secretary of State'), ['of', 'state']);
  assert.deepEqual(words('Mr. Orsolo'), ['orsolo']);
  assert.deepEqual(words('President Márta V. Kovač’s'), ['marta', 'v', 'kovac']);
  assert.deepEqual(words('Henry Okafor Jr.'), ['henry', 'okafor']);
  assert.deepEqual(words('King George III'), ['george', 'iii']);
  assert.deepEqual(words('George H.W. Okafor'), ['george', 'h', 'w', 'okafor']);
  assert.deepEqual(words('Judge'), ['judge']);
});

test('spellings of one last name sound alike, short or different names do not', () => {
  for (const other of ['Zeleskyy', 'Zelenskiy', 'Zelenskyy'])
    assert.ok(soundAlike('zelensky', other.toLowerCase()), other);
  assert.ok(!soundAlike('iran', 'iraq'));
  assert.ok(!soundAlike('zelensky', 'yelensky'));
  assert.ok(!soundAlike('putin', 'pushin'));
});

test('full names are compatible by initial, short form and spelling, and told apart by first and middle names', () => {
  const same = (a: string, b: string) => compatibleNames(words(a), words(b));
  assert.ok(same('Antony J. Blinken', 'Antony Blinken'));
  assert.ok(same('A. Blinken', 'Antony Blinken'));
  assert.ok(same('Joe Biden', 'Joseph R. Biden Jr.'));
  assert.ok(same('Aleksandr G. Lukashenko', 'Alexander Lukashenko'));
  assert.ok(!same('Bill Clinton', 'Hillary Clinton'));
  assert.ok(!same('George W. Bush', 'George H. Bush'));
  assert.ok(!same('Kim Jong Un', 'Kim Jong Il'));
  assert.ok(!same('George W. Bush', 'George H.W. Bush'));
  assert.ok(same('George W. Bush', 'George Bush'));
  assert.ok(!same('Marco Orsolo', 'Mario Orsolo'));
  assert.ok(!same('Daniel Orsolo', 'Daniela Orsolo'));
  assert.ok(!same('M. Dane Orsolo', 'Maxine Orsolo'));
  assert.ok(!same('J.J. Orsolo', 'Jonah Orsolo'));
  assert.ok(!same('Mohamed Farid Ali', 'Mohammad Ali'));
  assert.ok(same('Mohamed Orsolo', 'Mohammed Orsolo'));
});

test('company forms and articles are left out of the key of a thing', () => {
  assert.equal(thingKey('The Orsolo Motor Corp.'), 'orsolo');
  assert.equal(thingKey('General Motors Corporation'), 'general motors');
  assert.equal(thingKey('the U.S.'), 'us');
  assert.equal(thingKey('Kremlin’s'), 'kremlin');
});

test('acronyms come with and without the small words', () => {
  assert.deepEqual(acronymsOf('national security council'), ['nsc']);
  assert.ok(acronymsOf('organization for security & cooperation in europe').includes('osce'));
  assert.ok(isAcronym('U.N.'));
  assert.ok(!isAcronym('Nato'));
});
