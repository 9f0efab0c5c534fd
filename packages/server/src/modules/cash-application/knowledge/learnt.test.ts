/** What was learnt, as people see it: where it comes from, taken back, given back; and what it does to the next decision. */
import { localDate } from '@quittance/core/calendar';
import { formatAmount } from '@quittance/core/money';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../platform/ids.ts';
import { applyReceipt, confirmProposal, putOnAccount } from '../acts/receipt-acts.usecase.ts';
import { undoReceipt } from '../acts/undo-receipt.usecase.ts';
import { allocated, type CashBook, minor, openCashBook } from '../cash-application.fixture.ts';
import { type CashRoutes, serveCashRoutes } from '../cash-routes.fixture.ts';
import { applyUnapplied } from '../runs/apply-unapplied.usecase.ts';
import { importLinks } from './knowledge.usecase.ts';

let book: CashBook;
let routes: CashRoutes;
let acme: string;
let boreal: string;
const run = (...receiptIds: string[]) => applyUnapplied(book.database, book.scope, { receiptIds });
const command = () => ({ action: 'test', body: newId() });

interface Thing {
  readonly id: string;
  readonly kind: string;
  readonly what: string;
  readonly times: number | null;
  readonly takenBack: { readonly byName: string; readonly reason: string } | null;
}
const PATH = '/cash/knowledge';
async function things(query: string): Promise<Thing[]> {
  const { status, body } = await routes.ask('GET', `${PATH}?${query}`);
  expect(status).toBe(200);
  return body.rows;
}
const act = (what: 'revocations' | 'restorations', id: string, who?: string) =>
  routes.ask('POST', `${PATH}/${what}`, { id, reason: 'it was another' }, who);
const first = async (query: string): Promise<Thing> => {
  const [thing] = await things(query);
  if (thing === undefined) throw new Error(`nothing learnt for ${query}`);
  return thing;
};

beforeAll(async () => {
  book = await openCashBook();
  routes = await serveCashRoutes(book);
  acme = await book.addCustomer('C-1', 'ACME Manufacturing GmbH');
  boreal = await book.addCustomer('C-2', 'Boreal Supply S.p.A.');
});
afterAll(async () => {
  expect(await book.broken()).toEqual([]);
  await routes.close();
  await book.drop();
});

const WEEKS = 4;

/** Of four invoices each week it pays the two that fall due first, and names them. The receipts. */
async function payOldestFirst(): Promise<string[]> {
  const due = (day: number) => localDate(`2026-10-${String(day).padStart(2, '0')}`);
  for (let at = 0; at < 2 * WEEKS + 4; at += 1) {
    await book.owe({
      customerId: acme,
      number: `83000${10 + at}`,
      amount: `${100 + at * 7}.${10 + at}`,
      dueOn: due(at + 1),
    });
  }
  const receipts: string[] = [];
  for (let week = 0; week < WEEKS; week += 1) {
    const [older, newer] = [2 * week, 2 * week + 1];
    const amountMinor = minor(`${100 + older * 7}.${10 + older}`) + minor(`${100 + newer * 7}.${10 + newer}`);
    const receipt = await book.receive({
      amount: formatAmount(amountMinor, 'EUR'),
      text: `83000${10 + older} 83000${10 + newer}`,
      account: 'DE70',
      payer: 'ACME',
      bookedOn: localDate(`2026-11-0${week + 1}`),
    });
    await run(receipt);
    receipts.push(receipt);
  }
  return receipts;
}

describe('what cash application has learnt', () => {
  it('a payer’s account: how often, since when, by whom and from which receipt', async () => {
    await book.owe({ customerId: boreal, number: '8310001', amount: '31.00' });
    const receipt = await book.receive({
      amount: '31.00',
      account: 'IT31',
      payer: 'Cousin',
      bookedOn: localDate('2026-11-05'),
    });
    await run(receipt);
    await confirmProposal(book.database, book.scope, { receiptId: receipt, command: command() });
    expect(await first('kind=account&search=IT31')).toMatchObject({
      what: 'IT31',
      customer: { number: 'C-2' },
      origin: 'application',
      times: 1,
      sinceOn: '2026-11-05',
      lastOn: '2026-11-05',
      byName: book.scope.actor.name,
      isByItself: false,
      firstReceipt: { id: receipt },
      takenBack: null,
      canTakeBack: true,
    });
  });

  it('taken back says who, when and why; given back it is what it was', async () => {
    const before = await first('kind=account&search=IT31');
    expect(await act('revocations', before.id, 'auditor')).toMatchObject({ status: 403 });
    expect(await act('revocations', before.id)).toMatchObject({ status: 204 });
    expect(await things('kind=account&search=IT31')).toEqual([]);
    const back = await first('state=taken_back&search=IT31');
    expect(back).toMatchObject({ times: 1, takenBack: { byName: book.scope.actor.name, reason: 'it was another' } });
    expect(await act('restorations', back.id)).toMatchObject({ status: 204 });
    const { id: _, ...restored } = await first('kind=account&search=IT31');
    expect(restored).toEqual({ ...before, id: undefined, ...restored });
    expect(restored.times).toBe(before.times);
    expect(await act('restorations', back.id)).toMatchObject({ status: 404 });
  });

  it('an imported link that is taken back and given back counts as often as before', async () => {
    const links = [
      { mark: 'name' as const, key: 'Nordic Payments', customerId: boreal, uses: 7, lastOn: localDate('2026-10-01') },
    ];
    await importLinks(book.database, book.scope, { links, command: command() });
    await act('revocations', (await first('search=NORDIC')).id);
    await act('restorations', (await first('state=taken_back&search=NORDIC')).id);
    expect(await first('search=NORDIC')).toMatchObject({ times: 7, origin: 'imported', byName: book.scope.actor.name });
  });

  it('pages by key, each thing once', async () => {
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await routes.ask('GET', `${PATH}?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...body.rows.map(({ id }: Thing) => id));
      if (body.next === null) break;
      cursor = body.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength((await things('limit=200')).length);
  });
});

describe('a habit', () => {
  it('is told once it was kept often enough, is evidence of the next payment, and goes with what taught it', async () => {
    const receipts = await payOldestFirst();
    expect(await things('kind=habit')).toMatchObject([
      { what: 'whole_days', times: 4, ofTimes: 4 },
      { what: 'oldest_first', times: 4, ofTimes: 4, sinceOn: '2026-11-01', lastOn: '2026-11-04', isByItself: true },
    ]);
    // 8300018 and 8300019, the oldest two that are open, and nothing named.
    const next = await book.receive({ amount: '319.37', account: 'DE70', payer: 'ACME' });
    await run(next);
    expect((await book.decision(next)).sentence).toContain('usual: C-1 pays its oldest items first (4 of 4 times)');
    const undo = { reason: 'test', wasWrong: false };
    await undoReceipt(book.database, book.scope, { receiptId: next, ...undo, command: command() });
    await undoReceipt(book.database, book.scope, { receiptId: receipts[3] ?? '', ...undo, command: command() });
    expect(await things('kind=habit')).toEqual([]);
  });

  it('taken back is no evidence, and counts from the payments after; given back it counts them all', async () => {
    const last = await book.receive({ amount: '291.33', text: '8300016 8300017', account: 'DE70', payer: 'ACME' });
    await run(last);
    const [habit] = (await things('kind=habit')).filter(({ what }) => what === 'oldest_first');
    expect(habit).toMatchObject({ times: 4 });
    await act('revocations', habit?.id ?? '');
    expect((await things('kind=habit')).map(({ what }) => what)).toEqual(['whole_days']);
    await act('restorations', (await first('state=taken_back&kind=habit')).id);
    expect((await things('kind=habit')).map(({ what, times }) => `${what} ${times}`).sort()).toEqual([
      'oldest_first 4',
      'whole_days 4',
    ]);
  });
});

describe('what a person ruled out', () => {
  it('a payer given to somebody else is not proposed for that customer again, until a payment says so', async () => {
    const nova = await book.addCustomer('C-3', 'Nova Logistics Ltd');
    const items = [
      await book.owe({ customerId: nova, number: '8320001', amount: '77.77' }),
      await book.owe({ customerId: nova, number: '8320002', amount: '88.88' }),
    ];
    const paid = { account: 'GB77', payer: 'NOVA LOGISTICS' };
    const wrong = await book.receive({ amount: '70.00', ...paid });
    await run(wrong);
    expect((await book.decision(wrong)).customerId).toBe(nova);
    await putOnAccount(book.database, book.scope, { receiptId: wrong, customerId: boreal, command: command() });
    expect(await things('kind=payer')).toMatchObject([
      { what: 'GB77', customer: { number: 'C-3' }, firstReceipt: { id: wrong } },
    ]);
    const next = await book.receive({ amount: '77.77', ...paid });
    await run(next);
    expect((await book.decision(next)).customerId).not.toBe(nova);
    await applyReceipt(book.database, book.scope, {
      receiptId: next,
      customerId: nova,
      allocations: [{ itemId: items[0] ?? '', amountMinor: minor('77.77'), currency: 'EUR' }],
      command: command(),
    });
    const later = await book.receive({ amount: '88.88', ...paid });
    await run(later);
    expect(allocated(await book.decision(later))).toEqual(['8320002 88.88']);
  });

  it('undoing the act that gave it to somebody else takes that back', async () => {
    const oslo = await book.addCustomer('C-4', 'Oslo Handel AS');
    const receipt = await book.receive({ amount: '61.00', account: 'NO61', payer: 'OSLO HANDEL' });
    await run(receipt);
    await putOnAccount(book.database, book.scope, { receiptId: receipt, customerId: boreal, command: command() });
    expect(await things('kind=payer&search=NO61')).toHaveLength(1);
    const undo = { receiptId: receipt, reason: 'test', wasWrong: false, command: command() };
    await undoReceipt(book.database, book.scope, undo);
    expect(await things('kind=payer&search=NO61')).toEqual([]);
    expect(await things('state=taken_back&search=NO61')).toEqual([]);
    expect((await book.decision(receipt)).customerId).toBe(oslo);
  });

  it('an item rejected for a receipt comes back when that is taken back, there and then', async () => {
    const item = await book.owe({ customerId: boreal, number: '8330001', amount: '64.00' });
    const receipt = await book.receive({ amount: '64.00', text: '8330001' });
    await run(receipt);
    expect(await book.open(item)).toBe('0.00 of C-2');
    const undo = { receiptId: receipt, reason: 'test', wasWrong: true, command: command() };
    await undoReceipt(book.database, book.scope, undo);
    expect((await book.decision(receipt)).allocations).toEqual([]);
    const pair = await first(`receiptId=${receipt}`);
    expect(pair).toMatchObject({ kind: 'pair', item: { number: '8330001' }, byName: book.scope.actor.name });
    expect(await act('revocations', pair.id)).toMatchObject({ status: 204 });
    expect(allocated(await book.decision(receipt))).toEqual(['8330001 64.00']);
    expect(await act('restorations', pair.id)).toMatchObject({ status: 204 });
    expect((await book.decision(receipt)).allocations).toEqual([]);
  });
});
