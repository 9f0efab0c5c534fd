/** What a session can be planned from: when both sides work, whom to invite, what there is to talk about. */
import { type CallWindow, callWindows } from '@quittance/core/calendar';
import { letterAmount, letterDate, letterLanguage } from '@quittance/core/correspondence';
import type { Tx } from '../../../platform/database/transaction.ts';
import { notFound } from '../../../platform/errors.ts';
import { type Contact, findContacts, findCustomer, recordsOfParty, survivorOf } from '../../customers/index.ts';
import { customerCalendars, personCalendars } from '../../organisation/index.ts';
import { readMatters } from '../calls/call-facts.ts';
import type { PointKind } from './sessions.queries.ts';

export interface SessionOutlook {
  readonly timeZone: string;
  readonly windows: readonly CallWindow[];
  readonly contacts: readonly Contact[];
  readonly points: readonly { readonly kind: PointKind; readonly subjectId: string; readonly title: string }[];
}

const DAYS = 14;
const WINDOWS_MAX = 10;
const POINTS_MAX = 100;

export async function sessionOutlook(tx: Tx, asked: string): Promise<SessionOutlook> {
  const customerId = await survivorOf(tx, asked);
  const customer = await findCustomer(tx, customerId);
  if (customer?.kind !== 'regular') throw notFound('customer', asked);
  const customerIds = await recordsOfParty(tx, customerId);
  const theirs = (await customerCalendars(tx, [customerId]))(customer);
  const ours = (await personCalendars(tx))(tx.actor.id);
  const { items, disputes, brokenPromise, openPromises } = await readMatters(tx, customerIds);
  const promises = brokenPromise === null ? openPromises : [brokenPromise, ...openPromises];
  // The agenda goes into their invitation: it reads as a letter to them does.
  const language = letterLanguage([customer.language], customer.country);
  const numbers = new Map(items.map(({ id, number }) => [id, number]));
  const points = [
    ...disputes.map(({ id, itemId, reason }) => ({
      ...{ kind: 'dispute' as const, subjectId: id },
      title: [numbers.get(itemId ?? ''), reason].filter(Boolean).join(': '),
    })),
    ...promises.map(({ id, amountMinor, currency, promisedOn }) => ({
      ...{ kind: 'promise' as const, subjectId: id },
      title: `${letterAmount(amountMinor, currency, language)}, ${letterDate(promisedOn, language)}`,
    })),
    ...items.map(({ id, number, openMinor, currency, dueOn }) => ({
      ...{ kind: 'item' as const, subjectId: id },
      title: `${number}: ${letterAmount(openMinor, currency, language)}, ${letterDate(dueOn, language)}`,
    })),
  ];
  return {
    timeZone: theirs.patterns[0]?.timeZone ?? tx.company.timeZone,
    windows: callWindows({ ours, theirs, now: tx.recordedAt, days: DAYS }).slice(0, WINDOWS_MAX),
    contacts: (await findContacts(tx, customerIds)).filter(({ endedAt, email }) => endedAt === null && email !== null),
    points: points.slice(0, POINTS_MAX),
  };
}
