/**
 * What the news calls countries: `name, other names | people and adjectives | seat of the government`. A seat stands
 * for its government where a sentence says that it says or does something.
 */
const TABLE = `
United States,U.S.,US,USA,U.S.A.,America,United States of America|American,Americans|Washington,Washington D.C.
Russia,Russian Federation|Russian,Russians|Moscow
Ukraine|Ukrainian,Ukrainians|Kyiv,Kiev
United Kingdom,UK,U.K.,Britain,Great Britain|British,Briton,Britons|London
China,People's Republic of China,PRC|Chinese|Beijing,Peking
France|French,Frenchman,Frenchmen|Paris
Germany|German,Germans|Berlin
Italy|Italian,Italians|Rome
Spain|Spanish,Spaniard,Spaniards|Madrid
Poland|Polish,Pole,Poles|Warsaw
Hungary|Hungarian,Hungarians|Budapest
Romania|Romanian,Romanians|Bucharest
Bulgaria|Bulgarian,Bulgarians|Sofia
Czech Republic,Czechia|Czech,Czechs|Prague
Slovakia|Slovak,Slovaks,Slovakian|Bratislava
Austria|Austrian,Austrians|Vienna
Switzerland|Swiss|Bern
Netherlands,Holland|Dutch|The Hague
Belgium|Belgian,Belgians|Brussels
Sweden|Swedish,Swede,Swedes|Stockholm
Norway|Norwegian,Norwegians|Oslo
Denmark|Danish,Dane,Danes|Copenhagen
Finland|Finnish,Finn,Finns|Helsinki
Estonia|Estonian,Estonians|Tallinn
Latvia|Latvian,Latvians|Riga
Lithuania|Lithuanian,Lithuanians|Vilnius
Belarus,Byelorussia|Belarusian,Belarusians,Belarussian|Minsk
Moldova|Moldovan,Moldovans|Chisinau
Georgia|Georgian,Georgians|Tbilisi
Armenia|Armenian,Armenians|Yerevan
Azerbaijan|Azerbaijani,Azerbaijanis,Azeri|Baku
Kazakhstan|Kazakh,Kazakhs|Astana
Serbia|Serbian,Serb,Serbs|Belgrade
Croatia|Croatian,Croat,Croats|Zagreb
Greece|Greek,Greeks|Athens
Turkey,Turkiye,Türkiye|Turkish,Turk,Turks|Ankara
Cyprus|Cypriot,Cypriots|Nicosia
Portugal|Portuguese|Lisbon
Ireland|Irish|Dublin
Iran,Islamic Republic of Iran|Iranian,Iranians|Tehran,Teheran
Iraq|Iraqi,Iraqis|Baghdad
Syria|Syrian,Syrians|Damascus
Lebanon|Lebanese|Beirut
Israel|Israeli,Israelis|Jerusalem,Tel Aviv
Palestine|Palestinian,Palestinians|Ramallah
Jordan|Jordanian,Jordanians|Amman
Egypt|Egyptian,Egyptians|Cairo
Libya|Libyan,Libyans|Tripoli
Tunisia|Tunisian,Tunisians|Tunis
Algeria|Algerian,Algerians|Algiers
Morocco|Moroccan,Moroccans|Rabat
Saudi Arabia|Saudi,Saudis|Riyadh
United Arab Emirates,UAE,U.A.E.|Emirati,Emiratis|Abu Dhabi
Qatar|Qatari,Qataris|Doha
Kuwait|Kuwaiti,Kuwaitis|Kuwait City
Yemen|Yemeni,Yemenis|Sanaa
Afghanistan|Afghan,Afghans|Kabul
Pakistan|Pakistani,Pakistanis|Islamabad
India|Indian,Indians|New Delhi,Delhi
Bangladesh|Bangladeshi,Bangladeshis|Dhaka
Sri Lanka|Sri Lankan,Sri Lankans|Colombo
Nepal|Nepali,Nepalese|Kathmandu
Myanmar,Burma|Burmese|Naypyidaw
Thailand|Thai,Thais|Bangkok
Vietnam|Vietnamese|Hanoi
Cambodia|Cambodian,Cambodians|Phnom Penh
Malaysia|Malaysian,Malaysians|Kuala Lumpur
Singapore|Singaporean,Singaporeans|
Indonesia|Indonesian,Indonesians|Jakarta
Philippines|Filipino,Filipinos,Philippine|Manila
Japan|Japanese|Tokyo
South Korea,Republic of Korea,ROK,S. Korea|South Korean,South Koreans|Seoul
North Korea,DPRK,Democratic People's Republic of Korea,N. Korea|North Korean,North Koreans|Pyongyang
Taiwan|Taiwanese|Taipei
Mongolia|Mongolian,Mongolians|Ulaanbaatar
Australia|Australian,Australians|Canberra
New Zealand|New Zealander,New Zealanders|Wellington
Canada|Canadian,Canadians|Ottawa
Mexico|Mexican,Mexicans|Mexico City
Cuba|Cuban,Cubans|Havana
Venezuela|Venezuelan,Venezuelans|Caracas
Colombia|Colombian,Colombians|Bogota,Bogotá
Brazil|Brazilian,Brazilians|Brasilia,Brasília
Argentina|Argentine,Argentinian,Argentines|Buenos Aires
Chile|Chilean,Chileans|Santiago
Peru|Peruvian,Peruvians|Lima
Bolivia|Bolivian,Bolivians|La Paz
Ecuador|Ecuadorian,Ecuadorean,Ecuadorians|Quito
Nicaragua|Nicaraguan,Nicaraguans|Managua
Honduras|Honduran,Hondurans|Tegucigalpa
Haiti|Haitian,Haitians|Port-au-Prince
South Africa|South African,South Africans|Pretoria
Nigeria|Nigerian,Nigerians|Abuja
Kenya|Kenyan,Kenyans|Nairobi
Ethiopia|Ethiopian,Ethiopians|Addis Ababa
Sudan|Sudanese|Khartoum
South Sudan|South Sudanese|Juba
Somalia|Somali,Somalis|Mogadishu
Rwanda|Rwandan,Rwandans|Kigali
Congo,Democratic Republic of Congo,Democratic Republic of the Congo,DRC|Congolese|Kinshasa
Zimbabwe|Zimbabwean,Zimbabweans|Harare
Mali|Malian,Malians|Bamako
Ghana|Ghanaian,Ghanaians|Accra
Soviet Union,USSR,U.S.S.R.|Soviet,Soviets|
European Union,EU,E.U.||
United Nations,UN,U.N.||
`;

/** International bodies by acronym and full names: the acronym is rarely explained. */
const BODIES = `
NATO,North Atlantic Treaty Organization
OSCE,Organization for Security and Cooperation in Europe,Organization for Security and Co-operation in Europe
IAEA,International Atomic Energy Agency
WHO,World Health Organization
WTO,World Trade Organization
IMF,International Monetary Fund
ICC,International Criminal Court
OPEC,Organization of the Petroleum Exporting Countries
OPCW,Organization for the Prohibition of Chemical Weapons
OECD,Organization for Economic Cooperation and Development
ASEAN,Association of Southeast Asian Nations
UNHCR,United Nations High Commissioner for Refugees
UNICEF,United Nations Children's Fund
ICRC,International Committee of the Red Cross
CSTO,Collective Security Treaty Organization
CIS,Commonwealth of Independent States
ECB,European Central Bank
`;

/** By name in lower case. */
export interface Countries {
  /** Any name of a country: its first name. */
  readonly names: ReadonlyMap<string, string>;
  /** A people or adjective: the first form of it. */
  readonly peoples: ReadonlyMap<string, { readonly form: string; readonly country: string }>;
  /** A seat of government: the country. */
  readonly seats: ReadonlyMap<string, string>;
  /** Any name of an international body: its first full name. */
  readonly bodies: ReadonlyMap<string, string>;
}

/** The table as maps; every key and value is in lower case. */
export const COUNTRIES: Countries = readTable();

function readTable(): Countries {
  const names = new Map<string, string>();
  const peoples = new Map<string, { form: string; country: string }>();
  const seats = new Map<string, string>();
  for (const line of TABLE.trim().toLowerCase().split('\n')) {
    const [called = [], people = [], seat = []] = line.split('|').map((part) => part.split(',').filter(Boolean));
    const country = called[0] ?? '';
    for (const name of called) names.set(name, country);
    for (const name of people) peoples.set(name, { form: people[0] ?? name, country });
    for (const name of seat) seats.set(name, country);
  }
  const bodies = new Map<string, string>();
  for (const line of BODIES.trim().toLowerCase().split('\n')) {
    const called = line.split(',');
    for (const name of called) bodies.set(name, called[1] ?? name);
  }
  return { names, peoples, seats, bodies };
}
