import { oneEdit, skeleton, soundAlike } from './forms.ts';

/** Short forms of first names and what they may stand for. */
const SHORT: ReadonlyMap<string, readonly string[]> = new Map(
  `joe:joseph bill:william will:william billy:william mike:michael mick:michael bob:robert rob:robert bobby:robert
  tony:anthony,antony tom:thomas jim:james jimmy:james steve:steven,stephen dan:daniel danny:daniel ben:benjamin
  chris:christopher liz:elizabeth beth:elizabeth kate:katherine,kathryn katie:katherine dick:richard rick:richard
  ted:edward,theodore ed:edward,edwin eddie:edward bernie:bernard chuck:charles charlie:charles andy:andrew
  alex:alexander,aleksandr,alexandra nick:nicholas,nicolas sam:samuel,samantha greg:gregory jeff:jeffrey,geoffrey
  ron:ronald don:donald ken:kenneth matt:matthew pat:patrick,patricia tim:timothy dave:david josh:joshua
  jon:jonathan john:jonathan jack:john peggy:margaret maggie:margaret meg:margaret sue:susan debbie:deborah
  vicky:victoria val:valerie abe:abraham gabe:gabriel larry:lawrence,laurence jerry:gerald,jerome gene:eugene
  harry:harold,henry hank:henry fred:frederick frank:francis,franklin phil:philip,phillip pete:peter ray:raymond
  stan:stanley vince:vincent walt:walter zack:zachary volodya:volodymyr,vladimir sasha:aleksandr,alexander`
    .split(/\s+/)
    .map((entry) => {
      const [short = '', long = ''] = entry.split(':');
      return [short, long.split(',')] as const;
    }),
);

/** Whether two first (or middle) names may be one person's: equal, initial, short form, or one spelt otherwise. */
export function compatibleFirst(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  if (SHORT.get(a)?.includes(b) || SHORT.get(b)?.includes(a)) return true;
  const [x, y] = [skeleton(a), skeleton(b)];
  return x === y || (Math.min(x.length, y.length) >= 5 && x[0] === y[0] && oneEdit(x, y));
}

/** First letters, as they sound, that a compatible first name may have. */
export function firstLetters(first: string): readonly string[] {
  const letters = [first, ...(SHORT.get(first) ?? [])].map((name) => skeleton(name)[0] ?? '');
  return [...new Set(letters)];
}

/**
 * Whether two full names, as {@link personWords} gives them, may be one person's: last names sound alike, first names
 * are compatible, and so are middle names where both have them.
 */
export function compatibleNames(a: readonly string[], b: readonly string[]): boolean {
  if (a.length < 2 || b.length < 2) return false;
  if (!soundAlike(a.at(-1)!, b.at(-1)!)) return false;
  if (!compatibleFirst(a[0]!, b[0]!)) return false;
  const [x, y] = [a.slice(1, -1), b.slice(1, -1)];
  const [fewer, more] = x.length <= y.length ? [x, y] : [y, x];
  let at = 0;
  for (const word of fewer) {
    while (at < more.length && !compatibleFirst(word, more[at]!)) at++;
    if (at === more.length) return false;
    at++;
  }
  return true;
}
