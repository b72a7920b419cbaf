import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Coming, Listener } from '../../src/index/coming.ts';
import { Relay } from '../../src/ui/relay.ts';
import { seedIndex } from '../corpora.ts';

const index = await seedIndex();
const coming = (says: string): Coming => ({ index, isPart: false, says, problems: [] });

/** A listener that writes down what it is told. */
function noting() {
  const told: string[] = [];
  const listener: Listener = {
    async take({ says }) {
      told.push(`take ${says}`);
    },
    reading: (progress) => void told.push(`reading ${progress?.doing ?? 'over'}`),
    watched: (is) => void told.push(`watched ${is}`),
    tell: (words) => void told.push(`tell ${words}`),
  };
  return { told, listener };
}

test('what comes before anybody listens waits for who does, and who listens later knows how far it is', async () => {
  const relay = new Relay();
  relay.reading({ doing: 'Reading files' });
  relay.watched(true);
  relay.tell('early');
  const taken = relay.take(coming('first'));
  const { told, listener } = noting();
  relay.listen(listener);
  await taken;
  assert.deepEqual(told, ['reading Reading files', 'watched true', 'take first', 'tell early']);
});

test('another one that listens is told from then on, and who waits for it is woken', async () => {
  const relay = new Relay();
  const [one, other] = [noting(), noting()];
  const end = relay.listen(one.listener);
  const handed = relay.handedOver();
  relay.listen(other.listener);
  await handed;
  end();
  await relay.take(coming('news'));
  assert.ok(!one.told.includes('take news'));
  assert.deepEqual(other.told.at(-1), 'take news');
});
