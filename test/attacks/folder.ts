import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { HALVES, PAYLOADS } from './payloads.ts';

/** A folder of it, for whoever opens only that: its name is in titles. */
export const HOSTILE_FOLDER = 'sub\u001b]0;OWNED\u0007folder';

/** Characters that no name of a file may have here. */
const NO_NAME = /[/\0\ud800-\udfff]/u;

/** A folder of articles whose every field attacks the terminal, in every format; gone after the test. */
export function attackFolder() {
  const path = mkdtempSync(join(tmpdir(), 'crisis-tui-attacks-'));
  const files = attackFiles();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return {
    path,
    /** How many files it has. */
    files: Object.keys(files).length,
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** A folder whose own name attacks, with these files; gone after the test. */
export function hostileFolder(files: Readonly<Record<string, string>> = {}) {
  const above = mkdtempSync(join(tmpdir(), 'crisis-tui-hostile-'));
  const path = join(above, HOSTILE_FOLDER);
  mkdirSync(path);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return { path, [Symbol.dispose]: () => rmSync(above, { recursive: true, force: true }) };
}

function attackFiles(): Record<string, string | Uint8Array> {
  const attacks = Object.values(PAYLOADS);
  const files: Record<string, string | Uint8Array> = {
    'all.txt': article(attacks.join(' '), attacks),
    'all.json': JSON.stringify([
      record('x', attacks.join(' ')),
      ...attacks.slice(0, 12).map((attack) => record(attack, attack)),
      Object.fromEntries(attacks.map((attack) => [attack, attack])),
    ]),
    'lines.jsonl': attacks.map((attack) => JSON.stringify(record(attack, attack))).join('\n'),
    'broken.json': `{"title": "${attacks[0]}`,
    'table.csv': `title,author,outlet,date,text,${attacks.map(cell).join(',')}\n${attacks
      .slice(0, 8)
      .map((attack) => [attack, attack, attack, attack, sentences([attack])].map(cell).join(','))
      .join('\n')}\n`,
    'feed.xml': `<?xml version="1.0"?><rss version="2.0"><channel><title>${markup(attacks[0]!)}</title>${attacks
      .slice(0, 8)
      .map(
        (attack) =>
          `<item><title>${markup(attack)}</title><author>${markup(attack)}</author><description>${markup(sentences([attack]))}</description></item>`,
      )
      .join('')}</channel></rss>`,
    'letter.eml': `From: "Ann \u001b]0;OWNED\u0007" <a@b.example>\nSubject: =?utf-8?B?${Buffer.from(`Talks ${attacks[0]} begin`).toString('base64')}?=\nDate: Wed, 29 Dec 2021 08:00:00 +0000\nContent-Type: text/plain; charset=utf-8\n\n${sentences(attacks)}`,
    'bytes.txt': Buffer.concat([
      Buffer.from('Talks begin\n\nMinisters met, Ann Smith said. '),
      // C1 controls as one byte each, and sequences of UTF-8 that are none.
      Buffer.from([
        0x9b, 0x32, 0x4a, 0x9d, 0x30, 0x3b, 0x4f, 0x07, 0xc0, 0x9b, 0xc1, 0x9b, 0xed, 0xa0, 0x80, 0xf8, 0x88,
      ]),
      Buffer.from(' “We will see,” she said.\n'),
    ]),
    'corpus.json': JSON.stringify({
      articles: {
        'all.txt': { outlet: `The ${attacks[8]}Courier`, headline: attacks.join('') },
        ...Object.fromEntries(attacks.map((attack) => [`${attack}.txt`, { outlet: attack, [attack]: attack }])),
      },
    }),
    // Of a directive that it does not know a YAML reader warns.
    'directive.md': `---\n%\u001b]0;OWNED\u0007 x\n%YAML \u001b]0;OWNED\u0007\n---\n${sentences(attacks.slice(0, 2))}`,
    'warned/corpus.yaml': '%\u001b]0;OWNED\u0007 x\n---\narticles: {}\n',
    'warned/a.txt': article('Warned', attacks.slice(0, 2)),
    [`${HOSTILE_FOLDER}/a.txt`]: article('In a folder', attacks.slice(0, 4)),
  };
  HALVES.forEach(([first, second], i) => {
    files[`halves-${i}.txt`] =
      `Talks begin ${first}\n\n${second} By Ann Smith${first}\n\n${second}Officials said on Monday ${first}“${second}We will ${first}” ${second}Ann ${first}Smith${second} said. ${(first + second).repeat(40)}\n`;
    // So long that rows, cells and columns end within each of them somewhere.
    files[`cut-${i}.md`] =
      `---\ntitle: ${JSON.stringify((first + second).repeat(60))}\nauthor: ${JSON.stringify(`Ann ${first}`)}\noutlet: ${JSON.stringify(`${second}Courier`)}\n---\n${sentences(Array.from({ length: 30 }, (_, n) => 'x'.repeat(n) + first + second))}`;
  });
  attacks.forEach((attack, i) => {
    const name = attack.replaceAll(new RegExp(NO_NAME, 'gu'), '').slice(0, 60);
    files[`${i}-${name}.${['txt', 'md', 'html'][i % 3]}`] =
      i % 3 === 2 ? page(attack) : article(`Talks ${attack} begin`, [attack]);
  });
  return files;
}

function article(headline: string, attacks: readonly string[]): string {
  return `${headline.replaceAll(/[\r\n]/g, ' ')}\n\nBy Ann ${attacks[0]} Smith\n\n${sentences(attacks)}\n`;
}

/** Names, quotes, speakers and figures, all with attacks in them. */
function sentences(attacks: readonly string[]): string {
  return attacks
    .map(
      (attack, i) =>
        `President Vladimir ${attack} Putin met ${attack}Joe Biden in Geneva on Monday. “We saw ${i + 7} ships ${attack} at sea today,” Mr. Putin${attack} said. Some ${attack} 5,000 troops${attack} arrived in Kyiv, according to ${attack} the Pentagon.`,
    )
    .join('\n\n');
}

function record(name: string, attack: string) {
  return {
    [name]: attack,
    title: `Talks ${attack}`,
    author: `Ann ${attack} Smith`,
    outlet: `The ${attack} Courier`,
    date: attack,
    text: sentences([attack, attack]),
  };
}

function page(attack: string): string {
  const safe = markup(attack);
  return `<html><head><title>${safe}</title><meta name="author" content="${safe}"><meta property="og:site_name" content="${safe}"></head><body><article><h1>Talks ${safe}</h1><p>${markup(sentences([attack]))}</p><p>&#27;]0;OWNED&#7; &#x9b;2J &#x202e;x</p></article></body></html>`;
}

function cell(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function markup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
