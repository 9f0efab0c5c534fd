import { localDate } from '@quittance/core/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../../app.fixture.ts';
import { runCommand } from '../../../platform/command/index.ts';
import type { Scope } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { insertCustomers } from '../../customers/index.ts';
import { type LedgerAct, performAct, postDocuments } from '../../ledger/index.ts';

let test: TestApp;
let manager: Caller;
let expert: Caller;
let analyst: Caller;
let scope: Scope;
const customerId = newId();
let itemId = '';

const at = (address: string) => `/companies/IT01${address}`;
const euro = (amount: string) => ({ amount, currency: 'EUR' });
const act = (ledgerAct: LedgerAct) =>
  runCommand(test.app.services.database, scope, { action: 'test', body: null }, (tx) => performAct(tx, ledgerAct));

beforeAll(async () => {
  test = await openTestApp(); // its clock stands on 2 March 2026
  const company = await test.addCompany('IT01');
  manager = await test.signIn('Mia', company, 'manager');
  expert = await test.signIn('Eva', company, 'expert');
  analyst = await test.signIn('Ada', company, 'collections_analyst');
  scope = { company, actor: test.operator };
  await test.app.services.database.write(scope, (tx) =>
    insertCustomers(tx, [{ id: customerId, number: '4711', name: 'Vetreria Lombarda' }], null),
  );
  const instalments = [{ dueOn: localDate('2025-12-31'), amountMinor: 1_000_000n }];
  const document = {
    kind: 'invoice' as const,
    number: 'FV-1',
    customerId,
    currency: 'EUR',
    issuedOn: localDate('2025-11-30'),
    instalments,
  };
  itemId = (await act({ kind: 'document', document })).itemIds[0] ?? '';
});
afterAll(() => test.close());

const proposals = async () => (await analyst.get(at('/interest-proposals'))).body;
const terms = {
  scheme: 'reference',
  rateE4: 80_000,
  dayCount: 'act365',
  graceDays: 0,
  noteDueDays: 14,
  minimum: euro('10.00'),
  fee: euro('40.00'),
  fromOn: '2025-01-01',
  reason: 'as the law has it',
};
const charge = (total: string, caller = manager, what = 'charges', more = {}) =>
  caller.send('POST', at(`/customers/${customerId}/interest-${what}`), {
    itemIds: [itemId],
    total: euro(total),
    ...more,
  });

/** Many small invoices, posted at once. */
async function invoices(
  toCustomerId: string,
  { count, prefix, amountMinor = 10_000n }: { count: number; prefix: string; amountMinor?: bigint },
): Promise<void> {
  const instalments = [{ dueOn: localDate('2025-12-31'), amountMinor }];
  const common = { kind: 'invoice' as const, customerId: toCustomerId, currency: 'EUR', instalments };
  const drafts = Array.from({ length: count }, (_, index) => ({
    ...common,
    number: `${prefix}-${index}`,
    issuedOn: localDate('2025-11-30'),
  }));
  await runCommand(test.app.services.database, scope, { action: 'test', body: null }, async (tx) => {
    await postDocuments(tx, drafts, { commandId: tx.commandId, batchId: null });
    return null;
  });
}

async function aLateCustomer(number: string): Promise<string> {
  const id = newId();
  await test.app.services.database.write(scope, (tx) => insertCustomers(tx, [{ id, number, name: number }], null));
  return id;
}

describe('interest on late payment', () => {
  it('asks nothing until somebody sets the terms', async () => {
    expect((await proposals()).rows).toEqual([]);
    expect((await analyst.get(at('/interest-terms'))).body).toMatchObject({
      number: 0,
      scheme: 'none',
      fee: euro('40.00'),
    });
    expect((await manager.send('PUT', at('/interest-terms'), terms)).body.code).toBe('not_permitted');
    expect(
      (await expert.send('PUT', at('/interest-terms'), { ...terms, minimum: { amount: '1.00', currency: 'USD' } })).body
        .code,
    ).toBe('currencies_differ');
    expect((await expert.send('PUT', at('/interest-terms'), terms)).body).toEqual({ number: 1 });
  });

  it('proposes 61 days at the rate that was entered, and 40.00; and tells which half year has no rate', async () => {
    expect(await proposals()).toMatchObject({ missingRates: ['2026-01-01'] });
    const set = await expert.send('PUT', at('/reference-rates/2026-01-01'), { rateE4: 21_500 });
    expect(set.body.rates).toContainEqual({ validFrom: '2025-07-01', rateE4: 21_500 });
    expect(await proposals()).toMatchObject({
      missingRates: [],
      rows: [
        {
          customerNumber: '4711',
          interest: euro('169.63'), // 10,000.00 × 10.15 % × 61 / 365
          fee: euro('40.00'),
          total: euro('209.63'),
          lines: [{ number: 'FV-1', fromOn: '2026-01-01', toOn: '2026-03-02', days: 61 }],
        },
      ],
    });
  });

  it('is charged once with a debit note, by who may adjust, and only as it was seen', async () => {
    expect((await charge('209.63', analyst)).body.code).toBe('not_permitted');
    expect((await charge('209.62')).body.code).toBe('interest_changed');
    const charged = (await charge('209.63')).body;
    expect(charged).toMatchObject({ number: 'INT-2026-0001' });
    const note = (await analyst.get(at(`/items/${charged.itemId}`))).body;
    expect(note).toMatchObject({ kind: 'debit_note', open: euro('209.63'), dueOn: '2026-03-16' });
    expect((await proposals()).rows).toEqual([]);
    expect((await charge('209.63')).body.code).toBe('interest_changed');

    // Reversing the note takes the charge back.
    const entryId = String(note.openingEntryId);
    await act({ kind: 'reversal', entryId, withDependents: true, reason: 'goodwill' });
    expect((await proposals()).rows).toMatchObject([{ total: euro('209.63') }]);
  });

  it('is waived with a reason, up to today; later days are asked for again, without the fee', async () => {
    expect((await charge('209.63', manager, 'waivers')).status).toBe(400);
    expect((await charge('209.63', manager, 'waivers', { reason: 'a good customer' })).status).toBe(204);
    expect((await proposals()).rows).toEqual([]);
    test.clock.forward(10 * 24 * 60);
    analyst = await test.signIn('Ada', scope.company, 'collections_analyst');
    expect((await proposals()).rows).toMatchObject([{ interest: euro('27.81'), fee: euro('0.00') }]);
  });
});

describe('what one person charges and lets go alone', () => {
  it('is up to 10,000.00 for one customer in 30 days, however it is split; letting go has a limit of its own', async () => {
    manager = await test.signIn('Mia', scope.company, 'manager');
    const late = await aLateCustomer('4800');
    await invoices(late, { count: 4, prefix: 'S', amountMinor: 25_000_000n });
    const itemsOf = async (id: string): Promise<string[]> => {
      const { rows } = (await analyst.get(at('/interest-proposals'))).body;
      const found = rows.find((one) => one.customerId === id) as unknown as { lines: { itemId: string }[] } | undefined;
      return found?.lines.map((line) => line.itemId) ?? [];
    };
    const ids = await itemsOf(late);
    // 250,000.00 for 71 days at 10.15 %: 4,935.96, and 40.00
    const of = (from: number, until: number, total: string) => ({
      itemIds: ids.slice(from, until),
      total: euro(total),
    });
    const send = (what: string, body: object) => manager.send('POST', at(`/customers/${late}/interest-${what}`), body);
    expect((await send('charges', of(0, 4, '19903.84'))).body).toMatchObject({
      code: 'approval_needed',
      details: { kind: 'interest_charge', of: 'customer_kind', limit: euro('10000.00'), left: euro('10000.00') },
    });
    expect((await send('charges', of(0, 1, '4975.96'))).status).toBe(200);
    expect((await send('charges', of(1, 2, '4975.96'))).status).toBe(200);
    expect((await send('charges', of(2, 3, '4975.96'))).body).toMatchObject({ details: { left: euro('48.08') } });

    const reason = 'a good customer';
    expect((await send('waivers', { ...of(2, 3, '4975.96'), reason })).status).toBe(204);
    expect((await send('waivers', { ...of(3, 4, '4975.96'), reason })).status).toBe(204);
    const other = await aLateCustomer('4801');
    await invoices(other, { count: 3, prefix: 'T', amountMinor: 25_000_000n });
    const all = { itemIds: await itemsOf(other), total: euro('14927.88'), reason };
    expect((await manager.send('POST', at(`/customers/${other}/interest-waivers`), all)).body.code).toBe(
      'approval_needed',
    );
  });
});

describe('items in dispute', () => {
  it('are marked and left out of what is asked, and charged only where a person adds them', async () => {
    manager = await test.signIn('Mia', scope.company, 'manager');
    const late = await aLateCustomer('4900');
    await invoices(late, { count: 2, prefix: 'D' });
    type Line = { itemId: string; number: string; interest: { amount: string }; isDisputed: boolean };
    type Row = { customerId: string; total: object; disputed: object; lines: Line[] };
    const rowOf = async () =>
      ((await analyst.get(at('/interest-proposals'))).body.rows as unknown as Row[]).find(
        (one) => one.customerId === late,
      );
    const disputed = (await rowOf())?.lines[0]?.itemId ?? '';
    const hold = { kind: 'dispute', reason: 'broken on arrival' };
    expect((await manager.send('POST', at(`/items/${disputed}/holds`), hold)).status).toBeLessThan(300);
    const row = await rowOf();
    const [first, second] = row?.lines ?? [];
    expect(row?.lines.map(({ isDisputed }) => isDisputed)).toEqual([true, false]);
    const one = euro(`4${second?.interest.amount}`); // its interest and the fee of 40.00
    expect(row).toMatchObject({ total: one, disputed: one });
    const body = { itemIds: [second?.itemId], total: one };
    expect((await manager.send('POST', at(`/customers/${late}/interest-charges`), body)).status).toBe(200);
    expect(await rowOf()).toMatchObject({ total: euro('0.00'), disputed: one, lines: [{ itemId: first?.itemId }] });
    const added = { itemIds: [first?.itemId], total: one };
    expect((await manager.send('POST', at(`/customers/${late}/interest-charges`), added)).status).toBe(200);
  });
});

describe('more late items than are read at once', () => {
  type Row = {
    customerId: string;
    total: { amount: string; currency: string };
    isPartial: boolean;
    lines: { itemId: string }[];
  };
  const page = async (cursor?: string) => {
    const { body } = await analyst.get(at(`/interest-proposals${cursor === undefined ? '' : `?cursor=${cursor}`}`));
    return body as unknown as { rows: Row[]; next: string | null };
  };

  it('are proposed customer by customer, and 20,000 of one are charged with one note before the rest', async () => {
    manager = await test.signIn('Mia', scope.company, 'manager');
    const one = await aLateCustomer('5000');
    const two = await aLateCustomer('5001');
    await invoices(one, { count: 60, prefix: 'K' });
    await invoices(two, { count: 20_005, prefix: 'G' });

    const first = await page(); // the second customer would not be whole
    const shown = first.rows.map(({ customerId: id }) => id);
    expect(shown.filter((id) => [customerId, one, two].includes(id))).toEqual([customerId, one]);
    const second = await page(first.next ?? '');
    expect(second).toMatchObject({ next: null, rows: [{ customerId: two, isPartial: true }] });
    const [big] = second.rows;
    expect(big?.lines).toHaveLength(20_000);

    const body = { itemIds: big?.lines.map(({ itemId: id }) => id), total: big?.total };
    const limit = { kind: 'interest_charge', holder: { role: 'manager' }, alone: null, decide: null };
    expert = await test.signIn('Eva', scope.company, 'expert');
    expect((await expert.send('PUT', at('/approval-limits'), limit)).status).toBeLessThan(300);
    expect((await manager.send('POST', at(`/customers/${two}/interest-charges`), body)).status).toBe(200);
    const rest = (await page(first.next ?? '')).rows.find(({ customerId: id }) => id === two);
    expect(rest).toMatchObject({ isPartial: false });
    expect(rest?.lines).toHaveLength(5);
  });
});
