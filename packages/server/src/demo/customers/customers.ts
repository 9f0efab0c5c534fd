/** The demo's customers: who they are, how much they buy, and how they pay. */
import type { LocalDate } from '@quittance/core/calendar';
import { CURRENCY_OF_COUNTRY, type DemoCompany } from '../companies.ts';
import { type Random, randomOf } from '../random.ts';
import { countryWords } from './countries.ts';
import { bankAccount, taxNumber } from './identifiers.ts';

/** What a payer writes into the remittance text. */
export type CitingHabit = 'exact' | 'compact' | 'closing_digits' | 'purchase_order' | 'customer_number' | 'nothing';

/** How the bank shows the payer's name. */
export type NameHabit = 'as_is' | 'capitals' | 'no_legal_form' | 'cut_at_35' | 'shared_service';

export interface PayerHabits {
  readonly payerName: string;
  readonly account: string;
  readonly citing: CitingHabit;
  /** How late compared with others, as a standard normal number: 0 is usual, 2 among the slowest. */
  readonly slowness: number;
  readonly takesDiscounts: boolean;
  /** Collected by direct debit, which may bounce. */
  readonly byDirectDebit: boolean;
  /** Somebody else pays and nobody told us: the receipt's owner has to be found. */
  readonly isUnknownToUs: boolean;
  /** The parent's shared service centre pays, under the parent's name and from its account. */
  readonly isPaidByParent: boolean;
}

export interface DemoCustomer {
  readonly number: string;
  readonly name: string;
  readonly country: string;
  readonly language: string;
  readonly taxId: string;
  readonly email: string;
  readonly phone: string;
  readonly terms: string;
  readonly parentNumber: string | null;
  readonly currency: string;
  /** Relative number of invoices. */
  readonly weight: number;
  /** The median invoice in major units of the company's currency. */
  readonly usualAmount: number;
  /** Fixed prices, in those units, of a customer with subscriptions; empty for others. */
  readonly pricePoints: readonly number[];
  readonly payer: PayerHabits;
  readonly isLargest: boolean;
  /** From this day on it pays nothing any more. */
  readonly insolventFrom: LocalDate | null;
}

const GROUP_SHARE = 0.06;
const INSOLVENT_SHARE = 0.008;
const BRANCHES = ['International', 'Services', 'Retail', 'Logistics', 'Online'];
const REGIONS: Readonly<Record<string, readonly string[]>> = {
  it: ['Nord', 'Sud', 'Adriatica', 'Sicilia', 'Servizi'],
  de: ['Nord', 'Süd', 'West', 'Ost', 'Service'],
  fr: ['Nord', 'Ouest', 'Méditerranée', 'Services'],
  es: ['Norte', 'Sur', 'Levante', 'Servicios'],
};

/** Customers of a company in the order of their numbers; the first carries a quarter of all three companies' invoices. */
export function demoCustomers(
  company: DemoCompany,
  options: { readonly seed: string; readonly count: number; readonly insolventDays: readonly LocalDate[] },
): DemoCustomer[] {
  const random = randomOf(`${options.seed} ${company.code} customers`);
  const names = new Set<string>();
  const customers: DemoCustomer[] = [];
  for (let index = 0; index < options.count; index++) {
    const parent = random.chance(GROUP_SHARE) && index > 3 ? random.pick(customers) : null;
    customers.push(demoCustomer({ company, random, index, names, parent, insolventDays: options.insolventDays }));
  }
  return withGroup(customers);
}

const SUBSIDIARIES = 3;

/** However small the demo, one group is there to look at: a head, and three customers of its country that it bought. */
function withGroup(customers: readonly DemoCustomer[]): DemoCustomer[] {
  const heads = new Set(customers.map(({ parentNumber }) => parentNumber));
  const independent = customers.filter((one) => !one.isLargest && one.parentNumber === null && !heads.has(one.number));
  const head = independent.find(
    ({ country }) => independent.filter((one) => one.country === country).length > SUBSIDIARIES,
  );
  const bought = independent.filter((one) => one !== head && one.country === head?.country).slice(0, SUBSIDIARIES);
  return customers.map((one) => (head && bought.includes(one) ? { ...one, parentNumber: head.number } : one));
}

interface Making {
  readonly company: DemoCompany;
  readonly random: Random;
  readonly index: number;
  readonly names: Set<string>;
  readonly parent: DemoCustomer | null;
  readonly insolventDays: readonly LocalDate[];
}

function demoCustomer(making: Making): DemoCustomer {
  const { company, random, index, parent } = making;
  const isLargest = index === 0 && company.code === 'IT01';
  const country = isLargest ? company.country : (parent?.country ?? random.weighted(company.markets));
  const words = countryWords(country);
  const name = isLargest ? 'Gruppo Distribuzione Solmarenga S.p.A.' : freshName(making, country);
  const usualAmount = isLargest ? 1_400 : Math.min(40_000, Math.max(45, random.logNormal(780, 0.9)));
  const domain = slug(parent?.name ?? name);
  return {
    number: String(firstNumber(company) + index * 7 + random.int(0, 6)),
    name,
    country,
    language: words.language,
    taxId: taxNumber(country, firstSerial(company) + index),
    email: `${emailBox(words.language)}@${domain}.example`,
    phone: phoneNumber(words.phones, random),
    terms: isLargest ? 'net 30' : random.weighted(words.terms),
    parentNumber: parent === null ? null : (parent.parentNumber ?? parent.number),
    currency: CURRENCY_OF_COUNTRY[country] ?? company.functionalCurrency,
    weight: isLargest ? 0 : Math.min(40, random.logNormal(1, 1.35)),
    usualAmount,
    pricePoints: random.chance(0.12) ? pricePoints(usualAmount, random) : [],
    payer: payerHabits({ name, country, isLargest, parent }, random),
    isLargest,
    insolventFrom: !isLargest && random.chance(INSOLVENT_SHARE) ? random.pick(making.insolventDays) : null,
  };
}

/** `['+1 212 555 01##']` → "+1 212 555 0147". */
function phoneNumber(patterns: readonly string[], random: Random): string {
  const pattern = patterns[random.int(100, 999) % patterns.length] ?? '';
  const digits = [...String(random.int(1000, 9999))].reverse();
  return pattern.replace(/#/g, () => digits.shift() ?? '0');
}

const FIRST_NUMBERS = { IT01: 100_200, US01: 500_100, UK01: 300_300 } as const;

function firstNumber(company: DemoCompany): number {
  return FIRST_NUMBERS[company.code];
}

/** So that no two customers of the demo share a tax number. */
function firstSerial(company: DemoCompany): number {
  return { IT01: 1000, US01: 4000, UK01: 7000 }[company.code];
}

function freshName({ company, random, names, parent }: Making, country: string): string {
  const words = countryWords(country);
  for (let attempt = 0; ; attempt++) {
    const root = random.pick(words.roots[0]) + random.pick(words.roots[1]);
    const trade = random.pick(words.trades).replace('{}', root);
    const base =
      parent === null
        ? trade
        : `${withoutLegalForm(parent.name, country)} ${random.pick(REGIONS[words.language] ?? BRANCHES)}`;
    const plain = attempt > 20 ? `${base} ${company.code} ${names.size}` : base;
    if (names.has(plain)) continue;
    names.add(plain);
    // Cities, schools and universities carry no legal form.
    const isPublic = /^(City|University) of |District|Trust|Partnership|Borough/.test(plain);
    return isPublic ? plain : `${plain} ${random.pick(words.forms)}`;
  }
}

export function withoutLegalForm(name: string, country: string): string {
  const form = countryWords(country).forms.find((one) => name.endsWith(` ${one}`));
  return form === undefined ? name : name.slice(0, -form.length - 1);
}

function pricePoints(usualAmount: number, random: Random): number[] {
  const base = Math.max(10, Math.round(usualAmount / 50) * 50);
  return [1, 1.5, 2, 3].slice(0, random.int(2, 4)).map((factor) => base * factor);
}

const EMAIL_BOXES: Readonly<Record<string, string>> = {
  it: 'amministrazione',
  de: 'buchhaltung',
  fr: 'comptabilite',
  es: 'administracion',
  nl: 'crediteuren',
  pl: 'ksiegowosc',
};

function emailBox(language: string): string {
  return EMAIL_BOXES[language] ?? 'accounts.payable';
}

function slug(name: string): string {
  return plainLetters(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
}

/** Without accents, as banks transmit names: "Żuropol" is "Zuropol", "Großhandel" "Grosshandel". */
export function plainLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('Ł', 'L')
    .replaceAll('ł', 'l');
}

const NAME_CHARS_OF_BANK = 35;

function payerHabits(
  owner: { name: string; country: string; isLargest: boolean; parent: DemoCustomer | null },
  random: Random,
): PayerHabits {
  const { name, country, isLargest, parent } = owner;
  const parentPays = parent !== null && random.chance(0.6);
  const habit: NameHabit = parentPays
    ? 'shared_service'
    : random.weighted([
        ['as_is', 30],
        ['capitals', 30],
        ['no_legal_form', 22],
        ['cut_at_35', 18],
      ]);
  return {
    payerName: parentPays && parent !== null ? parent.payer.payerName : nameAtBank(name, country, habit),
    account: parentPays && parent !== null ? parent.payer.account : bankAccount(country, random),
    citing: isLargest ? 'exact' : random.weighted(CITING),
    slowness: isLargest ? 0 : random.normal(),
    takesDiscounts: random.chance(0.6),
    byDirectDebit: random.chance(0.08),
    isUnknownToUs: !isLargest && random.chance(0.012),
    isPaidByParent: parentPays,
  };
}

const CITING: readonly (readonly [CitingHabit, number])[] = [
  ['exact', 56],
  ['compact', 12],
  ['closing_digits', 8],
  ['purchase_order', 5],
  ['customer_number', 4],
  ['nothing', 15],
];

export function nameAtBank(name: string, country: string, habit: NameHabit): string {
  const plain = plainLetters(name);
  switch (habit) {
    case 'as_is':
    case 'shared_service':
      return name;
    case 'capitals':
      return plain.toUpperCase();
    case 'no_legal_form':
      return plainLetters(withoutLegalForm(name, country)).toUpperCase();
    case 'cut_at_35':
      return plain.toUpperCase().slice(0, NAME_CHARS_OF_BANK);
  }
}
