import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApprovalsDesk, at, eur, openApprovalsDesk } from './approvals.fixture.ts';

let desk: ApprovalsDesk;
beforeAll(async () => {
  desk = await openApprovalsDesk();
});
afterAll(() => desk.close());

describe('money about which a request waits', () => {
  it('stays where it is until somebody decides or the request is withdrawn: at the desk and in the ledger', async () => {
    const { ada, customerId } = desk;
    const receipt = await desk.receipt('R-waits', '100.00');
    const invoice = await desk.invoice('I-waits', '100.00');
    const apply = () =>
      ada.send('POST', at(`/receipts/${receipt}/apply`), {
        customerId,
        allocations: [{ itemId: invoice, amount: eur('60.00') }],
      });
    expect((await apply()).status).toBe(200);
    const asked = await desk.askAs(ada, desk.refund(receipt, '40.00'));
    const acts: [string, object][] = [
      ['/receipts/:id/undo', {}],
      ['/receipts/:id/undo', { itemIds: [invoice] }],
      ['/receipts/:id/not-ours', { reason: 'the landlord’s' }],
      ['/receipts/:id/on-account', { customerId }],
      ['/receipts/:id/apply', { customerId, allocations: [{ itemId: invoice, amount: eur('40.00') }] }],
      ['/applications', { allocations: [{ creditItemId: receipt, debitItemId: invoice, amount: eur('0.01') }] }],
    ];
    for (const [path, body] of acts) {
      const { status, body: answer } = await ada.send('POST', at(path.replace(':id', receipt)), body);
      expect({ path, status, answer }).toMatchObject({
        path,
        status: 409,
        answer: { code: 'approval_waits', details: { number: 'R-waits', byName: 'Ada', waiting: eur('40.00') } },
      });
    }
    expect(await desk.openOf(receipt)).toBe('-40.00');
    expect((await desk.approveAs(desk.mia, asked.body.id)).body).toMatchObject({ state: 'posted' });
  });

  it('of an invoice of 100.00 with a write-off of 30.00 that waits, 70.00 are paid; a withdrawn request lets the rest', async () => {
    const { ada, customerId } = desk;
    const [receipt, invoice] = [await desk.receipt('R-part', '100.00'), await desk.invoice('I-part', '100.00')];
    const act = { kind: 'adjustment', itemId: invoice, adjustment: 'write_off', amount: eur('30.00') };
    const asked = await desk.askAs(desk.mia, act, 'insolvent');
    expect(asked.status).toBe(201);
    const pay = (amount: string) =>
      ada.send('POST', at(`/receipts/${receipt}/apply`), {
        customerId,
        allocations: [{ itemId: invoice, amount: eur(amount) }],
      });
    expect((await pay('70.01')).body).toMatchObject({
      code: 'approval_waits',
      details: { number: 'I-part', waiting: eur('30.00') },
    });
    expect((await pay('70.00')).status).toBe(200);
    await desk.mia.send('POST', at(`/approvals/${asked.body.id}/withdrawal`), { words: 'it was paid' });
    expect((await pay('30.00')).status).toBe(200);
    expect(await desk.openOf(invoice)).toBe('0.00');
  });
});
