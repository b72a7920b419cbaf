import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageTag } from '../../src/corpus/language-tag.ts';
import { readArticle } from '../../src/corpus/read.ts';
import { explained } from '../../src/output/explain.ts';

test('nothing of a hostile file reaches the terminal as a command to it', () => {
  const path = 'a\u001b]0;owned\u0007\u001b[2J\u202egpj.txt';
  const text =
    '---\ntitle: "T\\e[31mitle"\nauthor: "A\\u009b5n"\noutlet: "\\u202eX"\nlang: "en\\e[2J"\n---\nThe talks began.\n\nShare\u001b[1m\n';
  const { article } = readArticle({ file: path, path }, text);
  const lines = [
    ...explained(article),
    ...explained({ ...article, language: 'x\u001b[2J', textIs: 'the field \u001b[2J' }),
  ];
  assert.ok(lines.length > 10);
  for (const line of lines) assert.doesNotMatch(line, /[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
});

test('a declared language is a tag or is not known', () => {
  for (const [declared, tag] of [
    ['en', 'en'],
    ['en_GB', 'en-GB'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['en\u001b[2J', undefined],
    ['English', undefined],
    ['en-', undefined],
    ['', undefined],
    ['en-'.repeat(5000), undefined],
    [3, undefined],
  ] as const)
    assert.equal(languageTag(declared), tag, String(declared).slice(0, 20));
  const { article } = readArticle({ file: 'a.md', path: 'a.md' }, '---\nlang: the best one\n---\nThe talks began.\n');
  assert.equal(article.language, 'und');
});
