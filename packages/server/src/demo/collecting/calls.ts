/** Calls, each recorded as the call sheet does: whom, how it ended, how long, in whose words, and what follows. */
import type { CallOutcome, CallSituation } from '@quittance/core/calls';
import { letterLanguage } from '@quittance/core/correspondence';
import { type CallRecord, recordCall } from '../../modules/collections/index.ts';
import { findContacts } from '../../modules/customers/index.ts';
import { findItem, placeHold } from '../../modules/ledger/index.ts';
import { instantMicros, instantText } from '../../platform/clock.ts';
import type { CommandTx } from '../../platform/command/index.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { itemName } from '../history/payment-events.ts';
import type { LateCustomer } from './choose-customers.ts';
import { ownerOf } from './portfolio-rules.ts';
import type { Member, Team } from './team.ts';

export interface Told {
  readonly outcome: CallOutcome;
  readonly situation?: CallSituation;
  readonly note: string;
  readonly minutes: number;
}

const MICROS_PER_SECOND = 1_000_000n;

/** Who calls: the customer's desk; whoever covers it while its person is away. */
export function callerOf(team: Team, { customer }: LateCustomer, isAway = false): Member {
  const owner = ownerOf(team, customer);
  return owner === 'bengaluru' && isAway ? 'collections_analyst' : owner;
}

/** `next` is asked for within the call's own transaction. */
export function call(
  team: Team,
  by: Member,
  given: {
    readonly late: LateCustomer;
    readonly told: Told;
    readonly next?: (tx: CommandTx) => Promise<CallRecord['next']>;
  },
): Promise<string> {
  const { late, told, next } = given;
  const { customer } = late;
  const customerId = team.customerId(customer);
  return team.act(by, 'call.record', async (tx) => {
    const contact = (await findContacts(tx, [customerId])).find(({ isPrimary }) => isPrimary);
    const durationSeconds = told.minutes * 60 - (customer.number.charCodeAt(customer.number.length - 1) % 37);
    const startedAt = instantText(instantMicros(tx.recordedAt) - BigInt(durationSeconds) * MICROS_PER_SECOND);
    const { activityId } = await recordCall(tx, {
      ...{ customerId, contactId: contact?.id ?? null, number: dialled(contact?.phone ?? null) },
      ...{ outcome: told.outcome, situation: told.situation ?? 'first_call', scriptNumber: 0 },
      ...{ scriptLanguage: letterLanguage([customer.language], customer.country), startedAt, durationSeconds },
      ...{ note: told.note, callBackId: null, next: (await next?.(tx)) ?? null },
    });
    return activityId;
  });
}

/** "+39 0555 123456" is +390555123456. */
function dialled(phone: string | null): string | null {
  const digits = phone?.replace(/\D/g, '') ?? '';
  return digits.length > 3 ? `+${digits}` : null;
}

/** The items of the customer's lines that are still open, with what is open of each. */
export async function openItems(
  tx: Tx,
  team: Team,
  { lines }: LateCustomer,
): Promise<{ readonly id: string; readonly number: string; readonly openMinor: bigint; readonly currency: string }[]> {
  const found = [];
  for (const line of lines) {
    const item = await findItem(tx, team.registry.itemId(itemName(line)));
    if (item && item.openMinor > 0n) found.push(item);
  }
  return found.map(({ id, number, openMinor, currency }) => ({ id, number, openMinor, currency }));
}

/** What the customer will not pay before it is settled is kept out of dunning. */
export function disputeFirstItem(team: Team, by: Member, late: LateCustomer, reason: string): Promise<null> {
  return team.act(by, 'ledger.hold', async (tx) => {
    const [item] = await openItems(tx, team, late);
    if (item === undefined) return null;
    const customerId = team.customerId(late.customer);
    const holdId = await placeHold(tx, { kind: 'dispute', customerId, itemId: item.id, reason });
    tx.audit({ action: 'ledger.hold', subjectKind: 'hold', subjectId: holdId, reason });
    return null;
  });
}
