import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArticle } from '../../src/corpus/read.ts';
import { analysisProblems } from '../../src/index/access.ts';
import { indexOf } from '../../src/index/build.ts';
import { annotate } from '../../src/language/analyse.ts';

const article = readArticle({ file: 'a.txt', path: 'a.txt' }, 'Mr. Putin spoke. “We will see,” he said.').article;

test('an article that cannot be analysed is told of, can be read, and ends no run', () => {
  const broken = {
    ...article,
    get paragraphs(): never {
      throw new Error('a fault of the analysis');
    },
  };
  const annotated = annotate(broken);
  assert.match(annotated.problem ?? '', /a\.txt could not be analysed \(a fault of the analysis\)/);
  assert.deepEqual(annotated.annotations.quotes, []);
  const index = indexOf([annotate(article), { ...annotated, article }]);
  assert.equal(index.articles.length, 2);
  assert.equal(analysisProblems(index).length, 1);
  assert.ok(index.entities.length > 0);
});

test('very many short sentences in one article are no fault', () => {
  const { article: many } = readArticle({ file: 'b.txt', path: 'b.txt' }, 'a b c.\n'.repeat(60_000));
  assert.equal(annotate(many).problem, undefined);
});

test('what is longer than any article can only be read: it would take all memory', () => {
  const { problem, annotations } = annotate({ ...article, text: 'Ministers met. '.repeat(300_000) });
  assert.equal(problem, 'a.txt could not be analysed (it is longer than 4 million characters); it can only be read');
  assert.deepEqual(annotations.sentences, []);
});
