/** One part of a working day, entered by one person in one transaction through the ledger's own use cases. */
import type { LocalDate } from '@quittance/core/calendar';
import {
  type AllocationDraft,
  applyCredits,
  type DocumentDraft,
  performAct,
  performOrWait,
  placeHold,
  postDocuments,
} from '../../modules/ledger/index.ts';
import type { CommandTx } from '../../platform/command/index.ts';
import type { DemoDocument } from '../history/documents.ts';
import type { DemoAct, DemoAllocation, DemoReceipt } from '../history/events.ts';
import type { Registry } from './registry.ts';

export interface SlotWork {
  readonly on: LocalDate;
  readonly acts: readonly DemoAct[];
}

/** Documents first, then what was found out about receipts, then applications in bulk, then single acts on items. */
export async function performSlot(tx: CommandTx, work: SlotWork, registry: Registry): Promise<null> {
  await openDocuments(tx, work.acts, registry);
  for (const act of work.acts) {
    if (act.kind === 'identification' || act.kind === 'undo_application' || act.kind === 'return') {
      await performOne(tx, act, { on: work.on, registry });
    }
  }
  await applyAll(tx, work.acts, registry);
  for (const act of work.acts) {
    if (
      act.kind === 'adjustment' ||
      act.kind === 'due_date_change' ||
      act.kind === 'hold' ||
      act.kind === 'post_dated_receipt'
    ) {
      await performOne(tx, act, { on: work.on, registry });
    }
  }
  return null;
}

async function openDocuments(tx: CommandTx, acts: readonly DemoAct[], registry: Registry): Promise<void> {
  const drafts = acts.flatMap((act): DocumentDraft[] => {
    if (act.kind === 'documents') return act.documents.map((document) => documentDraft(document, registry));
    return act.kind === 'receipt' ? [receiptDraft(act.receipt, registry)] : [];
  });
  if (drafts.length === 0) return;
  const posted = await postDocuments(tx, drafts, { commandId: tx.commandId, batchId: null });
  drafts.forEach((draft, index) => {
    const opened = posted[index];
    if (opened) registry.noteDocument(draft.number, opened);
  });
  const after = { documents: drafts.length };
  tx.audit({ action: 'ledger.document', subjectKind: 'command', subjectId: tx.commandId, after });
}

function documentDraft(document: DemoDocument, registry: Registry): DocumentDraft {
  const { kind, number, currency, issuedOn, instalments, terms } = document;
  return {
    kind,
    number,
    customerId: registry.customerId(document.customer),
    currency,
    issuedOn,
    instalments,
    terms,
    purchaseOrder: document.purchaseOrder ?? undefined,
    orderNumber: document.orderNumber ?? undefined,
    deliveryNote: document.deliveryNote ?? undefined,
    reference: document.reference ?? undefined,
  };
}

function receiptDraft({ line, customer }: DemoReceipt, registry: Registry): DocumentDraft {
  return {
    kind: 'receipt',
    number: line.reference,
    customerId: customer === null ? registry.unidentifiedId : registry.customerId(customer),
    currency: line.currency,
    issuedOn: line.bookedOn,
    instalments: [{ dueOn: line.bookedOn, amountMinor: line.amountMinor }],
    reference: line.structuredReference ?? line.endToEndId ?? undefined,
    note: [line.payerName, ...line.textLines].join(' | '),
  };
}

async function applyAll(tx: CommandTx, acts: readonly DemoAct[], registry: Registry): Promise<void> {
  const byDay = new Map<LocalDate, DemoAllocation[]>();
  for (const act of acts) {
    if (act.kind !== 'application') continue;
    const own = byDay.get(act.effectiveOn);
    if (own) own.push(...act.allocations);
    else byDay.set(act.effectiveOn, [...act.allocations]);
  }
  for (const [effectiveOn, allocations] of byDay) {
    const drafts = allocations.map((allocation) => allocationDraft(allocation, registry));
    const entryIds = await applyCredits(tx, drafts, { effectiveOn });
    allocations.forEach((allocation, index) => {
      const entryId = entryIds[index];
      if (entryId !== undefined) registry.noteApplication(allocation.credit.number, entryId);
    });
    const after = { effectiveOn, applications: drafts.length };
    tx.audit({ action: 'ledger.application', subjectKind: 'command', subjectId: tx.commandId, after });
  }
}

function allocationDraft(allocation: DemoAllocation, registry: Registry): AllocationDraft {
  const { credit, debit, amountMinor, creditAmountMinor, adjustments } = allocation;
  return {
    creditItemId: registry.itemId(credit),
    debitItemId: registry.itemId(debit),
    amountMinor,
    creditAmountMinor,
    adjustments,
  };
}

type SingleAct = Exclude<DemoAct, { kind: 'documents' | 'receipt' | 'application' }>;

async function performOne(
  tx: CommandTx,
  act: SingleAct,
  { on, registry }: { readonly on: LocalDate; readonly registry: Registry },
): Promise<void> {
  switch (act.kind) {
    case 'identification': {
      const itemId = registry.itemId({ number: act.receipt, instalment: 0 });
      const customerId = registry.customerId(act.customer);
      await performAct(tx, { kind: 'identification', itemId, customerId, effectiveOn: on });
      return;
    }
    case 'undo_application': {
      const entryId = registry.applicationEntryId(act.receipt);
      await performAct(tx, { kind: 'reversal', entryId, withDependents: true, reason: act.reason });
      return;
    }
    case 'return': {
      const entryId = registry.openingEntryId(act.receipt);
      await performAct(tx, { kind: 'reversal', entryId, effectiveOn: on, withDependents: true, reason: act.reason });
      return;
    }
    case 'adjustment': {
      const itemId = registry.itemId(act.item);
      const { adjustment, amountMinor, reason } = act;
      await performAct(tx, { kind: 'adjustment', itemId, adjustment, amountMinor, effectiveOn: on, reason });
      return;
    }
    case 'due_date_change': {
      const itemId = registry.itemId(act.item);
      await performAct(tx, { kind: 'due_date_change', itemId, dueOn: act.dueOn, effectiveOn: on, reason: act.reason });
      return;
    }
    case 'post_dated_receipt': {
      await performOrWait(tx, { kind: 'document', document: receiptDraft(act.receipt, registry) });
      return;
    }
    case 'hold': {
      const holdId = await placeHold(tx, {
        kind: act.hold,
        customerId: registry.customerId(act.customer),
        itemId: act.item === null ? undefined : registry.itemId(act.item),
        amountMinor: act.amountMinor ?? undefined,
        untilOn: act.untilOn ?? undefined,
        reason: act.reason,
      });
      tx.audit({ action: 'ledger.hold', subjectKind: 'hold', subjectId: holdId, reason: act.reason });
      return;
    }
  }
}
