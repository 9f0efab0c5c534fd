/** Every act on the ledger as data: what the API takes, what waits as pending, what a scenario says. */
import type { LocalDate } from '@quittance/core/calendar';
import type { AdjustmentKind } from '@quittance/core/ledger';
import type { CommandTx } from '../../platform/command/index.ts';
import { survivorOf } from '../customers/index.ts';
import { type AllocationDraft, adjustItem, applyCredits, changeDueDate, identifyReceipt } from './acts.usecase.ts';
import { type DocumentDraft, postDocuments } from './documents.usecase.ts';
import { reverseEntry } from './reversals.usecase.ts';

interface Dated {
  /** Today when absent. */
  readonly effectiveOn?: LocalDate | undefined;
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
}

export type LedgerAct =
  | { readonly kind: 'document'; readonly document: DocumentDraft }
  | ({ readonly kind: 'application'; readonly allocations: readonly AllocationDraft[] } & Dated)
  | ({
      readonly kind: 'adjustment';
      readonly itemId: string;
      readonly adjustment: AdjustmentKind;
      readonly amountMinor: bigint;
    } & Dated)
  | ({ readonly kind: 'due_date_change'; readonly itemId: string; readonly dueOn: LocalDate } & Dated)
  | ({ readonly kind: 'identification'; readonly itemId: string; readonly customerId: string } & Dated)
  | {
      readonly kind: 'reversal';
      readonly entryId: string;
      readonly amountMinor?: bigint | undefined;
      readonly effectiveOn?: LocalDate | undefined;
      readonly withDependents: boolean;
      readonly reason: string;
    };

export interface ActResult {
  /** The entries written, the act's own first among equals. */
  readonly entryIds: readonly string[];
  /** The items opened, for a document. */
  readonly itemIds: readonly string[];
}

/** Carries out an act now. Throws the refusals of the use case it calls. */
export async function performAct(tx: CommandTx, act: LedgerAct): Promise<ActResult> {
  tx.audit({ action: `ledger.${act.kind}`, subjectKind: 'command', subjectId: tx.commandId, after: act });
  switch (act.kind) {
    case 'document': {
      // Also of an act that waited: the customer may have been merged meanwhile.
      const document = { ...act.document, customerId: await survivorOf(tx, act.document.customerId) };
      const posted = await postDocuments(tx, [document], { commandId: tx.commandId, batchId: null });
      return { entryIds: posted.map((one) => one.entryId), itemIds: posted.flatMap((one) => one.itemIds) };
    }
    case 'application':
      return { entryIds: await applyCredits(tx, act.allocations, dated(tx, act)), itemIds: [] };
    case 'adjustment': {
      const adjustment = { itemId: act.itemId, kind: act.adjustment, amountMinor: act.amountMinor };
      return { entryIds: [await adjustItem(tx, adjustment, dated(tx, act))], itemIds: [] };
    }
    case 'due_date_change':
      return { entryIds: [await changeDueDate(tx, act, dated(tx, act))], itemIds: [] };
    case 'identification':
      return { entryIds: [await identifyReceipt(tx, act, dated(tx, act))], itemIds: [] };
    case 'reversal':
      return { entryIds: await reverseEntry(tx, act), itemIds: [] };
  }
}

/** The day an act asks to take effect on; undefined means today (or, for a reversal, the original's). */
export function effectiveDay(act: LedgerAct): LocalDate | undefined {
  return act.kind === 'document' ? act.document.issuedOn : act.effectiveOn;
}

function dated(tx: CommandTx, act: Dated) {
  return { effectiveOn: act.effectiveOn ?? tx.today, reason: act.reason, note: act.note };
}
