import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Index, mentionAt, speakerOf, textAt } from '../../src/index/access.ts';
import { type Correction, corrected } from '../../src/index/corrections.ts';
import { linksOf } from '../../src/index/links.ts';
import { indexFrom, seedIndex } from '../corpora.ts';

const built = await seedIndex();
const apply = (...corrections: Correction[]) => corrected(built, corrections);
const called = (index: Index, name: string) => index.entities.find((entity) => entity.name === name);
const mentions = (index: Index) => index.entities.reduce((sum, entity) => sum + entity.mentions.length, 0);

/** What must hold of an index whatever was corrected. */
function holds(index: Index) {
  assert.equal(mentions(index), mentions(built), 'no mention is lost or doubled');
  index.entities.forEach((entity, e) => {
    assert.deepEqual(
      [...entity.mentions].sort((a, b) => a.article - b.article || a.item - b.item),
      entity.mentions,
    );
    for (const ref of entity.mentions) assert.equal(index.entityOf[ref.article]?.[ref.item], e);
    const written = new Set(entity.mentions.map((ref) => textAt(index, ref.article, mentionAt(index, ref))));
    for (const { text } of entity.aliases) assert.ok(written.has(text), text);
  });
  assert.doesNotThrow(() => linksOf(index));
}

test('nothing corrected is the index itself', () => {
  assert.equal(apply().index, built);
});

test('merged entities have the mentions and spellings of both', () => {
  const { index, problems } = apply({ kind: 'merge', entity: 'Kremlin', into: 'Russia' });
  assert.deepEqual(problems, []);
  assert.equal(called(index, 'Kremlin'), undefined);
  const both = (called(built, 'Kremlin')?.mentions.length ?? 0) + (called(built, 'Russia')?.mentions.length ?? 0);
  assert.equal(called(index, 'Russia')?.mentions.length, both);
  assert.ok(called(index, 'Russia')?.aliases.some(({ text }) => text === 'Kremlin'));
  holds(index);
});

test('a spelling that means another is an entity of its own', () => {
  const putin = called(built, 'Vladimir Putin');
  const spelling = putin?.aliases.find(({ text }) => text !== 'Vladimir Putin');
  assert.ok(spelling);
  const { index } = apply({ kind: 'split', entity: 'Vladimir Putin', spelling: spelling.text });
  assert.equal(called(index, spelling.text)?.mentions.length, spelling.count);
  assert.equal(called(index, 'Vladimir Putin')?.mentions.length, (putin?.mentions.length ?? 0) - spelling.count);
  holds(index);
});

test('names and types are the reader’s, one correction on top of the other', () => {
  const { index } = apply(
    { kind: 'rename', entity: 'Kremlin', name: 'The Kremlin' },
    { kind: 'retype', entity: 'The Kremlin', type: 'place' },
    { kind: 'hide', entity: 'The Kremlin' },
  );
  const kremlin = called(index, 'The Kremlin');
  assert.deepEqual([kremlin?.type, kremlin?.hidden], ['place', true]);
  assert.equal(called(built, 'Kremlin')?.type, 'organization', 'the index it was made from is as it was');
  holds(index);
});

test('a speaker is who the reader says, anyone of the entities, or unknown', () => {
  const [first] = built.articles;
  const item = first?.annotations.quotes.findIndex(({ kind }) => kind === 'direct') ?? -1;
  const quote = first?.annotations.quotes[item];
  assert.ok(first && quote);
  const { path, text } = first.article;
  const at = { path, start: quote.start, text: text.slice(quote.start, quote.start + 20) };
  const said = apply({ kind: 'speaker', ...at, speaker: 'Jake Sullivan' }).index;
  const who = speakerOf(said, { article: 0, item });
  assert.deepEqual([who.name, who.how, who.guess], ['Jake Sullivan', 'your correction', false]);
  const unknown = apply({ kind: 'speaker', ...at, speaker: null }).index;
  assert.equal(speakerOf(unknown, { article: 0, item }).kind, 'unknown');
});

test('an outlet is corrected, and says so', () => {
  const { index } = apply({ kind: 'outlet', path: built.articles[1]?.article.path ?? '', outlet: 'The Courier' });
  assert.deepEqual(
    [index.articles[1]?.article.outlet?.value, index.articles[1]?.article.outlet?.how],
    ['The Courier', 'corrected'],
  );
});

test('what a correction is about and is not there any more is told, and the others are applied', () => {
  const { index, problems } = apply(
    { kind: 'merge', entity: 'Nobody', into: 'Russia' },
    { kind: 'speaker', path: built.articles[0]?.article.path ?? '', start: 3, text: 'x', speaker: null },
    { kind: 'outlet', path: 'gone.txt', outlet: 'X' },
    { kind: 'rename', entity: 'Russia', name: 'Russian Federation' },
  );
  assert.equal(problems.length, 3);
  assert.ok(called(index, 'Russian Federation'));
});

test('when a spelling is split off, the quotes of who is called by it go with it', () => {
  const index = indexFrom({
    'a.txt':
      'Senator Maria Lopez met reporters on Monday.\n\n“We will not wait,” Lopez said.\n\n“They know it,” said Maria Lopez.\n',
  });
  const [first, second] = [0, 1].map((item) => ({ article: 0, item }));
  assert.ok(first && second);
  assert.deepEqual([speakerOf(index, first).name, speakerOf(index, second).name], ['Maria Lopez', 'Maria Lopez']);
  const { index: after } = corrected(index, [{ kind: 'split', entity: 'Maria Lopez', spelling: 'Lopez' }]);
  assert.deepEqual([speakerOf(after, first).name, speakerOf(after, second).name], ['Lopez', 'Maria Lopez']);
});

test('a name means the entity that is shown by it, not one that is only spelt so somewhere', () => {
  const shadowed = built.entities.find(({ name }) =>
    built.entities.some((other) => other.name !== name && other.aliases.some(({ text }) => text === name)),
  );
  assert.ok(shadowed, 'some city is a spelling of its state');
  const [first] = built.articles;
  const quote = first?.annotations.quotes[0];
  assert.ok(first && quote);
  const at = {
    path: first.article.path,
    start: quote.start,
    text: first.article.text.slice(quote.start, quote.start + 12),
  };
  const { index } = apply({ kind: 'speaker', ...at, speaker: shadowed.name });
  assert.equal(speakerOf(index, { article: 0, item: 0 }).name, shadowed.name);
});
