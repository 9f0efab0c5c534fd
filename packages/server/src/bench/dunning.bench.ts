/**
 * A dunning run over 100,000 open items of 4,000 customers, about 27,000 of them overdue: what it would do, and the run itself until
 * every letter is written and on its way. Floor: the bare SQL select of the overdue rows.
 */
import { addDays } from '@quittance/core/calendar';
import { USUAL_STRATEGY } from '@quittance/core/strategies';
import { benchedDunning, type DunningFigures } from '../modules/collections/index.ts';
import { addMailbox } from '../modules/correspondence/index.ts';
import { runCommand } from '../platform/command/index.ts';
import { newId } from '../platform/ids.ts';
import { type BenchBook, postInvoices } from './bench-book.ts';

export interface DunningBench extends DunningFigures {
  readonly openItems: number;
  readonly overdueItems: number;
  readonly floorMs: number;
}

const ITEMS = 100_000;
const CUSTOMERS = 4_000;
/** Of every hundred items, so many are overdue. */
const OVERDUE_PERCENT = 27;

export async function benchDunning(book: BenchBook): Promise<DunningBench> {
  const today = await book.database.read(book.scope, async (tx) => tx.today);
  const customerIds = book.customerIds.slice(0, CUSTOMERS);
  await postInvoices(book, ITEMS, (index) => {
    const isOverdue = (index * 7) % 100 < OVERDUE_PERCENT;
    const dueOn = addDays(today, isOverdue ? -(6 + (index % 90)) : 40 + (index % 60));
    return {
      kind: 'invoice',
      number: `DUN${index}`,
      customerId: customerIds[index % CUSTOMERS] ?? '',
      currency: 'EUR',
      issuedOn: addDays(today, -120),
      instalments: [{ dueOn, amountMinor: BigInt(1_000 + ((index * 7_919) % 1_000_000)) }],
    };
  });
  await runCommand(book.database, book.scope, { action: 'bench.mailbox', body: null }, async (tx) => {
    const smtp = { host: '127.0.0.1', port: 25, security: 'none', user: null, passwordFrom: null } as const;
    const mailbox = { name: 'Bench', address: 'ar@bench.example', smtp, imap: null, hasAddressTokens: false };
    return addMailbox(tx, { ...mailbox, authority: null, isDefault: true, isEnabled: true });
  });
  await book.owner.query("update customer set email = 'ap' || number || '@customer.example' where company_id = $1", [
    book.scope.company.id,
  ]);
  await book.owner.query(
    `insert into bank_statement (company_id, id, batch_id, account, closing_on, footing, line_count) values ($1, $2, $3, 'DE1', $4, 'ok', 0)`,
    [book.scope.company.id, newId(), newId(), today],
  );
  await book.owner.query('analyze');
  const floor = await floorOf(book, today);
  const figures = await benchedDunning(book.database, book.scope, [USUAL_STRATEGY]);
  return { openItems: ITEMS, ...floor, ...figures };
}

async function floorOf(book: BenchBook, today: string): Promise<{ overdueItems: number; floorMs: number }> {
  const startedAt = performance.now();
  const { rows } = await book.owner.query(
    `select id, customer_id, number, issued_on, due_on, currency, amount_minor, open_minor from item
      where company_id = $1 and open_minor > 0 and account = 'receivable' and due_on < $2`,
    [book.scope.company.id, today],
  );
  return { overdueItems: rows.length, floorMs: Math.round(performance.now() - startedAt) };
}
