// Everything that is printed for a person, of a folder whose every field attacks the terminal.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCorpus } from '../../src/corpus/read.ts';
import { buildIndex } from '../../src/index/build.ts';
import { EXPLAIN, MENTIONS, PRINT_COMMANDS } from '../../src/output/commands.ts';
import { explained } from '../../src/output/explain.ts';
import { forTerminal } from '../../src/output/flow.ts';
import { FORMATS } from '../../src/output/formats.ts';
import { everythingOf } from '../../src/output/request.ts';
import { escapesIn } from './escapes.ts';
import { attackFolder } from './folder.ts';
import { HALVES, PAYLOADS } from './payloads.ts';

const FOR_PERSONS = ['table', 'markdown', 'html', 'bibtex'];

const { articles, problems } = await read();
const index = buildIndex(articles);

async function read() {
  using attacks = attackFolder();
  return await readCorpus([attacks.path]);
}

test('the attacks arrive where they aim: in texts, headlines, bylines, outlets, names of files, names and quotes', () => {
  const hostile = (text: string | undefined) => text !== undefined && escapesIn(text).length > 0;
  assert.ok(articles.length > 200, `${articles.length} articles`);
  for (const field of ['headline', 'byline', 'outlet'] as const)
    assert.ok(articles.filter((article) => hostile(article[field]?.value)).length > 20, field);
  assert.ok(articles.filter(({ path }) => hostile(path)).length > 50, 'names of files');
  assert.ok(problems.filter(({ file, says }) => hostile(file + says)).length > 3, 'problems');
  assert.ok(index.entities.filter(({ name }) => hostile(name)).length > 5, 'names of entities');
  const quotes = index.articles.flatMap(({ article, annotations }) =>
    annotations.quotes.filter(({ spans }) => spans.some(({ start, end }) => hostile(article.text.slice(start, end)))),
  );
  assert.ok(quotes.length > 100, `${quotes.length} quotes`);
});

test('no command in no format lets one of them reach a terminal', () => {
  let printed = 0;
  let sizes = 0;
  for (const command of [...PRINT_COMMANDS, MENTIONS, EXPLAIN])
    for (const format of FORMATS) {
      if (format.only !== undefined && format.only !== command.name) continue;
      const which = `${command.name} --format ${format.name}`;
      const request = everythingOf(index, command.wants === 'NAME' ? 'Putin' : 'said');
      const pieces = [...format.print(command, request, 80)];
      assert.deepEqual(escapesIn([...forTerminal(pieces)].join('')), [], which);
      const written = pieces.join('');
      // In a file and a pipe, too, what is for a person is harmless, and JSON has no control character.
      if (FOR_PERSONS.includes(format.name)) assert.deepEqual(escapesIn(written), [], which);
      else if (format.name !== 'csv') assert.doesNotMatch(written, /[\u0000-\u0009\u000b-\u001f]/, which);
      printed++;
      sizes += written.length;
    }
  assert.ok(printed >= 60, `${printed} printed`);
  assert.ok(sizes > 1_000_000, `${sizes} characters`);
});

test('what is told of how articles were read is harmless', () => {
  for (const article of articles) assert.deepEqual(escapesIn([...explained(article)].join('\n')), []);
});

test('the list of attacks is as long as it is said to be', () => {
  assert.equal(new Set(Object.values(PAYLOADS)).size, Object.keys(PAYLOADS).length);
  assert.ok(Object.keys(PAYLOADS).length + HALVES.length >= 100);
});
