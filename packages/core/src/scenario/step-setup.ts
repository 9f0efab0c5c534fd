/** Steps that set the scene: companies, customers, exchange rates, holds. */
import type { LocalDate } from '../calendar/index.ts';
import { isCurrencyCode } from '../money/index.ts';
import { commonClauses, type DraftFacts } from './facts.ts';
import { type Reader, readClauses, unknownCurrency } from './reader.ts';
import type { Action, WrittenAmount } from './scenario.ts';

const FIRST_COMPANY = 'HOME'; // the code of a company that was given none

/** `company EUR`, `company ROME EUR zone Europe/Rome name "Rome S.p.A."` */
export function parseCompany(reader: Reader, facts: DraftFacts): Action {
  let code: string | null = null;
  let currency: string | null = null;
  let timeZone = 'UTC';
  let name: string | null = null;
  const clauses = {
    ...commonClauses(reader, facts),
    'zone|time zone': () => {
      timeZone = reader.name('the time zone');
    },
    'name|named': () => {
      name = reader.text('the name');
    },
  };
  readClauses(reader, clauses, {
    after: '"company"',
    otherwise() {
      const token = reader.peek();
      if (token?.kind === 'quoted') name = reader.text('the name');
      else if (currency === null && token && isCurrencyCode(token.text)) currency = reader.name('the currency');
      else if (code === null && /^[A-Z0-9][A-Z0-9_-]{0,7}$/.test(token?.text ?? '')) code = reader.name('the code');
      else return false;
      return true;
    },
  });
  if (currency === null) {
    const tried = code ?? '';
    const hint = tried.length === 3 ? ` ${unknownCurrency(tried)}` : '';
    return reader.refuse(
      'word_missing',
      `The company's currency is missing: company EUR, or company ROME EUR.${hint} A code has at most 8 capitals and digits.`,
    );
  }
  return { kind: 'company', code: code ?? FIRST_COMPANY, currency, timeZone, name };
}

/** `customer C1 "Acme Ltd" terms "2% 10 net 30" parent C0 mail ap@acme.example` */
export function parseCustomer(reader: Reader, facts: DraftFacts): Action {
  const number = reader.name("the customer's number");
  let name: string | null = null;
  let parent: string | null = null;
  let terms: string | null = null;
  let mail: string | null = null;
  const clauses = {
    ...commonClauses(reader, facts),
    mail: () => {
      mail = reader.name('the address');
    },
    'name|named': () => {
      name = reader.text('the name');
    },
    'parent|child of': () => {
      parent = reader.name('the parent customer');
    },
    terms: () => {
      terms = reader.text('the terms');
    },
  };
  readClauses(reader, clauses, {
    after: '"customer"',
    otherwise() {
      if (reader.peek()?.kind !== 'quoted') return false;
      name = reader.text('the name');
      return true;
    },
  });
  return { kind: 'customer', number, name, parent, terms, mail };
}

/** `rate USD 0.905`: one US dollar is 0.905 of the company's currency, from the day on (`dated` says another). */
export function parseRate(reader: Reader, facts: DraftFacts): Action {
  reader.takePhrase(['of']);
  const currency = reader.name('the currency');
  if (!isCurrencyCode(currency)) return reader.refuse('currency_unknown', unknownCurrency(currency));
  reader.skipMarks();
  const rate = reader.amount('the rate').decimal;
  if (!/[1-9]/.test(rate) || rate.startsWith('-'))
    return reader.refuse('rate_not_positive', 'An exchange rate is above zero: rate USD 0.905.');
  readClauses(reader, commonClauses(reader, facts), { after: '"rate"' });
  return { kind: 'rate', currency, rate };
}

/** `hold on 4711 of kind dispute 50.00 until 2026-03-31 because "..."`; on a customer it holds all of them. */
export function parseHold(reader: Reader, facts: DraftFacts): Action {
  reader.takePhrase(['on', 'for']);
  const subject = reader.item('the item or customer to hold');
  let holdKind: string | null = null;
  let amount: WrittenAmount | null = null;
  let untilOn: LocalDate | null = null;
  const clauses = {
    ...commonClauses(reader, facts),
    'of kind|kind': () => {
      holdKind = reader.name('the kind of hold');
    },
    until: () => {
      untilOn = reader.date('the last day of the hold');
    },
  };
  readClauses(reader, clauses, {
    after: '"hold"',
    otherwise() {
      const found = reader.tryAmount();
      amount = found ?? amount;
      return found !== null;
    },
  });
  return { kind: 'hold', subject, holdKind: holdKind ?? 'manual', amount, untilOn };
}

/** `release hold on 4711 of kind dispute` */
export function parseReleaseHold(reader: Reader, facts: DraftFacts): Action {
  reader.takePhrase(['on', 'of', 'for']);
  const subject = reader.item('the item or customer whose hold ends');
  let holdKind: string | null = null;
  const clauses = {
    ...commonClauses(reader, facts),
    'of kind|kind': () => {
      holdKind = reader.name('the kind of hold');
    },
  };
  readClauses(reader, clauses, { after: '"release hold"' });
  return { kind: 'release_hold', subject, holdKind };
}
