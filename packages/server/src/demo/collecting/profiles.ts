/** How some customers must be billed and when they pay, as they told us; and who said not to be written to or called. */
import { findContacts, noteConsent, type ProfileFields, saveProfile } from '../../modules/customers/index.ts';
import type { DemoCustomer } from '../customers/customers.ts';
import { streetAndTown } from '../customers/streets.ts';
import type { Team } from './team.ts';

const NOTHING: ProfileFields = {
  ...{ delivery: null, invoiceAddress: null, portalName: null, portalUrl: null, orderRule: null, orderNote: null },
  ...{ approval: [], payRun: null, cutOffDays: null, askFor: [], note: null },
};

const PROFILES: readonly ((customer: DemoCustomer) => Partial<ProfileFields>)[] = [
  () => ({
    ...{
      delivery: 'portal',
      portalName: 'Portside',
      portalUrl: 'https://portside.example/suppliers',
      orderRule: 'each_line',
    },
    ...{ orderNote: 'Order and position on each line, or the portal rejects it.', cutOffDays: 3 },
    approval: [
      { who: 'Buyer', days: 2 },
      { who: 'Plant manager', days: 3 },
      { who: 'Accounts payable', days: 1 },
    ],
    payRun: { kind: 'month_days', days: [10, 25] },
    askFor: [{ what: 'Status in the portal', whom: 'supplier desk, weekday mornings' }],
  }),
  ({ email }) => ({
    ...{ delivery: 'mail', invoiceAddress: email, orderRule: 'each_invoice' },
    approval: [{ who: 'Head of department', days: 4 }],
    payRun: { kind: 'weekly', weekday: 4 },
    note: 'A statement before the 20th is paid with the next run.',
  }),
  () => ({ delivery: 'edi', orderRule: 'contract', payRun: { kind: 'month_days', days: [31] }, cutOffDays: 5 }),
  ({ country, number }) => ({
    ...{ delivery: 'post', invoiceAddress: streetAndTown(country, houseOf(number)), orderRule: 'none' },
    payRun: { kind: 'nth_weekday', weekday: 2, nth: 2 },
  }),
];
const HOUSES = 60; // of a street
const houseOf = (customerNumber: string): number => 1 + (Number(customerNumber.replaceAll(/\D/gu, '')) % HOUSES);
const PROFILED = 16;
const EVERY_TENTH = 10;

export async function askHowTheyPay(team: Team): Promise<void> {
  const { customers } = team.history.trade;
  const chosen = customers.filter((one, index) => one.isLargest || index % EVERY_TENTH === 1).slice(0, PROFILED);
  for (const [index, customer] of chosen.entries()) {
    const fields = { ...NOTHING, ...PROFILES[index % PROFILES.length]?.(customer) };
    await team.act('collections_analyst', 'customers.profile', (tx) =>
      saveProfile(tx, { customerId: team.customerId(customer), seen: 0, fields }),
    );
  }
  await noteRefusals(team);
}

/** One wants no mail, one no calls, one wants both again. */
async function noteRefusals(team: Team): Promise<void> {
  const { customers, period } = team.history.trade;
  const since = period.from;
  const said = [
    { mayMail: false, mayCall: true, source: 'Asked on the phone to be called only' },
    { mayMail: true, mayCall: false, source: 'Wrote that they answer mails, not calls' },
    { mayMail: true, mayCall: true, source: 'Signed supplier form' },
  ];
  for (const [index, consent] of said.entries()) {
    const customer = customers.at(-5 - index);
    if (!customer) return;
    await team.act('collections_analyst', 'customers.consent', async (tx) => {
      const [contact] = await findContacts(tx, [team.customerId(customer)]);
      if (contact) await noteConsent(tx, contact.id, { ...consent, since });
      return null;
    });
  }
}
