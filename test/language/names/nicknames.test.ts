import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nicknameOf, personWords } from '../../../src/language/names/forms.ts';
import { findMentions } from '../../../src/language/names/mentions.ts';
import type { Tagger } from '../../../src/language/names/tagger.ts';
import { findQuotes } from '../../../src/language/quotes/quotes.ts';
import { tokenise } from '../../../src/language/tokens.ts';
import { ENTITY_TYPES, type EntityType } from '../../../src/model.ts';
import { articleOf } from '../quotes/helper.ts';

/** The names of a text, when a tagger finds just these; those of one number are one person. */
function mentionsIn(text: string, ...names: readonly (readonly [EntityType, string])[]) {
  const article = articleOf(text);
  const { tokens, sentences } = tokenise(article);
  const tagger: Tagger = {
    tag: () =>
      names
        .flatMap(([type, name]) => {
          const chunks = [];
          for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            const first = tokens.start.indexOf(at);
            const end = tokens.end.indexOf(at + name.length) + 1;
            if (first >= 0 && end > first) chunks.push({ first, end, type: ENTITY_TYPES.indexOf(type) });
          }
          return chunks;
        })
        .sort((a, b) => a.first - b.first),
  };
  const mentions = findMentions(article, tokens, sentences, tagger);
  const quotes = findQuotes(article, tokens, sentences, mentions);
  return {
    names: mentions.map(({ start, end, type, local }) => `${local} ${type}: ${text.slice(start, end)}`),
    quotes: quotes.map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`),
  };
}

test('a nickname in marks cuts no name in two, and is its bearer where it stands alone', () => {
  for (const marks of ['""', '“”', "''", '‘’']) {
    const full = `Ada ${marks[0]}The Hammer${marks[1]} Orsolo`;
    const { names } = mentionsIn(
      `The crowd cheered ${full} on Monday. Orsolo waved. Ben Okafor left, but The Hammer stayed.`,
      ['person', 'Ada'],
      ['person', 'Orsolo'],
      ['person', 'Ben Okafor'],
      ['misc', 'The Hammer'],
    );
    assert.deepEqual(names, [`0 person: ${full}`, '0 person: Orsolo', '1 person: Ben Okafor', '0 person: The Hammer']);
  }
});

test('a first name and a nickname make a name of a word that no tagger knows', () => {
  assert.deepEqual(mentionsIn('They met Paul “Bo” Zqworsh in May.', ['person', 'Paul']).names, [
    '0 person: Paul “Bo” Zqworsh',
  ]);
});

test('marked words between two names are no nickname when they are a sentence’s own', () => {
  const { names } = mentionsIn(
    'Asked by Ada Orsolo “What now?” Ben Okafor smiled. Ruth Imari "never left" Ben Okafor.',
    ['person', 'Ada Orsolo'],
    ['person', 'Ben Okafor'],
    ['person', 'Ruth Imari'],
  );
  assert.deepEqual(names, [
    '0 person: Ada Orsolo',
    '1 person: Ben Okafor',
    '2 person: Ruth Imari',
    '1 person: Ben Okafor',
  ]);
});

test('a nickname is no quote', () => {
  const { quotes } = mentionsIn(
    'Officials said Ada “The Very Great Hammer” Orsolo would resign. “I stay,” said Ada “The Very Great Hammer” Orsolo.',
    ['person', 'Ada'],
    ['person', 'Orsolo'],
  );
  assert.deepEqual(quotes, ['indirect: Ada “The Very Great Hammer” Orsolo would resign', 'direct: I stay,']);
});

test('the words of a name are those without the nickname', () => {
  assert.deepEqual(personWords("Mike 'Mad Dog' Mattis"), ['mike', 'mattis']);
  assert.deepEqual(personWords("Conor O'Neill"), ['conor', "o'neill"]);
  assert.deepEqual(personWords('“Bo” Orsolo'), ['bo', 'orsolo']);
  assert.equal(nicknameOf('Ada “The Hammer” Orsolo'), 'The Hammer');
  assert.equal(nicknameOf('Ada Orsolo'), undefined);
});
