import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standingOf } from '../../../src/language/quotes/standing.ts';
import { type Named, quotesIn } from './helper.ts';

const NAMES: readonly Named[] = [
  ['person', 'Vladimir Putin', 'Putin'],
  ['person', 'Donald Trump', 'Trump'],
  ['person', 'Anna Reed', 'Reed'],
  ['person', 'Barack Obama', 'Obama'],
  ['organization', 'White House'],
  ['organization', 'NATO'],
  ['organization', 'The Daily Post', 'Daily Post'],
  ['organization', 'Kremlin'],
  ['place', 'Russia'],
  ['place', 'Ukraine'],
  ['place', 'U.S.'],
  ['place', 'Moscow'],
  ['place', 'Ashton'],
  ['person', 'Md.'],
];

test('standing: persons, groups, bodies, documents and outlets speak; numbers, dates and things do not', () => {
  for (const word of ['official', 'officials', 'spokesman', 'allies', 'report', 'newspaper', 'committee', 'voters'])
    assert.equal(standingOf(word), 'speaks', word);
  for (const word of [
    '3',
    '74',
    'percent',
    'two',
    'time',
    'missiles',
    'test',
    'deal',
    'happiness',
    'Friday'.toLowerCase(),
  ])
    assert.equal(standingOf(word), 'mute', word);
  assert.equal(standingOf('messages'), 'unsure');
});

const SPEAKER: readonly (readonly [rule: string, text: string, words: string, who: string])[] = [
  [
    'a day is no speaker',
    'A report in The Daily Post on December 3, citing an official and a document, said Russia could be planning a war.',
    'Russia could be',
    'A report in The Daily Post',
  ],
  [
    'coordinated subjects are whole',
    'The U.S. and its allies have refused to offer Russia guarantees.',
    'to offer Russia',
    'The U.S. and its allies',
  ],
  [
    'coordinated descriptions are whole',
    'U.S. officials and military analysts have predicted that the war will begin in May.',
    'the war will begin',
    'U.S. officials and military analysts',
  ],
  [
    'two names are whole',
    'The war will end in May, the White House and the Kremlin have confirmed.',
    'The war will end',
    'the White House and the Kremlin',
  ],
  [
    'a participle goes on with the main clause, not with one inside it',
    'The U.S. and its allies have refused to offer Russia the guarantees that Putin wants, citing NATO’s principle that membership is open to all.',
    'NATO’s principle',
    'The U.S. and its allies',
  ],
  [
    'a participle goes on with who said, not with who is spoken of',
    'Reed said Putin sought attention and more, adding that the war would end.',
    'the war would end',
    'Anna Reed|Reed',
  ],
  [
    'who demands, says',
    'Moscow submitted documents this month demanding that NATO deny accession to Ukraine.',
    'NATO deny accession',
    'Moscow',
  ],
  [
    'of a predicate, the one it is said of',
    'Trump is a liar, rampant misogynist and birther who has repeatedly pledged to ban all visitors.',
    'to ban all visitors',
    'Donald Trump|Trump',
  ],
  [
    'a state is no "who"',
    'Anna Reed, 59, of Ashton, Md., who watched the ceremony, said the event brought back memories.',
    'the event brought',
    'Anna Reed',
  ],
  [
    'who works for somebody is not that somebody',
    'In recent days, advisers to Mr. Obama say, the mood has changed.',
    'the mood has',
    'advisers to Mr. Obama',
  ],
  [
    'a colon after a place is no label',
    'Reed asks what Trump knew about aides seeking help from Moscow: “What did you know of all this?”',
    'What did you',
    'Anna Reed|Reed',
  ],
];

for (const [rule, text, words, who] of SPEAKER) {
  test(`speaker: ${rule}`, () => {
    const all = quotesIn(text, NAMES);
    const found = all.find((quote) => quote.text.some((span) => span.includes(words)));
    assert.ok(found, JSON.stringify(all));
    assert.match(found.who, new RegExp(`^(?:${who})$`), JSON.stringify(found));
  });
}

const NO_QUOTE: readonly (readonly [rule: string, text: string])[] = [
  ['claimed lives', 'Russia is backing separatists in a long conflict that has claimed more than 13,200 lives.'],
  [
    'kept something up',
    'Despite a warning that a war would cost him much, Putin has maintained the presence of troops.',
  ],
  ['a thing that indicates', 'The test was the first time the missiles were fired, indicating the end of the tests.'],
  [
    '"that" of a noun',
    'Russia is threatening the possibility of an invasion of a partner nation that is not a member.',
  ],
  ['a number', 'In all, 74 percent said they were set on their choice.'],
  ['what is not said', 'Trump did not answer questions about whether he has spoken with Reed.'],
  ['a gloss', 'Reed laughed at it, referring to an old story.'],
  ['reason as a noun', 'Reed also has reason to believe Trump might have known of the links.'],
];

for (const [rule, text] of NO_QUOTE) test(`no quote: ${rule}`, () => assert.deepEqual(quotesIn(text, NAMES), []));

test('a direct quote has no word from outside of its marks', () => {
  for (const tail of ['sheepishly after getting a kiss from Putin', 'when asked by reporters about the deal']) {
    const [found] = quotesIn(`“I like him a lot,” Trump said ${tail}. “It will be good.”`, NAMES);
    assert.equal(found?.kind, 'direct');
    assert.deepEqual(found?.text, ['I like him a lot,', 'It will be good.']);
  }
});

test('a question in marks ends where its marks end', () => {
  const [found] = quotesIn(
    'Reed asked: “What did you know of any outreach?” No such outreach has been revealed.',
    NAMES,
  );
  assert.deepEqual(found?.text, ['What did you know of any outreach?']);
  assert.equal(found?.kind, 'direct');
});
