/** Short words for the acts that the proofs post, each a command of its own through the real use cases. */
import { type LocalDate, localDate } from '@quittance/core/calendar';
import type { AdjustmentKind, DocumentKind } from '@quittance/core/ledger';
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import {
  type AgingRow,
  adjustItem,
  aging,
  applyCredits,
  changeDueDate,
  identifyReceipt,
  postDocuments,
  type Reversal,
  reverseEntry,
  verify,
} from '../index.ts';

export interface Opened {
  readonly entryId: string;
  readonly itemId: string;
  readonly itemIds: readonly string[];
}

/** What a poster posts with: a test book, or any other way to run a command. */
export interface Desk {
  run<T>(work: (tx: CommandTx) => Promise<T>): Promise<T>;
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

export interface Opening {
  readonly customerId: string;
  readonly amountMinor?: bigint;
  readonly currency?: string;
  readonly issuedOn: string;
  /** The issue date when absent. */
  readonly dueOn?: string;
  readonly number?: string;
}

let documents = 0;

export function posterAt(desk: Desk) {
  const open = async (kind: DocumentKind, opening: Opening): Promise<Opened> => {
    const { customerId, currency = 'EUR', amountMinor = 10_000n, issuedOn, dueOn = issuedOn } = opening;
    const draft = {
      kind,
      number: opening.number ?? `D${++documents}`,
      customerId,
      currency,
      issuedOn: localDate(issuedOn),
      instalments: [{ dueOn: localDate(dueOn), amountMinor }],
    };
    const [posted] = await desk.run((tx) => postDocuments(tx, [draft], { commandId: tx.commandId, batchId: null }));
    const itemId = posted?.itemIds[0];
    if (!posted || itemId === undefined) throw new Error('nothing was opened');
    return { entryId: posted.entryId, itemId, itemIds: posted.itemIds };
  };
  return {
    invoice: (opening: Opening) => open('invoice', opening),
    creditNote: (opening: Opening) => open('credit_note', opening),
    receipt: (opening: Opening) => open('receipt', opening),
    async apply(credit: Opened, debit: Opened, amountMinor: bigint, on: string): Promise<string> {
      const allocation = { creditItemId: credit.itemId, debitItemId: debit.itemId, amountMinor };
      const [entryId] = await desk.run((tx) => applyCredits(tx, [allocation], { effectiveOn: localDate(on) }));
      if (entryId === undefined) throw new Error('nothing was applied');
      return entryId;
    },
    adjust: (item: Opened, kind: AdjustmentKind, amountMinor: bigint, on: string): Promise<string> =>
      desk.run((tx) => adjustItem(tx, { itemId: item.itemId, kind, amountMinor }, { effectiveOn: localDate(on) })),
    redate: (item: Opened, dueOn: string, on: string): Promise<string> =>
      desk.run((tx) =>
        changeDueDate(tx, { itemId: item.itemId, dueOn: localDate(dueOn) }, { effectiveOn: localDate(on) }),
      ),
    identify: (item: Opened, customerId: string, on: string): Promise<string> =>
      desk.run((tx) => identifyReceipt(tx, { itemId: item.itemId, customerId }, { effectiveOn: localDate(on) })),
    undo: (
      entryId: string,
      how: { amountMinor?: bigint; on?: string; withDependents?: boolean } = {},
    ): Promise<string[]> => {
      const reversal: Reversal = {
        entryId,
        amountMinor: how.amountMinor,
        effectiveOn: how.on === undefined ? undefined : localDate(how.on),
        withDependents: how.withDependents ?? false,
        reason: 'test',
      };
      return desk.run((tx) => reverseEntry(tx, reversal));
    },
    agingByCustomer: (asOf: string): Promise<readonly AgingRow[]> => agingBy('customer', localDate(asOf)),
    agingByItem: (asOf: string): Promise<readonly AgingRow[]> => agingBy('item', localDate(asOf)),
    /** The invariants that do not hold, with what breaks them: empty when the ledger is sound. */
    async broken(): Promise<{ invariant: string; failures: readonly string[] }[]> {
      const invariants = await desk.read((tx) => verify(tx));
      return invariants.filter((one) => !one.ok).map(({ invariant, failures }) => ({ invariant, failures }));
    },
  };

  async function agingBy(by: 'customer' | 'item', asOf: LocalDate): Promise<readonly AgingRow[]> {
    const answer = await desk.read((tx) => aging(tx, { asOf, by, buckets: [30, 60, 90] }));
    return answer.rows;
  }
}

export type Poster = ReturnType<typeof posterAt>;
