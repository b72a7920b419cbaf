import { isTime } from './phrases.ts';
import { posOf, type Reading, wordOf } from './reading.ts';

/**
 * Whether a noun is for somebody or something that speaks: a person, a group, a body, a document, an outlet. `mute`
 * is what does not: numbers, dates, measures, things; `unsure` is every noun these lists do not tell.
 */
export type Standing = 'speaks' | 'mute' | 'unsure';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Persons and groups whose nouns no ending tells. */
const PEOPLE = words(`
  official source aide ally critic friend people person man woman men women child children kid boy girl mother father
  parent wife husband son daughter brother sister family couple relative colleague associate confidant insider pal mate
  president secretary minister premier chancellor king queen prince princess pope bishop cardinal priest imam rabbi
  chief head boss chair ceo cfo vp director general admiral colonel captain major sergeant officer cop police judge
  justice attorney counsel witness defendant plaintiff suspect victim patient student alumnus guest host star fan guru
  mogul expert specialist scholar professor academic scientist economist historian doctor nurse physician architect
  agent client resident citizen native immigrant migrant refugee veteran troop soldier guard hawk dove rebel militant
  republican democrat conservative liberal progressive moderate independent libertarian socialist communist gop dem
  representative executive operative detective senate congressman politician candidate delegate superdelegate nominee
  incumbent opponent proponent rival foe contender hopeful frontrunner front-runner mayor governor senator lawmaker
  diplomat envoy ambassador emissary delegation advocate activist supporter opposition other another some one those
  everyone everybody someone somebody nobody many most several few both half majority plurality minority crowd audience
  public electorate american russian european ukrainian westerner muslim jew christian evangelical catholic white black
  latino hispanic millennial elder elite pundit pollster wonk analyst columnist blogger editor reporter journalist
  anchor correspondent author novelist poet playwright critic narrator caller commenter user reader attendee
  participant respondent spokesman spokeswoman spokesperson spokespeople businessman businesswoman billionaire
  tycoon chairmen clergy staff personnel crew team jury panel committee commission council board cabinet congress
  parliament legislature court tribunal government administration regime state nation country kingdom city county town
  community authority agency bureau department ministry office embassy consulate mission chancellery command military
  army navy force intelligence service institute institution university college school academy center centre foundation
  association organization organisation group coalition alliance caucus party movement union federation league club
  society network company corporation firm business bank industry casino hotel hospital church charity nonprofit
  non-profit pac lobby camp campaign side house delegation leadership membership generation population household body
  bloc faction gang cartel syndicate militia chorus newspaper paper magazine journal outlet press media publication
  website site blog station channel program show podcast broadcaster tabloid daily weekly wire news nato reuters
  report poll survey study analysis article story account statement letter memo memorandum email e-mail text
  tweet post posting note document file filing record transcript summary review audit assessment estimate forecast
  testimony affidavit complaint lawsuit suit indictment ruling opinion decision order bill law statute act treaty
  constitution resolution platform manifesto declaration announcement release communique communiqué readout speech
  remark comment interview column editorial op-ed piece book biography memoir autobiography essay paper data figure
  statistic finding result number research investigation inquiry probe dossier file ad advertisement commercial video employee applicant attendant
  footage clip recording audio film documentary list index ranking average tally count database spreadsheet map chart
  sign banner headline caption question query questionnaire leak disclosure revelation evidence return exchange
  guideline rule regulation policy proposal plan budget charter code manual website page brief briefing cable
  leader analyst official analyst owner voter worker insider lawyer adviser advisor banker trader investor buyer seller
  neighbor neighbour teacher member head specialist watchdog fact-checker think-tank tank oversight treasury pentagon
  kremlin chancellor monarch sheikh emir sultan ayatollah cleric mullah terrorist gunman hacker separatist nationalist
  rebel protester demonstrator marcher dissident exile prisoner inmate hostage survivor surrogate strategist consultant
  contractor vendor developer entrepreneur founder co-founder partner shareholder tenant landlord farmer miner driver
  pilot astronaut athlete coach player singer actor actress comedian artist musician band director producer writer
  loyalist hardliner hard-liner skeptic sceptic optimist realist observer monitor inspector investigator prosecutor
  commissioner administrator regulator auditor clerk treasurer sheriff marshal ranger rep. sen. gov. gen. rev. dr. mr.
  mrs. ms. folk lot pac super-pac dnc rnc fbi cia nsa doj epa u.n. un eu u.s. us uk u.k.
`);

/** What does not speak, though its ending or its use may look so. */
const THINGS = words(`
  percent percentage per cent fraction third quarter dozen hundred thousand million billion trillion dollar euro cent
  point mile foot feet meter inch pound ton degree hour minute second day week month year decade century time moment
  date age era period season weekend morning evening night while deal pact test trial missile rocket bomb weapon gun
  tank plane helicopter ship drone car truck bus train road bridge building wall tower door window floor room table
  desk chair bed food water dinner lunch breakfast coffee beer wine money cash fund tax tariff fee price cost wage
  salary debt deficit loss profit job work labor life lives death birth war battle fight conflict clash attack strike
  raid invasion crisis disaster storm hurricane fire flood weather climate air land sea river island mountain border
  region area place spot scene world earth moon sun sky matter thing object issue problem trouble topic subject case
  cause reason effect impact way manner kind sort type form shape size color colour light sound noise music song dance
  game sport race contest match victory win defeat visit trip tour travel walk step move turn change shift rise fall
  drop gain increase decrease cut growth trend rate level amount deal sum total rest part portion share side-effect
  chance risk threat danger hope fear anger rage joy frustration pressure tension stress pain fun love hate pride shame
  mind heart hand head-start foot eye face voice-over body-count hair blood brain idea thought notion concept dream
  memory knowledge experience skill talent power energy strength weakness support help aid effort attempt task duty
  role purpose goal aim target object end start beginning finish middle top bottom edge corner line row order-book
  swoon hiccup wake image picture photo server computer phone telephone machine device engine system network-cable
  summer winter spring autumn fall monday tuesday wednesday thursday friday saturday sunday january february march
  april june july august september october november december today yesterday tomorrow tonight rally debate meeting
  convention summit conference event ceremony parade dinner party-line sense puzzlement attention control right
  obligation procedure formula process practice use hint lack absence presence existence fact truth lie-detector
  jobless stock market economy fortune asset property estate factor error terror color favor mirror behavior honor
  humor motor grant plant warrant restaurant tree guarantee exit primary season power matter cancer fever offer answer
  chapter border corner flower finger shoulder weather paper-work prayer
`);

/** Endings of nouns for people. */
const SPEAKING =
  /(?:m[ae]n|women|people|person|folks?|crats?|ists?|ians?|(?:[^aeiou]|ee|ow|i)ers?|[st]ors?|yers?|eers?|ees)$/;
/** Endings of nouns for what is no person and no body. */
const MUTE = /(?:ness|nesses|ism|hood|ity|ities|tions?|sions?|ings?|ships?|ances?|ences?|ency|ancy|ures?|ments?|%)$/;

/** What kind of thing a word is for, by itself. */
export function standingOf(word: string): Standing {
  const forms = [word, ...singulars(word)];
  if (forms.some((form) => PEOPLE.has(form))) return 'speaks';
  if (/^[\p{N}$€£#.,%-]+$/u.test(word) || NUMBERS.test(word) || forms.some((form) => THINGS.has(form))) return 'mute';
  if (SPEAKING.test(word)) return 'speaks';
  return MUTE.test(word) ? 'mute' : 'unsure';
}

const NUMBERS =
  /^(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|million|billion|two-thirds|three-quarters|three-fourths|first|second|third)s?$/;

/** Whether what a phrase with this head describes can have said anything. */
export function standingOfHead(reading: Reading, head: number): Standing {
  const word = wordOf(reading, head);
  const pos = posOf(reading, head);
  if (pos === 'NUM' || NUMBERS.test(word)) return 'mute';
  // a name that the recogniser missed: "Mr. Pence", "the Times"
  if (reading.capital[head] === 1 && pos === 'PROPN' && !isTime(reading, head)) return 'speaks';
  const standing = standingOf(word.replace(/\.$/, '').replace(/'s?$/, ''));
  return standing === 'unsure' && pos === 'VERB' ? 'mute' : standing;
}

function singulars(word: string): readonly string[] {
  if (!word.endsWith('s')) return [];
  const found = [word.slice(0, -1)];
  if (word.endsWith('ies')) found.push(`${word.slice(0, -3)}y`);
  if (word.endsWith('es')) found.push(word.slice(0, -2));
  return found;
}
