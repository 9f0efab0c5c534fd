/**
 * Whose somebody's work becomes when they cannot go on with it: a named colleague's, or that of whoever looks after each customer, else the
 * team's. Nobody gets what they may not do; what nobody can take is left over and said, never dropped.
 */
import type { Permission } from '../permissions/index.ts';
import { ownersOnDuty } from '../portfolios/index.ts';

export const WORK_KINDS = [
  'customer',
  'portfolio_rule',
  'task',
  'escalated_task',
  'call_back',
  'conversation',
  'research',
  'session',
  'blocker',
  'cover',
  'escalation_rule',
  'dunning_rule',
] as const;
/** What a person can have: customers to look after, open work, absences to cover, and rules of the company that name them. */
export type WorkKind = (typeof WORK_KINDS)[number];

/** Without it nobody can end a piece of that kind. */
export const PERMISSION_FOR: Readonly<Record<WorkKind, Permission>> = {
  customer: 'activities.write',
  portfolio_rule: 'activities.write',
  task: 'activities.write',
  escalated_task: 'activities.write',
  call_back: 'activities.write',
  conversation: 'correspondence.write',
  research: 'cash.apply',
  session: 'activities.write',
  blocker: 'activities.write',
  cover: 'activities.write',
  escalation_rule: 'activities.write',
  dunning_rule: 'activities.write',
};

/** What the whole team sees when nobody in particular has it, or what is done without. */
const NOBODYS: ReadonlySet<WorkKind> = new Set(['conversation', 'research', 'cover', 'dunning_rule']);
/** Of a customer, and then of whoever looks after the customer. */
const FOLLOWS_CUSTOMER: ReadonlySet<WorkKind> = new Set(['task', 'call_back', 'conversation', 'session', 'blocker']);

export interface PieceOfWork {
  readonly kind: WorkKind;
  /** Of a cover: who is covered for. */
  readonly id: string;
  readonly customerId: string | null;
}

export interface Team {
  /** With the roles that everybody has afterwards. */
  readonly may: (personId: string, permission: Permission) => boolean;
  readonly ownerOf: (customerId: string) => string | null;
  /** Who covers for whom. */
  readonly covers: ReadonlyMap<string, string>;
  /** Away for the whole of today. */
  readonly away: ReadonlySet<string>;
  /** Who has the customers for whom no rule fits. */
  readonly restId: string | null;
  /** Who gets tasks that are overdue for too long. */
  readonly escalationId: string | null;
}

export interface HandedPiece extends PieceOfWork {
  /** Null: nobody in particular, the team sees it. */
  readonly toId: string | null;
}

export interface HandOverPlan {
  readonly handed: readonly HandedPiece[];
  /** Nobody may do it: somebody has to be named. */
  readonly leftOver: readonly PieceOfWork[];
}

/**
 * Marek leaves with 3 tasks: one on a customer of Ada's, one on a customer of his own, one on none. Handed to Imogen, all three are hers.
 * Without a name the first is Ada's; the second is whoever covers Marek's, or has the rest; so is the third. While Ada is away, hers go to
 * whoever covers her today. Nor do Marek's own, his customers among them, go to somebody who is away today while anybody is there.
 */
export function planHandOver(
  pieces: readonly PieceOfWork[],
  given: { readonly fromId: string; readonly toId: string | null; readonly team: Team },
): HandOverPlan {
  const heirs = heirsOf(given);
  const handed: HandedPiece[] = [];
  const leftOver: PieceOfWork[] = [];
  for (const piece of pieces) {
    const wanted = given.toId ?? heirs(piece);
    const takes = wanted !== null && wanted !== given.fromId && given.team.may(wanted, PERMISSION_FOR[piece.kind]);
    const coversThemselves = piece.kind === 'cover' && piece.id === wanted;
    if (takes && !coversThemselves) handed.push({ ...piece, toId: wanted });
    else if (NOBODYS.has(piece.kind)) handed.push({ ...piece, toId: null });
    else leftOver.push(piece);
  }
  return { handed, leftOver };
}

/** Where nobody is named. */
function heirsOf({ fromId, team }: { readonly fromId: string; readonly team: Team }) {
  const { may, covers, away, restId, escalationId } = team;
  const acts = (id: string): boolean => id !== fromId && may(id, 'activities.write');
  const chain = (id: string, isThere: (id: string) => boolean): string | null => {
    const known = [id, ...covers.values()];
    return ownersOnDuty([id], { covers, away: new Set(known.filter((one) => !isThere(one))) }).get(id) ?? null;
  };
  const today = (id: string | null): string | null => id && chain(id, (one) => acts(one) && !away.has(one));
  const forGood = (id: string | null): string | null => id && chain(id, acts);
  const heir = today(fromId) ?? today(restId) ?? forGood(fromId) ?? forGood(restId);
  const pool = today(restId) ?? forGood(restId) ?? today(escalationId) ?? forGood(escalationId);
  return ({ kind, customerId }: PieceOfWork): string | null => {
    if (kind === 'customer' || kind === 'portfolio_rule') return heir;
    if (kind === 'research') return null;
    if (!FOLLOWS_CUSTOMER.has(kind)) return pool;
    const owner = customerId === null ? null : team.ownerOf(customerId);
    const theirs = owner === null ? null : owner === fromId ? heir : (today(owner) ?? forGood(owner));
    return theirs ?? (kind === 'conversation' ? null : pool);
  };
}

export interface HandOverTotal {
  readonly kind: WorkKind;
  readonly toId: string | null;
  readonly count: number;
}

/** How many of which kind to whom, in the order of the kinds: "12 tasks and 3 call-backs to Imogen". */
export function handOverTotals(handed: readonly HandedPiece[]): HandOverTotal[] {
  const counts = new Map<string, HandOverTotal>();
  for (const { kind, toId } of handed) {
    const key = `${kind} ${toId}`;
    counts.set(key, { kind, toId, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const order = (one: HandOverTotal): string =>
    `${String(WORK_KINDS.indexOf(one.kind)).padStart(2, '0')} ${one.toId ?? ''}`;
  return [...counts.values()].sort((left, right) => (order(left) < order(right) ? -1 : 1));
}
