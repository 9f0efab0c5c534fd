/** Builders for the business cases of the tests: each names only what the case is about. */
import { type LocalDate, localDate } from '../calendar/index.ts';
import { type CurrencyCode, currencyCode, parseAmount } from '../money/index.ts';
import type { Decision } from './decision.ts';
import { ItemIndex } from './item-index.ts';
import type { OpenItem } from './item-source.ts';
import { matchReceipts } from './match.ts';
import { PayerKnowledge } from './payer-knowledge.ts';
import { DEFAULT_POLICY } from './policy.ts';
import type { Receipt } from './receipt.ts';

export const EUR = currencyCode('EUR');
export const TODAY = localDate('2026-07-01');

export function minor(amount: string, currency: CurrencyCode = EUR): bigint {
  const parsed = parseAmount(amount, currency);
  if (parsed === null) throw new RangeError(`${amount} is no amount of ${currency}`);
  return parsed;
}

interface ItemCase {
  readonly number: string;
  readonly open: string;
  readonly customer?: string;
  readonly currency?: CurrencyCode;
  readonly dueOn?: LocalDate;
  readonly order?: string;
}

export function anItem({ number, open, customer = 'ACME', currency = EUR, dueOn = TODAY, order }: ItemCase): OpenItem {
  return {
    id: `${customer}/${number}`,
    number,
    customer,
    currency,
    openMinor: minor(open, currency),
    issuedOn: localDate('2026-06-01'),
    dueOn,
    references: order === undefined ? [] : [order],
  };
}

interface ReceiptCase {
  readonly amount: string;
  readonly text?: string | readonly string[];
  readonly id?: string;
  readonly bookedOn?: LocalDate;
  readonly currency?: CurrencyCode;
  readonly payer?: string;
  readonly account?: string;
  readonly endToEndId?: string;
}

export function aReceipt(given: ReceiptCase): Receipt {
  const { amount, text = '', id = 'R1', bookedOn = TODAY, currency = EUR } = given;
  return {
    id,
    bookedOn,
    currency,
    amountMinor: minor(amount, currency),
    payerName: given.payer ?? '',
    payerAccount: given.account ?? '',
    lines: typeof text === 'string' ? [text] : text,
    endToEndId: given.endToEndId ?? 'NOTPROVIDED',
  };
}

/** Knowledge of customers by name, of accounts that paid once for a customer, and of settled items. */
export function knowing(given: {
  readonly names?: Readonly<Record<string, string>>;
  readonly accounts?: Readonly<Record<string, string>>;
  readonly settled?: Readonly<Record<string, string>>;
}): PayerKnowledge {
  const knowledge = new PayerKnowledge();
  const lastOn = localDate('2026-06-15');
  for (const [customer, name] of Object.entries(given.names ?? {})) knowledge.nameCustomer(customer, name);
  for (const [account, customer] of Object.entries(given.accounts ?? {})) {
    knowledge.addLink('account', account, { customer, uses: 1, lastOn });
  }
  for (const [number, customer] of Object.entries(given.settled ?? {})) {
    knowledge.closeItem({ number, customer, closedOn: lastOn });
  }
  return knowledge;
}

interface MatchCaseGiven {
  readonly receipts: readonly Receipt[];
  readonly items: readonly OpenItem[];
  readonly knowledge?: PayerKnowledge;
}

export function decideAll({ receipts, items, knowledge = new PayerKnowledge() }: MatchCaseGiven): Decision[] {
  return matchReceipts(receipts, { items: new ItemIndex(items), knowledge, policy: DEFAULT_POLICY });
}

export function decideOne(receipt: Receipt, items: readonly OpenItem[], knowledge?: PayerKnowledge): Decision {
  const [decision] = decideAll({ receipts: [receipt], items, ...(knowledge === undefined ? {} : { knowledge }) });
  if (decision === undefined) throw new Error('a receipt has a decision');
  return decision;
}

/** Allocations as `number amount`, sorted, for reading in an expectation. */
export function applied({ allocations }: Decision, items: readonly OpenItem[]): string[] {
  const numbers = new Map(items.map((item) => [item.id, item.number]));
  return allocations.map(({ item, amountMinor }) => `${numbers.get(item)} ${amountMinor}`).sort();
}

export function kinds({ evidence }: Decision): string[] {
  return evidence.map(({ kind }) => kind);
}
