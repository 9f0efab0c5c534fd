/**
 * Interest and fees asked for under four eyes: charged with a note, or let go. Who knows how is handed to this module (`InterestDesk`),
 * since it stands above. What is asked for is what was late through a day: a day more changes nothing of it, while a payment of before
 * that comes to light, or a charge beside, does, and is shown to whoever decides.
 */

import type { LocalDate } from '@quittance/core/calendar';
import type { LetterLanguage } from '@quittance/core/correspondence';
import { LETTER_LANGUAGES } from '@quittance/core/correspondence';
import { type CurrencyCode, currencyCode, type Money } from '@quittance/core/money';
import { z } from 'zod';
import type { CommandTx } from '../../platform/command/index.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { AppError } from '../../platform/errors.ts';
import { type FileAnswer, localDateSchema } from '../../platform/http/index.ts';
import type { DraftedEntry } from '../ledger/index.ts';

/** How the customer is told when the note is charged, and in whose name. */
export interface InterestLetter {
  readonly to: { readonly address: string; readonly name: string | null } | { readonly postalAddress: string };
  readonly language: LetterLanguage | null;
  readonly senderName: string;
}

export interface InterestAct {
  readonly kind: 'interest_charge' | 'interest_waiver';
  readonly customerId: string;
  /** Of an instalment plan; else of the items. */
  readonly planId: string | null;
  readonly itemIds: readonly string[];
  readonly currency: CurrencyCode;
  readonly toOn: LocalDate;
  /** As it was when it was asked for. */
  readonly totalMinor: bigint;
  readonly letter: InterestLetter | null;
}

export interface InterestDesk {
  /** Charges what the act comes to as things stand, and tells the customer if it says so. The entry's id. */
  charge(tx: CommandTx, act: InterestAct): Promise<string>;
  /** The note that an act comes to, as things stand; nothing is left written. Needs a posting transaction; drawn when that is over. */
  note(tx: Tx, act: InterestAct): Promise<() => Promise<FileAnswer>>;
  /** Lets it go. Throws `interest_changed` when it comes to another sum. */
  waive(tx: CommandTx, act: InterestAct, waived: { readonly total: Money; readonly reason: string }): Promise<void>;
}

const letterSchema = z.object({
  to: z.union([
    z.object({ address: z.string(), name: z.string().nullable() }),
    z.object({ postalAddress: z.string() }),
  ]),
  language: z.enum(LETTER_LANGUAGES).nullable(),
  senderName: z.string(),
});

/** As it is kept. */
export const interestActSchema: z.ZodType<InterestAct, unknown> = z.object({
  kind: z.enum(['interest_charge', 'interest_waiver']),
  customerId: z.uuid(),
  planId: z.uuid().nullable(),
  itemIds: z.array(z.uuid()),
  currency: z.string().transform(currencyCode),
  toOn: localDateSchema,
  totalMinor: z
    .string()
    .regex(/^\d{1,18}$/)
    .transform((text) => BigInt(text)),
  letter: letterSchema.nullable(),
});

export type AskedInterest = { readonly customerId: string; readonly currency: string } | { readonly planId: string };

/** What a request about it is known by: there is one at a time. */
export function subjectOfInterest(asked: AskedInterest): string {
  return 'planId' in asked ? `interest:plan:${asked.planId}` : `interest:${asked.customerId}:${asked.currency}`;
}

export function subjectOfAct({ planId, customerId, currency }: InterestAct): string {
  return subjectOfInterest(planId === null ? { customerId, currency } : { planId });
}

export function isInterest(act: { readonly kind: string }): act is InterestAct {
  return act.kind === 'interest_charge' || act.kind === 'interest_waiver';
}

/** A note has its number and its due date only when it is charged: until then they are no difference. */
export function unnumbered(entries: readonly DraftedEntry[]): DraftedEntry[] {
  return entries.map((entry) => ({
    ...entry,
    postings: entry.postings.map((posting) =>
      posting.itemId === null ? posting : { ...posting, itemId: null, itemNumber: null, dueOn: null },
    ),
  }));
}

/** Throws `interest_changed` when it is not what the one who asks saw. */
export function requireSeen(act: { readonly kind: string }, amountMinor: bigint): void {
  if (!isInterest(act) || act.totalMinor === amountMinor) return;
  const message = 'This interest is another than shown: money came, or somebody asked for it. Look again.';
  throw new AppError('interest_changed', message, { status: 409 });
}
