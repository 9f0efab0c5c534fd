import { localDate } from '@quittance/core/calendar';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  importFile,
  postBatch,
  readBatch,
  setMapping,
  startPosting,
  startUndoing,
  undoBatch,
} from '../../intake/index.ts';
import { type CashBook, openCashBook } from '../cash-application.fixture.ts';
import { applyUnapplied } from '../runs/apply-unapplied.usecase.ts';
import { endAdviceWaits } from './end-waits.usecase.ts';

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
  importFile(book, book.scope, { fileName: name, content: text(...lines), upTo: 'all' });
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

  it.each([
    ['a stranger’s items alone', '4799001;90,00;90,00', '4799002;60,00;60,00'],
    ['a stranger’s item among the payer’s own', '4711001;100,00;100,00', '4799003;50,00;50,00'],
  ])(
    'in the name of a payer we know, by name and amount, that lists %s posts nothing: anyone may mail it',
    async (_, ...lines) => {
      const stranger = await book.addCustomer('C-2', 'Brook Trading Ltd');
      await book.owe({ customerId: stranger, number: '4799001', amount: '90.00' });
      await book.owe({ customerId: stranger, number: '4799002', amount: '60.00' });
      await book.owe({ customerId: stranger, number: '4799003', amount: '50.00' });
      await bring('advice.csv', ...ADVICE.slice(0, 3), ...lines, 'Total;;150,00');
      const receipt = await book.receive({ amount: '150.00', payer: 'ALDER FOODS LTD' });
      await run();
      const { state, evidence } = await book.decision(receipt);
      expect(state).toBe('waiting');
      expect(evidence.map(({ kind }) => kind)).toContain('advice_for_others');
    },
  );

  it('that is undone is told of no receipt any more', async () => {
    const { batch } = await bring('advice.csv', ...ADVICE);
    await book.database.write(book.scope, (tx) => startUndoing(tx, batch.id));
    await undoBatch(book, book.scope, { id: batch.id, reason: 'not ours', withDependents: false });
    const receipt = await book.receive({ amount: '150.00', payer: 'ALDER FOODS LTD' });
    await run();
    const { state, evidence } = await book.decision(receipt);
    expect(state).toBe('waiting');
    expect(evidence.map(({ kind }) => kind)).not.toContain('advice');
  });

  it('that the bank tells with the line itself (camt, lockbox) places parts on the items it names', async () => {
    const documents = JSON.stringify([
      { number: '4711001', amountMinor: '6000', currency: 'EUR' },
      { number: '4711002', amountMinor: '5000', currency: 'EUR' },
    ]);
    const receipt = await book.receive({ amount: '110.00', payer: 'AF', documents });
    await run();
    const { allocations, state } = await book.decision(receipt);
    expect(state).toBe('posted');
    expect(allocations.map(({ number, amountMinor }) => [number, amountMinor])).toEqual([
      ['4711001', 6000n],
      ['4711002', 5000n],
    ]);
  });

  it('is waited for when the payer usually sends one: an amount alone posts only when the wait is over', async () => {
    for (const month of ['08', '09']) {
      await bring(
        `advice-${month}.csv`,
        'Payer: ALDER FOODS LTD',
        `Payment date: 2026-${month}-15`,
        'Invoice;Paid',
        `99${month}001;10,00`,
      );
    }
    await book.owe({ customerId: alder, number: '4711005', amount: '77.70' });
    const receipt = await book.receive({ amount: '77.70', payer: 'ALDER FOODS LTD' });
    await run();
    const waiting = await book.decision(receipt);
    expect(waiting.state).toBe('waiting');
    expect(waiting.evidence).toContainEqual(
      expect.objectContaining({ kind: 'advice_awaited', params: { until: '2026-11-23' } }),
    );
    await endAdviceWaits(book.database, book.scope);
    expect((await book.decision(receipt)).state).toBe('waiting');
    book.setToday(localDate('2026-11-24'));
    await endAdviceWaits(book.database, book.scope);
    expect((await book.decision(receipt)).state).toBe('posted');
  });

  it('is waited for when the text announces one, though this payer never sent any', async () => {
    await book.owe({ customerId: alder, number: '4711006', amount: '88.80' });
    const receipt = await book.receive({ amount: '88.80', payer: 'ALDER FOODS LTD', text: 'LT. AVIS' });
    await run();
    const waiting = await book.decision(receipt);
    expect(waiting.state).toBe('waiting');
    expect(waiting.evidence).toContainEqual(expect.objectContaining({ kind: 'advice_announced' }));
    expect(waiting.evidence).toContainEqual(expect.objectContaining({ kind: 'advice_awaited' }));
  });

  it('is read next time as a person said of this payer', async () => {
    const lines = ['Payer: ALDER FOODS LTD', 'Ref A;Ref B;W1', 'X;4711001;100,00', 'Y;4711002;50,00'];
    const mapping = {
      kind: 'remittance' as const,
      columns: { itemNumber: 'Ref B', paid: 'W1' },
      constants: {},
      decimalMark: 'comma' as const,
      dateOrder: null,
      filters: [],
      payer: 'ALDER FOODS',
    };
    const first = await importFile(book, book.scope, {
      fileName: 'layout.csv',
      kind: 'remittance',
      content: text(...lines),
      upTo: 'preview',
    });
    expect(first.batch).toMatchObject({ added: 0, header: ['Ref A', 'Ref B', 'W1'] });
    await setMapping(book.database, book.scope, first.batch.id, { ...mapping, ...payerOf(first.batch.mapping) });
    await readBatch(book, book.scope, first.batch.id);
    await book.database.write(book.scope, (tx) => startPosting(tx, first.batch.id, 'all'));
    await postBatch(book, book.scope, first.batch.id, 'all');
    const next = await importFile(book, book.scope, {
      fileName: 'next.csv',
      kind: 'remittance',
      content: text(...lines.slice(0, 2), 'Z;4711003;150,00'),
      upTo: 'all',
    });
    expect(next.batch).toMatchObject({ status: 'posted', added: 1 });
  });
});

/** As the file named the payer. */
function payerOf(mapping: object | null): { payer?: string } {
  return mapping !== null && 'payer' in mapping && typeof mapping.payer === 'string' ? { payer: mapping.payer } : {};
}
