/** What a team sets up before it begins: people at customers, calendars, portfolios, a mailbox, strategies, terms of interest. */
import { addDays, localDate } from '@quittance/core/calendar';
import { type Strategy, USUAL_STRATEGY } from '@quittance/core/strategies';
import {
  insertTerms,
  proposeStrategies,
  saveReferenceRate,
  setEscalation,
  setSchedule,
  switchStrategies,
} from '../../modules/collections/index.ts';
import { addMailbox, saveLetterSettings } from '../../modules/correspondence/index.ts';
import { insertContacts } from '../../modules/customers/index.ts';
import { TRIAL_HOST } from '../../platform/mail/index.ts';
import { bankAccount } from '../customers/identifiers.ts';
import { randomOf } from '../random.ts';
import { classifyCustomers } from './classify-customers.ts';
import { contactsOf } from './contacts.ts';
import { setUpCalendars } from './office-calendars.ts';
import { shareOutCustomers } from './portfolio-rules.ts';
import type { Team } from './team.ts';
import { widerStrategies } from './wider-strategies.ts';

export async function setUpTeam(team: Team): Promise<void> {
  const contacts = contactsOf(team);
  await team.act('collections_analyst', 'customers.contacts', (tx) =>
    insertContacts(tx, contacts, null).then(() => null),
  );
  await classifyCustomers(team);
  await setUpCalendars(team);
  await shareOutCustomers(team);
  await openMailbox(team);
  await switchOnStrategies(team);
  await setInterestTerms(team);
}

/** It delivers to nobody: whatever is tried in the demo, no mail leaves it. */
async function openMailbox(team: Team): Promise<void> {
  const { company } = team.history.trade;
  const random = randomOf(`${team.place.seed} ${company.code} letters`);
  const payeeName = company.name.slice(0, 70);
  const account = bankAccount(company.country, random);
  const isIban = /^[A-Z]{2}\d{2}/.test(account);
  const [routing, number] = account.split('-');
  const settings = {
    payeeName,
    iban: isIban ? account : null,
    bic: null,
    otherWayToPay: isIban ? null : `By wire or ACH: routing ${routing}, account ${number}`,
    signature: company.name,
  };
  await team.act('expert', 'correspondence.save_settings', (tx) => saveLetterSettings(tx, settings).then(() => null));
  const server = { host: TRIAL_HOST, port: 587, security: 'starttls', user: null, passwordFrom: null } as const;
  const mailbox = {
    ...{ name: `${payeeName}, accounts receivable`, address: `receivables.${company.code.toLowerCase()}@demo.example` },
    ...{ smtp: server, imap: null, hasAddressTokens: false, authority: null, isDefault: true, isEnabled: true },
  };
  team.notes.set('mailbox', await team.act('expert', 'correspondence.add_mailbox', (tx) => addMailbox(tx, mailbox)));
}

/** Letters have begun abroad; the version for everybody waits to be looked at and switched on. */
async function switchOnStrategies(team: Team): Promise<void> {
  const { country } = team.history.trade.company;
  const abroad = {
    ...{ ...USUAL_STRATEGY, name: 'Abroad' },
    customers: {
      ...USUAL_STRATEGY.customers,
      countries: [...new Set(team.history.trade.customers.map((one) => one.country))]
        .filter((one) => one !== country)
        .sort(),
    },
  };
  const number = await propose(team, [abroad], 'We begin abroad and see what comes back');
  const { database, scope, command } = team.caller('manager', 'strategies.switch');
  await switchStrategies(database, scope, { number, reason: 'As agreed with sales', command });
  await propose(team, widerStrategies(abroad), 'The home market too; key accounts hear from a person first');
  const schedule = { isOn: false, atMinute: 540, weekdays: [1, 3], actsTo: team.actor('collections_analyst').id };
  const set = team.caller('manager', 'dunning.schedule');
  await setSchedule(set.database, set.scope, { schedule, command: set.command });
  const rule = { afterMinutes: ESCALATED_AFTER_MINUTES, toPersonId: team.actor('manager').id };
  await setEscalation(team.caller('manager', 'task.escalation'), rule);
}

const ESCALATED_AFTER_MINUTES = 960; // two working days

async function propose(team: Team, strategies: readonly Strategy[], reason: string): Promise<number> {
  const { database, scope, command } = team.caller('expert', 'strategies.propose');
  return (await proposeStrategies(database, scope, { strategies, reason, command })).number;
}

const CHARGED_DAYS_BACK = 45;
/** 2.15 %, the last one the product knows. Those of 2026 are the demo's assumption: the real ones are entered twice a year. */
const ASSUMED_RATE_E4 = 21_500;
const ASSUMED_FROM = [localDate('2026-01-01'), localDate('2026-07-01')] as const;

async function setInterestTerms(team: Team): Promise<void> {
  const { functionalCurrency } = team.history.trade.company;
  const fromOn = addDays(team.history.trade.period.through, -CHARGED_DAYS_BACK);
  const terms = {
    ...({ scheme: 'reference', rateE4: 80_000, dayCount: 'act365', graceDays: 7, noteDueDays: 14, fromOn } as const),
    ...{ minimumMinor: 2_500n, feeMinor: functionalCurrency === 'EUR' ? 4_000n : 0n, feeCurrency: functionalCurrency },
  };
  await team.act('expert', 'interest_terms.set', async (tx) => {
    const number = await insertTerms(tx, terms, 'Directive 2011/7/EU, from the month before last');
    tx.audit({
      action: 'interest_terms.set',
      subjectKind: 'company',
      subjectId: tx.company.id,
      after: { number, ...terms },
    });
    const known = ASSUMED_FROM.filter((day) => day <= tx.today);
    for (const validFrom of known) await saveReferenceRate(tx, { validFrom, rateE4: ASSUMED_RATE_E4 });
    return null;
  });
}
