// The HTML page in a real browser. A machine without Chromium (Debian: apt-get install chromium) leaves this out.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { PRINT_COMMANDS } from '../../src/output/commands.ts';
import { html } from '../../src/output/formats/html.ts';
import { pageOf } from '../../src/output/pages/listing.ts';
import { everythingOf } from '../../src/output/request.ts';
import { seedIndex } from '../corpora.ts';
import { Browser, chromium } from './browser.ts';

const file = chromium();
const skip = !file && 'this machine has no Chromium';
const folder = mkdtempSync(join(tmpdir(), 'crisis-tui-pages-'));
after(() => rmSync(folder, { recursive: true }));

/** Writes the page of a command on the seeds. @returns its address */
async function address(name: string): Promise<string> {
  const command = PRINT_COMMANDS.find((known) => known.name === name);
  assert.ok(command);
  const to = join(folder, `${name}.html`);
  writeFileSync(to, [...html(pageOf(command, everythingOf(await seedIndex(), 'putin')))].join(''));
  return pathToFileURL(to).href;
}

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

test('every page passes the rules of axe-core, light and dark, and needs nothing from anywhere', { skip }, async () => {
  await using browser = await Browser.open(file ?? '');
  for (const { name } of PRINT_COMMANDS) {
    const url = await address(name);
    for (const scheme of ['light', 'dark']) {
      await browser.ask('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
      await browser.show(url);
      assert.equal(await browser.value('getComputedStyle(document.body).margin'), '0px', `${name}: its style holds`);
      await browser.value(`${axe.source}; undefined`);
      const found = await browser.value('axe.run().then(({ violations }) => violations)');
      const told = (found as readonly Violation[]).map(({ id, help, nodes }) => [
        id,
        help,
        nodes[0]?.html,
        nodes[0]?.failureSummary,
      ]);
      assert.deepEqual(told, [], `${name}, ${scheme}`);
      const asked = browser.told.flatMap(({ method, params }) =>
        method === 'Network.requestWillBeSent' ? [(params as { request: { url: string } }).request.url] : [],
      );
      assert.deepEqual(asked, [url], `${name} asks for itself alone`);
      const complaints = browser.told.filter(
        ({ method }) => method === 'Log.entryAdded' || method === 'Audits.issueAdded',
      );
      assert.deepEqual(
        complaints.map(({ params }) => params),
        [],
        name,
      );
    }
  }
});

test('on paper every column is on the page', { skip }, async () => {
  await using browser = await Browser.open(file ?? '');
  await browser.ask('Emulation.setEmulatedMedia', { media: 'print' });
  // A4 without its margins, in CSS pixels.
  await browser.ask('Emulation.setDeviceMetricsOverride', {
    width: 718,
    height: 1047,
    deviceScaleFactor: 1,
    mobile: false,
  });
  for (const { name } of PRINT_COMMANDS) {
    await browser.show(await address(name));
    assert.equal(await browser.value('document.documentElement.scrollWidth <= innerWidth'), true, name);
  }
});

test('its content policy lets no script run and nothing be fetched', { skip }, async () => {
  await using browser = await Browser.open(file ?? '');
  const url = await address('quotes');
  await browser.show(url);
  await browser.value(`
    const script = document.createElement('script'); script.textContent = 'window.ran = true';
    const image = document.createElement('img'); image.src = 'http://127.0.0.1:9/x.png';
    document.body.append(script, image); undefined`);
  assert.equal(await browser.value('window.ran === undefined'), true);
  const refused = await browser.value(`new Promise((resolve) => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective));
    const image = document.createElement('img'); image.src = 'http://127.0.0.1:9/y.png'; document.body.append(image);
  })`);
  assert.equal(refused, 'img-src');
});

test('without JavaScript it is all there; a wide table is wide inside its own region; it can be printed', {
  skip,
}, async () => {
  await using browser = await Browser.open(file ?? '');
  const url = await address('compare');
  for (const [width, height] of [
    [1280, 800],
    [400, 800],
  ]) {
    await browser.ask('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
    await browser.show(url);
    assert.equal(await browser.value('document.documentElement.scrollWidth <= innerWidth'), true, `${width} columns`);
  }
  const withScripts = await browser.value('document.body.innerText');
  await browser.ask('Emulation.setScriptExecutionDisabled', { value: true });
  await browser.show(url);
  const { root } = await browser.ask('DOM.getDocument');
  const { nodeId } = root as { readonly nodeId: number };
  const { outerHTML } = await browser.ask('DOM.getOuterHTML', { nodeId });
  assert.match(String(outerHTML), /<mark>/);
  assert.ok(String(withScripts).length > 1000);
  const { data } = await browser.ask('Page.printToPDF', { preferCSSPageSize: true });
  assert.match(Buffer.from(String(data), 'base64').subarray(0, 5).toString('latin1'), /^%PDF-/);
});
