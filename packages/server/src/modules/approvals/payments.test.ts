import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownerPool } from '../../platform/database/pool.ts';
import { type ApprovalsDesk, at, IBAN, openApprovalsDesk } from './approvals.fixture.ts';

let desk: ApprovalsDesk;
beforeAll(async () => {
  desk = await openApprovalsDesk();
});
afterAll(() => desk.close());

interface Shown {
  readonly id: string;
  readonly reference: string;
  readonly state: string;
  readonly account: string;
  readonly itemNumber: string;
}

let count = 0;
async function anApprovedRefund(amount = '50.00') {
  const receipt = await desk.receipt(`P-${++count}`, '100.00');
  const asked = await desk.askAs(desk.ada, desk.refund(receipt, amount));
  const approved = await desk.approveAs(desk.mia, asked.body.id);
  const [entryId] = approved.body.entryIds as string[];
  const detail = await desk.ada.get(at(`/approvals/${asked.body.id}`));
  const [payment] = detail.body.payments as Shown[];
  return { receipt, entryId: entryId ?? '', payment: payment as Shown };
}
const handOver = (...ids: string[]) => desk.ada.send('POST', at('/refund-payments/lists'), { ids });
const reverse = (entryId: string) =>
  desk.mia.send('POST', at(`/entries/${entryId}/reversal`), { reason: 'not after all', withDependents: false });

/** What a statement would bring. */
async function aDebitLine(minor: number, text: string): Promise<string> {
  const owner = ownerPool(desk.test.connection, 1);
  const { rows } = await owner.query<{ id: string }>(
    `insert into bank_line (company_id, id, batch_id, identity, booked_on, currency, amount_minor, is_reversal, documents, text_lines, disposition)
       values ($1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid()::text, '2026-03-03', 'EUR', $2, false, '[]', array[$3], 'money_out')
       returning id`,
    [desk.company.id, -minor, text],
  );
  await owner.end();
  return rows[0]?.id ?? '';
}

describe('an approved refund', () => {
  it('is due, goes to the bank in a list, and is paid by the line that says its reference', async () => {
    const { payment, entryId } = await anApprovedRefund();
    expect(payment).toMatchObject({ state: 'due', account: IBAN });
    const list = await handOver(payment.id);
    expect(list.status).toBe(201);
    const file = await desk.ada.get(at(`/refund-payments/lists/${list.body.listId}/file?payOn=2026-03-04`));
    expect(file.text).toContain(`${payment.reference};50.00;EUR;${IBAN};Neri;`);
    expect(file.text).toContain('2026-03-04');

    const other = await aDebitLine(5000, 'rent');
    const own = await aDebitLine(5000, `UEBERWEISUNG ${payment.reference} REFUND`);
    const lines = await desk.ada.get(at(`/refund-payments/${payment.id}/debit-lines`));
    expect(lines.body.rows.map((line) => [line.id, line.saysReference])).toEqual([
      [own, true],
      [other, false],
    ]);
    const paid = at(`/refund-payments/${payment.id}/paid`);
    expect((await desk.ada.send('POST', paid, {})).body.code).toBe('refund_paid_needs_a_line');
    expect((await desk.ada.send('POST', paid, { bankLineId: own })).status).toBe(204);
    expect((await reverse(entryId)).body.code).toBe('refund_is_paid_out');
  });

  it('that is reversed while it is due is not paid', async () => {
    const { payment, entryId, receipt } = await anApprovedRefund();
    expect((await reverse(entryId)).status).toBe(200);
    expect(await desk.openOf(receipt)).toBe('-100.00');
    expect((await handOver(payment.id)).body.code).toBe('refund_payment_not_due');
    const listed = await desk.ada.get(at('/refund-payments?state=cancelled'));
    expect(listed.body.rows).toMatchObject([{ id: payment.id }]);
  });

  it('that is undone in part while it is due stays due with the rest, and is paid by a line of the rest', async () => {
    const { payment, entryId, receipt } = await anApprovedRefund();
    const undo = (amount?: string) =>
      desk.mia.send('POST', at(`/entries/${entryId}/reversal`), {
        ...{ reason: 'they want some applied', withDependents: false },
        ...(amount && { amount: { amount, currency: 'EUR' } }),
      });
    expect((await undo('20.00')).status).toBe(200);
    expect((await undo('5.00')).status).toBe(200);
    expect(await desk.openOf(receipt)).toBe('-75.00');
    const due = (await desk.ada.get(at('/refund-payments?state=due'))).body.rows;
    expect(due).toMatchObject([{ id: payment.id, amount: { amount: '25.00' } }]);
    const list = await handOver(payment.id);
    const file = await desk.ada.get(at(`/refund-payments/lists/${list.body.listId}/file?payOn=2026-03-04`));
    expect(file.text).toContain(`${payment.reference};25.00;EUR`);
    expect((await undo()).body.code).toBe('refund_is_paid_out');
    await desk.ada.send('POST', at(`/refund-payments/${payment.id}/failure`), { words: 'account closed' });
    expect((await desk.ada.send('POST', at(`/refund-payments/${payment.id}/repetition`))).status).toBe(201);
    expect((await undo()).status).toBe(200);
    expect((await desk.ada.get(at('/refund-payments?state=due'))).body.rows).toEqual([]);
  });

  it('finds its line among many of the same amount, page by page', async () => {
    const { payment } = await anApprovedRefund('41.00');
    await handOver(payment.id);
    const lines: string[] = [];
    for (let at = 0; at < 25; at++) lines.push(await aDebitLine(4100, `rent ${at}`));
    const own = await aDebitLine(4100, `UEBERWEISUNG ${payment.reference}`);
    const path = `/refund-payments/${payment.id}/debit-lines?limit=10`;
    const found: string[] = [];
    for (let next: unknown = ''; next !== null; ) {
      const page = await desk.ada.get(at(next === '' ? path : `${path}&cursor=${next}`));
      found.push(...page.body.rows.map(({ id }) => String(id)));
      next = page.body.next;
    }
    expect(found[0]).toBe(own);
    expect([...found].sort()).toEqual([own, ...lines].sort());
    const last = found.at(-1);
    expect((await desk.ada.send('POST', at(`/refund-payments/${payment.id}/paid`), { bankLineId: last })).status).toBe(
      204,
    );
  });

  it('that came back is paid again to the same account, or reversed', async () => {
    const { payment, entryId } = await anApprovedRefund();
    await handOver(payment.id);
    expect((await reverse(entryId)).body.code).toBe('refund_is_paid_out');
    const failure = at(`/refund-payments/${payment.id}/failure`);
    expect((await desk.ada.send('POST', failure, { words: 'account closed' })).status).toBe(204);
    const again = await desk.ada.send('POST', at(`/refund-payments/${payment.id}/repetition`));
    expect(again.status).toBe(201);
    expect((await desk.ada.send('POST', at(`/refund-payments/${payment.id}/repetition`))).body.code).toBe(
      'refund_is_paid_once',
    );
    expect((await reverse(entryId)).status).toBe(200);
  });

  it.each([
    ['wholly', undefined],
    ['in part', { amount: '10.00', currency: 'EUR' }],
  ])('that came back and was undone %s is not paid again', async (_, amount) => {
    const { payment, entryId } = await anApprovedRefund();
    await handOver(payment.id);
    await desk.ada.send('POST', at(`/refund-payments/${payment.id}/failure`), { words: 'account closed' });
    const undone = { reason: 'not after all', withDependents: false, ...(amount && { amount }) };
    expect((await desk.mia.send('POST', at(`/entries/${entryId}/reversal`), undone)).status).toBe(200);
    const again = await desk.ada.send('POST', at(`/refund-payments/${payment.id}/repetition`));
    expect(again.body.code).toBe('refund_is_undone');
  });

  it('that came back is either undone or paid again when both are tried at once', async () => {
    for (let round = 0; round < 4; round++) {
      const { payment, entryId } = await anApprovedRefund();
      await handOver(payment.id);
      await desk.ada.send('POST', at(`/refund-payments/${payment.id}/failure`), { words: 'account closed' });
      await Promise.all([desk.ada.send('POST', at(`/refund-payments/${payment.id}/repetition`)), reverse(entryId)]);
      const due = await desk.ada.get(at('/refund-payments?state=due'));
      expect(due.body.rows.filter((one) => one.itemNumber === payment.itemNumber)).toEqual([]);
    }
  });

  it('is in one list only, also when two make lists at once', async () => {
    const { payment } = await anApprovedRefund();
    const answers = await Promise.all([handOver(payment.id), handOver(payment.id)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
  });

  it('is either undone or handed to the bank, never both, when both are tried at once', async () => {
    for (let round = 0; round < 4; round++) {
      const { payment, entryId, receipt } = await anApprovedRefund();
      const [list, undone] = await Promise.all([handOver(payment.id), reverse(entryId)]);
      expect([list, undone].filter((answer) => answer.status < 300)).toHaveLength(1);
      expect([list, undone].filter((answer) => answer.status === 409)).toHaveLength(1);
      expect(await desk.openOf(receipt)).toBe(undone.status === 200 ? '-100.00' : '-50.00');
    }
  });

  it('cannot be made into a file without saying which of our accounts pays', async () => {
    const { payment } = await anApprovedRefund();
    const list = await handOver(payment.id);
    const file = await desk.ada.get(at(`/refund-payments/lists/${list.body.listId}/file?format=pain001`));
    expect(file.body.code).toBe('own_account_missing');
  });

  it('one line of the bank pays one refund', async () => {
    const [first, second] = [await anApprovedRefund('33.00'), await anApprovedRefund('33.00')];
    await handOver(first.payment.id, second.payment.id);
    const line = await aDebitLine(3300, 'two refunds?');
    const pay = (id: string) => desk.ada.send('POST', at(`/refund-payments/${id}/paid`), { bankLineId: line });
    expect((await pay(first.payment.id)).status).toBe(204);
    expect((await pay(second.payment.id)).body.code).toBe('debit_line_does_not_fit');
  });
});

it('the books hold after all of it', async () => {
  const scope = { company: desk.company, actor: desk.test.operator };
  const invariants = await desk.test.app.services.verify(scope);
  expect(invariants.filter((one) => !one.ok)).toEqual([]);
});
