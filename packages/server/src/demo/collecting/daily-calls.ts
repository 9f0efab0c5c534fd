/** The calls of any day besides promises: reached or not, disputed, refused, the wrong number, and call-backs that somebody asked for. */
import { instantInZone } from '@quittance/core/calendar';
import type { CallOutcome } from '@quittance/core/calls';
import { businessDayFrom, nextBusinessDay } from '../business-days.ts';
import { call, callerOf, disputeFirstItem, type Told } from './calls.ts';
import type { LateCustomer } from './choose-customers.ts';
import type { Member, Team } from './team.ts';

const SAID: readonly Told[] = [
  {
    outcome: 'reached',
    note: 'Invoices are booked and wait for the second signature. He looks for it and writes.',
    minutes: 6,
  },
  { outcome: 'no_answer', note: '', minutes: 1 },
  {
    outcome: 'left_message',
    note: 'In a meeting until four; the colleague notes the three invoice numbers.',
    minutes: 2,
  },
  {
    outcome: 'disputed',
    note: 'Two pallets short on the delivery note; they pay once the credit note is there.',
    minutes: 9,
  },
  {
    outcome: 'reached',
    note: 'New in accounts payable, did not know of us. Copies sent while on the phone.',
    minutes: 7,
  },
  {
    outcome: 'refused',
    note: 'They say terms were changed to 90 days by sales. Nothing in writing; asked for it.',
    minutes: 11,
  },
  { outcome: 'no_answer', note: '', minutes: 1 },
  { outcome: 'reached', situation: 'follow_up', note: 'Released yesterday, goes out on Thursday.', minutes: 3 },
  { outcome: 'wrong_number', note: 'A private line; they ask not to be called again.', minutes: 1 },
  {
    outcome: 'left_message',
    situation: 'follow_up',
    note: 'Asked to be called back about the statement of last week.',
    minutes: 2,
  },
];

const CALLS_A_DAY = 4;

export async function makeCalls(team: Team, daysBefore: number): Promise<void> {
  const isAway = team.notes.has('away');
  for (let count = 0; count < CALLS_A_DAY; count += 1) {
    const late = team.choice.lateOn(team.day(daysBefore));
    const told = SAID[(daysBefore * CALLS_A_DAY + count) % SAID.length];
    if (late === null || told === undefined) return;
    const by = callerOf(team, late, isAway);
    await call(team, by, { late, told });
    if (told.outcome === 'disputed' && !team.isSmall)
      await disputeFirstItem(team, by, late, 'Short delivery: waits for the credit note');
  }
}

/** On the last day: for the administrator and the analyst each one that is due, and one that is not yet. */
export async function agreeOnCallBacks(team: Team): Promise<void> {
  const { today, through } = team.history.trade.period;
  const { timeZone } = team.history.trade.company;
  const first = businessDayFrom(today);
  const times = [
    { at: instantInZone(through, '16:45', timeZone), note: 'In a meeting; asks for a call before five.' },
    { at: instantInZone(first, '10:15', timeZone), note: 'At the customs office; has the list at hand then.' },
    { at: instantInZone(nextBusinessDay(first), '11:00', timeZone), note: 'Speaks with the plant manager before.' },
  ];
  for (const member of ['collections_analyst', 'administrator'] as const) {
    for (const asked of times) {
      const late = team.choice.lateOn(through);
      if (late !== null) await askedToCallBack(team, { member, late, ...asked });
    }
  }
}

async function askedToCallBack(
  team: Team,
  { member, late, at, note }: { member: Member; late: LateCustomer; at: string; note: string },
): Promise<void> {
  const told = {
    outcome: 'call_back' satisfies CallOutcome,
    note,
    minutes: 2,
  } as const;
  const next = async () => ({ kind: 'call_back', at, assigneeId: team.actor(member).id }) as const;
  await call(team, member, { late, told, next });
}
