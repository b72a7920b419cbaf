const REPORT = `The river Arn rose by three metres on Monday and drowned the old market of Lower Arn, Mayor Anna Holm said.
“We will rebuild every house before the winter,” Anna Holm said after a night on the embankment.
Firemen brought ninety people from their roofs with boats that the fishermen of Bel had lent them at dawn.
The railway between Bel and Upper Arn stays closed until the embankment at Dorn is repaired in the summer.`;

const page = (outlet: string, headline: string, text: string, more = '') =>
  `---\noutlet: ${outlet}\ntitle: ${headline}\ndate: 2024-05-07\n${more}---\n\n${text.split('\n').join('\n\n')}\n`;

/** Four outlets on one flood: the Courier and the Mirror print the Herald's text, the Post tells it in its own words. */
export const WIRE: Readonly<Record<string, string>> = {
  'courier.md': page('The Courier', 'Arn rises', REPORT.split('\n').slice(0, 3).join('\n')),
  'herald.md': page('The Herald', 'Flood drowns market', REPORT),
  'mirror.md': page(
    'The Mirror',
    'Water in Lower Arn',
    `${REPORT}\nPhilip Brandt saw it for this paper.`.slice(0, REPORT.length),
  ),
  'post.md': page(
    'The Post',
    'Mayor promises to rebuild',
    `Lower Arn is under water since Monday.\nMayor Anna Holm promised on Tuesday that “every house will be rebuilt before the winter.”\nBrigadier Jon Aske called the night the worst in forty years.`,
  ),
};
