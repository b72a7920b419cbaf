import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readManifest } from '../../src/corpus/manifest.ts';
import { parsedYaml } from '../../src/corpus/yaml.ts';

test('a key that a map has twice is told with its line, however deep; the same key of two maps is none', () => {
  assert.throws(() => parsedYaml('a:\n  b: 1\n  c: 2\n  b: 3\n'), /unique at line 4/);
  assert.deepEqual(parsedYaml('a:\n  b: 1\nc:\n  b: 3\n'), { a: { b: 1 }, c: { b: 3 } });
});

test('thousands of keys of one map are all there', () => {
  const keys = Array.from({ length: 5000 }, (_, i) => `key${i}`);
  assert.deepEqual(Object.keys(parsedYaml(keys.map((key) => `${key}: 1`).join('\n')) as object), keys);
});

test('what is repeated over and over and what has maps for keys is no manifest', () => {
  const bomb = [
    'a: &a [x, x]',
    ...'bcdefgh'.split('').map((k, i) => `${k}: &${k} [*${'abcdefg'[i]}, *${'abcdefg'[i]}]`),
  ];
  for (const text of [bomb.join('\n'), `${'? '.repeat(400)}x\n`, 'articles:\n  a: {}\n  a: {}\n']) {
    const { articles, problems } = readManifest(text, 'corpus.yaml');
    assert.equal(articles.size, 0);
    assert.match(problems.join(), /^is not YAML: .+; the manifest was passed over$/);
  }
});
