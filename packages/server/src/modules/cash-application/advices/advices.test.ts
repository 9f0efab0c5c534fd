import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFile, startUndoing, undoBatch } from '../../intake/index.ts';
import { type CashBook, openCashBook } from '../cash-application.fixture.ts';
import { applyUnapplied } from '../runs/apply-unapplied.usecase.ts';

let book: CashBook;
let alder: string;
beforeEach(async () => {
  book = await openCashBook();
  alder = await book.addCustomer('C-1', 'Alder Foods Ltd');
  await book.owe({ customerId: alder, number: '4711001', amount: '100.00' });
  await book.owe({ customerId: alder, number: '4711002', amount: '50.00' });
  // two more with the receipt's amount: the amount alone tells nothing
  await book.owe({ customerId: alder, number: '4711003', amount: '150.00' });
  await book.owe({ customerId: alder, number: '4711004', amount: '150.00' });
});
afterEach(() => book.drop());

async function* text(...lines: string[]): AsyncGenerator<Uint8Array> {
  yield Buffer.from(lines.join('\n'));
}

const bring = (name: string, ...lines: string[]) =>
  importFile(book.database, book.scope, { fileName: name, content: text(...lines), upTo: 'all' });
const run = () => applyUnapplied(book.database, book.scope);

const ADVICE = [
  'Payer: ALDER FOODS LTD',
  'Payment date: 2026-11-20',
  'Invoice;Gross;Paid',
  '4711001;100,00;100,00',
  '4711002;50,00;50,00',
  'Total;;150,00',
];

describe('an advice that was dropped on the imports page', () => {
  it('posts the receipt that came before it, which nothing else told', async () => {
    const receipt = await book.receive({ amount: '150.00', payer: 'ALDER FOODS LTD' });
    await run();
    expect((await book.decision(receipt)).state).toBe('waiting');
    const { batch } = await bring('advice.csv', ...ADVICE);
    expect(batch).toMatchObject({ kind: 'remittance', status: 'posted', added: 2, refused: 0 });
    await run();
    const decision = await book.decision(receipt);
    expect(decision).toMatchObject({ state: 'posted', rule: 'advice_lists_the_items' });
    expect(decision.sentence).toContain('advice of 2026-11-20 lists 2 open items');
    expect(decision.allocations.map(({ number }) => number)).toEqual(['4711001', '4711002']);
    expect(await book.broken()).toEqual([]);
  });

  it('posts the receipt that comes after it', async () => {
    await bring('advice.csv', ...ADVICE);
    await run();
    const receipt = await book.receive({ amount: '150.00', payer: 'ALDER FOODS LTD' });
    await run();
    expect((await book.decision(receipt)).state).toBe('posted');
  });

  it('that is undone is told of no receipt any more', async () => {
    const { batch } = await bring('advice.csv', ...ADVICE);
    await book.database.write(book.scope, (tx) => startUndoing(tx, batch.id));
    await undoBatch(book.database, book.scope, { id: batch.id, reason: 'not ours', withDependents: false });
    const receipt = await book.receive({ amount: '150.00', payer: 'ALDER FOODS LTD' });
    await run();
    const { state, evidence } = await book.decision(receipt);
    expect(state).toBe('waiting');
    expect(evidence.map(({ kind }) => kind)).not.toContain('advice');
  });
});
