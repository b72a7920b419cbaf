import { readCorpus } from './corpus/read.ts';
import { buildIndex } from './index/build.ts';
import { articleRows, entityRows, mentionRows, quoteRows, sentenceRows } from './output/rows.ts';

const [cmd, ...rest] = process.argv.slice(2);
const folder = rest.filter((x) => !x.startsWith('--') && x !== 'jsonl');
const corpus = await readCorpus(folder);
for (const p of corpus.problems) console.error(p.file, p.says);
const index = buildIndex(corpus.articles);
const rows =
  cmd === 'quotes'
    ? quoteRows(index)
    : cmd === 'entities'
      ? rest.includes('--mentions')
        ? mentionRows(index)
        : entityRows(index)
      : cmd === 'articles'
        ? articleRows(index)
        : sentenceRows(index);
let out = '';
for (const r of rows) out += `${JSON.stringify(r)}\n`;
process.stdout.write(out);
