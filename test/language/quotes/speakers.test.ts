import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Named, quotesIn } from './helper.ts';

const BIDEN: Named = ['person', 'President Joe Biden', 'Joe Biden', 'Mr. Biden', 'Biden'];
const PRICE: Named = ['person', 'Ned Price', 'Mr. Price', 'Price'];
const HORNE: Named = ['person', 'Emily Horne', 'Horne'];
const MERKEL: Named = ['person', 'Angela Merkel', 'Merkel'];
const KREMLIN: Named = ['organization', 'Kremlin'];
const NAMES = [BIDEN, PRICE, HORNE, MERKEL, KREMLIN];

interface Case {
  readonly rule: string;
  readonly text: string;
  /** Words of the quote that is meant. */
  readonly quote: string;
  readonly who: string;
  readonly kind?: 'direct' | 'mixed' | 'indirect';
  readonly as?: string;
}

const CASES: readonly Case[] = [
  {
    rule: 'subject after the quote',
    text: '“We go,” Price said.',
    quote: 'We go,',
    who: 'Ned Price|Price',
    kind: 'direct',
  },
  { rule: 'inversion', text: '“We go,” said Price, who was in Paris.', quote: 'We go', who: 'Price' },
  { rule: 'subject before', text: 'Price said, “We go.”', quote: 'We go', who: 'Price', kind: 'direct' },
  { rule: 'colon', text: 'Price told reporters in Paris: “We go.”', quote: 'We go', who: 'Price' },
  { rule: 'colon at the end of a paragraph', text: 'Price wrote:\n\n“We go.”', quote: 'We go', who: 'Price' },
  {
    rule: 'title and name',
    text: 'State Department spokesman Ned Price said “we go.”',
    quote: 'we go',
    who: 'Ned Price',
  },
  { rule: 'fullest name', text: 'Ned Price was in Paris. “We go,” Mr. Price said.', quote: 'We go', who: 'Ned Price' },
  {
    rule: 'apposition before the verb',
    text: '“We go,” Price, a spokesman for the State Department, said.',
    quote: 'We go',
    who: 'Price',
  },
  {
    rule: 'apposition that names',
    text: '“We go,” the department’s spokesman, Ned Price, said.',
    quote: 'We go',
    who: 'Ned Price',
  },
  {
    rule: 'apposition that names, after the verb',
    text: '“We go,” said a spokesman, Ned Price.',
    quote: 'We go',
    who: 'Ned Price',
  },
  { rule: 'who-clause', text: '“We go,” said Price, who told nobody else.', quote: 'We go', who: 'Price' },
  { rule: 'relative', text: 'It was Ned Price, who said that “we go.”', quote: 'we go', who: 'Ned Price' },
  {
    rule: 'according to, after',
    text: 'Talks are “on course,” according to Angela Merkel.',
    quote: 'Talks are',
    who: 'Angela Merkel',
    kind: 'mixed',
  },
  {
    rule: 'according to, before',
    text: 'According to Merkel, talks are “well on course.”',
    quote: 'talks are',
    who: 'Merkel',
  },
  {
    rule: 'according to beats a nearer verb',
    text: 'Mr. Biden repeated “the whole of the promise,” according to Ned Price.',
    quote: 'the whole of',
    who: 'Ned Price',
  },
  {
    rule: 'what was said in so many words stays the speaker’s',
    text: '“We go,” Merkel said, according to Price.',
    quote: 'We go',
    who: 'Merkel',
  },
  {
    rule: 'speech inside speech',
    text: 'Biden would make clear that “we are ready to act,” the official said.',
    quote: 'we are ready',
    who: 'the official',
    kind: 'mixed',
  },
  {
    rule: 'speech inside speech, before',
    text: 'An official said that Biden would make clear that “we are ready to act.”',
    quote: 'we are ready',
    who: 'An official',
  },
  { rule: 'second half', text: '“We go,” Merkel said. “We do not wait.”', quote: 'We do not wait', who: 'Merkel' },
  {
    rule: 'second half without a stop',
    text: '“We go,” Merkel said, “and we do not wait.”',
    quote: 'and we do not',
    who: 'Merkel',
  },
  {
    rule: 'over paragraphs',
    text: '“We go,” Merkel said. “We do not wait.\n\n“We act.”',
    quote: 'We act',
    who: 'Merkel',
  },
  {
    rule: 'carried on to the next paragraph',
    text: '“We go,” Merkel said.\n\n“We do not wait for them.”',
    quote: 'We do not wait',
    who: 'Merkel',
  },
  {
    rule: 'carried on by an added participle',
    text: 'Merkel said that talks were on, adding that “we do not wait.”',
    quote: 'we do not wait',
    who: 'Merkel',
  },
  {
    rule: 'joined verb',
    text: 'When asked whom she saw, Merkel smiled and said, “I saw nobody at all.”',
    quote: 'I saw nobody',
    who: 'Merkel',
  },
  { rule: 'passive', text: '“We go,” Merkel was quoted as saying.', quote: 'We go', who: 'Merkel' },
  { rule: 'infinitive', text: 'Merkel went on to say that “we do not wait.”', quote: 'we do not wait', who: 'Merkel' },
  { rule: 'any verb beside the quote', text: '“We go,” Merkel barked.', quote: 'We go', who: 'Merkel' },
  { rule: 'question', text: '“Do we go?” Merkel asked.', quote: 'Do we go', who: 'Merkel' },
  {
    rule: 'pronoun: the speaker before',
    text: '“We go,” Merkel said.\n\n“We do not wait,” she said.',
    quote: 'We do not wait',
    who: 'Merkel',
    as: 'she',
  },
  {
    rule: 'pronoun: by gender',
    text: 'Angela Merkel met Joe Biden in Geneva. “We go,” she said.',
    quote: 'We go',
    who: 'Angela Merkel',
  },
  {
    rule: 'pronoun: the subject of the sentence before',
    text: 'Joe Biden spoke to Ned Price. “We go,” he said.',
    quote: 'We go',
    who: 'Joe Biden',
  },
  {
    rule: 'pronoun: a name of unknown gender',
    text: 'Horne noted that talks “continue as planned.”\n\n“We have spoken with leaders,” she added.',
    quote: 'We have spoken',
    who: 'Horne',
  },
  {
    rule: 'singular they',
    text: '“We are very concerned,” a senior official said.\n\nBiden, they added, would insist on “real progress in these talks.”',
    quote: 'real progress',
    who: 'a senior official',
    as: 'they',
  },
  {
    rule: 'a role',
    text: 'Ned Price, a spokesman for the department, was there. “We go,” the spokesman said.',
    quote: 'We go',
    who: 'Ned Price',
  },
  {
    rule: 'stray stops',
    text: '“We are in a crisis,” said a senior official. of the administration. speaking in private.',
    quote: 'We are in',
    who: 'a senior official. of the administration',
  },
  {
    rule: 'stray stop before the cue',
    text: 'The allies agreed to sanctions far beyond those of 2014. said the official.',
    quote: 'The allies agreed',
    who: 'the official',
    kind: 'indirect',
  },
  { rule: 'a body', text: '“We go,” the Kremlin said.', quote: 'We go', who: 'Kremlin' },
  { rule: 'somebody barely described', text: '“We go,” said another.', quote: 'We go', who: 'another' },
];

for (const { rule, text, quote, who, kind, as } of CASES) {
  test(`speaker: ${rule}`, () => {
    const all = quotesIn(text, NAMES);
    const found = all.find((q) => q.text.some((words) => words.includes(quote)));
    assert.ok(found, `no quote holds “${quote}”: ${JSON.stringify(all)}`);
    assert.match(found.who, new RegExp(`^(?:${who})$`), JSON.stringify(found));
    if (kind) assert.equal(found.kind, kind);
    if (as) assert.equal(found.as, as);
  });
}

test('a description is taken up again over ten paragraphs and a box', () => {
  const text = [
    'Talks On Friday',
    'A senior administration official said that talks were on.',
    ...Array.from({ length: 9 }, (_, i) => `The weather in Geneva was mild on day ${i + 1}.`),
    'What Is At Stake In Geneva',
    'Card 1 of 1',
    'A long conflict. It began in 2014.',
    '“We continue to be gravely concerned,” the senior official said.',
  ].join('\n\n');
  const found = quotesIn(text).find((q) => q.text.some((words) => words.startsWith('We continue')));
  assert.equal(found?.who, 'A senior administration official');
  assert.equal(found?.speaker, 'anonymous');
});

test('officials who are told apart stay apart', () => {
  const text =
    'A senior administration official said that talks were on. A Ukrainian official said that they were not.\n\n“We are concerned,” the Ukrainian official said. “We hope,” the administration official said.';
  const who = (starts: string) => quotesIn(text).find((q) => q.text.some((words) => words.startsWith(starts)))?.who;
  assert.equal(who('We are concerned'), 'A Ukrainian official');
  assert.equal(who('We hope'), 'A senior administration official');
});

test('nobody is made up: words in marks with nobody near have an unknown speaker', () => {
  const [found] = quotesIn('“We never waited for anybody at all.”');
  assert.equal(found?.speaker, 'unknown');
  assert.equal(found?.who, '');
});

test('a statement that goes on is whose it was', () => {
  const said = (second: string) =>
    quotesIn(`“We are leaving today,” Ada Orsolo said in a statement.\n\n“And we are not coming back,” ${second}.`, [
      ['person', 'Ada Orsolo'],
    ]).map(({ who }) => who);
  assert.deepEqual(said('the statement continued'), ['Ada Orsolo', 'Ada Orsolo']);
  assert.deepEqual(said('the letter continued'), ['Ada Orsolo', 'the letter']);
});

test('what is left of a word with hyphens is nobody’s words', () => {
  const text =
    "Whether the president knew of any attempt by Mr. Okafor's son-in-law, Ben Imari, to set up a channel is open.";
  assert.deepEqual(
    quotesIn(text, [
      ['person', 'Okafor'],
      ['person', 'Ben Imari'],
    ]),
    [],
  );
});

test('a comma inside the closing mark ends the content, unless a list goes on', () => {
  const contents = (text: string) =>
    quotesIn(text, [
      ['person', 'Ada Orsolo'],
      ['person', 'Ben Okafor'],
    ]).map(({ text: spans }) => spans.join(' … '));
  assert.deepEqual(contents('Ada Orsolo said the work would be “fully paid,” despite the decision to leave.'), [
    'the work would be “fully paid,”',
  ]);
  assert.deepEqual(
    contents('Ada Orsolo said it was “a shame,” Ben Okafor’s own paper called it a loss.')[0],
    'it was “a shame,”',
  );
  assert.deepEqual(contents('Ada Orsolo said it was “a shame,” and “a loss,” for them all.'), [
    'it was “a shame,” and “a loss,”',
  ]);
});
