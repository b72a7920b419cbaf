import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { articleOf } from '../../src/corpus/article.ts';
import { readHtml } from '../../src/corpus/formats/html.ts';
import { MAX_PIECES } from '../../src/corpus/html/page.ts';
import { Unreadable } from '../../src/corpus/unreadable.ts';

/** A page as publishers make them: metadata three ways, a menu, a picture, a prompt, related articles. */
const PAGE = `<!DOCTYPE html>
<html lang="en-GB"><head>
<title>Ministers meet at the lake | The Courier</title>
<meta property="og:title" content="Ministers meet at the lake">
<meta property="og:site_name" content="The Courier">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
  {"@type":"Organization","@id":"#us","name":"The Courier"},
  {"@type":"NewsArticle","headline":"Ministers meet at the lake","datePublished":"2021-12-29T08:00:00+01:00",
   "author":[{"@type":"Person","name":"Ann Smith"},{"@type":"Person","name":"Bo Li"}],"publisher":{"@id":"#us"}}]}</script>
</head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Ministers meet at the lake</h1>
<p class="byline">By Ann Smith and Bo Li</p>
<figure><img src="x.jpg"><figcaption>The lake, from above. Photo: A. Person</figcaption></figure>
<div class="story"><p>The ministers of eleven countries met at the lake on Wednesday, and none of them would say for how long they meant to stay.</p>
<p>“We have <b>time</b>,” one of them said,\n   “and the lake is beautiful.” Her delegation had arrived the night before, with four lorries of papers.</p>
<p class="newsletter-prompt">Get our morning letter in your inbox, every day.</p>
<p>Talks go on in the spring, officials said, in the same hotel, if it is not under water by then, as it has been in two of five years.</p></div>
<aside class="related-stories"><h3>Related</h3><p>A lake was found in another country, and people were surprised to see it.</p></aside>
</article>
<footer><p>© 2021 The Courier. All rights reserved.</p></footer>
</body></html>`;

const article = (html: string) => articleOf({ file: 'page.html', path: 'page.html' }, readHtml(html)[0]!).article;

test('a page gives its own paragraphs, and what its metadata declares', () => {
  const { text, paragraphs, headline, byline, outlet, date, language } = article(PAGE);
  assert.deepEqual(
    paragraphs.map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`),
    [
      'headline: Ministers meet at the lake',
      'body: The ministers of eleven countries met at the lake on Wednesday, and none of them would say for how long they meant to stay.',
      'body: “We have time,” one of them said, “and the lake is beautiful.” Her delegation had arrived the night before, with four lorries of papers.',
      'body: Talks go on in the spring, officials said, in the same hotel, if it is not under water by then, as it has been in two of five years.',
    ],
  );
  assert.deepEqual(
    [headline, byline, outlet, date].map((fact) => [fact?.value, fact?.how, fact?.evidence[0]?.from]),
    [
      ['Ministers meet at the lake', 'declared', 'field'],
      ['Ann Smith, Bo Li', 'declared', 'field'],
      ['The Courier', 'declared', 'field'],
      ['2021-12-29', 'declared', 'field'],
    ],
  );
  assert.equal(language, 'en-GB');
  assert.equal(headline?.span && text.slice(headline.span.start, headline.span.end), headline?.value);
});

test('a heading that a page prints twice, for wide and narrow screens, is one heading', () => {
  const twice = PAGE.replace(
    '<h1>Ministers meet at the lake</h1>',
    '<h1 class="wide">Eleven ministers, one lake</h1><h1 class="narrow">Eleven ministers, one lake</h1>',
  );
  const sold = twice.replaceAll('Ministers meet at the lake', 'All you need to know of today');
  assert.equal(article(sold).headline?.value, 'Eleven ministers, one lake');
});

test('a heading that speaks of the outlet is a headline, not the name of the site', () => {
  const sold = PAGE.replaceAll('Ministers meet at the lake', 'All you need to know of today').replace(
    '<h1>All you need to know of today</h1>',
    '<h1>Eleven ministers take The Courier to court</h1>',
  );
  assert.equal(article(sold).headline?.value, 'Eleven ministers take The Courier to court');
});

test('what a page holds beside the article is left out with a reason, and nothing that is seen is lost', () => {
  const { text, leftOut } = article(PAGE);
  const left = leftOut.map(({ start, end, why }) => `${why}: ${text.slice(start, end)}`);
  assert.deepEqual(left, [
    'page furniture: Home World',
    'byline: By Ann Smith and Bo Li',
    'caption: The lake, from above. Photo: A. Person',
    'promotion: Get our morning letter in your inbox, every day.',
    'promotion: Related\n\nA lake was found in another country, and people were surprised to see it.',
    'page furniture: © 2021 The Courier. All rights reserved.',
  ]);
});

test('an article in several boxes is read whole', () => {
  const paragraph = (n: number) =>
    `<p class="text">Paragraph ${n} says, as the others do, that there is much to be said, and that it will be said, in time.</p>`;
  const box = (from: number) =>
    `<div class="box"><div class="part">${[0, 1, 2, 3, 4].map((n) => paragraph(from + n)).join('')}</div><div class="ad">Buy</div></div>`;
  const page = `<html><body><main><section>${box(0)}</section><section>${box(5)}</section><section>${box(10)}</section></main></body></html>`;
  assert.equal(article(page).paragraphs.filter(({ kind }) => kind === 'body').length, 15);
});

test('an article that the choice misses is found by the text that the page declares', () => {
  const said = [1, 2, 3].map(
    (n) => `Sentence ${n} of the article stands in a list of its own, and nobody would think so.`,
  );
  const other =
    '<p>A long text about something else, with commas, and more commas, so that it looks like the article.</p>';
  const page = `<html><head><script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: said.join(' ') })}</script></head>
<body><div class="story">${other.repeat(8)}</div><ul class="share">${said.map((words) => `<li>${words}</li>`).join('')}</ul></body></html>`;
  const { text, paragraphs } = article(page);
  const read = paragraphs.map(({ start, end }) => text.slice(start, end));
  for (const words of said) assert.ok(read.includes(words));
});

test('a page that is nested without end is not parsed', () => {
  assert.throws(() => readHtml('<div>'.repeat(200_000)), Unreadable);
});

test('a page that is made of more than can be read in some seconds is refused before it is parsed', () => {
  for (const html of [
    '<'.repeat(1_000_000),
    '&lt;'.repeat(1_000_000),
    '<p>x'.repeat(1_000_000),
    `${'<div>'.repeat(1400)}${'<p>x</p>'.repeat(100_000)}`,
    `${'<h1>'.repeat(1400)}${'word '.repeat(100_000)}`,
  ])
    assert.throws(() => readHtml(html), Unreadable);
});

test('a page that is just not too broad or too deep is read', () => {
  const some = Math.floor(MAX_PIECES / 6);
  for (const html of [
    '<'.repeat(some),
    `<p>${'<b>x</b> '.repeat(some)}</p>`,
    '<i></i>'.repeat(some),
    `${'<h1>'.repeat(480)}${'word '.repeat(15_000)}`,
    `${'<time>'.repeat(480)}${'word '.repeat(15_000)}`,
    `${'<div>'.repeat(480)}${'<p>Some words, and more of them, here.</p>'.repeat(900)}`,
  ])
    assert.doesNotThrow(() => readHtml(html), html.slice(0, 20));
});

test('a drawing of a thousand shapes that end themselves is not nested', () => {
  const shapes = '<path d="M0 0"/>'.repeat(1000);
  const said = 'Some words of an article are here, and they go on.';
  assert.match(article(`<svg>${shapes}</svg><p>${said}</p>`).text, new RegExp(said));
  // HTML in a drawing, and after it, knows no element that ends itself.
  for (const html of [`<svg><foreignObject>${'<b/>'.repeat(1000)}`, `<svg/>${'<b/>'.repeat(1000)}`])
    assert.throws(() => readHtml(html), Unreadable);
});

test('what is nested and says little is not asked for its texts again and again', () => {
  const { prototype } = parseHTML('').Element;
  const property = Object.getOwnPropertyDescriptor(prototype, 'textContent')!;
  let times = 0;
  const get = function (this: Element) {
    times++;
    return property.get!.call(this);
  };
  Object.defineProperty(prototype, 'textContent', { ...property, get });
  try {
    const { paragraphs } = article(`${'<div>'.repeat(250)}a, b${'</div>'.repeat(250)}`.repeat(9));
    assert.equal(paragraphs.length, 9);
    assert.ok(times > 1000 && times < 200_000, `${times}`);
  } finally {
    Object.defineProperty(prototype, 'textContent', property);
  }
});

test('a slogan in the place of the site’s name is no outlet that is declared', () => {
  const outlet = (head: string) => {
    const fact = article(`<html><head>${head}</head><body><p>The talks began on Monday.</p></body></html>`).outlet;
    return fact && `${fact.value} (${fact.how}${fact.confidence < 0.6 ? ', hardly' : ''})`;
  };
  const slogan = '<meta property="og:site_name" content="Where Hope Finally Made a Comeback">';
  const address = '<link rel="canonical" href="https://www.thegatewaypundit.com/2021/12/talks/">';
  const title = (words: string) => `<title>${words}</title>`;
  const site = (name: string, host: string) =>
    `<meta property="og:site_name" content="${name}"><meta property="og:url" content="https://${host}/1">`;
  const linked =
    '<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"name":"The Courier"}}</script>';
  assert.equal(outlet(slogan + linked), 'The Courier (declared)');
  assert.equal(
    outlet(slogan + address + title('Talks begin | The Gateway Pundit | by Ann Smith')),
    'The Gateway Pundit (inferred)',
  );
  assert.equal(outlet(slogan + address), 'Where Hope Finally Made a Comeback (inferred, hardly)');
  assert.equal(outlet(slogan), 'Where Hope Finally Made a Comeback (inferred, hardly)');
  assert.equal(
    outlet(slogan.replace('Where', 'The Courier: Where') + title('Talks - The Courier')),
    'The Courier: Where Hope Finally Made a Comeback (inferred, hardly)',
  );
  for (const [name, host] of [
    ['The New York Times', 'www.nytimes.com'],
    ['Los Angeles Times', 'www.latimes.com'],
    ['NZ Herald', 'www.nzherald.co.nz'],
    ['RadioFreeEurope/RadioLiberty', 'www.rferl.org'],
    ['The Sydney Morning Herald', 'www.smh.com.au'],
    ['Sky News', 'news.sky.com'],
    ['BBC News', 'www.bbc.co.uk'],
    ['The Age', 'www.theage.com.au'],
  ] as const)
    assert.equal(outlet(site(name, host)), `${name} (declared)`);
  assert.equal(
    outlet(`<meta property="og:site_name" content="The Courier">${title('Talks begin – The Courier')}`),
    'The Courier (declared)',
  );
});

test('whatever a page holds, every character that is seen is in one paragraph or one range that is left out', () => {
  const words = fc.constantFrom(
    'a',
    ' ',
    'Some words, and more of them, until there are enough of them to be read.',
    '&amp;',
    '&#1;',
    '<',
    '\u0000',
    '“x”',
  );
  const tag = fc.constantFrom(
    'p',
    'div',
    'br',
    'a',
    'b',
    'table',
    'tr',
    'td',
    'pre',
    'h1',
    'script',
    'figure',
    'body',
    'li',
    'template',
    'math',
  );
  const piece = fc.oneof(
    words,
    tag.map((name) => `<${name}>`),
    tag.map((name) => `</${name}>`),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const { text, paragraphs, leftOut } = article(pieces.join(''));
      let from = 0;
      for (const { start, end } of [...paragraphs, ...leftOut].sort((a, b) => a.start - b.start)) {
        assert.ok(start >= from && end > start && end <= text.length);
        assert.equal(text.slice(from, start).trim(), '');
        from = end;
      }
      assert.equal(text.slice(from).trim(), '');
    }),
  );
});
