import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../../platform/database/sql.ts';
import { type CashBook, openCashBook } from '../cash-application.fixture.ts';
import { applyUnapplied } from '../runs/apply-unapplied.usecase.ts';
import { refreshNameKeys } from './facts.ts';
import { findNearNames } from './near-names.ts';

let book: CashBook;
beforeEach(async () => {
  book = await openCashBook();
});
afterEach(() => book.drop());

const apply = () => applyUnapplied(book.database, book.scope, {});

describe('a payer whose name is nearly a customer’s', () => {
  it('posts with an amount that nothing else has', async () => {
    const customerId = await book.addCustomer('C-1', 'Kruger Lebensmittel GmbH');
    await book.addCustomer('C-2', 'Nordwind Papier AG');
    await book.owe({ customerId, number: '4711001', amount: '812.63' });
    await book.owe({ customerId, number: '4711002', amount: '377.95' });
    const misspelt = await book.receive({ amount: '812.63', payer: 'KRUGER LEBENSMITEL' });
    await apply();
    const decision = await book.decision(misspelt);
    expect(decision).toMatchObject({ state: 'posted', rule: 'unique_amount_by_known_payer' });
    expect(decision.sentence).toContain("the payer's name is nearly that of C-1");
  });

  it('is not taken for one when there is no likeness', async () => {
    const customerId = await book.addCustomer('C-1', 'Kruger Lebensmittel GmbH');
    await book.owe({ customerId, number: '4711001', amount: '812.63' });
    const stranger = await book.receive({ amount: '812.63', payer: 'HAFENBAU OST' });
    await apply();
    expect((await book.decision(stranger)).state).toBe('waiting');
  });

  it('is looked for among the names as they are now', async () => {
    const customerId = await book.addCustomer('C-1', 'Kruger Lebensmittel GmbH');
    const near = async (): Promise<string[]> => {
      await book.database.write(book.scope, refreshNameKeys);
      const found = await book.read((tx) => findNearNames(tx, ['KRUGER LEBENSMITEL']));
      return found.filter(({ likeness }) => likeness > 50).map(({ customerNumber }) => customerNumber);
    };
    expect(await near()).toEqual(['C-1']);
    await book.run((tx) => tx.run(sql`update customer set name = 'Hansa Bau' where id = ${customerId}`));
    expect(await near()).toEqual([]);
  });

  it('is told of the survivor when the record with that name was merged', async () => {
    const survivor = await book.addCustomer('C-1', 'Hansa Bau');
    const duplicate = await book.addCustomer('C-2', 'Kruger Lebensmittel GmbH');
    await book.merge(duplicate, survivor);
    await book.owe({ customerId: survivor, number: '4711001', amount: '812.63' });
    const misspelt = await book.receive({ amount: '812.63', payer: 'KRUGER LEBENSMITEL' });
    await apply();
    expect(await book.decision(misspelt)).toMatchObject({ state: 'posted', customerId: survivor });
  });
});
