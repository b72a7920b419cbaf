import type { LeftOutReason } from '../../model.ts';
import type { Block } from './layout.ts';
import { ELEMENT, type PageElement } from './page.ts';

/** An element that is around the article or set into it, and why it is not the article's own text. */
export interface Pruned {
  readonly element: PageElement;
  readonly why: LeftOutReason;
}

/** Elements that say by their kind what they are. */
const KINDS: ReadonlyMap<string, LeftOutReason> = new Map(
  Object.entries({
    nav: 'page furniture',
    menu: 'page furniture',
    dialog: 'page furniture',
    button: 'page furniture',
    form: 'page furniture',
    fieldset: 'page furniture',
    footer: 'page furniture',
    figcaption: 'caption',
  } as const),
);

const ROLES: ReadonlyMap<string, LeftOutReason> = new Map(
  Object.entries({
    navigation: 'page furniture',
    banner: 'page furniture',
    contentinfo: 'page furniture',
    search: 'page furniture',
    menu: 'page furniture',
    menubar: 'page furniture',
    dialog: 'page furniture',
    alertdialog: 'page furniture',
    tooltip: 'page furniture',
    complementary: 'page furniture',
  } as const),
);

/** Words of class names and ids, by what pages use them for. */
const WORDS: readonly (readonly [LeftOutReason, string])[] = [
  ['caption', 'caption captions figcaption credit credits photocredit imagecredit copyright attribution'],
  ['byline', 'byline bylines authors bio authorbio'],
  ['date line', 'timestamp pubdate dateline-time datetime published updated'],
  [
    'promotion',
    'newsletter newsletters promo promos promotion recirc recirculation related recommended recommendations recommendation trending popular mostread mostpopular readmore readnext morefrom seealso subscribe subscription signup donate donation inlinelinks outbrain taboola teaser teasers sponsored sponsor upsell cta',
  ],
  ['comment form', 'comments comment disqus respond'],
  [
    'page furniture',
    'ad ads advert adverts advertisement advertising share sharing sharebar sharetools social socials breadcrumb breadcrumbs nav navbar navigation menu toolbar skip skiplink cookie cookies consent onetrust gdpr modal popup overlay tags tag taglist topics hashtags sitemap masthead pagination pager rating player video-js jwplayer playlist carousel slideshow print printonly noprint follow login tooltip',
  ],
];
const REASONS = new Map(WORDS.flatMap(([why, words]) => words.split(' ').map((word) => [word, why] as const)));

/** Two neighbouring words that mean what neither means alone. */
const PAIRS = new Map<string, LeftOutReason>(
  (
    [
      [
        'promotion',
        'read more|read next|see also|also read|most read|most popular|more from|more on|sign up|sign in|log in|related article|related articles|related content|up next|in article|call action',
      ],
      [
        'byline',
        'author bio|author info|author box|author card|author name|author meta|about author|post author|article author|post meta|article meta|entry meta',
      ],
      ['date line', 'publish date|published date|article date|post date|entry date|update time|last updated'],
      ['page furniture', 'sr only|visually hidden|screen reader|side bar|key points|article tools|text size'],
      ['caption', 'photo credit|image credit|image caption|media caption|wp caption|photo caption|image source'],
    ] as const
  ).flatMap(([why, pairs]) => pairs.split('|').map((pair) => [pair, why] as const)),
);

/** Words that turn the next around: `has-sidebar`, `no-comments` are said of what is not one. */
const MODIFIERS = new Set(['has', 'no', 'not', 'with', 'without', 'is', 'non', 'hide', 'show', 'enable', 'disable']);

/** What is never the article, however much of it there is: consent to be tracked is often longer than the news. */
const ALWAYS = new Set(['cookie', 'cookies', 'consent', 'onetrust', 'gdpr', 'comments', 'disqus', 'respond']);
const MAX_SHARE_ALWAYS = 0.9;
/** Whatever its name: an element with more of the page's running text than this is the article or around it. */
const MAX_SHARE = 0.3;

/** Why each block is not the article, by what the elements around it are called. */
export function reasonsOf(blocks: readonly Block[]): readonly (LeftOutReason | undefined)[] {
  return prunedAround(blocks).map((pruned) => pruned?.why);
}

/** The topmost element around each block that is not the article by what it is called; null where none is. */
export function prunedAround(blocks: readonly Block[]): readonly (Pruned | null)[] {
  const running = new Map<PageElement, number>();
  let total = 0;
  const around = new Map<PageElement, Pruned | null>();
  for (const { owner, start, end, linked } of blocks) {
    const length = isRunning(owner) ? Math.max(0, end - start - 2 * linked) : 0;
    total += length;
    for (let at: PageElement | null = owner; at?.nodeType === ELEMENT; at = at.parentNode)
      running.set(at, (running.get(at) ?? 0) + length);
  }

  function verdict(element: PageElement): Pruned | null {
    const share = (running.get(element) ?? 0) / Math.max(1, total);
    if (share > MAX_SHARE_ALWAYS) return null;
    const reason = reasonOf(element);
    return reason && (share <= MAX_SHARE || ALWAYS.has(reason.by)) ? { element, why: reason.why } : null;
  }

  function topmost(element: PageElement | null): Pruned | null {
    const path: PageElement[] = [];
    let at = element;
    while (at?.nodeType === ELEMENT && !around.has(at)) {
      path.push(at);
      at = at.parentNode;
    }
    let found = (at?.nodeType === ELEMENT ? around.get(at) : null) ?? null;
    for (const inner of path.reverse()) {
      found ??= verdict(inner);
      around.set(inner, found);
    }
    return found;
  }
  return blocks.map(({ owner }) => topmost(owner));
}

function isRunning({ localName }: PageElement): boolean {
  return (
    localName === 'p' ||
    localName === 'div' ||
    localName === 'section' ||
    localName === 'blockquote' ||
    localName === 'li'
  );
}

const NEVER = new Set(['html', 'body', 'main', 'h1', 'article']);

/** Why an element is not the article, by its kind, its role, or the words of its class and id. */
function reasonOf(element: PageElement): { readonly why: LeftOutReason; readonly by: string } | undefined {
  if (NEVER.has(element.localName)) return undefined;
  const kind = KINDS.get(element.localName) ?? ROLES.get(element.getAttribute('role') ?? '');
  if (kind) return { why: kind, by: '' };
  if (element.getAttribute('aria-hidden') === 'true' || element.getAttribute('hidden') !== null)
    return { why: 'page furniture', by: '' };
  for (const name of [element.id, ...element.className.split(/\s+/)]) {
    // Names of utility classes (`md:hidden`) say how, not what.
    if (name.includes(':')) continue;
    const words = classWords(name);
    for (let i = 0; i < words.length; i++) {
      if (MODIFIERS.has(words[i - 1] ?? '')) continue;
      const why = PAIRS.get(`${words[i]} ${words[i + 1]}`) ?? REASONS.get(words[i] ?? '');
      if (why) return { why, by: words[i] ?? '' };
    }
  }
  return undefined;
}

/** `articleBody__shareBar-2` → article, body, share, bar. */
export function classWords(name: string): readonly string[] {
  if (name.length > 400) return [];
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
}
