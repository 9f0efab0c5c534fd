/**
 * What is fetched for a batch of receipts leads to the decisions that the whole ledger would: the set-based queries and the
 * index in memory agree. Tried on numbers of every make, and on the real numbers of the development set where it is there.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LocalDate, localDate } from '@quittance/core/calendar';
import {
  DEFAULT_POLICY,
  type Decision,
  ItemIndex,
  matchReceipts,
  type OpenItem,
  PayerKnowledge,
  type Receipt,
} from '@quittance/core/matching';
import { currencyCode, parseAmount } from '@quittance/core/money';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../platform/ids.ts';
import { findCustomersByNumber, insertCustomers } from '../../customers/index.ts';
import { type DocumentDraft, postDocuments, saveRate } from '../../ledger/index.ts';
import { type CashBook, openCashBook } from '../cash-application.fixture.ts';
import { applyUnapplied } from '../runs/apply-unapplied.usecase.ts';
import { waitingReceiptsOf } from '../runs/waiting-receipts.queries.ts';
import type { WaitingReceipt } from './decision.ts';
import { fetchFacts, fetchItemsAskedFor, refreshNameKeys } from './facts.ts';
import { matchFetched } from './match-fetched.ts';

let book: CashBook;
beforeEach(async () => {
  book = await openCashBook();
});
afterEach(() => book.drop());

interface Owed {
  readonly number: string;
  readonly customer: string;
  readonly currency: string;
  readonly openMinor: bigint;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly order: string | undefined;
}

type Paid = Pick<Receipt, 'id' | 'bookedOn' | 'amountMinor' | 'payerName' | 'payerAccount' | 'lines' | 'endToEndId'> & {
  readonly currency: string;
};

/** What is said of each receipt, in words that hold in both worlds: item ids differ, numbers do not. */
function said(decisions: readonly Decision[], numberOf: (id: string) => string): string[] {
  return decisions.map(({ receiptId, decision, customer, allocations, sentence, alternativesCount, question }) => {
    const parts = allocations.map(({ item, amountMinor }) => `${numberOf(item)} ${amountMinor}`).sort();
    return JSON.stringify([receiptId, decision, customer, parts, sentence, alternativesCount, question]);
  });
}

async function bothWays(
  names: ReadonlyMap<string, string>,
  owed: readonly Owed[],
  paid: readonly Paid[],
): Promise<{ fetched: string[]; whole: string[] }> {
  await book.database.write(book.scope, (tx) =>
    insertCustomers(
      tx,
      [...names].map(([number, name]) => ({ id: newId(), number, name })),
      null,
    ),
  );
  const customers = await book.read((tx) => findCustomersByNumber(tx, [...names.keys()]));
  const ids = new Map(customers.map(({ number, id }) => [number, id]));
  // In the order of their numbers, so that the ids that break ties are in the same order in both worlds.
  const inOrder = [...owed].sort((left, right) => (left.number < right.number ? -1 : 1));
  await book.run((tx) =>
    postDocuments(
      tx,
      inOrder.map((one) => draftOf(one, ids.get(one.customer) ?? '')),
      { commandId: tx.commandId, batchId: null },
    ),
  );
  await book.database.write(book.scope, refreshNameKeys);
  const { facts, fetched } = await book.read(async (tx) => {
    const facts = await fetchFacts(tx, paid.map(waitingReceipt), DEFAULT_POLICY);
    return { facts, fetched: await matchFetched(tx, facts, DEFAULT_POLICY) };
  });
  const knowledge = new PayerKnowledge({ nearNames: true });
  for (const [number, name] of names) knowledge.nameCustomer(number, name);
  const whole = matchReceipts(
    paid.map((receipt) => ({ ...receipt, currency: currencyCode(receipt.currency) })),
    { items: new ItemIndex(owed.map(openItem)), knowledge, policy: DEFAULT_POLICY },
  );
  return { fetched: said(fetched, (id) => facts.items.item(id)?.number ?? id), whole: said(whole, (id) => id) };
}

function draftOf({ number, currency, openMinor, issuedOn, dueOn, order }: Owed, customerId: string): DocumentDraft {
  const kind = openMinor > 0n ? 'invoice' : 'credit_note';
  const instalments = [{ dueOn, amountMinor: openMinor > 0n ? openMinor : -openMinor }];
  return { kind, number, customerId, currency, issuedOn, instalments, purchaseOrder: order };
}

function openItem({ order, currency, ...item }: Owed): OpenItem {
  return { ...item, id: item.number, currency: currencyCode(currency), references: order === undefined ? [] : [order] };
}

function waitingReceipt({ id, amountMinor, ...receipt }: Paid): WaitingReceipt {
  const standing = { isTouched: false, rejectedItemIds: [], appliedTo: [], current: null, structuredReference: null };
  return { ...receipt, ...standing, itemId: newId(), number: id, customerId: '', amountMinor, openMinor: amountMinor };
}

describe('the facts fetched for receipts', () => {
  const day = localDate('2026-11-01');
  const names = new Map([
    ['C-1', 'Müller & Söhne GmbH'],
    ['C-2', 'Rossi S.p.A.'],
    ['C-3', 'Rossi SRL'],
  ]);

  it('lead to the decisions of the whole ledger, whatever the make of its numbers', async () => {
    const makes = [
      (n: number) => `INV-2026/${String(n).padStart(5, '0')}`,
      (n: number) => `000${1_930_180_000 + n * 7}`,
      (n: number) => `RG26A${String(n).padStart(4, '0')}`,
      (n: number) => `${470_000 + n}`,
      (n: number) => `${12_000 + n}/A`,
      (n: number) => `É-${90_000 + n}`,
    ];
    const spellings = [
      (number: string) => number,
      (number: string) => number.replace(/[-/]/g, ' '),
      (number: string) => number.replace(/[^0-9]/g, ''),
      (number: string) => number.replace(/\b0+|(?<=\D)0+/g, ''),
      (number: string) => `${number.slice(0, -3)}\n${number.slice(-3)}`,
      (number: string) => number.slice(-5),
    ];
    const owed = Array.from({ length: 120 }, (_, n): Owed => {
      const number = makes[n % makes.length]?.(n) ?? '';
      const openMinor = n % 11 === 0 ? -1_000n : BigInt(10_000 + (n % 40) * 137);
      const order = n % 4 === 0 ? `PO-45${String(Math.floor(n / 8)).padStart(6, '0')}` : undefined;
      return { number, customer: `C-${(n % 3) + 1}`, currency: 'EUR', openMinor, issuedOn: day, dueOn: day, order };
    });
    const paid = Array.from({ length: 240 }, (_, n): Paid => {
      const cited = [owed[n % 120], ...(n % 5 === 0 ? [owed[(n * 7) % 120]] : [])].flatMap((one) => one ?? []);
      const total = cited.reduce((sum, { openMinor }) => sum + openMinor, n % 6 === 0 ? 1n : 0n);
      const spell = spellings[n % spellings.length] ?? String;
      const text =
        n % 9 === 0
          ? 'THANK YOU'
          : cited.map(({ number, order }) => (n % 7 === 0 ? (order ?? number) : spell(number))).join(' ');
      const payerName = ['MUELLER', 'MULLER SOHNE', 'ROSSI', 'MULER SOHN', ''][n % 5] ?? '';
      const amountMinor = total > 0n ? total : 500n;
      return {
        id: `R${n}`,
        bookedOn: day,
        currency: 'EUR',
        amountMinor,
        payerName,
        payerAccount: '',
        lines: text.split('\n'),
        endToEndId: '',
      };
    });
    const { fetched, whole } = await bothWays(names, owed, paid);
    expect(fetched).toEqual(whole);
    expect(whole.filter((text) => text.includes('"auto"')).length).toBeGreaterThan(5);
    expect(whole.filter((text) => text.includes('"suggest"')).length).toBeGreaterThan(20);
  });

  it('tell of all that the payer has open under which terms, and by what else an item is called where the text says it', async () => {
    const acme = await book.addCustomer('C-9', 'Nona Ltd');
    const order = { customerId: acme, terms: '2% 10, net 30', purchaseOrder: '4500017' };
    await book.owe({ ...order, number: 'INV-1', amount: '10.00' });
    const other = await book.owe({ ...order, number: 'INV-2', amount: '20.00', purchaseOrder: '4500018' });
    const receipt = await book.receive({ amount: '9.80', text: 'ORDER 4500017', payer: 'Nona Ltd' });
    const items = await book.read(async (tx) => {
      const facts = await fetchFacts(tx, await waitingReceiptsOf(tx, [receipt]), DEFAULT_POLICY);
      expect(facts.items.itemsOfCustomer('C-9').map(({ number }) => number)).toEqual(['INV-1']);
      await fetchItemsAskedFor(tx, facts, facts.items.takeAsked());
      return facts.items;
    });
    expect(items.itemsByToken('4500017').map(({ number }) => number)).toEqual(['INV-1']);
    expect(items.itemsOfCustomer('C-9').map(({ number }) => number)).toEqual(['INV-1', 'INV-2']);
    expect(items.item(other)?.terms?.discounts).toEqual([{ rateMillionths: 20_000, days: 10 }]);
  });

  it('hold nothing else of a customer whose item is cited and paid to the cent, and all where the payment is more', async () => {
    const acme = await book.addCustomer('C-9', 'Nona Ltd');
    for (const n of [1, 2, 3]) await book.owe({ customerId: acme, number: `INV-700${n}`, amount: `${n}0.01` });
    const exact = await book.receive({ amount: '10.01', text: 'INV-7001', payer: 'Nona Ltd' });
    const more = await book.receive({ amount: '40.02', text: 'INV-7001', payer: 'Nona Ltd' });
    const atHand = (receipt: string) =>
      book.read(async (tx) => {
        const facts = await fetchFacts(tx, await waitingReceiptsOf(tx, [receipt]), DEFAULT_POLICY);
        await matchFetched(tx, facts, DEFAULT_POLICY);
        return facts.items.itemsOfCustomer('C-9').map(({ number }) => number);
      });
    expect(await atHand(exact)).toEqual(['INV-7001']);
    expect(await atHand(more)).toEqual(['INV-7001', 'INV-7002', 'INV-7003']);
  });

  it('tell of settled items, too', async () => {
    const acme = await book.addCustomer('C-9', 'Nona Ltd');
    const invoice = await book.owe({ customerId: acme, number: 'INV-0099887', amount: '10.00' });
    const receipt = await book.receive({ amount: '10.00', text: 'INV 99887' });
    await applyUnapplied(book.database, book.scope, { receiptIds: [receipt] });
    expect(await book.open(invoice)).toBe('0.00 of C-9');
    const late = await book.receive({ amount: '7.00', text: 'AGAIN INV-0099887', payer: 'WHO' });
    await applyUnapplied(book.database, book.scope, { receiptIds: [late] });
    const { question, customerId } = await book.decision(late);
    expect([question?.sentence, customerId]).toEqual([
      'INV-0099887 was settled on 2026-11-20: was it paid twice, or is another item meant?',
      acme,
    ]);
  });
});

const shared = process.env.QUITTANCE_SHARED ?? fileURLToPath(new URL('../../../../../../shared', import.meta.url));
const set = path.join(shared, 'cashbench/dev');

describe.runIf(existsSync(path.join(set, 'receipts.json')))('on real numbers', () => {
  it('the decisions of a fortnight are those of the whole ledger', async () => {
    const asOf = '2020-03-01';
    const [, ...rows] = readFileSync(path.join(set, 'open-items.csv'), 'utf8').trim().split('\n');
    const names = new Map<string, string>();
    const owed = rows.flatMap((row): Owed[] => {
      const cells =
        row.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, '').replace(/^"|"$/g, '')) ?? [];
      const [
        customer = '',
        name = '',
        ,
        number = '',
        ,
        currency = '',
        amount = '',
        issued = '',
        due = '',
        ,
        order = '',
      ] = cells;
      if (issued > asOf) return [];
      names.set(customer, name);
      const openMinor = parseAmount(amount, currency) ?? 0n;
      return [
        {
          number,
          customer,
          currency,
          openMinor,
          issuedOn: localDate(issued),
          dueOn: localDate(due),
          order: order || undefined,
        },
      ];
    });
    const receipts = JSON.parse(readFileSync(path.join(set, 'receipts.json'), 'utf8')) as Record<
      string,
      string & string[]
    >[];
    const paid = receipts.flatMap((receipt): Paid[] => {
      const {
        id = '',
        booked_on: on = '',
        currency = '',
        amount = '',
        payer_name: payerName = '',
        payer_account: payerAccount = '',
      } = receipt;
      if (on < asOf || on > '2020-03-14') return [];
      const lines = ([] as string[]).concat(receipt.text ?? []);
      const amountMinor = parseAmount(amount, currency) ?? 0n;
      return [
        {
          id,
          bookedOn: localDate(on),
          currency,
          amountMinor,
          payerName,
          payerAccount,
          lines,
          endToEndId: receipt.end_to_end_id ?? '',
        },
      ];
    });
    const quotedOn = localDate('2019-01-01');
    for (const currency of new Set(owed.map((one) => one.currency))) {
      await book.run((tx) => saveRate(tx, { currency, quotedOn, rate: '1' }));
    }
    const { fetched, whole } = await bothWays(names, owed, paid);
    expect(fetched).toEqual(whole);
    expect(fetched.length).toBeGreaterThan(100);
  });
});
