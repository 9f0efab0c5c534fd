/** The three invented companies whose receivables the demo shows, and the people who work on them. */
import type { Role } from '@quittance/core/permissions';

export type CompanyCode = 'IT01' | 'US01' | 'UK01';

export interface DemoCompany {
  readonly code: CompanyCode;
  readonly name: string;
  readonly country: string;
  readonly functionalCurrency: string;
  readonly timeZone: string;
  /** Hours from UTC in winter: working hours of the demo's past are counted from it. */
  readonly utcOffsetHours: number;
  /** Share of all customers and of all invoices but the largest customer's. */
  readonly customerShare: number;
  readonly invoiceShare: number;
  /** Countries of its customers with their weights. */
  readonly markets: readonly (readonly [string, number])[];
  /** How it numbers: invoice, credit note. The year's last two digits follow where `withYear` is set. */
  readonly numbering: { readonly invoice: string; readonly creditNote: string; readonly withYear: boolean };
  /** Functional units for one unit of each foreign currency it invoices in, at the start. */
  readonly rates: Readonly<Record<string, number>>;
}

export const DEMO_COMPANIES: readonly DemoCompany[] = [
  {
    code: 'IT01',
    name: 'Vetrolago Componenti S.p.A.',
    country: 'IT',
    functionalCurrency: 'EUR',
    timeZone: 'Europe/Rome',
    utcOffsetHours: 1,
    customerShare: 0.45,
    invoiceShare: 0.33,
    markets: [
      ['IT', 52],
      ['DE', 14],
      ['FR', 11],
      ['ES', 7],
      ['AT', 4],
      ['CH', 4],
      ['PL', 3],
      ['PT', 3],
      ['JP', 2],
    ],
    numbering: { invoice: 'FV', creditNote: 'NC', withYear: true },
    rates: { CHF: 1.05, JPY: 0.0061, USD: 0.91 },
  },
  {
    code: 'US01',
    name: 'Harrow Creek Industrial Supply, Inc.',
    country: 'US',
    functionalCurrency: 'USD',
    timeZone: 'America/New_York',
    utcOffsetHours: -5,
    customerShare: 0.33,
    invoiceShare: 0.4,
    markets: [
      ['US', 78],
      ['CA', 12],
      ['MX', 6],
      ['JP', 4],
    ],
    numbering: { invoice: 'INV', creditNote: 'CM', withYear: false },
    rates: { CAD: 0.73, JPY: 0.0067, EUR: 1.09 },
  },
  {
    code: 'UK01',
    name: 'Thornby Mill Paper Ltd',
    country: 'GB',
    functionalCurrency: 'GBP',
    timeZone: 'Europe/London',
    utcOffsetHours: 0,
    customerShare: 0.22,
    invoiceShare: 0.27,
    markets: [
      ['GB', 66],
      ['IE', 10],
      ['NL', 9],
      ['SE', 6],
      ['BE', 5],
      ['KW', 2],
      ['JP', 2],
    ],
    numbering: { invoice: 'SI', creditNote: 'SC', withYear: false },
    rates: { EUR: 0.85, SEK: 0.074, KWD: 2.52, JPY: 0.0052, USD: 0.78 },
  },
];

/** The currency customers of a country are invoiced in, when the company does not invoice them in its own. */
export const CURRENCY_OF_COUNTRY: Readonly<Record<string, string>> = {
  CH: 'CHF',
  JP: 'JPY',
  CA: 'CAD',
  IE: 'EUR',
  NL: 'EUR',
  BE: 'EUR',
  SE: 'SEK',
  KW: 'KWD',
};

export interface DemoPerson {
  readonly role: Role;
  readonly name: string;
  readonly email: string;
}

/** One for each role. Their addresses end in .example, so that no mail can leave for a real person. */
export const DEMO_PEOPLE = [
  { role: 'collections_analyst', name: 'Lucia Ferrandi', email: 'collections@demo.example' },
  { role: 'cash_analyst', name: 'Marek Oleszyn', email: 'cash@demo.example' },
  { role: 'dispute_analyst', name: 'Chloé Darvennes', email: 'disputes@demo.example' },
  { role: 'manager', name: 'Imogen Thackery', email: 'manager@demo.example' },
  { role: 'expert', name: 'Tomás Alquerque', email: 'expert@demo.example' },
  { role: 'auditor', name: 'Grete Hollenrath', email: 'auditor@demo.example' },
] as const satisfies readonly DemoPerson[];

/** Who collects besides: by day from Bengaluru, by night from Manila, when offices in America are open. */
export const DEMO_COLLEAGUES = [
  { key: 'bengaluru', role: 'collections_analyst', name: 'Ananya Deshmukh', email: 'ananya@demo.example' },
  { key: 'manila', role: 'collections_analyst', name: 'Rafael Magsino', email: 'rafael@demo.example' },
] as const satisfies readonly (DemoPerson & { readonly key: string })[];

/** Whoever opens the demo first: may look at everything and try everything. */
export const DEMO_ADMINISTRATOR = {
  name: 'Demo Administrator',
  email: 'admin@demo.example',
  roles: ['manager', 'expert', 'cash_analyst', 'collections_analyst', 'dispute_analyst'],
} as const satisfies { readonly name: string; readonly email: string; readonly roles: readonly Role[] };
