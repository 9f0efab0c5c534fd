/** One receipt as the desk shows it: the bank's words, what was concluded and why, the items in reach, what was done. */
import type { Tx } from '../../../platform/database/transaction.ts';
import { recordsOfParty } from '../../customers/index.ts';
import { type BankLine, findBankLines } from '../../intake/index.ts';
import type { KeptDecision } from '../deciding/decision.ts';
import { decisionHistory } from '../deciding/decisions.queries.ts';
import { type AskedQuestion, questionsOf } from '../questions/questions.queries.ts';
import { isToDecide } from '../runs/receipts-to-decide.queries.ts';
import { standingEntries } from '../runs/settling.queries.ts';
import type { ReceiptView } from './queues.queries.ts';
import {
  type AppliedPart,
  appliedParts,
  type Candidate,
  candidates,
  customerLabels,
} from './receipt-detail.queries.ts';
import { theReceipt } from './the-receipt.usecase.ts';

export interface ReceiptDetail {
  readonly receipt: ReceiptView;
  readonly bankLine: BankLine | null;
  /** What the engine said last; null when it was never asked. */
  readonly decision: KeptDecision | null;
  /** What was done last with the receipt and stands: by itself, or by whom. */
  readonly settlement: KeptDecision | null;
  readonly candidates: readonly Candidate[];
  readonly applied: readonly AppliedPart[];
  readonly canUndo: boolean;
  /** It is being decided again: an item that the decision names was settled or opened since. */
  readonly isToDecide: boolean;
  readonly questions: readonly AskedQuestion[];
  readonly customers: ReadonlyMap<string, { readonly number: string; readonly name: string }>;
}

const CANDIDATES_MAX = 200; // of a customer with more, the screen asks for the items themselves page by page

/** Throws `not_found`. */
export async function receiptDetail(tx: Tx, receiptId: string): Promise<ReceiptDetail> {
  const receipt = await theReceipt(tx, receiptId);
  const history = await decisionHistory(tx, receiptId);
  const decision = history.find((one) => one.decision !== 'manual') ?? null;
  const settlement =
    history.find(({ state }) => state === 'posted' || state === 'on_account' || state === 'not_ours') ?? null;
  const standing = await standingEntries(tx, receiptId);
  const applications = standing.filter(({ kind }) => kind === 'application').map(({ id }) => id);
  const named = decision ? [decision, ...decision.alternatives] : [];
  const customerIds = named.flatMap(({ customerId }) => customerId ?? []);
  const [bankLine = null] = await findBankLines(tx, [receiptId]);
  return {
    receipt,
    bankLine,
    decision,
    settlement,
    candidates: await candidates(tx, {
      currency: receipt.currency,
      openMinor: receipt.openMinor,
      customerIds: receipt.customerId === null ? [] : await recordsOfParty(tx, receipt.customerId),
      itemIds: named.flatMap(({ allocations }) => allocations.map(({ itemId }) => itemId)),
      limit: CANDIDATES_MAX,
    }),
    applied: await appliedParts(tx, receiptId, applications),
    canUndo: settlement !== null || standing.some(({ kind }) => kind === 'application' || kind === 'suspense'),
    isToDecide: await isToDecide(tx, receiptId),
    questions: await questionsOf(tx, receiptId),
    customers: await customerLabels(tx, customerIds),
  };
}
