import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkEntities } from '../../src/index/entities.ts';
import { tokenise } from '../../src/language/tokens.ts';
import type { Article } from '../../src/model.ts';

/** What the entity of the person named in a text is described as. */
function descriptionOf(text: string, name: string): string | undefined {
  const paragraphs = [{ kind: 'body' as const, start: 0, end: text.length }];
  const unknown = { headline: null, byline: null, outlet: null, origin: null, date: null };
  const article: Article = { path: 'a', file: 'a', text, language: 'en', paragraphs, leftOut: [], ...unknown };
  const start = text.indexOf(name);
  const mentions = [{ start, end: start + name.length, type: 'person' as const, local: 0 }];
  const [entity] = linkEntities([{ article, annotations: { ...tokenise(article), mentions, quotes: [] } }]);
  const description = entity?.description;
  return description && text.slice(description.start, description.end);
}

test('the role before a name describes the person', () => {
  assert.equal(descriptionOf('On Monday, Secretary of State Ada Orsolo spoke.', 'Ada Orsolo'), 'Secretary of State');
  assert.equal(
    descriptionOf('It was put off, Kremlin spokesperson Ada Orsolo said.', 'Ada Orsolo'),
    'Kremlin spokesperson',
  );
});

test('a role before a comma, and no more of the sentence than the role', () => {
  assert.equal(descriptionOf('He sent his security adviser, Ada Orsolo, home.', 'Ada Orsolo'), 'security adviser');
  assert.equal(descriptionOf('It was the end of President Ada Orsolo’s term.', 'Ada Orsolo'), 'President');
  assert.equal(descriptionOf('They sent former President Ada Orsolo.', 'Ada Orsolo'), 'former President');
});

test('the role after a name, between commas, does too', () => {
  const text = 'Talks go on, said Ada Orsolo, the State Department spokesman, on Monday.';
  assert.equal(descriptionOf(text, 'Ada Orsolo'), 'State Department spokesman');
});

test('other words beside a name are no role', () => {
  assert.equal(descriptionOf('The call was requested by Ada Orsolo, who waited.', 'Ada Orsolo'), undefined);
  assert.equal(descriptionOf('Ada Orsolo left. The president stayed.', 'Ada Orsolo'), undefined);
});
