/**
 * Who owns the database can switch every guard off. What they change is found: `verify` names the invariant that broke.
 * Each case changes a ledger of its own.
 */

import { localDate } from '@quittance/core/calendar';
import type pg from 'pg';
import { describe, expect, it } from 'vitest';
import { runClosingCommand } from '../../../platform/command/index.ts';
import { ownerPool } from '../../../platform/database/pool.ts';
import { createTestDatabase } from '../../../platform/testing/database.ts';
import { openTestBook } from '../../../platform/testing/ledger-book.ts';
import { closePeriod, sealEntries } from '../index.ts';
import { posterAt } from './poster.ts';

/** A ledger with a re-dated invoice, an application of it, partly undone, a write-off, a closed month; all sealed. */
async function withLedger(work: (owner: pg.Pool, broken: () => Promise<string[]>) => Promise<void>): Promise<void> {
  const database = await createTestDatabase();
  const book = await openTestBook(database.connection, { today: localDate('2026-03-10') });
  const owner = ownerPool(database.connection, 1);
  try {
    const post = posterAt(book);
    const customerId = await book.addCustomer('C1');
    const invoice = await post.invoice({ customerId, issuedOn: '2026-01-10', dueOn: '2026-02-09', number: 'I1' });
    const receipt = await post.receipt({ customerId, issuedOn: '2026-01-20', number: 'R1' });
    await post.redate(invoice, '2026-02-28', '2026-01-15');
    const application = await post.apply(receipt, invoice, 6_000n, '2026-01-20');
    await post.undo(application, { amountMinor: 1_000n });
    await post.adjust(invoice, 'write_off', 500n, '2026-01-25');
    await runClosingCommand(book.database, book.scope, { action: 'close', body: null }, (tx) =>
      closePeriod(tx, localDate('2026-01-31'), []),
    );
    await post.invoice({ customerId, issuedOn: '2026-03-01', number: 'I2' });
    await book.database.write(book.scope, sealEntries);
    expect(await post.broken()).toEqual([]);
    await owner.query('set session_replication_role = replica');
    await work(owner, async () => (await post.broken()).map((one) => one.invariant));
  } finally {
    await owner.end();
    await book.close();
    await database.drop();
  }
}

const OF_I2 = "(select opening_entry_id from document where number = 'I2')";
const SEAL = 'seals_fit_their_entries';

const tampering: [what: string, invariant: string, statements: string][] = [
  [
    'a posting is raised',
    'entries_balance_in_each_currency',
    "update posting set amount_minor = amount_minor + 1 where account = 'bad_debt'",
  ],
  [
    'a functional amount is raised',
    'entries_balance_in_functional',
    "update posting set functional_minor = functional_minor + 1 where account = 'bad_debt'",
  ],
  [
    'both sides of a write-off are raised',
    'item_open_is_the_sum_of_its_postings',
    "update posting set amount_minor = amount_minor * 2, functional_minor = functional_minor * 2 where entry_id = (select id from entry where kind = 'write_off')",
  ],
  ['a write-off becomes a deduction', SEAL, "update posting set account = 'deduction' where account = 'bad_debt'"],
  [
    'an entry takes effect a day earlier',
    SEAL,
    `update entry set effective_on = effective_on - 1 where id = ${OF_I2}; update posting set effective_on = effective_on - 1 where entry_id = ${OF_I2}`,
  ],
  [
    'an entry is recorded a second earlier',
    SEAL,
    `update entry set recorded_at = recorded_at - interval '1 second' where id = ${OF_I2}; update posting set recorded_at = recorded_at - interval '1 second' where entry_id = ${OF_I2}`,
  ],
  ['somebody else did it', SEAL, `update entry set actor_id = gen_random_uuid() where id = ${OF_I2}`],
  ['for another reason', SEAL, "update entry set reason = 'none' where reverses_entry_id is not null"],
  [
    'a posting stands on another due date',
    'item_stands_on_one_customer_and_due_date',
    `update posting set due_on = due_on + 30 where entry_id = ${OF_I2} and item_id is not null`,
  ],
  ['a posting is gone', 'entries_have_their_postings', "delete from posting where account = 'bad_debt'"],
  [
    'an application is gone',
    'item_open_is_the_sum_of_its_postings',
    "delete from posting where entry_id in (select id from entry where kind = 'application'); delete from entry where kind = 'application'",
  ],
  [
    'a document is gone without a trace',
    SEAL,
    `delete from posting where entry_id = ${OF_I2}; delete from entry where id = ${OF_I2}; delete from item where number = 'I2'; delete from document where number = 'I2'`,
  ],
  [
    'an item says more is open',
    'item_open_is_the_sum_of_its_postings',
    "update item set settled_minor = settled_minor - 1 where number = 'I1'",
  ],
  [
    'an item says it carries more',
    'item_open_is_the_sum_of_its_postings',
    "update item set settled_functional_minor = settled_functional_minor - 1 where number = 'I1'",
  ],
  [
    'an item says it is due later',
    'item_stands_on_one_customer_and_due_date',
    "update item set due_on = due_on + 30 where number = 'I1'",
  ],
  [
    'a document says less',
    'documents_are_the_sum_of_their_items',
    "update document set amount_minor = amount_minor - 1 where number = 'I1'",
  ],
  ['more may be undone', 'undone_is_never_above_the_original', 'update entry_undo set undone_minor = 0'],
  ['a move is forgotten', 'moves_are_in_their_postings', 'delete from item_position'],
  ['a move went elsewhere', 'moves_are_in_their_postings', 'update item_position set due_on = due_on + 1'],
  [
    'a month-end balance is raised',
    'month_end_balances_are_the_postings',
    'update month_end_balance set amount_minor = amount_minor + 1',
  ],
  [
    'a closed month was known later',
    'month_end_balances_are_the_postings',
    "update month_end_snapshot set known_at = '2026-01-01'",
  ],
  ['a change leaves no audit line', 'changes_are_in_the_audit_trail', 'delete from audit_event'],
  ['a seal is exchanged', SEAL, "update seal set hash = repeat('0', 64)"],
  [
    'a post into a closed month',
    'closed_periods_stay_as_they_were_closed',
    `update entry set effective_on = '2026-01-20' where id = ${OF_I2}; update posting set effective_on = '2026-01-20' where entry_id = ${OF_I2}`,
  ],
];

describe('tampering with the tables, all guards off', () => {
  it.each(tampering)('%s: found as %s', async (_what, invariant, statements) => {
    await withLedger(async (owner, broken) => {
      await owner.query(statements);
      expect(await broken()).toContain(invariant);
    });
  });
});
