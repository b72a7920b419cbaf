import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { type Watch, type Watching, watching } from '../../src/load/watching.ts';
import { folderFor } from './folder.ts';

const NEVER = new AbortController().signal;

/** Follows paths until the test is over; what is told is a failure of it. */
async function followed(t: TestContext, ...paths: string[]): Promise<Watching> {
  const its = watching(paths, (words) => assert.fail(words));
  t.after(() => its.close());
  // Each is looked at once when it is being watched.
  const looked = new Set<string>();
  while (looked.size < paths.length) for (const path of await its.next(NEVER)) looked.add(path);
  return its;
}

/** Waits until one of some names is told of, in however many bursts. */
async function told(its: Watching, ...names: string[]): Promise<void> {
  while (!(await its.next(NEVER)).some((name) => names.includes(name)));
}

test('files that are added, changed, renamed and removed are told of, in new folders, too', async (t) => {
  const folder = folderFor(t);
  mkdirSync(join(folder, 'reuters'));
  const file = join(folder, 'reuters', 'a.txt');
  writeFileSync(file, 'one');
  const its = await followed(t, folder);
  appendFileSync(file, 'two');
  await told(its, file);
  renameSync(file, join(folder, 'b.txt'));
  await told(its, join(folder, 'b.txt'));
  rmSync(join(folder, 'b.txt'));
  await told(its, join(folder, 'b.txt'));
  mkdirSync(join(folder, 'ap'));
  await told(its, join(folder, 'ap'));
  writeFileSync(join(folder, 'ap', 'c.txt'), 'three');
  // What is in a new folder before it is watched comes with the folder.
  await told(its, join(folder, 'ap', 'c.txt'), join(folder, 'ap'));
});

test('of a file that was given only it is told, also when an editor puts another in its place', async (t) => {
  const folder = folderFor(t);
  const file = join(folder, 'a.txt');
  writeFileSync(file, 'one');
  const its = watching([file], (words) => assert.fail(words));
  t.after(() => its.close());
  await its.next(NEVER);
  writeFileSync(join(folder, 'other.txt'), 'of no interest');
  writeFileSync(join(folder, 'a.tmp'), 'two');
  renameSync(join(folder, 'a.tmp'), file);
  assert.deepEqual(await its.next(NEVER), [file]);
});

test('a pattern is followed from the folder that it begins in', async (t) => {
  const folder = folderFor(t);
  const its = watching([join(folder, '*', '*.txt')], (words) => assert.fail(words));
  t.after(() => its.close());
  await its.next(NEVER);
  mkdirSync(join(folder, 'ap'));
  await told(its, join(folder, 'ap'));
});

test('a folder that is gone is told of, and followed again when it is back', async (t) => {
  const folder = join(folderFor(t), 'articles');
  mkdirSync(folder);
  const its = await followed(t, folder);
  assert.deepEqual(its.gone(), []);
  renameSync(folder, `${folder}-away`);
  await its.next(NEVER);
  assert.deepEqual(its.gone(), [folder]);
  renameSync(`${folder}-away`, folder);
  await told(its, folder);
  assert.deepEqual(its.gone(), []);
  writeFileSync(join(folder, 'a.txt'), 'one');
  await told(its, join(folder, 'a.txt'));
});

/** A watcher that only does what the test says. */
function toldBy(emitters: EventEmitter[], closed: string[]): Watch {
  return ((folder: string) => {
    const emitter = Object.assign(new EventEmitter(), { close: async () => void closed.push(folder) });
    emitters.push(emitter);
    return emitter;
  }) as unknown as Watch;
}

test('where the system watches no more it is told once in a sentence, and all is let go', async (t) => {
  for (const [code, words] of [
    ['ENOSPC', /no more watches/],
    ['EMFILE', /too many files are open/],
    ['EIO', /broken disk/],
  ] as const) {
    const folder = folderFor(t);
    const emitters: EventEmitter[] = [];
    const closed: string[] = [];
    const said: string[] = [];
    watching([folder], (its) => said.push(its), toldBy(emitters, closed));
    for (let i = 0; i < 3; i++) emitters[0]!.emit('error', Object.assign(new Error('broken disk'), { code }));
    assert.equal(said.length, 1, code);
    assert.match(said[0]!, words);
    assert.deepEqual(closed, [folder]);
  }
});

test('a folder that may not be looked into keeps nothing else from being followed', (t) => {
  const emitters: EventEmitter[] = [];
  const its = watching([folderFor(t)], (words) => assert.fail(words), toldBy(emitters, []));
  t.after(() => its.close());
  emitters[0]!.emit('error', Object.assign(new Error('no'), { code: 'EACCES' }));
});
