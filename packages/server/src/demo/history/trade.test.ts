import { daysBetween, localDate } from '@quittance/core/calendar';
import { toFunctional } from '@quittance/core/ledger';
import { parseTerms } from '@quittance/core/terms';
import { describe, expect, it } from 'vitest';
import { remainderOf97 } from '../customers/identifiers.ts';
import { companyHistory } from './history.ts';
import type { Payment } from './payments.ts';
import { demoTrade } from './trade.ts';

const today = localDate('2026-11-22');
const seed = 'quittance';
const trades = demoTrade({ seed, today, scale: 1 });
const histories = trades.map((trade) => companyHistory(trade, { seed }));
const customers = trades.flatMap((trade) => [...trade.customers, ...trade.newCustomers]);
const payments = trades.flatMap((trade) => trade.groups.filter((group) => group.bookedOn <= trade.period.through));

/** Share of payments that settle from so many to so many lines, in percent. */
function shareOfSizes(least: number, most: number): number {
  const count = payments.filter(({ lines }) => lines.length >= least && lines.length <= most).length;
  return (100 * count) / payments.length;
}

describe('the shapes found in practice', () => {
  it('settles one invoice with 67 % of the payments, two with 15 %, three with 7 %, six to twenty with 4 %, more with 1.5 %', () => {
    expect(Math.abs(shareOfSizes(1, 1) - 67)).toBeLessThan(1.5);
    expect(Math.abs(shareOfSizes(2, 2) - 15)).toBeLessThan(1);
    expect(Math.abs(shareOfSizes(3, 3) - 7)).toBeLessThan(1);
    expect(Math.abs(shareOfSizes(4, 5) - 5.5)).toBeLessThan(1);
    expect(Math.abs(shareOfSizes(6, 20) - 4)).toBeLessThan(0.7);
    expect(Math.abs(shareOfSizes(21, 1_000) - 1.5)).toBeLessThan(0.4);
  });

  it('pays with a median of 0 days late, a 95th percentile of 10 and a 99th of 50', () => {
    const late = payments
      .flatMap(({ lines, bookedOn }) => lines.map((line) => daysBetween(line.dueOn, bookedOn)))
      .sort((one, other) => one - other);
    const percentile = (share: number) => late[Math.floor(share * late.length)] ?? 0;
    expect(percentile(0.5)).toBe(0);
    expect(Math.abs(percentile(0.95) - 10)).toBeLessThanOrEqual(1);
    expect(Math.abs(percentile(0.99) - 50)).toBeLessThanOrEqual(5);
  });

  it('has 2,000 customers, one of whom carries a quarter of all invoices and about a quarter of their value', () => {
    expect(customers).toHaveLength(2_000);
    const invoices = trades.flatMap((trade) =>
      trade.invoices.map((invoice) => ({ ...invoice, worth: inEuro(invoice.amountMinor, invoice.currency) })),
    );
    const largest = invoices.filter((invoice) => invoice.customer.isLargest);
    expect(Math.abs(largest.length / invoices.length - 0.25)).toBeLessThan(0.01);
    const worth = (list: typeof invoices) => list.reduce((total, invoice) => total + invoice.worth, 0n);
    expect(Math.abs(Number((1_000n * worth(largest)) / worth(invoices)) - 250)).toBeLessThan(50);
  });

  it('makes about 60,000 items', () => {
    const opened = histories.flatMap((history) =>
      history.events.flatMap(({ act }) => {
        if (act.kind === 'documents') return act.documents.map((document) => document.instalments.length);
        return act.kind === 'receipt' ? [1] : [];
      }),
    );
    const items = opened.reduce((total, count) => total + count, 0);
    expect(Math.abs(items - 60_000)).toBeLessThan(1_500);
  });

  it('writes many payers otherwise than the ledger does: capitals, no legal form, cut at 35, no accents, the parent', () => {
    const others = customers.filter((customer) => customer.payer.payerName !== customer.name);
    expect(others.length / customers.length).toBeGreaterThan(0.6);
    expect(customers.some(({ payer }) => payer.isPaidByParent)).toBe(true);
    expect(customers.some(({ name, payer }) => name.length > 35 && payer.payerName.length === 35)).toBe(true);
  });
});

describe('what must be right in invented data', () => {
  it('is the same for the same seed and day, and other for another seed', () => {
    const text = (of: string) => {
      const small = demoTrade({ seed: of, today, scale: 0.02 }).map((trade) => companyHistory(trade, { seed: of }));
      return JSON.stringify(small, (key, value: unknown) =>
        key === 'company' ? undefined : typeof value === 'bigint' ? value.toString() : value,
      );
    };
    expect(text('a')).toBe(text('a'));
    expect(text('a')).not.toBe(text('b'));
  });

  it('has account numbers with right check digits, and addresses that lead nowhere', () => {
    const ibans = customers
      .map((customer) => customer.payer.account)
      .filter((account) => /^[A-Z]{2}\d{2}/.test(account));
    expect(ibans.length).toBeGreaterThan(1_000);
    expect(ibans.filter((iban) => remainderOf97(iban.slice(4) + iban.slice(0, 4)) !== 1)).toEqual([]);
    expect(customers.filter((customer) => !/^[a-z.]+@[a-z0-9-]+\.example$/.test(customer.email))).toEqual([]);
    expect(customers.filter((customer) => parseTerms(customer.terms) === null)).toEqual([]);
  });

  it('repeats no number and no customer name', () => {
    const numbers = trades.flatMap((trade) => {
      const documents = [...trade.invoices, ...trade.invoicesLeft, ...trade.credits.map((credit) => credit.document)];
      return documents.map((document) => `${trade.company.code} ${document.number}`);
    });
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const trade of trades)
      expect(new Set(trade.customers.map(({ name }) => name)).size).toBe(trade.customers.length);
    expect(new Set(customers.map((customer) => customer.taxId)).size).toBe(customers.length);
  });

  it('pays no line with more than is owed, and every payment with more than nothing', () => {
    const stated = histories.flatMap((history) => history.stated.map(({ payment }) => payment));
    expect(stated.length).toBeGreaterThan(100);
    expect(stated.filter((payment) => payment.amountMinor <= 0n || isOverdone(payment))).toEqual([]);
  });

  it('tells of what goes wrong: bounced, paid twice, unidentified, misapplied, short, in another currency', () => {
    const told = new Set(histories.flatMap(({ events }) => events.map(({ act }) => act.kind)));
    for (const kind of [
      'return',
      'identification',
      'undo_application',
      'hold',
      'due_date_change',
      'adjustment',
    ] as const) {
      expect(told).toContain(kind);
    }
    const adjustments = new Set<string>();
    for (const { act } of histories.flatMap(({ events }) => events)) {
      if (act.kind === 'adjustment') adjustments.add(act.adjustment);
      if (act.kind === 'application') {
        for (const allocation of act.allocations) for (const { kind } of allocation.adjustments) adjustments.add(kind);
      }
    }
    for (const kind of ['cash_discount', 'bank_fee', 'small_difference', 'deduction', 'write_off', 'refund']) {
      expect(adjustments).toContain(kind);
    }
  });
});

function isOverdone(payment: Payment): boolean {
  return payment.lines.some((paid) => paid.cashMinor < 0n || paid.cashMinor + paid.creditMinor > paid.line.openMinor);
}

const EURO: Readonly<Record<string, string>> = {
  USD: '0.91',
  GBP: '1.17',
  CHF: '1.05',
  JPY: '0.0061',
  CAD: '0.67',
  SEK: '0.087',
  KWD: '2.96',
};

function inEuro(amountMinor: bigint, currency: string): bigint {
  if (currency === 'EUR') return amountMinor;
  return toFunctional(amountMinor, { from: currency, to: 'EUR', rate: EURO[currency] ?? '1' });
}
