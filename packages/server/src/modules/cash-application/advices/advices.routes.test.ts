import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFile } from '../../intake/index.ts';
import { scanOf, tableRows } from '../../intake/reading/advices/paper.fixture.ts';
import { type CashBook, openCashBook } from '../cash-application.fixture.ts';
import { type CashRoutes, serveCashRoutes } from '../cash-routes.fixture.ts';
import { applyUnapplied } from '../runs/apply-unapplied.usecase.ts';

let book: CashBook;
let routes: CashRoutes;
let alder: string;

beforeAll(async () => {
  book = await openCashBook();
  alder = await book.addCustomer('C-1', 'Alder Foods Ltd');
  routes = await serveCashRoutes(book);
});
afterAll(async () => {
  await routes.close();
  expect(await book.broken()).toEqual([]);
  await book.drop();
});

const ask: CashRoutes['ask'] = (...asked) => routes.ask(...asked);

async function* once(content: Uint8Array | string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(content);
}

async function bring(fileName: string, content: Uint8Array | string) {
  const report = await importFile(book, book.scope, { fileName, content: once(content), upTo: 'all' });
  expect(report).toMatchObject({ refusal: null, batch: { kind: 'remittance', status: 'posted' } });
  await applyUnapplied(book.database, book.scope);
  const { body } = await ask('GET', `/advices?importId=${report.batch.id}`);
  return body.rows[0];
}

describe('advices at the cash desk', () => {
  it('one that names no payer waits; linked by hand, the receipt posts, and the lines name their items', async () => {
    await book.owe({ customerId: alder, number: '4711001', amount: '90.00' });
    const receipt = await book.receive({ amount: '88.00', payer: 'AF TRADING', number: 'R1' });
    const advice = await bring('note.csv', 'Invoice,Gross,Deduction,Reason code,Paid\n4711001,90.00,2.00,Z9,88.00\n');
    expect(advice).toMatchObject({ state: 'linked', links: [{ number: 'R1', linkedBy: 'amount' }], total: null });
    const detail = await ask('GET', `/advices/${advice.id}`);
    expect(detail.body.lines).toMatchObject([
      {
        documentNumber: '4711001',
        item: { number: '4711001', open: { amount: '90.00' } },
        adjustments: [{ code: 'Z9' }],
      },
    ]);
    const body = { receiptId: receipt, reason: 'another payer' };
    expect((await ask('POST', `/advices/${advice.id}/unlink`, body, 'auditor')).status).toBe(403);
    expect((await ask('POST', `/advices/${advice.id}/unlink`, body)).body).toMatchObject({
      state: 'waiting',
      links: [],
    });
    await applyUnapplied(book.database, book.scope);
    expect((await ask('GET', `/advices/${advice.id}`)).body.links).toEqual([]);
    const { body: offered } = await ask('GET', `/advices/${advice.id}/receipts`);
    expect(offered.rows).toMatchObject([{ number: 'R1' }]);
    const linked = await ask('POST', `/advices/${advice.id}/link`, { receiptId: receipt });
    expect(linked.body.links).toMatchObject([{ number: 'R1', linkedBy: 'person' }]);
    const decision = await book.decision(receipt);
    expect(decision.evidence.map(({ kind }) => kind)).toContain('advice');
  });

  it("a customer's own code means what somebody said of it, until it means nothing", async () => {
    const path = `/customers/${alder}/deduction-codes`;
    expect((await ask('PUT', path, { code: 'Z-9', reason: 'damage' })).body.codes).toMatchObject([
      { code: 'Z-9', reason: 'damage' },
    ]);
    expect((await ask('PUT', path, { code: 'Z-9', reason: 'withholding_tax' })).body.codes).toMatchObject([
      { reason: 'withholding_tax' },
    ]);
    expect((await ask('PUT', path, { code: 'Z-9', reason: null })).body.codes).toEqual([]);
  });

  it('a scan never posts by itself; compared with its page by a person, it does', async () => {
    await book.owe({ customerId: alder, number: 'INV-471101', amount: '1078.00' });
    await book.owe({ customerId: alder, number: 'INV-471102', amount: '22.00' });
    for (const number of ['7', '8']) await book.owe({ customerId: alder, number: `99000${number}`, amount: '1100.00' });
    const receipt = await book.receive({ amount: '1100.00', payer: 'ALDER FOODS LTD', number: 'R2' });
    const page = [
      { text: 'Payer: Alder Foods Ltd', x: 50, y: 60 },
      ...tableRows([50, 250, 400], 130, [
        ['Invoice number', 'Gross', 'Net paid'],
        ['INV-471101', '1,078.00', '1,078.00'],
        ['INV-471102', '22.00', '22.00'],
        ['Total', '', '1,100.00'],
      ]),
    ];
    const advice = await bring('scan.png', scanOf(page, -1));
    expect(advice).toMatchObject({
      isScanned: true,
      checkedBy: null,
      links: [{ number: 'R2', linkedBy: 'payer_and_amount' }],
    });
    const before = await book.decision(receipt);
    expect(before.state).toBe('waiting');
    expect(before.evidence.map(({ kind }) => kind)).toContain('advice_was_scanned');
    const { body } = await ask('GET', `/advices/${advice.id}`);
    expect(body).toMatchObject({ pages: [{ page: 1 }], lines: [{ place: { page: 1 } }, {}] });
    const picture = await ask('GET', `/advices/${advice.id}/pages/1`);
    expect(picture.body.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    expect((await ask('POST', `/advices/${advice.id}/compared`)).body.checkedBy).toBe('Test Analyst');
    expect((await book.decision(receipt)).state).toBe('posted');
  }, 60_000);
});
