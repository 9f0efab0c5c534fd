/** Meetings with customers: one that took place, with its minutes, a task and a promise; one that is planned and invited to. */
import { instantInZone, type LocalDate } from '@quittance/core/calendar';
import { letterLanguage } from '@quittance/core/correspondence';
import { currencyCode } from '@quittance/core/money';
import {
  closeSession,
  listPoints,
  planSession,
  promiseOfPoint,
  taskOfPoint,
  writeMinutes,
} from '../../modules/collections/index.ts';
import { findContacts } from '../../modules/customers/index.ts';
import { findItem } from '../../modules/ledger/index.ts';
import { addBusinessDays } from '../business-days.ts';
import { openItems } from './calls.ts';
import type { LateCustomer } from './choose-customers.ts';
import { MEETINGS } from './mail-words.ts';
import type { Team } from './team.ts';

const ANALYST = 'collections_analyst';

export async function planMeeting(team: Team, daysBefore: number, on: LocalDate): Promise<void> {
  const day = team.day(daysBefore);
  const late = team.choice.silentOn(day) ?? team.choice.lateOn(day);
  if (late === null) return;
  const id = await plan(team, late, { on, about: 'delivery' });
  team.notes.set('meeting', id);
}

/** The day after tomorrow, for whoever looks at the demo. */
export async function planNextMeeting(team: Team): Promise<void> {
  const late = team.choice.lateOn(team.history.trade.period.through);
  const on = addBusinessDays(team.history.trade.period.today, 2);
  if (late !== null) await plan(team, late, { on, about: 'account' });
}

function plan(
  team: Team,
  late: LateCustomer,
  { on, about }: { readonly on: LocalDate; readonly about: 'account' | 'delivery' },
): Promise<string> {
  const customerId = team.customerId(late.customer);
  const { timeZone } = team.history.trade.company;
  const words = MEETINGS[letterLanguage([late.customer.language], late.customer.country)];
  return team.act(ANALYST, 'session.plan', async (tx) => {
    const contacts = await findContacts(tx, [customerId]);
    const items = await openItems(tx, team, late);
    const points = items.map(({ id, number }) => ({
      id: null,
      kind: 'item' as const,
      subjectId: id,
      title: `${words.invoice} ${number}`,
    }));
    const other = { id: null, kind: 'other' as const, subjectId: null, title: words.orderNumbers };
    const session = await planSession(tx, {
      ...{
        customerId,
        language: null,
        title: words[about],
        place: words.place,
        message: words.before,
      },
      ...{ startsAt: instantInZone(on, '10:00', timeZone), endsAt: instantInZone(on, '10:45', timeZone) },
      contactIds: contacts.flatMap(({ id, isPrimary }) => (isPrimary ? [id] : [])),
      personIds: [team.actor(ANALYST).id, team.actor('dispute_analyst').id],
      points: [...points, other],
    });
    return session.id;
  });
}

export async function holdMeeting(team: Team): Promise<void> {
  const sessionId = team.notes.get('meeting');
  if (sessionId === undefined) return;
  const points = await team.place.database.read(team.scope(ANALYST), (tx) => listPoints(tx, sessionId));
  const minutes = (pointId: string, text: string) =>
    team.act(ANALYST, 'session.minutes', (tx) => writeMinutes(tx, { sessionId, pointId }, text).then(() => null));
  const [first] = points.filter(({ kind }) => kind === 'item');
  const other = points.find(({ kind }) => kind === 'other');
  if (first) {
    await minutes(first.id, 'Delivered and accepted. It lay with a buyer who has left; approved in the meeting.');
    await promiseFirst(team, { sessionId, pointId: first.id }, first.subjectId ?? '');
  }
  if (other) {
    await minutes(
      other.id,
      'From the first of next month each line of our invoices carries their order number and its position.',
    );
    const assigneeId = team.actor('administrator').id;
    const due = { on: addBusinessDays(team.history.trade.period.today, 1) };
    const title = 'Order position on invoice lines: ask billing for the change';
    await team.act(ANALYST, 'task.add', (tx) =>
      taskOfPoint(tx, { sessionId, pointId: other.id }, { title, assigneeId, due }),
    );
  }
  await team.act(ANALYST, 'session.close', (tx) => closeSession(tx, sessionId, 'held').then(() => null));
}

async function promiseFirst(
  team: Team,
  of: { readonly sessionId: string; readonly pointId: string },
  itemId: string,
): Promise<void> {
  const promisedOn = addBusinessDays(team.history.trade.period.today, 4);
  await team.act(ANALYST, 'promise.make', async (tx) => {
    const item = await findItem(tx, itemId);
    if (!item || item.openMinor <= 0n) return null;
    const amount = { amountMinor: item.openMinor, currency: currencyCode(item.currency) };
    return promiseOfPoint(tx, of, [{ promisedOn, amount }]);
  });
}
