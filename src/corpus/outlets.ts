/** An outlet that many corpora hold: its name, and what stands for it in datelines, credits, hosts and file names. */
export interface KnownOutlet {
  readonly name: string;
  /** A wire service: named in a dateline or a credit it is the origin of a text, not its outlet. */
  readonly isAgency: boolean;
  /** Lower case, no spaces or marks: `nytimes`, `bbcnews`. */
  readonly keys: readonly string[];
}

const AGENCIES =
  'The Associated Press: ap apnews associatedpress; Reuters: reuters thomsonreuters; Agence France-Presse: afp agencefrancepresse; Bloomberg News: bloombergnews; Interfax: interfax interfaxukraine; TASS: tass; RIA Novosti: ria rianovosti; Xinhua: xinhua xinhuanet; United Press International: upi; PA Media: pamedia pressassociation; dpa: dpa deutschepresseagentur; Anadolu Agency: anadolu anadoluagency; Kyodo News: kyodo kyodonews; Press Trust of India: pti; Ukrinform: ukrinform; EFE: efe; ANSA: ansa';
const OUTLETS =
  'The New York Times: nyt nytimes newyorktimes; The Washington Post: wapo washpost washingtonpost; The Wall Street Journal: wsj wallstreetjournal; Los Angeles Times: latimes losangelestimes; USA Today: usatoday; TIME: timemagazine; Newsweek: newsweek; The Guardian: guardian theguardian; BBC News: bbc bbcnews; CNN: cnn; NPR: npr; NBC News: nbcnews; CBS News: cbsnews; ABC News: abcnews; Fox News: foxnews; HuffPost: huffpost huffingtonpost; Breitbart: breitbart; Politico: politico; The Hill: thehill; Axios: axios; Voice of America: voa voanews voiceofamerica; RFE/RL: rferl radiofreeeurope; Al Jazeera: aljazeera; RT: rtcom russiatoday; Deutsche Welle: dw deutschewelle; France 24: france24; Euronews: euronews; The Telegraph: telegraph dailytelegraph; The Independent: independent theindependent; Financial Times: ft financialtimes; The Economist: economist theeconomist; Sky News: skynews; Daily Mail: dailymail mailonline; The Times of Israel: timesofisrael; Haaretz: haaretz; The Kyiv Independent: kyivindependent; Kyiv Post: kyivpost; The Moscow Times: moscowtimes themoscowtimes; Meduza: meduza; South China Morning Post: scmp southchinamorningpost; The Times of India: timesofindia; The Globe and Mail: globeandmail; Toronto Star: torontostar thestar; CBC News: cbc cbcnews; The Sydney Morning Herald: smh; Der Spiegel: spiegel; Le Monde: lemonde; El País: elpais';

function parse(table: string, isAgency: boolean): readonly KnownOutlet[] {
  return table.split('; ').map((entry) => {
    const [name = '', keys = ''] = entry.split(': ');
    return { name, isAgency, keys: [keyOf(name), ...keys.split(' ')] };
  });
}

const BY_KEY = new Map(
  [...parse(AGENCIES, true), ...parse(OUTLETS, false)].flatMap((it) => it.keys.map((key) => [key, it])),
);

/** The known outlet of a name, a host without its domain, or a token of a file name; undefined for all others. */
export function knownOutlet(name: string): KnownOutlet | undefined {
  return BY_KEY.get(keyOf(name));
}

/** The known outlets whose name stands in a line, in the order of the line. */
export function outletsIn(
  line: string,
): readonly { readonly outlet: KnownOutlet; readonly start: number; readonly end: number }[] {
  const words = [...line.matchAll(/[\p{L}\p{N}/]+/gu)];
  const found: { outlet: KnownOutlet; start: number; end: number }[] = [];
  for (let i = 0; i < words.length; i++) {
    for (let length = Math.min(4, words.length - i); length > 0; length--) {
      const start = words[i]!.index;
      const last = words[i + length - 1]!;
      const end = last.index + last[0].length;
      const name = line.slice(start, end);
      const outlet = /\p{Lu}/u.test(name) ? knownOutlet(name) : undefined;
      if (!outlet) continue;
      found.push({ outlet, start, end });
      i += length - 1;
      break;
    }
  }
  return found;
}

function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the (?=\S)/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
