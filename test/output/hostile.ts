import fc from 'fast-check';

/** What would break out of some format if it were let. */
const PIECES = [
  ...['<script>alert(1)</script>', '</style>', '-->', '<img src=x onerror=alert(1)>', '&amp;', '&#60;', '"', "'"],
  ...['=1+1', '=HYPERLINK("http://x","y")', '+1', '-1', '@SUM(A1)', '\t', '\r', '\n', '\r\n', ',', ';', '＝1'],
  ...[
    '**',
    '_',
    '`',
    '```\n',
    '[a](http://x)',
    '![a](x)',
    '[^1]',
    '[^1]: x',
    '|',
    '| --- |',
    '\n\n',
    '# ',
    '\n# ',
    '> ',
  ],
  ...['- ', '1. ', '1) ', '===', '---', '\\', '<br>', 'http://x.y', 'a@b.c', '~~', '$x$', '    code', ':smile:'],
  ...['\u001b[31m', '\u0000', '\u202e', '\ud800', '\u2028', 'é', '習', '🙂', '{', '}', '%', '#', '&', '^', '~'],
];

/** Text that tries to break out, among text that does not. */
export const hostile: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(fc.constantFrom(...PIECES), fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 5 })),
    {
      maxLength: 6,
    },
  )
  .map((pieces) => pieces.join(''));
