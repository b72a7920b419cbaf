import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Lexicon } from '../../../src/language/names/lexicon.ts';
import { encodeModel } from '../../../src/language/names/model.ts';
import { TrainedTagger } from '../../../src/language/names/tagger.ts';
import { labelled } from '../../../training/data.ts';
import { trainModel } from '../../../training/recipe.ts';

const TEMPLATES: readonly (readonly [string, string])[] = [
  ['On Monday # spoke to reporters about the plan.', 'Person'],
  ['The talks were held in # for two days.', 'Location'],
  ['Shares of # fell by a third after the report.', 'Organization'],
];
const NAMES: Readonly<Record<string, readonly string[]>> = {
  Person: ['Ada Orsolo', 'Ben Okafor', 'Cleo Marsh', 'Dana Weil'],
  Location: ['Brenhaven', 'Port Alder', 'Quillon', 'Esterwick'],
  Organization: ['Tarn Industries', 'Velmo Corp.', 'Northgate Bank', 'Hexa'],
};

/** Made-up articles of three sentences, each with a name whose place is known. */
function articles() {
  return Array.from({ length: 12 }, (_, a) => {
    let text = '';
    const names = TEMPLATES.map(([template, type], t) => {
      const name = NAMES[type]![(a + t) % 4]!;
      const start = text.length + template.indexOf('#');
      text += `${template.replace('#', name)}\n`;
      return { start, end: start + name.length, type };
    });
    return labelled(`made-up-${a}`, text, names);
  });
}

const lexicon = () => Lexicon.of(['spoke', 'talks', 'shares'], Uint16Array.of(0, 1, 2), Uint8Array.of(0, 0, 1));

test('training twice gives the same bytes', () => {
  const train = () => encodeModel(trainModel(articles(), lexicon(), () => {}));
  assert.deepEqual(train(), train());
});

test('a trained tagger finds the names it was taught', () => {
  const documents = articles();
  const tagger = new TrainedTagger(trainModel(documents, lexicon(), () => {}));
  const { article, tokens, sentences } = documents[0]!;
  const found = tagger
    .tag(article, tokens, sentences)
    .map(({ first, end, type }) => `${type} ${article.text.slice(tokens.start[first]!, tokens.end[end - 1]!)}`);
  assert.deepEqual(found, ['0 Ada Orsolo', '2 Port Alder', '1 Northgate Bank']);
});
