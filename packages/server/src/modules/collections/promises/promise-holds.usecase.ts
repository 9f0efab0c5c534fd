/**
 * The holds of promises: while one is open, its items are not dunned, up to what is still to come and until its deadline. A plan
 * holds for all its parts together until its last, and lets go of everything with the first part that is not kept.
 */
import { earlierDate, type LocalDate, laterDate, localDate } from '@quittance/core/calendar';
import { type ItemShare, sharesOf } from '@quittance/core/dunning';
import { formatAmount } from '@quittance/core/money';
import { coverItems, type Judgement, planState } from '@quittance/core/promises';
import type { Tx } from '../../../platform/database/transaction.ts';
import { holdsOfItems, type NewHold, placeHolds, releaseHolds } from '../../ledger/index.ts';
import { type OpenItem, openDebits, type StoredPromise } from './promise-facts.queries.ts';
import { ownHolds, type StandingHold, standingHolds } from './promise-judgements.queries.ts';

interface Judged {
  readonly promises: readonly StoredPromise[];
  readonly judgements: readonly Judgement[];
}

/** What is to be held, for a promise or for a plan as a whole. */
interface Claim {
  readonly ownerId: string;
  readonly kind: 'promise' | 'plan';
  readonly customerId: string;
  readonly currency: string;
  readonly itemIds: readonly string[] | null;
  readonly amountMinor: bigint;
  readonly untilOn: LocalDate;
  readonly firstOn: LocalDate;
}

type WantedHold = Omit<StandingHold, 'holdId'> & { readonly hold: NewHold };

/** Brings the holds in line with how the promises stand; what is right already is left alone. */
export async function holdPromised(tx: Tx, customerIds: readonly string[], judged: Judged): Promise<void> {
  const standing = await standingHolds(tx, customerIds);
  const claims = claimsOf(judged);
  if (claims.length === 0 && standing.length === 0) return;
  const wanted = await wantedHolds(tx, customerIds, claims);
  const key = (hold: Omit<StandingHold, 'holdId'>) =>
    `${hold.ownerId} ${hold.itemId} ${hold.amountMinor} ${hold.untilOn}`;
  const stands = new Set(standing.map(key));
  const wants = new Set(wanted.map(key));
  const over = standing.filter((hold) => !wants.has(key(hold))).map((hold) => hold.holdId);
  await releaseHolds(tx, over, 'the promise was judged anew');
  const missing = wanted.filter((hold) => !stands.has(key(hold)));
  const ids = await placeHolds(
    tx,
    missing.map(({ hold }) => hold),
  );
  await ownHolds(
    tx,
    missing.map(({ ownerId }, index) => ({ ownerId, holdId: ids[index] ?? '' })),
  );
}

function claimsOf({ promises, judgements }: Judged): Claim[] {
  const parts = promises.map((promise, index) => ({ promise, judgement: judgements[index] as Judgement }));
  const alone = parts.filter(({ promise, judgement }) => promise.planId === null && judgement.state === 'open');
  const planIds = [...new Set(promises.flatMap(({ planId }) => planId ?? []))];
  const claims = alone.map((part) => claimOf({ ownerId: part.promise.id, kind: 'promise' }, [part]));
  for (const planId of planIds) {
    const own = parts.filter(({ promise }) => promise.planId === planId);
    const open = own.filter(({ judgement }) => judgement.state === 'open');
    if (open.length === 0 || planState(own.map(({ judgement }) => judgement.state)) === 'broken') continue;
    claims.push(claimOf({ ownerId: planId, kind: 'plan' }, open));
  }
  return claims.sort((left, right) => (left.firstOn + left.ownerId < right.firstOn + right.ownerId ? -1 : 1));
}

function claimOf(
  owner: Pick<Claim, 'ownerId' | 'kind'>,
  parts: readonly { readonly promise: StoredPromise; readonly judgement: Judgement }[],
): Claim {
  const days = parts.map(({ promise }) => promise.promisedOn);
  const [first] = parts as readonly [(typeof parts)[number]];
  const { customerId, currency, itemIds } = first.promise;
  return {
    ...owner,
    customerId,
    currency,
    itemIds,
    amountMinor: parts.reduce((sum, { promise, judgement }) => sum + promise.amountMinor - judgement.inTimeMinor, 0n),
    untilOn: parts.map(({ promise }) => promise.deadlineOn).reduce(laterDate),
    firstOn: days.reduce(earlierDate),
  };
}

/** Each claim over what is still open and not promised otherwise, those for the earlier days first. */
async function wantedHolds(tx: Tx, customerIds: readonly string[], claims: readonly Claim[]): Promise<WantedHold[]> {
  const items = new Map<string, OpenItem[]>();
  for (const currency of new Set(claims.map((claim) => claim.currency))) {
    items.set(currency, await openDebits(tx, { customerIds, currency }));
  }
  const disputed = await disputedOf(tx, [...items.values()].flat());
  const heldMinor = new Map<string, bigint>();
  return claims.flatMap((claim) => {
    const own = (items.get(claim.currency) ?? []).filter((item) => claim.itemIds?.includes(item.id) ?? true);
    const coverable = own.map((item) => ({
      ...item,
      dueOn: localDate(item.dueOn),
      heldMinor: heldMinor.get(item.id) ?? 0n,
      disputedMinor: disputed.get(item.id)?.disputedMinor ?? 0n,
    }));
    return coverItems(coverable, claim.amountMinor).map(({ id, amountMinor }): WantedHold => {
      heldMinor.set(id, (heldMinor.get(id) ?? 0n) + amountMinor);
      const { ownerId, kind, customerId, untilOn } = claim;
      const hold = { itemId: id, customerId, kind, amountMinor, untilOn, reason: reasonOf(claim) };
      return { ownerId, itemId: id, amountMinor, untilOn, hold };
    });
  });
}

/** Holds of promises are what is being laid; what money waits for is applied, whoever promised. */
const NOT_DISPUTED: readonly string[] = ['promise', 'plan', 'waiting_proposal'];

/** What nobody promises to pay before all the rest: disputed, deducted, or on hold otherwise. */
async function disputedOf(tx: Tx, items: readonly OpenItem[]): Promise<ReadonlyMap<string, ItemShare>> {
  const ids = items.map(({ id }) => id);
  const holds = (await holdsOfItems(tx, ids)).filter(({ kind }) => !NOT_DISPUTED.includes(kind));
  const held = new Map<string | null, typeof holds>();
  for (const hold of holds) held.set(hold.itemId, [...(held.get(hold.itemId) ?? []), hold]);
  const owed = items.map((item) => ({ ...item, dueOn: localDate(item.dueOn), holds: held.get(item.id) ?? [] }));
  return sharesOf(owed, new Map());
}

function reasonOf({ kind, amountMinor, currency, firstOn }: Claim): string {
  const amount = `${formatAmount(amountMinor, currency)} ${currency}`;
  return kind === 'plan' ? `Instalment plan: ${amount} to come` : `${amount} promised for ${firstOn}`;
}
