/**
 * A process that posts to the embedded database of a directory until it is killed, for the test that kills it. Each command
 * has a key; its number is written to a file, synchronously, once the command was answered.
 */
import { appendFileSync } from 'node:fs';
import { localDate } from '@quittance/core/calendar';
import { type CommandTx, runCommand } from '../../../platform/command/index.ts';
import { openDatabase } from '../../../platform/database/open.ts';
import { applicationPool } from '../../../platform/database/pool.ts';
import { Database, type Scope } from '../../../platform/database/transaction.ts';
import { applyCredits, type DocumentDraft, documentPoster, postDocuments } from '../index.ts';

export interface Orders {
  readonly dataDir: string;
  readonly acknowledged: string;
  readonly scope: Scope;
  readonly customerId: string;
  readonly today: string;
  readonly first: number;
  /** Documents posted by one command, in one transaction: all or nothing. None when the commands are small ones. */
  readonly bulk: number;
}

const WRITERS = 4;

/** What a command of that number does: an invoice of 10.00 and as many cents, a receipt of the same, the half applied. */
export function smallCommand(orders: Orders, number: number) {
  return {
    key: `small ${number}`,
    action: 'post',
    body: number,
    work: async (tx: CommandTx) => {
      const draft = (kind: 'invoice' | 'receipt'): DocumentDraft =>
        documentOf(orders, kind, `${number}`, 1000n + BigInt(number));
      const [invoice, receipt] = await postDocuments(tx, [draft('invoice'), draft('receipt')], {
        commandId: tx.commandId,
        batchId: null,
      });
      const allocation = {
        creditItemId: receipt?.itemIds[0] ?? '',
        debitItemId: invoice?.itemIds[0] ?? '',
        amountMinor: 500n,
      };
      return applyCredits(tx, [allocation], { effectiveOn: localDate(orders.today) });
    },
  };
}

export function bulkCommand(orders: Orders, number: number) {
  return {
    key: `bulk ${number}`,
    action: 'post in bulk',
    body: number,
    work: async (tx: CommandTx) => {
      const poster = await documentPoster(tx, ['EUR'], { commandId: tx.commandId, batchId: null });
      for (let row = 0; row < orders.bulk; row++) {
        poster.add(documentOf(orders, 'invoice', `B${number}-${row}`, 1000n));
        if (poster.isFull()) await poster.flush();
      }
      await poster.flush();
      return orders.bulk;
    },
  };
}

function documentOf(orders: Orders, kind: 'invoice' | 'receipt', number: string, amountMinor: bigint): DocumentDraft {
  const today = localDate(orders.today);
  const { customerId } = orders;
  return { kind, number, customerId, currency: 'EUR', issuedOn: today, instalments: [{ dueOn: today, amountMinor }] };
}

export function send(database: Database, orders: Orders, number: number): Promise<unknown> {
  const { work, ...command } = (orders.bulk > 0 ? bulkCommand : smallCommand)(orders, number);
  return runCommand<unknown>(database, orders.scope, command, work);
}

async function postUntilKilled(orders: Orders): Promise<void> {
  const handle = await openDatabase({ dataDir: orders.dataDir });
  const database = new Database(await applicationPool(handle.connection, WRITERS));
  let next = orders.first;
  const writer = async () => {
    for (;;) {
      const number = next++;
      await send(database, orders, number);
      appendFileSync(orders.acknowledged, `${number}\n`);
    }
  };
  process.stdout.write('posting\n');
  await Promise.all(Array.from({ length: orders.bulk > 0 ? 1 : WRITERS }, writer));
}

const given = process.env.QUITTANCE_KILL_ORDERS;
if (given !== undefined) await postUntilKilled(JSON.parse(given) as Orders);
