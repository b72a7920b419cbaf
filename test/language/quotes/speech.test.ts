import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quotesIn } from './helper.ts';

const NOT_SPEECH: readonly (readonly [what: string, text: string])[] = [
  ['a word held at a distance', 'The so-called “experts” were late again.'],
  ['a nickname', 'William “Bill” Clinton was in Paris.'],
  ['a title of a work', 'The film “Gone With the Wind” was shown twice.'],
  ['a word as a word', 'The term “hybrid” has two meanings.'],
  ['what something is known as', 'The city was known as the “capital of the revolution” for years.'],
];

for (const [what, text] of NOT_SPEECH)
  test(`no quote: ${what}`, () =>
    assert.deepEqual(
      quotesIn(text).filter(({ kind }) => kind !== 'indirect'),
      [],
    ));

test('direct, mixed and indirect, with their contents to the character', () => {
  const [direct] = quotesIn('“We go,” the minister said.');
  assert.deepEqual([direct?.kind, direct?.text, direct?.cue], ['direct', ['We go,'], 'said']);
  const [mixed] = quotesIn('The minister said the talks were “a waste of time” for everybody.');
  assert.deepEqual([mixed?.kind, mixed?.text], ['mixed', ['the talks were “a waste of time” for everybody']]);
  const [ends] = quotesIn('The minister said the talks were “a waste of time.”');
  assert.deepEqual(ends?.text, ['the talks were “a waste of time.”']);
  const [starts] = quotesIn('The minister said “a waste of time” was what the talks had been.');
  assert.deepEqual(starts?.text, ['“a waste of time” was what the talks had been']);
  const [two] = quotesIn('The minister said “a waste” of time and “a shame.”');
  assert.deepEqual(two?.text, ['“a waste” of time and “a shame.”']);
  const [open] = quotesIn('The minister said the talks were “a waste of time.');
  assert.deepEqual(open?.text, ['the talks were “a waste of time.']);
  const [indirect] = quotesIn('The minister told reporters on Friday that the talks were over.');
  assert.deepEqual([indirect?.kind, indirect?.text], ['indirect', ['the talks were over']]);
});

test('a quote broken by its cue is one quote of two spans', () => {
  const quotes = quotesIn('“We go,” the minister said. “We do not wait.”');
  assert.equal(quotes.length, 1);
  assert.deepEqual(quotes[0]?.text, ['We go,', 'We do not wait.']);
});

test('a quote over paragraphs is one quote', () => {
  const quotes = quotesIn('“We go,” the minister said. “We do not wait.\n\n“We act.\n\n“We win.”');
  assert.equal(quotes.length, 1);
  assert.deepEqual(quotes[0]?.text, ['We go,', 'We do not wait.', 'We act.', 'We win.']);
});

const INDIRECT: readonly (readonly [text: string, content: string])[] = [
  ['The minister vowed to end the war.', 'to end the war'],
  ['The plan is dead, the minister said on Friday.', 'The plan is dead'],
  ['Talks, the minister said, will go on.', 'Talks'],
  ['The minister accused the army of war crimes.', 'the army of war crimes'],
  ['The minister praised the plan.', 'the plan'],
  ['According to the minister, the plan is dead.', 'the plan is dead'],
  ['The minister warned that the plan was dead, but the army moved on.', 'the plan was dead'],
  ['A poll showed that voters were tired.', 'voters were tired'],
  ['A poll released Tuesday showed that voters were tired.', 'voters were tired'],
  ['Nobody believed the minister’s claim that the war was over.', 'the war was over'],
  ['The war, which began in 2014, was lost, the minister said.', 'The war, which began in 2014, was lost'],
];

for (const [text, content] of INDIRECT)
  test(`indirect: ${text}`, () => {
    const [found] = quotesIn(text);
    assert.equal(found?.kind, 'indirect');
    assert.equal(found?.text[0], content);
  });
