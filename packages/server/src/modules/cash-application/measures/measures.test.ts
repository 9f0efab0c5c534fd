import { addDays } from '@quittance/core/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyReceipt, confirmProposal } from '../acts/receipt-acts.usecase.ts';
import { undoReceipt } from '../acts/undo-receipt.usecase.ts';
import { type CashBook, openCashBook, TODAY } from '../cash-application.fixture.ts';
import { type CashRoutes, serveCashRoutes } from '../cash-routes.fixture.ts';
import { applyUnapplied } from '../runs/apply-unapplied.usecase.ts';
import { measuresJson } from './measures.json.ts';

let book: CashBook;
let routes: CashRoutes;

const act = (action: string) => ({ action, body: null });
const eur = (amount: string) => ({ amount, currency: 'EUR' });

/** Five receipts of Friday 20 November: three cite their invoice, one has only its amount, one is a stranger’s. */
beforeAll(async () => {
  book = await openCashBook();
  const acme = await book.addCustomer('C-1', 'ACME Manufacturing GmbH');
  for (const [number, amount] of [
    ['7100001', '100.00'],
    ['7100002', '212.34'],
    ['7100003', '50.00'],
    ['7100004', '60.00'],
    ['7100005', '70.00'],
  ] as const) {
    await book.owe({ customerId: acme, number, amount });
  }
  await book.receive({ number: 'RIGHT', amount: '100.00', text: 'RE 7100001' });
  const wrong = await book.receive({ number: 'WRONG', amount: '50.00', text: 'RE 7100003' });
  const again = await book.receive({ number: 'AGAIN', amount: '60.00', text: 'RE 7100004' });
  const bare = await book.receive({ number: 'BARE', amount: '212.34', payer: 'FACTOR AG', account: 'DE12' });
  await book.receive({ number: 'STRANGE', amount: '1.23', payer: 'Who', text: 'THANKS' });
  await book.receive({ number: 'BEFORE', amount: '70.00', text: 'RE 7100005', bookedOn: addDays(TODAY, -28) });
  const { database, scope } = book;
  await applyUnapplied(database, scope);
  const undo = { reason: 'looked at again', command: act('cash.undo') };
  await undoReceipt(database, scope, { receiptId: wrong, wasWrong: true, ...undo });
  await undoReceipt(database, scope, { receiptId: again, wasWrong: false, ...undo, command: act('cash.undo') });
  await confirmProposal(database, scope, { receiptId: again, command: act('cash.confirm') });
  book.setToday(addDays(TODAY, 3));
  await confirmProposal(database, scope, { receiptId: bare, command: act('cash.confirm') });
  routes = await serveCashRoutes(book);
});
afterAll(async () => {
  await routes.close();
  await book.drop();
});

const get = (path: string) => routes.ask('GET', `/cash/measures${path}`);

async function listed(query: string): Promise<string[]> {
  const { body } = await get(`/receipts?from=2026-11-16&to=2026-11-22&limit=200&${query}`);
  return body.rows.map(({ number }: { number: string }) => number).sort();
}

describe('the measures of a week', () => {
  const week = async () => (await get('?from=2026-11-16&to=2026-11-22')).body;

  it('three of five receipts posted by themselves: 210.00 of 423.57, on three of four lines', async () => {
    const { autoPayments, autoValue, autoLines, autoValueFunctional } = await week();
    expect(autoPayments).toMatchObject({ numerator: 3, denominator: 5, share: 0.6 });
    expect(autoLines).toMatchObject({ numerator: 3, denominator: 4, share: 0.75 });
    expect(autoValue.currencies).toEqual([{ numerator: eur('210.00'), denominator: eur('423.57'), share: 0.4958 }]);
    expect(autoValueFunctional).toBeNull();
    expect(await listed('figure=auto')).toEqual(['AGAIN', 'RIGHT', 'WRONG']);
    expect(await listed('figure=by_hand')).toEqual(['BARE', 'STRANGE']);
  });

  it('the receipts behind the lines have as many lines as were counted, the one that was wrong among them', async () => {
    expect(await listed('figure=lines')).toEqual(['AGAIN', 'BARE', 'RIGHT', 'WRONG']);
    expect(await listed('figure=auto_lines')).toEqual(['AGAIN', 'RIGHT', 'WRONG']);
    const { body } = await get('/receipts?from=2026-11-16&to=2026-11-22&figure=lines');
    const sum = (count: 'linesCount' | 'autoLinesCount'): number =>
      body.rows.reduce((total: number, row: Record<string, number>) => total + (row[count] ?? 0), 0);
    expect([sum('autoLinesCount'), sum('linesCount')]).toEqual([3, 4]);
  });

  it('one of the three was wrong; what was undone and applied to the same invoice was not', async () => {
    expect((await week()).precision).toMatchObject({ numerator: 2, denominator: 3, share: 0.6667 });
    expect(await listed('figure=corrected')).toEqual(['WRONG']);
  });

  it('from Friday noon to Monday noon a receipt took one business day; the others were applied at once', async () => {
    const { timeToApply } = await week();
    expect(timeToApply).toMatchObject({
      all: { count: 3, medianMinutes: 0, ninthDecileMinutes: 480, ninthDecileClockMinutes: 4_320 },
      byPeople: { count: 2, medianMinutes: 0, ninthDecileMinutes: 480, medianClockMinutes: 0 },
      waitingCount: 2,
      businessDayMinutes: 480,
    });
    expect(await listed('figure=applied_by_people')).toEqual(['AGAIN', 'BARE']);
    expect(await listed('figure=waiting')).toEqual(['STRANGE', 'WRONG']);
    const { body } = await get('/receipts?from=2026-11-16&to=2026-11-22&figure=applied_by_people');
    const bare = body.rows.find(({ number }: { number: string }) => number === 'BARE');
    expect(bare).toMatchObject({
      minutesToApply: 480,
      clockMinutesToApply: 4_320,
      isByItself: false,
      isCorrected: false,
    });
  });

  it('each exception has the reason that was asked first, and its receipts', async () => {
    const { exceptions } = await week();
    expect(exceptions.count).toBe(2);
    expect(exceptions.reasons).toMatchObject([
      { questionCode: 'does_payer_pay_for', count: 1, waitingCount: 0, amounts: [eur('212.34')] },
      { count: 1, waitingCount: 1, amounts: [eur('1.23')] },
    ]);
    expect(await listed('figure=by_hand&reason=does_payer_pay_for')).toEqual(['BARE']);
  });

  it('payers whose money names no invoice are the customer it went to, and a name', async () => {
    const { payers } = (await week()).payersWithoutRemittance;
    const known = payers.find(({ customerNumber }: { customerNumber: string | null }) => customerNumber === 'C-1');
    expect(known).toMatchObject({
      name: 'ACME Manufacturing GmbH',
      count: 1,
      byHandCount: 1,
      amounts: [eur('212.34')],
    });
    const stranger = payers.find(({ payer }: { payer: string }) => payer === 'WHO');
    expect(stranger).toMatchObject({ customerId: null, name: 'WHO', count: 1, byHandCount: 1, amounts: [eur('1.23')] });
    expect(payers.length).toBe(2);
    expect(await listed(`figure=without_remittance&payer=${known.payer}`)).toEqual(['BARE']);
    expect(await listed('figure=without_remittance&payer=WHO')).toEqual(['STRANGE']);
  });
});

describe('the period', () => {
  it('is the last 28 days, by week, and leaves out what was booked before', async () => {
    const { from, to, trend, autoPayments } = (await get('')).body;
    expect([from, to]).toEqual(['2026-10-27', '2026-11-23']);
    expect(trend.weeks.map((week: { from: string; denominator: number }) => [week.from, week.denominator])).toEqual([
      ['2026-10-27', 0],
      ['2026-11-02', 0],
      ['2026-11-09', 0],
      ['2026-11-16', 5],
      ['2026-11-23', 0],
    ]);
    expect(autoPayments.denominator).toBe(5);
    const longer = (await get('?from=2026-10-23&to=2026-11-23')).body;
    expect(longer.autoPayments).toMatchObject({ numerator: 4, denominator: 6 });
  });

  it.each(['?from=2026-11-23&to=2026-11-20', '?from=2026-11-20', '?from=2025-11-20&to=2026-11-21'])(
    '%s is refused',
    async (query) => {
      expect((await get(query)).status).toBe(400);
    },
  );

  it('a list goes on where its page ended', async () => {
    const first = (await get('/receipts?from=2026-11-16&to=2026-11-22&figure=received&limit=3')).body;
    const rest = (await get(`/receipts?from=2026-11-16&to=2026-11-22&figure=received&limit=3&cursor=${first.next}`))
      .body;
    const numbers = [...first.rows, ...rest.rows].map(({ number }: { number: string }) => number);
    expect([first.rows.length, rest.rows.length, new Set(numbers).size, rest.next]).toEqual([3, 2, 5, null]);
  });
});

it('currencies are never added but in the functional currency: of 100.00 EUR and 200.00 USD at 0.90', () => {
  const group = { bookedOn: TODAY, count: 1 };
  const none = {
    count: 0,
    medianMinutes: null,
    ninthDecileMinutes: null,
    medianClockMinutes: null,
    ninthDecileClockMinutes: null,
  };
  const groups = [
    {
      ...group,
      currency: 'USD',
      autoCount: 1,
      amountMinor: 20_000n,
      autoMinor: 20_000n,
      functionalMinor: 18_000n,
      autoFunctionalMinor: 18_000n,
    },
    {
      ...group,
      currency: 'EUR',
      autoCount: 0,
      amountMinor: 10_000n,
      autoMinor: 0n,
      functionalMinor: 10_000n,
      autoFunctionalMinor: 0n,
    },
  ];
  const empty = {
    weeks: [],
    lines: { all: 0, auto: 0 },
    correctedCount: 0,
    time: { all: none, byPeople: none, dayMinutes: 480 },
    reasons: [],
    payers: [],
  };
  const told = measuresJson({ ...empty, groups }, { period: { from: TODAY, to: TODAY }, company: book.company });
  expect(told.autoValue.currencies.map(({ share, denominator }) => [denominator.currency, share])).toEqual([
    ['EUR', 0],
    ['USD', 1],
  ]);
  expect(told.autoValueFunctional).toMatchObject({
    numerator: eur('180.00'),
    denominator: eur('280.00'),
    share: 0.6429,
  });
});

describe('a deduction that was missed', () => {
  it('counts as wrong, also when the cash went to the same item again', async () => {
    const { database, scope } = book;
    const bookedOn = addDays(TODAY, -14);
    const customerId = await book.addCustomer('C-9', 'Boreal Supply S.p.A.');
    const ofWeek = { customerId, issuedOn: addDays(bookedOn, -4), terms: '2% 10 net 30' };
    const itemId = await book.owe({ ...ofWeek, number: '7100009', amount: '1000.00' });
    const receipt = await book.receive({ number: 'MISSED', amount: '980.00', text: 'INV 7100009', bookedOn });
    await applyUnapplied(database, scope, { receiptIds: [receipt] });
    expect(await book.deductions(receipt)).toEqual(['7100009 20.00 cash_discount posted']);
    const right = async () => (await get('?from=2026-11-02&to=2026-11-08')).body.precision;
    const applyWith = async (reason: 'cash_discount' | 'damage') => {
      const undo = { receiptId: receipt, reason: 'looked at again', wasWrong: false };
      await undoReceipt(database, scope, { ...undo, command: act('cash.undo') });
      const part = { itemId, currency: 'EUR' };
      await applyReceipt(database, scope, {
        ...{ receiptId: receipt, customerId, command: act('cash.apply') },
        allocations: [{ ...part, amountMinor: 98_000n }],
        deductions: [{ ...part, amountMinor: 2_000n, reason }],
      });
    };
    await applyWith('cash_discount');
    expect(await right()).toMatchObject({ numerator: 1, denominator: 1 });
    await applyWith('damage');
    expect(await right()).toMatchObject({ numerator: 0, denominator: 1 });
  });
});
