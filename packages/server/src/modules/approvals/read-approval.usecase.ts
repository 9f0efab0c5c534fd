/** A request as its page shows it: as asked, as it would be posted now, who has said what, and whose turn it is. */
import { isWithin } from '@quittance/core/approvals';
import { permissionsOf, type Role } from '@quittance/core/permissions';
import type { Tx } from '../../platform/database/transaction.ts';
import { AppError } from '../../platform/errors.ts';
import { approversOf } from './decide.usecase.ts';
import { actValue, type Draft, type DraftDifference, differencesOf, draftOf } from './drafted-entries.ts';
import { type EvidenceFile, evidenceOf } from './evidence.queries.ts';
import type { InterestDesk } from './interest-act.ts';
import { limitsIn, loadRules, neededIn, type Rules } from './limits.usecase.ts';
import { paymentsOfRequest, type RefundPayment } from './payments.queries.ts';
import { type Doubt, refundDoubts } from './refund-account.ts';
import { type ApprovalRequest, type ApprovalStep, stepsOf } from './requests.queries.ts';
import { listDeciders, type Person, stillCounting, withinLimit } from './who-decides.usecase.ts';

/** Why somebody cannot decide a request, or null when it is their turn. */
export type NoTurn =
  | 'own'
  | 'no_permission'
  | 'above_limit'
  | 'approved_already'
  | 'settled'
  | 'refused_by_books'
  | null;

export interface Asker {
  readonly roles: readonly Role[];
  /** Programs read; people decide. */
  readonly isPerson: boolean;
  /** Who charges interest. */
  readonly interest?: InterestDesk | undefined;
}

export interface Refusal {
  readonly code: string;
  readonly message: string;
}

export interface ApprovalDetail {
  readonly request: ApprovalRequest;
  readonly steps: readonly ApprovalStep[];
  /** Of one that is open: what would be posted now, or why the books refuse it. */
  readonly now: Draft | Refusal | null;
  readonly differences: readonly DraftDifference[];
  readonly doubts: readonly Doubt[];
  readonly needed: 1 | 2;
  readonly approvedBy: readonly string[];
  /** Who approved it and may decide it no more: another person must. */
  readonly lapsedBy: readonly string[];
  readonly noTurn: NoTurn;
  /** Who may decide it. */
  readonly deciders: readonly string[];
  readonly evidence: readonly EvidenceFile[];
  readonly payments: readonly RefundPayment[];
}

/** Needs a posting transaction: an open request is drafted again. */
export async function approvalDetail(tx: Tx, request: ApprovalRequest, asker: Asker): Promise<ApprovalDetail> {
  const steps = await stepsOf(tx, [request.id]);
  const isOpen = request.state === 'waiting' || request.state === 'sent_back';
  const now = isOpen ? await draftOrRefusal(tx, request, asker) : null;
  const draft = now !== null && 'entries' in now ? now : null;
  const valueMinor = draft === null ? request.valueMinor : actValue(request.act, draft.entries);
  const rules = await loadRules(tx);
  const able = withinLimit(await listDeciders(tx), rules, { kind: request.kind, valueMinor });
  const all = approversOf(request, steps, draft?.fingerprint ?? request.fingerprint);
  const given = isOpen ? stillCounting(all, able) : all;
  const turn = turnOf(tx, rules, { request, asker, approvedBy: new Set(given.keys()), valueMinor });
  return {
    request,
    steps,
    now,
    differences:
      draft === null || draft.fingerprint === request.fingerprint
        ? []
        : differencesOf(request.entries, draft.entries, request.act),
    doubts: await doubtsAbout(tx, request),
    needed: neededIn(rules, { kind: request.kind, valueMinor }),
    approvedBy: [...given.values()].map((step) => step.byName),
    lapsedBy: [...all.values()].filter((step) => !given.has(step.byId)).map((step) => step.byName),
    noTurn: turn === null && isOpen && draft === null ? 'refused_by_books' : turn,
    deciders: isOpen ? able.filter(({ id }) => id !== request.requestedBy).map(({ name }) => name) : [],
    evidence: await evidenceOf(tx, request.id),
    payments: request.kind === 'refund' ? await paymentsOfRequest(tx, request.id) : [],
  };
}

async function draftOrRefusal(tx: Tx, request: ApprovalRequest, { interest }: Asker): Promise<Draft | Refusal> {
  try {
    return await draftOf(tx, request.act, { reason: request.reason, interest });
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, message: error.message };
    // A rule that only the database keeps: its name says what stands in the way.
    if (error instanceof Error && 'constraint' in error && typeof error.constraint === 'string') {
      return { code: error.constraint, message: `The ledger refuses this: ${error.constraint.replaceAll('_', ' ')}.` };
    }
    throw error;
  }
}

async function doubtsAbout(tx: Tx, request: ApprovalRequest): Promise<Doubt[]> {
  const { customerId, itemId, payAccount, currency } = request;
  if (itemId === null || payAccount === null || request.state !== 'waiting') return [];
  return refundDoubts(tx, { customerId, itemId, account: payAccount, currency });
}

interface TurnQuestion {
  readonly request: Pick<ApprovalRequest, 'kind' | 'state' | 'requestedBy'>;
  readonly asker: Asker;
  readonly approvedBy: ReadonlySet<string>;
  readonly valueMinor: bigint;
}

/** Whose turn it is, for the one who looks. */
function turnOf(tx: Tx, rules: Rules, { request, asker, approvedBy, valueMinor }: TurnQuestion): NoTurn {
  if (request.state !== 'waiting') return 'settled';
  if (request.requestedBy === tx.actor.id) return 'own';
  if (!asker.isPerson || !permissionsOf(asker.roles).includes('approvals.decide')) return 'no_permission';
  if (approvedBy.has(tx.actor.id)) return 'approved_already';
  const { decideMinor } = limitsIn(rules, { id: tx.actor.id, roles: asker.roles }, request.kind);
  return isWithin(valueMinor, decideMinor) ? null : 'above_limit';
}

export interface ApprovalRow {
  readonly request: ApprovalRequest;
  readonly noTurn: NoTurn;
  readonly approvalsCount: number;
  readonly needed: 1 | 2;
  readonly lastWords: string | null;
}

/** Requests with whose turn each is, as lists show them: by the value they were asked with. */
export async function withTurns(tx: Tx, requests: readonly ApprovalRequest[], asker: Asker): Promise<ApprovalRow[]> {
  const ids = requests.map((request) => request.id);
  const [steps, rules] = [await stepsOf(tx, ids), await loadRules(tx)];
  const deciders = await listDeciders(tx);
  const byRequest = new Map<string, ApprovalStep[]>(ids.map((id) => [id, []]));
  for (const step of steps) byRequest.get(step.requestId)?.push(step);
  return requests.map((request) => {
    const { kind, valueMinor } = request;
    const own = byRequest.get(request.id) ?? [];
    const given = countingNow(request, own, { deciders, rules });
    const noTurn = turnOf(tx, rules, { request, asker, approvedBy: new Set(given.keys()), valueMinor });
    const needed = neededIn(rules, { kind, valueMinor });
    return { request, noTurn, approvalsCount: given.size, needed, lastWords: own.at(-1)?.words ?? null };
  });
}

function countingNow(
  request: ApprovalRequest,
  steps: readonly ApprovalStep[],
  { deciders, rules }: { readonly deciders: readonly Person[]; readonly rules: Rules },
): Map<string, ApprovalStep> {
  const given = approversOf(request, steps, request.fingerprint);
  return request.state === 'waiting' ? stillCounting(given, withinLimit(deciders, rules, request)) : given;
}
