import { endsSentence } from './layout.ts';

/**
 * What tells running text from labels and prompts where nothing but the words is known: a line that ends as a sentence
 * does or has a finite verb is somebody's text. Forms that are nouns or prompts as often (`share`, `reports`) are not listed.
 */
const AUXILIARIES =
  'is are was were has have had does did do will would can could should must might shall isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t doesn’t didn’t don’t won’t wouldn’t can’t couldn’t cannot it’s he’s she’s they’re we’re i’m';
const REPORTING =
  'said says told tells added adds announced announces warned warns insisted insists denied denies admitted admits argued argues claimed explained explains noted tweeted wrote writes replied asked asks suggested suggests conceded recalled believes believed thinks thought declared declares stressed stresses urged urges vowed vows pledged accused accuses confirmed confirms';
const OTHERS =
  'agrees agreed appears appeared arrests arrested arrives arrived attacked became becomes began begins bans banned blames blamed blocks blocked breaks broke brings brought builds built buys bought came comes carries carried catches caught celebrates celebrated closes collapses collapsed condemns condemned considers considered continues continued crashes crashed criticises criticised criticizes criticized cuts decides decided declines declined defeats defeated defends defended demands demanded destroys destroyed died dies drops dropped ends ended enters entered escapes escaped expands expanded expects expected explodes exploded faces faced fails failed faded falls fell fears feared fights fought finds found finished fires fired flees fled follows followed forces gets got gave gives goes went grew grows happens happened heads hears heard held holds hits hopes hoped hosts hosted hurts includes included increases increased injures injured invades invaded joined joins keeps kept kills killed knew knows lacks landed launches launched lays laid leaves leads led lies loses lost made makes meets met moved names needs needed nears offers offered opens opened orders ordered overturned passes passed pays paid plans planned plays played plunges plunged praises praised prepares prepared prevents prevented promises promised proposes proposed protested proves proved provokes provoked puts quits raises raised reached reaches received receives recovers refused refuses rejects rejected releases released remains remained removes removed resigned resigns responded responds rose rises returned returns reveals revealed runs ran saw sees seeks sought seems seemed seizes seized sells sold sends sent shoots shot showed shows shut signs signed slams slammed soars soared sparks sparked spoke speaks spreads stands stood starts started stays stayed steps stops stopped strengthens stronger struck strikes sues sued suffers suffered supports supported surges surged surrenders suspends suspended takes took tests threatens threatened threw throws tries tried triggers triggered tumbles tumbled turns turned unveils unveiled urges visits visited votes voted wants wanted warns welcomes welcomed wins won withdraws withdrew works worked';
/** Of these the plain forms too make a headline: "Global markets plunge", "Talks Begin". */
const PLAIN =
  'plunge plummet tumble soar surge slump rise fall begin meet agree die collapse clash win lose strike fail resign quit return warn flee erupt vow reject resume approve seek urge ban kill hit face call demand withdraw arrive leave continue end hold open close remain grow sink rally riot march protest gather vote';

const known = (...words: readonly string[]) => new Set(words.flatMap((list) => list.split(' ')));
const REPORTS = known(REPORTING);
const FINITE = known(AUXILIARIES, REPORTING, OTHERS.replace(' stronger', ''));
const HEADLINE = known(AUXILIARIES, REPORTING, OTHERS.replace(' stronger', ''), PLAIN);
/** What is a name as well when it is written large: Will Smith, Edward Said. */
const NAMES = known('will said must held found won got sold rose cuts plans tests names');

function wordsOf(line: string): readonly string[] {
  return line.replaceAll("'", '’').match(/[\p{L}\p{M}\p{N}’]+/gu) ?? [];
}

/** Whether one of the words is a finite verb, by a list of common ones. */
export function hasVerb(line: string): boolean {
  return wordsOf(line).some((word) => {
    const lower = word.toLowerCase();
    return FINITE.has(lower) && !(NAMES.has(lower) && word !== lower);
  });
}

/** Whether a line reads as running text rather than as a label or a prompt. */
export function isProse(line: string): boolean {
  return endsSentence(line) || hasVerb(line);
}

/** A sentence that says who said it: "…, said the minister on Twitter." */
export function isReported(line: string): boolean {
  return endsSentence(line) && wordsOf(line).some((word) => REPORTS.has(word));
}

/** Lower-case plurals of section names, which look like verbs. */
const PLURALS = known(
  'news sports politics business affairs rights arts books letters stories topics features elections markets series views analysis economics obituaries courts times events issues states nations americas',
);

/** Whether a short line has what headlines have and labels have not: a verb, a figure, the form of a verb. */
export function isTelling(line: string): boolean {
  if (/^\P{L}*\d|\s\d|[“”"!?:;]/u.test(line)) return true;
  return wordsOf(line).some((word, i) => {
    const lower = word.toLowerCase();
    if (HEADLINE.has(lower)) return true;
    return i > 0 && word === lower && /\p{L}{3}(?:[^s]s|ed)$/u.test(word) && !PLURALS.has(lower);
  });
}
