import { afterAll, beforeAll, expect, it } from 'vitest';
import { at, type CustomersDesk, openCustomersDesk } from './customers.fixture.ts';

let desk: CustomersDesk;
let customerId: string;
let applied: string;
const eur = (amount: string) => ({ amount, currency: 'EUR' });

/** The test's clock begins on Monday 2 March 2026; items fall due on 15 February, a Sunday. */
beforeAll(async () => {
  desk = await openCustomersDesk();
  customerId = await desk.addCustomer('C-1');
  for (const [number, day] of [
    ['R-1', '2026-01-29'],
    ['R-2', '2026-02-05'],
    ['R-3', '2026-02-12'],
    ['R-4', '2026-02-19'],
    ['R-5', '2026-02-25'],
  ] as const) {
    const invoice = await desk.invoice(customerId, `I${number}`, '100.00');
    const receipt = await desk.ada.send('POST', at('/documents'), {
      ...{ kind: 'receipt', number, customerId, issuedOn: day },
      instalments: [{ dueOn: day, amount: eur('100.00') }],
    });
    const creditId = (receipt.body.itemIds as string[])[0] ?? '';
    const allocations = [{ creditItemId: creditId, debitItemId: invoice, amount: eur('100.00') }];
    const done = await desk.ada.send('POST', at('/applications'), { allocations });
    applied = (done.body.entryIds as string[])[0] ?? '';
  }
});
afterAll(() => desk.close());

const behaviour = async () => (await desk.auditor.get(at(`/customers/${customerId}/behaviour`))).body;

it('four of five payments came on a Thursday: the next is likely on the 5th', async () => {
  expect((await behaviour()).rhythm).toEqual({
    pattern: { kind: 'weekly', weekday: 4, everyWeeks: 1 },
    times: 4,
    ofTimes: 5,
    nextOn: '2026-03-05',
  });
});

it('days late by month, weighted by amount; early counts as early', async () => {
  expect(await behaviour()).toMatchObject({
    since: '2025-04-01',
    months: [
      { month: '2026-01', paid: eur('100.00'), daysLate: -17, onTimePercent: 100 },
      { month: '2026-02', paid: eur('400.00'), daysLate: 0, onTimePercent: 50 },
    ],
    all: { paid: eur('500.00'), daysLate: -3, onTimePercent: 60 },
  });
});

it('what is undone was no payment', async () => {
  await desk.ada.send('POST', at(`/entries/${applied}/reversal`), { reason: 'wrong invoice' });
  expect((await behaviour()).all).toMatchObject({ paid: eur('400.00') });
});

it('the run that they told us stands beside it, with the last day for approval', async () => {
  const nothing = { delivery: null, invoiceAddress: null, portalName: null, portalUrl: null, orderRule: null };
  const rest = { orderNote: null, approval: [], askFor: [], note: null };
  const payRun = { kind: 'month_days', days: [15, 31] };
  const fields = { ...nothing, ...rest, payRun, cutOffDays: 5 };
  await desk.ada.send('PUT', at(`/customers/${customerId}/profile`), { seen: 0, fields });
  expect((await behaviour()).stated).toEqual({ nextOn: '2026-03-16', cutOffOn: '2026-03-11' });
});
