import type { LeftOutReason } from '../model.ts';
import { endsSentence, wordCount } from './layout.ts';
import { hasVerb, isProse, isReported } from './prose.ts';
import { isByline, isCrediting } from './signature.ts';

/**
 * Lines that stand around articles or are set into them, by what they say. Each pattern is the whole line or its start, and a
 * line is only ever judged whole. The patterns are of no one outlet; what only one outlet says is told by its coming
 * back in all its files. A group `rest` is what has to be no running text: "Print on demand is over" is a headline.
 */
const NETWORK =
  '(?:twitter|x|facebook|instagram|youtube|whatsapp|telegram|linkedin|tiktok|bluesky|snapchat|reddit|pinterest|flipboard|threads|messenger|e-?mail|google(?: plus|\\+)?)';
const THIS = '(?:(?:this|the|our) )?(?:article|story|page|post|link|report|video|news)';
const FURNITURE: readonly RegExp[] = [
  /^back to (?:the )?top(?: button)?$/i,
  /^(?:tags?|topics?|categories|filed under|published under|labels?|keywords|in this (?:article|story))(?:\s{0,3}:.{0,200})?$/i,
  /^(?:share|tweet|print|email|copy link|link copied|pin it|like|save|listen|comments?|menu|search|close|skip to (?:main )?content|log in|sign in|home|news|reprints|order reprints|text size)$/i,
  new RegExp(
    `^(?:share|tweet|print|e-?mail|save|like|pin|listen to|comment on|comments on|copy|bookmark)(?: (?:this|us|now|here)| ${THIS})?(?: (?:on|via|by|with|to|in)(?:[ ,/|]{1,3}(?:or|and|${NETWORK}|(?:your )?friends|more)){1,20})?[.!]?$`,
    'i',
  ),
  /^(?:search (?:for\s?:|this (?:site|website|page)|here|the (?:site|archives?))|close (?:this )?(?:window|menu|dialog|ad|search)|home page|news feed|menu (?:close|search)|comments (?:are )?(?:closed|off)\.?)$/i,
  /^(?:log in|sign in)(?:(?: (?:here|now|with|via|or|register|sign up|my|your|account|facebook|google|twitter|apple|an?|your e-?mail)){1,12}| to (?:continue|read|comment|post|reply|your|view|save|access|like|vote)\b.{0,60})[.!]?$/i,
  /^(?:advert|advertisement|advertising|sponsored|ad feedback|promoted|paid content)s?(?: content| by (?<rest>.{1,40}))?$/i,
  /^(?:story|article|text) continues (?:below|after)\b(?<rest>.{0,40})$/i,
  /^(?:article |story )?continues? (?:reading\b|below\b|after (?:the )?(?:ad|advert|newsletter|promotion|video|break)\b)(?<rest>.{0,40})$/i,
  /^(?:previous|next) (?:article|post|story)(?:\s{0,2}[:|»>→-].{0,120})?$/i,
  /^(?:©|\(c\) ?\d{4}|copyright (?:©|\d{4}|by)).{0,160}$/i,
  /^.{0,100}\ball rights reserved\b.{0,60}$/i,
  /^(?:this (?:article|document|material|story|content) is (?:subject to|protected by) copyright)\b.{0,200}$/i,
  /^view (?:author archive|all posts|comments|gallery|more)\b(?<rest>.{0,40})$/i,
  /^(?:e-?mail|contact|follow) the author\b(?<rest>.{0,40})$/i,
  /^(?:\d{1,2} (?:minutes?|mins?) read|reading time\b.{0,20}|\d{1,4} (?:shares?|views?|comments?|likes?))$/i,
];

const PROMOTION: readonly RegExp[] = [
  /^(?:related|recommended|popular|latest|trending|more|other|further) (?:articles?|stories|posts?|news|reading|coverage|topics?|content|videos?)\b(?<rest>[^.]{0,30})$/i,
  /^(?:you (?:may|might) (?:also )?(?:like|enjoy)|read (?:more|next|also|this)|see also|more (?:on|from|in) (?=[^.]{1,60})|most (?:read|popular)|trending(?: now)?|up next|watch now|don['’]t miss)(?:\b|(?<= ))(?<rest>[^.]{0,90})$/i,
  /^(?:read (?:more|next|also|it here)|also read|related(?: (?:article|story|stories|post|video|coverage|reading))?|see also|more|watch(?: more)?|listen|don['’]t miss|must read|recommended|in pictures|from the archives?)\s{0,2}[:|»>].{1,220}$/i,
  /^click (?:here )?(?:to|for)\b.{1,160}$/i,
  /^(?:after|skip past) (?:the )?newsletter promotion$/i,
  /^(?:please )?(?:sign up|subscribe)\b.{0,180}\b(?:newsletters?|inbox|subscribers?|subscriptions?|alerts|e-?mails?|our app|the .{1,30} app)\b.{0,120}$/i,
  /^(?:please )?(?:join|register|get|receive|start your)\b(?=.{0,200}\b(?:our|your|us|you|newsletter|inbox)\b).{0,180}\b(?:newsletters?|inbox|subscribers?|subscriptions?|alerts|e-?mails?|our app|the .{1,30} app)\b.{0,120}$/i,
  new RegExp(
    `^(?:follow|find|join|connect with|listen to|like|watch) (?:us|our|me|@).{0,80}\\b(?:on|at|in|via)\\b.{0,20}\\b${NETWORK}\\b.{0,80}$`,
    'i',
  ),
  new RegExp(`^(?:follow|find)(?<credit> .{1,60}) on ${NETWORK}(?:(?:,? and|,) ${NETWORK}){0,6}[.!]?$`, 'i'),
  new RegExp(
    `^(?:follow|find|join|connect with|listen to)(?<rest> .{1,80}\\b(?:on|at|in|via) (?:our |the )?${NETWORK}\\b.{0,80})$`,
    'i',
  ),
  /^(?:by (?:signing up|subscribing|clicking)(?=.{0,200}\b(?:you|your|our|terms|privacy)\b)|you can unsubscribe)\b.{0,240}$/i,
  /^(?:subscribe|sign up|join) (?:now|today|here|free|us|to (?:our|receive|get|read|continue|unlock|the) .{1,60})[.!]?$/i,
  /^(?:newsletters?|get the latest news|breaking news (?:e-?mails?|alerts?)|join the conversation|tell us what you think\W{0,3}|have your say)$/i,
];

const AGENCY =
  '(?:getty(?: images)?|shutterstock|reuters|ap|a\\.p\\.|associated press|ap photo|afp|agence france-presse|epa|epa-efe|alamy|istock(?:photo)?|bloomberg|pa(?: media| wire)?|tass|xinhua|anadolu|zuma|sputnik|unsplash|pexels|wikimedia(?: commons)?|handout|file photo)';
const CAPTION: readonly RegExp[] = [
  /^\(?(?:photo|image|picture|illustration|photograph|video|graphic|credit|pic)s?(?: (?:credit|source|courtesy|illustration))?\s{0,2}[:©].{1,140}$/i,
  /^\(?(?:photo|image|picture|illustration|photograph|video|graphic|credit|pic)s?(?: (?:credit|source|courtesy|illustration))? (?:(?:by|courtesy of)\b(?<credit>.{1,140})|(?:of|from)\b(?<rest>.{1,140}))$/i,
  /^(?:image|media|video|photo|picture) (?:copyright|caption|source|credit)(?:\s{0,2}[,:©|].{0,240}|(?<credit> .{1,120}))?$/i,
  /^media playback is (?:un|not )supported\b.{0,40}$/i,
  /^(?:file photo|file picture|file image|file)(?:\s?:|\s{1,2}[–—-]{1,2}\s).{1,400}$/i,
  /^(?:enlarge|expand|open) (?:image|photo|picture|this image in gallery)$/i,
  /^\((?:photos?|image|picture|credit|illustration)\b[^()]{0,200}\)$/i,
  /^\([^()/]{2,60} \/ [^()/]{2,60}\)$/,
];
/** "A. Person | Agency | Getty Images", "Photographer/Agency": a few words that end in who took the picture. */
const PICTURE_CREDIT = new RegExp(`(?:^|[|/,(©] ?|\\bvia |\\bby )${AGENCY}\\)?$`, 'i');

/** The heads of comment forms; what follows them is the form. */
const COMMENT_FORM: readonly RegExp[] = [
  /^(?:leave|post|write|add) (?:a|your) (?:reply|comment|response)\b(?<rest>.{0,40})$/i,
  /^your e-?mail address will not be (?:published|shared)\b.{0,80}$/i,
  /^(?:\d{1,6} )?comments?(?: \(\d{1,6}\))?$/i,
  /^(?:save my name,? e-?mail,? and website in this browser|notify me of (?:new|follow-?up) (?:posts|comments)|this site uses akismet|required fields are marked|you must be (?:logged in|registered) to)\b.{0,120}$/i,
];

/** Credits: `credit` holds names and words of credits only. */
const CREDIT: readonly RegExp[] = [
  /^\(?(?:with )?(?:additional )?(?:reporting|writing|editing|contributions?)(?: and (?:writing|editing))? (?:from|by)\b(?<credit>.{1,260})$/i,
  /^(?!(?:he|she|it|they|we|this|that|these|those)\b)[^!?]{1,200} contributed (?:reporting\b|to this (?:report|story|article|coverage|piece)\b).{0,60}$/i,
  /^(?!(?:he|she|it|they|we|this|that|these|those)\b)(?<credit>[^!?]{1,200}) contributed to the (?:report|story|article|coverage|piece)\b(?:\s?\.|$)/i,
  /^(?:write to|contact|e-?mail) .{2,60} at \S{1,40}@\S{3,60}$/i,
  /^(?:first|originally) published (?:in|on|by|at)\b(?<credit>.{1,80})$/i,
];

/** A tag in brackets: it closes, has attributes, or is one of the known ones. `[applause]` and `[He left]` are words. */
const SHORTCODE =
  /^\[(?:\/[a-z][\w-]{0,60}|[a-z][\w-]{0,60}(?: [^[\]=]{0,60})?=[^[\]]{0,300}|(?:caption|embed|gallery|audio|video|playlist|ads?|toc|more|contact-form(?:-7)?)(?: [^[\]]{0,300})?|[a-z]{1,60}[-_][\w-]{1,60}(?: [^[\]]{0,300})?)\]$/i;

const DATE_WORD =
  /^(?:\d{1,4}(?:st|nd|rd|th)?|\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[ap]\.?m\.?)?|\d{1,2}[ap]\.?m\.?|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{4}-\d{2}-\d{2}t\S{4,20}|[ap]\.?m\.?|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|utc|gmt|bst|cet|cest|est|edt|et|cst|cdt|ct|pst|pdt|pt|mst|mdt|hst|ist|jst|aest|ago|hours?|minutes?|mins?|days?|updated|published|posted|original|modified|last|on|at|first|created|date)$/i;

/** A line longer than this is text, whatever it starts with. */
const FURNITURE_LIMIT = 420;

/** Why a line is not the article's text, by what it says alone; undefined when nothing speaks against it. */
export function reasonOfLine(line: string): LeftOutReason | undefined {
  if (line.length > FURNITURE_LIMIT) return undefined;
  const matches = (pattern: RegExp) => says(pattern, line);
  if (isReported(line) && !CREDIT.some(matches)) return undefined;
  if (SHORTCODE.test(line)) return 'shortcode';
  if (COMMENT_FORM.some(matches)) return 'comment form';
  if (FURNITURE.some(matches)) return 'page furniture';
  if (PROMOTION.some(matches)) return 'promotion';
  if (CREDIT.some(matches)) return 'credit line';
  if (CAPTION.some(matches)) return 'caption';
  const words = wordCount(line);
  if (isByline(line)) return 'byline';
  if (words <= 12 && !isProse(line) && PICTURE_CREDIT.test(line)) return 'caption';
  if (words <= 24 && isDateLine(line)) return 'date line';
  return undefined;
}

/** A word that looks like the past of a verb, behind what begins a label: "Other stories emerged of". */
const PAST = /^ (?!related|recommended|featured|sponsored|needed)\p{Ll}{3,20}ed\b/u;

/** Whether a line is what a pattern describes, and the parts of it that a sentence might be are none. */
function says(pattern: RegExp, line: string): boolean {
  const match = pattern.exec(line);
  if (!match) return false;
  const { rest, credit } = match.groups ?? {};
  if (rest !== undefined && (isProse(rest) || PAST.test(rest))) return false;
  return credit === undefined || (isCrediting(credit) && !hasVerb(credit));
}

/** "Updated Nov 19, 6:55 AM; Posted Nov 19, 2019 | CBS News": mostly the words of dates, with digits, and no sentence. */
function isDateLine(line: string): boolean {
  const words = line.split(/[\s,;|•·()]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (hasVerb(line) || (endsSentence(line) && !/[ap]\.?m\.$/i.test(line) && !words.every(isDateWord))) return false;
  const dates = words.filter(isDateWord).length;
  return words.length >= 3 && /\d/.test(line) && dates >= 3 && dates * 3 >= words.length * 2;
}

function isDateWord(word: string): boolean {
  return DATE_WORD.test(word.replace(/[:.]$/, ''));
}

/** "October 2008": words of dates and nothing else, which is no headline. */
export function isDateOnly(line: string): boolean {
  const words = line.split(/[\s,;|•·()]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.length > 0 && words.length <= 12 && /\d/.test(line) && words.every(isDateWord);
}
