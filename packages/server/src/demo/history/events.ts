/** The demo's past as acts on a ledger, each with the day and the part of the day on which somebody entered it. */
import type { LocalDate } from '@quittance/core/calendar';
import type { AdjustmentKind } from '@quittance/core/ledger';
import type { DemoCustomer } from '../customers/customers.ts';
import type { DemoBankLine } from './bank-line.ts';
import type { DemoDocument } from './documents.ts';

/** Parts of a working day, in their order: who works then, and at what minute it begins. */
export const SLOTS = {
  opening: { minute: 420, worker: 'system' },
  statement: { minute: 460, worker: 'cash_analyst' },
  desk: { minute: 630, worker: 'cash_analyst' },
  collections: { minute: 690, worker: 'collections_analyst' },
  disputes: { minute: 840, worker: 'dispute_analyst' },
  management: { minute: 960, worker: 'manager' },
  closing: { minute: 1_080, worker: 'manager' },
  billing: { minute: 1_140, worker: 'system' },
  night: { minute: 1_260, worker: 'system' },
} as const;

export type Slot = keyof typeof SLOTS;

/** An item by the number of its document and its instalment, from 0. */
export interface ItemName {
  readonly number: string;
  readonly instalment: number;
}

export interface DemoAllocation {
  readonly credit: ItemName;
  readonly debit: ItemName;
  readonly amountMinor: bigint;
  /** When the credit is in another currency. */
  readonly creditAmountMinor?: bigint;
  readonly adjustments: readonly {
    readonly kind: AdjustmentKind;
    readonly amountMinor: bigint;
    readonly reason: string;
  }[];
}

export interface DemoReceipt {
  readonly line: DemoBankLine;
  /** Null when nobody knows whose it is. */
  readonly customer: DemoCustomer | null;
}

export type DemoAct =
  | { readonly kind: 'documents'; readonly documents: readonly DemoDocument[] }
  | { readonly kind: 'receipt'; readonly receipt: DemoReceipt }
  /** Its line is booked on a day to come. */
  | { readonly kind: 'post_dated_receipt'; readonly receipt: DemoReceipt }
  | { readonly kind: 'application'; readonly effectiveOn: LocalDate; readonly allocations: readonly DemoAllocation[] }
  | {
      readonly kind: 'adjustment';
      readonly item: ItemName;
      readonly adjustment: AdjustmentKind;
      readonly amountMinor: bigint;
      readonly reason: string;
    }
  | { readonly kind: 'due_date_change'; readonly item: ItemName; readonly dueOn: LocalDate; readonly reason: string }
  | { readonly kind: 'identification'; readonly receipt: string; readonly customer: DemoCustomer }
  /** The whole receipt goes back, with what it was applied to. */
  | { readonly kind: 'return'; readonly receipt: string; readonly reason: string }
  /** The receipt was applied to the wrong item: what it settled is open again. */
  | { readonly kind: 'undo_application'; readonly receipt: string; readonly reason: string }
  | {
      readonly kind: 'hold';
      readonly hold: 'dispute' | 'promise' | 'quiet_period';
      readonly customer: DemoCustomer;
      readonly item: ItemName | null;
      readonly amountMinor: bigint | null;
      readonly untilOn: LocalDate | null;
      readonly reason: string;
    };

/** What the books need: each stands alone in its transaction. */
export type BookAct =
  | { readonly kind: 'rates'; readonly quotedOn: LocalDate }
  | { readonly kind: 'revaluation'; readonly endsOn: LocalDate }
  | { readonly kind: 'start_closing'; readonly endsOn: LocalDate }
  | { readonly kind: 'close'; readonly endsOn: LocalDate }
  | { readonly kind: 'journal' }
  /** What is known of payers is told to cash application. */
  | { readonly kind: 'payer_links' }
  /** The bank statements of some days are imported, and cash application works on them. */
  | { readonly kind: 'statement'; readonly from: LocalDate; readonly through: LocalDate }
  | { readonly kind: 'seal' }
  /** A day of those who collect, so many business days before the last. */
  | { readonly kind: 'team_day'; readonly daysBefore: number };

export interface DemoEvent {
  readonly on: LocalDate;
  readonly slot: Slot;
  readonly act: DemoAct | BookAct;
}

export function byTime(one: DemoEvent, other: DemoEvent): number {
  if (one.on !== other.on) return one.on < other.on ? -1 : 1;
  return SLOTS[one.slot].minute - SLOTS[other.slot].minute;
}
