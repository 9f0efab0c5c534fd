import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, type CustomersDesk, openCustomersDesk } from './customers.fixture.ts';

let desk: CustomersDesk;
beforeAll(async () => {
  desk = await openCustomersDesk();
});
afterAll(() => desk.close());

interface AgingAnswer {
  readonly knownAt: string;
  readonly rows: readonly { readonly key: string; readonly total: string }[];
  readonly totals: readonly { readonly total: string }[];
}

async function aging(query = ''): Promise<AgingAnswer> {
  return (await desk.ada.get(at(`/aging${query}`))).body as unknown as AgingAnswer;
}

const merge = (duplicateId: string, survivorId: string) =>
  desk.mia.send('POST', at('/merges'), { duplicateId, survivorId, reason: 'same tax id' });
const undo = (id: string) => desk.mia.send('POST', at(`/merges/${id}/undo`), { reason: 'two companies after all' });
const totalOf = async (id: string) => (await aging()).rows.find((row) => row.key === id)?.total;

describe('duplicates', () => {
  it('are listed with what speaks for them, and no more once they are said to be two', async () => {
    const first = await desk.addCustomer('D1', { name: 'Alder Ltd', country: 'GB', email: 'ap@alder.example' });
    const second = await desk.addCustomer('D2', { name: 'ALDER LIMITED', country: 'GB', email: 'buy@alder.example' });
    const listed = await desk.ada.get(at('/duplicates'));
    expect(listed.body).toMatchObject({
      count: 1,
      rows: [
        {
          confidence: 67,
          first: { number: 'D1' },
          second: { number: 'D2' },
          evidence: [{ kind: 'name' }, { kind: 'country' }, { kind: 'email_domain', value: 'alder.example' }],
        },
      ],
    });
    const said = { firstId: second, secondId: first, reason: 'brothers' };
    expect((await desk.ada.send('POST', at('/duplicates/distinct'), said)).status).toBe(204);
    expect((await desk.ada.get(at('/duplicates'))).body.count).toBe(0);
  });
});

describe('a merge', () => {
  it('shows the duplicate’s items and balance with the survivor’s, and its undoing puts all back', async () => {
    const [a, b] = [await desk.addCustomer('M1'), await desk.addCustomer('M2')];
    await desk.invoice(a, 'M-1', '100.00');
    await desk.invoice(b, 'M-2', '50.00');
    const before = await aging();
    const merged = await merge(a, b);
    expect(merged.status).toBe(201);
    expect(await totalOf(b)).toBe('150.00');
    expect(await totalOf(a)).toBeUndefined();
    const items = await desk.ada.get(at(`/customers/${b}/items`));
    expect(items.body.rows.map((row) => row.number)).toEqual(['M-1', 'M-2']);
    expect((await desk.ada.get(at(`/customers/${b}`))).body.balances).toMatchObject([{ total: { amount: '150.00' } }]);
    expect((await desk.ada.get(at(`/customers/${a}`))).body.mergedInto).toMatchObject({ number: 'M2' });
    expect((await aging(`?customerId=${b}`)).rows).toMatchObject([{ key: b, total: '150.00' }]);
    const list = await desk.ada.get(at('/customers?search=M1'));
    expect(list.body.rows).toEqual([]);

    expect((await undo(merged.body.id)).status).toBe(204);
    expect((await aging()).rows).toEqual(before.rows);
    expect((await undo(merged.body.id)).body.code).toBe('merge_is_undone');
  });

  it('is known from its instant on: an aging known before shows two, one known in between shows one', async () => {
    const [a, b] = [await desk.addCustomer('K1'), await desk.addCustomer('K2')];
    await desk.invoice(a, 'K-1', '10.00');
    await desk.invoice(b, 'K-2', '20.00');
    const rowsKnownAt = async (knownAt: string) => {
      const { rows } = await aging(`?knownAt=${knownAt}`);
      return rows.filter((row) => row.key === a || row.key === b).map((row) => row.total);
    };
    const { knownAt: early } = await aging();
    desk.test.clock.forward(1);
    const merged = await merge(a, b);
    const { knownAt: between } = await aging();
    desk.test.clock.forward(1);
    await undo(merged.body.id);
    expect(await rowsKnownAt(early)).toEqual(['20.00', '10.00']);
    expect(await rowsKnownAt(between)).toEqual(['30.00']);
    expect(await rowsKnownAt((await aging()).knownAt)).toEqual(['20.00', '10.00']);
  });

  it('in a chain ends at one; no circle, no merge of the merged, none of a customer with itself', async () => {
    const [a, b, c] = [await desk.addCustomer('C1'), await desk.addCustomer('C2'), await desk.addCustomer('C3')];
    await desk.invoice(a, 'C-1', '1.00');
    await merge(a, b);
    const second = await merge(b, c);
    expect(await totalOf(c)).toBe('1.00');
    expect((await merge(a, c)).body.code).toBe('customer_is_merged');
    expect((await merge(c, a)).body.code).toBe('customer_is_merged');
    expect((await merge(c, c)).body.code).toBe('merge_is_of_two');
    await undo(second.body.id);
    expect(await totalOf(b)).toBe('1.00');
    const analyst = await desk.signIn('Carla', 'collections_analyst');
    const tried = await analyst.send('POST', at('/merges'), { duplicateId: b, survivorId: c });
    expect(tried.body.code).toBe('not_permitted');
  });

  it('closes the duplicate to changes and blocks, and says where to go', async () => {
    const [a, b] = [await desk.addCustomer('E1'), await desk.addCustomer('E2')];
    await merge(a, b);
    const blocked = await desk.ada.send('POST', at(`/customers/${a}/blocks`), { what: 'orders', reason: 'x' });
    expect(blocked).toMatchObject({ status: 409, body: { code: 'customer_is_merged' } });
    expect((await desk.askForChange(a, { terms: 'net 5' })).body.code).toBe('customer_is_merged');
  });

  it('sends new documents and receipts of either number to the survivor', async () => {
    const [a, b] = [await desk.addCustomer('N1'), await desk.addCustomer('N2')];
    await merge(a, b);
    const invoice = await desk.invoice(a, 'N-1', '70.00');
    expect((await desk.ada.get(at(`/items/${invoice}`))).body).toMatchObject({ customerId: b, number: 'N-1' });
    expect(await totalOf(b)).toBe('70.00');
  });

  it('never changes what all owe together, nor what each group does, however merges and undoings follow each other', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 5; at++) {
      const id = await desk.addCustomer(`P${at}`);
      await desk.invoice(id, `P-${at}`, `${2 ** at}.00`);
      ids.push(id);
    }
    const start = await aging();
    const step = fc.record({ from: fc.nat(4), into: fc.nat(4), isUndo: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const merges: string[] = [];
        for (const { from, into, isUndo } of steps) {
          const last = isUndo ? merges.pop() : undefined;
          if (last !== undefined) await undo(last);
          else {
            const made = await merge(ids[from] ?? '', ids[into] ?? '');
            if (made.status === 201) merges.push(made.body.id);
          }
          const now = await aging();
          expect(now.totals).toEqual(start.totals);
          const cents = now.rows.filter((row) => ids.includes(row.key)).map((row) => Number(row.total));
          expect(cents.reduce((sum, one) => sum + one, 0)).toBe(31); // each invoice a power of two: none twice, none lost
        }
        for (const id of merges.reverse()) await undo(id);
        expect((await aging()).rows).toEqual(start.rows);
      }),
      { numRuns: 8 },
    );
  });
});
