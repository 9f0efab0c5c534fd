/**
 * What company names of a country are made of. Place and family names are built from invented syllables, so that a name
 * sounds of its country and is nobody's; a name that exists all the same is a coincidence. Telephone numbers are those that Britain, France,
 * Germany, Sweden and North America keep for plays and films; elsewhere such as, as far as known, no exchange gives out: their subscriber part
 * begins with zeros. All of them can be dialled as they are written.
 */

export interface CountryWords {
  readonly language: string;
  /** First and second halves of invented place and family names. */
  readonly roots: readonly [readonly string[], readonly string[]];
  /** `{}` is where the invented name goes. */
  readonly trades: readonly string[];
  readonly forms: readonly string[];
  /** Numbers that nobody has: # is any digit. */
  readonly phones: readonly string[];
  readonly terms: readonly (readonly [string, number])[];
}

const list = (text: string): readonly string[] => text.split('|');

const NET: readonly (readonly [string, number])[] = [
  ['net 30', 50],
  ['net 14', 12],
  ['net 45', 10],
  ['net 60', 10],
  ['2% 10 net 30', 14],
  ['1% 7 net 21', 4],
];
const GERMAN_TERMS: readonly (readonly [string, number])[] = [
  ['net 30', 40],
  ['net 14', 16],
  ['2% 8 net 30', 20],
  ['3% 10 net 30', 12],
  ['net 45', 12],
];
const MONTH_END_TERMS: readonly (readonly [string, number])[] = [
  ['30 gg fm', 34],
  ['60 gg fm', 30],
  ['net 30', 16],
  ['90 gg fm', 6],
  ['60 gg fm + 10', 6],
  ['2% 10 net 30', 8],
];

const IT: CountryWords = {
  language: 'it',
  roots: [
    list('Val|Rocca|Borgo|Castel|Serra|Torre|Riva|Campo|Fonte|Colle|Molin|Prato|Selva|Vigna|Ghiara|Corte'),
    list(
      'dorsa|brinella|lenga|morsa|tessana|luparda|vescona|nardolo|mirenza|cestana|rovaldo|pillara|sandrina|gherla|tonica|brusca|ferrenta|stornella|quarzola|bombarda|nebbiosa|sorbella',
    ),
  ],
  trades: list(
    'Officine Meccaniche {}|{} Forniture|Fratelli {}|{} Alimentari|Ceramiche {}|Cantine {}|{} Impianti|Tipografia {}|{} Distribuzione|Elettroforniture {}|Ferramenta {}|{} Logistica|Tessitura {}|Serramenti {}|{} Arredamenti|Farmacia Centrale {}|Hotel {}|Caseificio {}|Carpenteria {}|{} e Figli',
  ),
  forms: list('S.r.l.|S.p.A.|S.n.c.|S.a.s.|Soc. Coop.|S.r.l.s.'),
  phones: list('+39 055 000 ####|+39 02 0000 ####'),
  terms: MONTH_END_TERMS,
};

const DE: CountryWords = {
  language: 'de',
  roots: [
    list('Kranz|Eichel|Birken|Wolfs|Hollen|Brünn|Falken|Reh|Grau|Silber|Wester|Mönch|Krähen|Löwen|Ahr|Dörn|Tauben'),
    list('felder|moser|rather|horster|kämper|leitner|büller|stedter|brücker|wanger|hübner|acker|grund|siepen|marker'),
  ],
  trades: list(
    '{} Maschinenbau|{} Werkzeugtechnik|{} Verpackungen|{} Anlagenbau|Bäckerei {}|{} & Söhne|Druckerei {}|{} Elektrotechnik|Möbelhaus {}|{} Getränkehandel|{} Kunststofftechnik|Stahlbau {}|{} Großhandel|Gebrüder {}|{} Labortechnik|Spedition {}',
  ),
  forms: list('GmbH|GmbH & Co. KG|AG|KG|OHG|e.K.'),
  phones: list('+49 30 23125 ###|+49 69 90009 ###|+49 40 66969 ###|+49 221 4710 ###|+49 89 99998 ###'),
  terms: GERMAN_TERMS,
};

const FR: CountryWords = {
  language: 'fr',
  roots: [
    list('Mer|Ville|Font|Roche|Beau|Champ|Clair|Mont|Haute|Vau|Saule|Bréz|Gué|Lande|Noir|Perr'),
    list('vaux|sarceau|bréjac|lançon|mérieux|tréville|ouvray|dargne|sombreuil|gélais|frontin|bazoges|plessac|rivaude'),
  ],
  trades: list(
    'Ateliers {}|Établissements {}|{} Frères|Imprimerie {}|{} Distribution|Boulangerie {}|Menuiserie {}|Laboratoires {}|{} Équipement|Transports {}|Maison {}|Chaudronnerie {}|Papeterie {}|{} et Fils',
  ),
  forms: list('SARL|SAS|SA|EURL|SNC'),
  phones: list('+33 1 99 00 ####|+33 2 61 91 ####|+33 3 53 01 ####|+33 4 65 71 ####|+33 5 36 49 ####'),
  terms: [
    ['45 gg fm', 34],
    ['net 30', 30],
    ['net 60', 20],
    ['30 gg fm', 16],
  ],
};

const ES: CountryWords = {
  language: 'es',
  roots: [
    list('Alba|Monte|Villa|Puente|Fuente|Rio|Valde|Torre|Casta|Peña|Campo|Mira'),
    list('rqueda|lomar|ñereda|brezal|sotillo|jaraiz|quemón|rebollo|zagal|ntrueña|cerval|güela'),
  ],
  trades: list(
    'Talleres {}|Suministros {}|Hermanos {}|Distribuciones {}|Conservas {}|Construcciones {}|Imprenta {}|Ferretería {}|Bodegas {}|Transportes {}|Electricidad {}',
  ),
  forms: list('S.L.|S.A.|S.L.U.|S. Coop.'),
  phones: list('+34 810 000 ###|+34 860 000 ###'),
  terms: MONTH_END_TERMS,
};

const GB: CountryWords = {
  language: 'en',
  roots: [
    list('Thorn|Ash|Hale|Wick|Bram|Cold|Fern|Marl|Oaken|Pender|Rook|Stan|Tarn|Whit|Ember|Grim|Lath|Sedge|Corb|Dunn'),
    list('field|wold|mere|hurst|combe|garth|ley|shaw|beck|thwaite|stow|croft|dale|rigg|by|stead|holme|side'),
  ],
  trades: list(
    '{} Fittings|{} & Sons|{} Engineering|{} Stationers|{} Foods|{} Print Works|{} Garden Centres|{} Catering Supplies|{} Timber|{} Health Partnership|{} Borough Services|{} Schools Trust|{} Haulage|{} Bakery|{} Interiors|{} Publishing|{} Instruments|The {} Brewery',
  ),
  forms: list('Ltd|Limited|PLC|LLP|Ltd.'),
  phones: list('+44 20 7946 0###|+44 161 496 0###|+44 113 496 0###|+44 29 2018 0###'),
  terms: NET,
};

const US: CountryWords = {
  language: 'en',
  roots: [
    list(
      'Red|Cedar|Harlan|Mill|Stone|Prairie|Copper|Elk|Juniper|Lark|Mesa|Otter|Quarry|Sable|Timber|Willow|Bison|Drift',
    ),
    list('marsh|ridge|fork|bluff|haven|hollow|spur|crossing|gate|bend|run|mere|stead|holt|vale|burrow|stone'),
  ],
  trades: list(
    '{} Tool Supply|{} Manufacturing|{} Foods|{} Medical Group|{} Unified School District|{} Builders|{} Hardware|{} Logistics|{} Aerospace Parts|{} Dairy|{} Packaging|{} Energy Services|City of {}|{} Automotive|{} Brewing|{} Labs|{} Fabrication|{} Plumbing & Heating|{} Farms|University of {}',
  ),
  forms: list('Inc.|LLC|Corp.|Co.|LP|Incorporated'),
  phones: list('+1 212 555 01##|+1 312 555 01##|+1 415 555 01##|+1 713 555 01##'),
  terms: NET,
};

const NL: CountryWords = {
  language: 'nl',
  roots: [
    list('Ooster|Wester|Hout|Zand|Veen|Molen|Duin|Kolk|Bergen|Lange'),
    list('veen|broek|drecht|hoven|donk|rade|laar|wijk|meer'),
  ],
  trades: list(
    'Van {} Techniek|{} Groothandel|Drukkerij {}|{} Bloemen|Bouwbedrijf {}|{} Logistiek|Gebroeders {}|{} Zuivel',
  ),
  forms: list('B.V.|N.V.|V.O.F.'),
  phones: list('+31 20 000 ####'),
  terms: NET,
};

const SE: CountryWords = {
  language: 'sv',
  roots: [
    list('Björk|Lind|Hög|Sten|Norr|Söder|Åker|Gran|Älv|Vinter'),
    list('hammar|strand|näs|forsen|vikaren|bäcken|torpet|ånger|dalen'),
  ],
  trades: list('{} Mekaniska|{} Bygg|{} Livsmedel|{} Tryckeri|{} Trä|Bröderna {}|{} Maskin'),
  forms: list('AB|HB|KB'),
  phones: list('+46 8 465 004 ##|+46 31 390 06 ##|+46 40 628 04 ##'),
  terms: NET,
};

const PL: CountryWords = {
  language: 'pl',
  roots: [
    list('Brzez|Dąb|Krzem|Sosn|Wilcz|Jarz|Łęcz|Żur|Olsz|Grab'),
    list('omir|owiec|ańsko|eńczyk|nikowo|ystok|ęcin|opol'),
  ],
  trades: list('Zakłady {}|{} Handel|Piekarnia {}|{} Budownictwo|Drukarnia {}|{} Transport|Meble {}'),
  forms: list('Sp. z o.o.|S.A.|Sp. j.'),
  phones: list('+48 22 000 ####'),
  terms: NET,
};

const PT: CountryWords = {
  language: 'pt',
  roots: [
    list('Vale|Monte|Ribeira|Quinta|Pedra|Fonte|Alta'),
    list('mourão|sequeira|do Cáspio|longa|ferreiros|lindosa|bravães'),
  ],
  trades: list('Irmãos {}|Cerâmicas {}|{} Têxteis|Conservas {}|Construções {}|Metalúrgica {}'),
  forms: list('Lda.|S.A.|Unipessoal Lda.'),
  phones: list('+351 210 000 ###'),
  terms: NET,
};

const JP: CountryWords = {
  language: 'ja',
  roots: [
    list('Mina|Kuro|Taka|Hoshi|Asa|Mori|Fuji|Nishi|Iwa|Shira'),
    list('hara|zawa|gane|mizu|yoshi|tsuka|numa|doro|hagi'),
  ],
  trades: list('{} Seisakusho|{} Shoji|{} Precision|{} Denki|{} Foods|{} Trading'),
  forms: list('K.K.|Co., Ltd.|G.K.'),
  phones: list('+81 55 000 ####'),
  terms: [
    ['net 60', 40],
    ['net 30 eom', 60],
  ],
};

export const COUNTRIES: Readonly<Record<string, CountryWords>> = {
  IT,
  DE,
  FR,
  ES,
  GB,
  US,
  NL,
  SE,
  PL,
  PT,
  JP,
  AT: { ...DE, forms: list('GmbH|AG|KG|e.U.'), phones: list('+43 732 000 ###') },
  CH: { ...DE, forms: list('AG|GmbH|SA'), phones: list('+41 44 000 ####'), terms: NET },
  IE: { ...GB, phones: list('+353 1 000 ####') },
  CA: { ...US, forms: list('Inc.|Ltd.|Corp.|Ltée'), phones: list('+1 416 555 01##|+1 514 555 01##|+1 604 555 01##') },
  MX: { ...ES, forms: list('S.A. de C.V.|S. de R.L.'), phones: list('+52 55 0000 ####'), terms: NET },
  BE: { ...NL, forms: list('BV|NV|SRL'), phones: list('+32 10 00 ####|+32 50 00 ####') },
  KW: {
    language: 'en',
    roots: [list('Al Qas|Al Mur|Al Fad|Al Sar|Al Nub|Al Wisr'), list('imah|jan|awi|dab|eerah|oud')],
    trades: list('{} Trading|{} Contracting|{} General Supplies'),
    forms: list('W.L.L.|K.S.C.C.'),
    phones: list('+965 2210 00##'),
    terms: NET,
  },
};

export function countryWords(country: string): CountryWords {
  const words = COUNTRIES[country];
  if (!words) throw new RangeError(`no words for ${country}`);
  return words;
}
