import assert from 'node:assert/strict';
import { test } from 'node:test';
import { governsAt } from '../../../src/language/names/context.ts';
import { tokenise } from '../../../src/language/tokens.ts';
import type { Article } from '../../../src/model.ts';

/** A text, and the tokens of a name of one word in it. */
function place(text: string, name: string) {
  const paragraphs = [{ kind: 'body' as const, start: 0, end: text.length }];
  const unknown = { headline: null, byline: null, outlet: null, origin: null, date: null };
  const article: Article = { path: 'a', file: 'a', text, language: 'en', paragraphs, leftOut: [], ...unknown };
  const { tokens } = tokenise(article);
  const first = tokens.start.indexOf(text.indexOf(name));
  return { article, tokens, chunk: { first, end: first + 1, type: 2 } };
}

function governs(text: string, name: string): boolean {
  const { article, tokens, chunk } = place(text, name);
  return governsAt(article, tokens, chunk);
}

test('a seat of government that acts, has what governments have, or is a party, is the government', () => {
  for (const text of [
    'Moscow has denied the claims.',
    'The call is about Moscow’s demands.',
    'The talks with Moscow were put off.',
    'It is held by Moscow-backed rebels.',
    'A line between Kyiv and Moscow was opened.',
    'Moscow and Kyiv say so.',
    'After Moscow’s 2014 annexation of it, talks ended.',
  ])
    assert.ok(governs(text, 'Moscow'), text);
});

test('where something happens in it or goes to it, it is a town', () => {
  for (const text of [
    'They met in Moscow on Monday.',
    'He flew to Moscow.',
    'Moscow’s streets were empty.',
    'A Moscow court ruled.',
    'It is a Moscow think tank.',
  ])
    assert.ok(!governs(text, 'Moscow'), text);
  assert.ok(!governs('Rostov has denied the claims.', 'Rostov'), 'no seat of government');
});

test('a people that acts is its government', () => {
  assert.ok(governs('The Russians have massed troops.', 'Russians'));
  assert.ok(!governs('Many Russians were there.', 'Russians'));
  assert.ok(!governs('The Russian leader left.', 'Russian'));
});
