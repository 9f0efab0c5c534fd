/** What somebody needs before and while they speak with a customer: whom, when, on which number, about what, in which words. */

import { type CallWindow, callWindow, type LocalDate } from '@quittance/core/calendar';
import {
  type BestTime,
  bestTime,
  type CallSituation,
  isRightParty,
  provesNumber,
  situationOf,
} from '@quittance/core/calls';
import { type LetterLanguage, letterLanguage } from '@quittance/core/correspondence';
import type { Tx } from '../../../platform/database/transaction.ts';
import { notFound } from '../../../platform/errors.ts';
import {
  type Activity,
  type Contact,
  type Customer,
  findContacts,
  findCustomer,
  listActivities,
  recordsOfParty,
  refusals,
  survivorOf,
} from '../../customers/index.ts';
import { customerCalendars, personCalendars } from '../../organisation/index.ts';
import { type CallBack, listCallBacks } from './call-backs.queries.ts';
import { type CallMatters, factsOf, readMatters } from './call-facts.ts';
import { currentScript, fillScript } from './call-scripts.usecase.ts';
import { type Call, callsOfParty } from './calls.queries.ts';
import { type DialledNumber, dialledNumber } from './dialled-number.ts';

/** How a customer is reached: a person there, or the number on its own record when no person has one. */
export interface Reach {
  readonly contact: Contact | null;
  readonly written: string | null;
  readonly number: DialledNumber | null;
  /** The last call that could tell said so. */
  readonly isWrong: boolean;
  /** The contact said not to be called. */
  readonly isRefused: boolean;
  readonly lastReachedAt: string | null;
}

export interface CallSheet {
  readonly customer: Customer;
  readonly timeZone: string;
  readonly today: LocalDate;
  readonly window: CallWindow | null;
  readonly bestTime: BestTime | null;
  readonly reaches: readonly Reach[];
  /** Whom to speak with, unless the caller chose another. */
  readonly chosen: Reach | null;
  readonly situation: CallSituation;
  readonly language: LetterLanguage;
  readonly script: string;
  readonly scriptNumber: number;
  readonly matters: CallMatters;
  readonly lastContacts: readonly Activity[];
  readonly callBacks: readonly CallBack[];
}

export interface CallSheetRequest {
  readonly customerId: string;
  readonly contactId?: string | undefined;
  readonly situation?: CallSituation | undefined;
  readonly language?: LetterLanguage | undefined;
}

const WINDOW_DAYS = 14;
const LAST_CONTACTS = 6;
const CALL_BACKS_MAX = 20;
/** Other kinds of lines are facts, not contacts. */
const CONTACT_KINDS = ['call', 'mail', 'mail_received', 'meeting', 'note', 'letter'];

/** Throws `not_found`, and what the script lacks. */
export async function readCallSheet(tx: Tx, request: CallSheetRequest): Promise<CallSheet> {
  const customerId = await survivorOf(tx, request.customerId);
  const customer = await findCustomer(tx, customerId);
  if (customer?.kind !== 'regular') throw notFound('customer', request.customerId);
  const customerIds = await recordsOfParty(tx, customerId);
  const calls = await callsOfParty(tx, customerIds);
  const theirs = (await customerCalendars(tx, [customerId]))(customer);
  const timeZone = theirs.patterns[0]?.timeZone ?? tx.company.timeZone;
  const matters = await readMatters(tx, customerIds);
  const refused = (await refusals(tx, { customerIds })).filter(({ mayCall }) => !mayCall);
  const refusedBy = new Set(refused.map(({ contactId }) => contactId));
  const contacts = await findContacts(tx, customerIds);
  const reaches = reachesOf({ customer, contacts, calls, refusedBy });
  const chosen = chooseReach(reaches, request.contactId);
  const callsBefore = calls.filter(({ outcome }) => isRightParty(outcome)).length;
  const known = { brokenPromises: matters.brokenPromise === null ? 0 : 1, openDisputes: matters.disputes.length };
  const situation = request.situation ?? situationOf({ ...known, callsBefore });
  const language = request.language ?? letterLanguage([chosen?.contact?.language, customer.language], customer.country);
  const script = await currentScript(tx, { situation, language });
  const facts = factsOf(tx, { matters, customer, contactName: chosen?.contact?.name ?? null, language });
  return {
    ...{ customer, timeZone, today: tx.today, reaches, chosen, situation, language, matters },
    window: callWindow({
      ours: (await personCalendars(tx))(tx.actor.id),
      theirs,
      now: tx.recordedAt,
      days: WINDOW_DAYS,
    }),
    bestTime: bestTime(
      calls.map(({ startedAt, outcome }) => ({ hour: hourIn(startedAt, timeZone), isReached: isRightParty(outcome) })),
    ),
    script: fillScript(script.body, facts),
    scriptNumber: script.number,
    lastContacts: await listActivities(tx, { customerIds, kinds: CONTACT_KINDS, limit: LAST_CONTACTS }),
    callBacks: await listCallBacks(tx, { customerIds, limit: CALL_BACKS_MAX }),
  };
}

interface Known {
  readonly customer: Customer;
  readonly calls: readonly Call[];
  /** Contacts who said not to be called. */
  readonly refusedBy: ReadonlySet<string>;
}

function reachesOf({ contacts, ...known }: Known & { readonly contacts: readonly Contact[] }): Reach[] {
  const there = contacts.filter(({ endedAt }) => endedAt === null);
  const people = there.map((contact): Reach => reachOf({ ...known, contact, written: contact.phone }));
  const own = reachOf({ ...known, contact: null, written: known.customer.phone });
  const isSame = ({ written, number }: Reach): boolean =>
    written === own.written || (number !== null && number.number === own.number?.number);
  return own.written === null || people.some(isSame) ? people : [...people, own];
}

function reachOf(given: Known & { readonly contact: Contact | null; readonly written: string | null }): Reach {
  const { contact, written, customer, calls, refusedBy } = given;
  const number = dialledNumber(written, customer.country);
  const theirs = calls.filter(({ contactId }) => contactId === (contact?.id ?? null));
  // The calls come the latest first: the first that tells of this number is the last word on it.
  const telling = theirs.find(
    (call) => call.number === number?.number && (call.outcome === 'wrong_number' || provesNumber(call.outcome)),
  );
  const lastReachedAt = theirs.find(({ outcome }) => isRightParty(outcome))?.startedAt ?? null;
  const isRefused = contact !== null && refusedBy.has(contact.id);
  return { contact, written, number, isWrong: telling?.outcome === 'wrong_number', isRefused, lastReachedAt };
}

/** The one asked for; else the primary contact, who pays, or anybody who may be called under a number that is not wrong. */
function chooseReach(reaches: readonly Reach[], contactId: string | undefined): Reach | null {
  if (contactId !== undefined) {
    const asked = reaches.find(({ contact }) => contact?.id === contactId);
    if (asked === undefined) throw notFound('contact', contactId);
    return asked;
  }
  const good = reaches.filter(({ number, isWrong, isRefused }) => number !== null && !isWrong && !isRefused);
  return (
    good.find(({ contact }) => contact?.isPrimary) ??
    good.find(({ contact }) => contact?.roles.includes('accounts_payable')) ??
    good[0] ??
    reaches.find(({ isRefused }) => !isRefused) ??
    null
  );
}

/** The hour that the clocks of the zone showed. */
function hourIn(instant: string, timeZone: string): number {
  const text = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(
    Date.parse(instant),
  );
  return Number(text);
}
