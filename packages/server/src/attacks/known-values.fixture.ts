/** What fields are usually filled with, by their names: with what exists in a company, so that a body reaches as far as it can. */
import { addDays, dateInZone } from '@quittance/core/calendar';
import { systemClock } from '../platform/clock.ts';
import type { SampleIds } from './sample-ids.fixture.ts';

/** The day so many days from now, by the clock of the machine, as the database's is. */
function dayFromNow(days: number): string {
  return addDays(dateInZone(systemClock.now(), 'UTC'), days);
}

/** Where the ids of a field come from: `customerId` is a customer's. */
export const PLACE_OF_FIELD: Readonly<Record<string, string>> = {
  activityId: '/activities/:id',
  assigneeId: '/people/:id',
  bankLineId: '/waiting-lines/:id',
  callBackId: '/call-backs/:id',
  contactId: '/contacts/:id',
  contactIds: '/contacts/:id',
  conversationId: '/conversations/:id',
  creditItemId: '/receipts/:id',
  customerId: '/customers/:id',
  customerIds: '/customers/:id',
  debitItemId: '/items/:id',
  defaultOwnerId: '/people/:id',
  duplicateId: '/customers/:id',
  entryId: '/entries/:id',
  firstId: '/customers/:id',
  itemId: '/items/:id',
  itemIds: '/items/:id',
  mailboxId: '/mailboxes/:id',
  ownerId: '/people/:id',
  parentId: '/customers/:id',
  people: '/people/:id',
  personId: '/people/:id',
  personIds: '/people/:id',
  receiptId: '/receipts/:id',
  secondId: '/customers/:id',
  shiftId: '/shifts/:id',
  survivorId: '/customers/:id',
  teamId: '/work-teams/:id',
  toPersonId: '/people/:id',
  viewId: '/views/:id',
};

export function knownValues(ids: SampleIds): Record<string, unknown> {
  const soon = dayFromNow(20);
  const past = dayFromNow(-5);
  return {
    ...Object.fromEntries(Object.entries(PLACE_OF_FIELD).map(([field, place]) => [field, ids[place]])),
    ...{ uuid: ids['/customers/:id'], date: soon, 'date-time': `${soon}T10:00:00Z` },
    ...{ issuedOn: past, effectiveOn: past, fromOn: past, since: past, quotedOn: past, from: past, until: soon },
    ...{ happenedAt: `${past}T10:00:00Z`, startedAt: `${past}T10:00:00Z`, endsAt: `${soon}T11:00:00Z` },
    ...{ currency: 'EUR', functionalCurrency: 'EUR', amount: '1.00', timeZone: 'Europe/Rome', country: 'IT' },
    ...{ address: 'a@example.com', host: 'localhost', iban: 'IT60X0542811101000000123456', phone: '+390212345678' },
    ...{ toCompany: 'UK01', holidayLists: 'IT', holidayList: 'IT', kind: 'note', fromMinute: 540, untilMinute: 1020 },
  };
}
