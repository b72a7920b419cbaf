import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mentionAt } from '../../src/index/access.ts';
import { entityPreview } from '../../src/ui/present/preview.ts';
import { worldOf } from '../../src/ui/world.ts';
import { seedIndex } from '../corpora.ts';

const index = await seedIndex();
const world = worldOf(index, 'seeds');

test('a sentence that names an entity twice is shown once, with both marked', () => {
  for (const [number, entity] of index.entities.entries()) {
    const mentions = entity.mentions.slice(0, 60).map((ref) => ({ ...mentionAt(index, ref), article: ref.article }));
    const sentences = new Set(
      mentions.map(({ article, start }) => {
        const its = index.articles[article]?.annotations.sentences ?? [];
        return `${article} ${its.findLastIndex((sentence) => sentence.start <= start)}`;
      }),
    );
    const lines = entityPreview({ world, hits: null, width: 5000, links: false }, number);
    const bullets = lines.filter(([first]) => first?.text === '· ');
    assert.equal(bullets.length, sentences.size, entity.name);
    const marked = bullets.flat().filter(({ styles }) => styles.includes('match'));
    assert.equal(marked.length, mentions.length, entity.name);
  }
});
