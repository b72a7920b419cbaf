// Writes docs/accuracy.md from what measure.py of the shared data printed: `npm run accuracy -- MEASURED.txt`.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withSection } from './section.mjs';

const PAGE = fileURLToPath(new URL('../docs/accuracy.md', import.meta.url));

const F1 = ({ f1, p, r }) => `F1 ${f1.toFixed(3)} (precision ${p.toFixed(3)}, recall ${r.toFixed(3)})`;
const SHARE = ({ acc, right, of }) => `${acc.toFixed(3)} (${right} of ${of})`;

/** What is told: of which set, from which scorer's run, which of its figures, and what a reader may call it. */
const CHAPTERS = [
  [
    'Quotes and who said them',
    [
      ['polnear', 'score_quotes.py --kinds direct,mixed', ['quoted segments'], F1, 'speech in quotation marks, found'],
      [
        'polnear',
        'score_quotes.py --kinds direct,mixed',
        ['overlap'],
        F1,
        'direct and mixed quotes, found (overlapping)',
      ],
      ['polnear', 'score_quotes.py --kinds direct,mixed', ['exact'], F1, 'the same, to the letter'],
      [
        'polnear',
        'score_quotes.py --kinds direct,mixed',
        ['quoted segments, named speaker right'],
        SHARE,
        'its speaker right, where the text names one',
      ],
      ['polnear', 'score_quotes.py', ['overlap'], F1, 'all that is reported, also without marks (overlapping)'],
      ['basil-speakers', 'score_quotes.py', ['speaker', 'named'], SHARE, 'speaker right, pronouns resolved to names'],
    ],
  ],
  [
    'Names',
    [
      ['conllpp2020', 'score_ner.py --types PER,ORG,LOC', ['exact'], F1, 'people, organizations and places, exact'],
      ['conllpp2020', 'score_ner.py --types PER,ORG,LOC', ['by type, exact', 'PER'], F1, 'people'],
      ['conllpp2020', 'score_ner.py --types PER,ORG,LOC', ['by type, exact', 'ORG'], F1, 'organizations'],
      ['conllpp2020', 'score_ner.py --types PER,ORG,LOC', ['by type, exact', 'LOC'], F1, 'places'],
    ],
  ],
  [
    'Names that mean one entity (of those found)',
    [
      ['meantime', 'score_entities.py', ['over the found', 'b-cubed'], F1, 'B-cubed'],
      [
        'newswcl50-entities',
        'score_entities.py --by event --types ACTOR,COUNTRY',
        ['over the found', 'b-cubed'],
        F1,
        'B-cubed, over articles',
      ],
      ['n3_linking', 'score_entities.py', ['over the found', 'b-cubed'], F1, 'B-cubed'],
    ],
  ],
  [
    'Articles on one event',
    ['basil', 'newswcl50', 'wikinews_clusters', 'ecbplus'].map((set) => [
      set,
      'score_clusters.py',
      ['b-cubed'],
      F1,
      'B-cubed',
    ]),
  ],
  [
    'The article in a page',
    [
      ['html_aeb', 'score_html.py', ['shingles of 4'], F1, 'text, in runs of four words'],
      ['html_fundus_eval', 'score_html.py', ['shingles of 4'], F1, 'text, in runs of four words'],
      ...['html_trafilatura', 'html_fundus_tests'].flatMap((set) =>
        ['title', 'byline', 'date'].map((field) => [set, 'score_html.py', ['metadata', field], SHARE, field]),
      ),
    ],
  ],
  ['Sentences', [['sentences', 'score_sentences.py', ['articles', 'sentences'], F1, 'sentences of news']]],
];

/**
 * The tables of figures.
 *
 * @param printed what measure.py printed: for each set a line `== NAME: N articles, …`, for each scorer a line
 * `-- SCORER WORDS` and its figures as JSON
 * @returns Markdown
 * @throws an Error naming a figure that is not in it
 */
export function figuresOf(printed) {
  const runs = [];
  for (const [set, ...scores] of printed
    .split(/^== /m)
    .slice(1)
    .map((block) => block.split(/^-- /m)))
    for (const score of scores) {
      const from = score.indexOf('{');
      runs.push({
        set: set.slice(0, set.indexOf(':')),
        articles: Number(/: (\d+) articles/.exec(set)?.[1]),
        scorer: score.slice(0, from).trim(),
        figures: JSON.parse(score.slice(from)),
      });
    }
  const row = ([set, scorer, path, shown, what]) => {
    const run = runs.find((it) => it.set === set && it.scorer === scorer);
    const figure = path.reduce((at, key) => at?.[key], run?.figures);
    if (!figure) throw new Error(`Not measured: ${set}, ${path.join(', ')}`);
    return `| \`${set}\` (${run.articles}) | ${what} | ${shown(figure)} |`;
  };
  return CHAPTERS.map(([title, rows]) =>
    [`### ${title}`, '', '| set (articles) | what | figure |', '| --- | --- | --- |', ...rows.map(row)].join('\n'),
  ).join('\n\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [measured] = process.argv.slice(2);
  if (!measured) throw new Error('usage: npm run accuracy -- MEASURED.txt (what measure.py printed)');
  writeFileSync(PAGE, withSection(readFileSync(PAGE, 'utf8'), 'figures', figuresOf(readFileSync(measured, 'utf8'))));
}
