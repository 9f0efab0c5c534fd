/** The end of the demo's last day and the night after: the list as the team left it, what came in afterwards, what broke at midnight. */
import { instantInZone } from '@quittance/core/calendar';
import { judgeAll, refreshWorklist } from '../../modules/collections/index.ts';
import { instantMicros, systemClock } from '../../platform/clock.ts';
import { bankAccount } from '../customers/identifiers.ts';
import { camt053 } from '../files/camt053.ts';
import type { DemoBankLine } from '../history/bank-line.ts';
import { SLOTS } from '../history/events.ts';
import { importAndApply } from '../loading/perform-book-act.ts';
import { openItems } from './calls.ts';
import type { Team } from './team.ts';

const AFTER_MIDNIGHT = 10;

export async function endTheDay(team: Team): Promise<void> {
  const { through, today } = team.history.trade.period;
  const { database } = team.place;
  team.turnTo(through, SLOTS.closing.minute + 30);
  await judgeAll(database, team.scope('system'));
  await refreshWorklist(database, team.scope('system'));
  team.turnTo(through, SLOTS.night.minute);
  await takeInstantPayments(team);
  await judgeAll(database, team.scope('system'));
  const morning = instantInZone(today, '01:15', team.history.trade.company.timeZone);
  // Where that hour is still to come, the server does the same when it is there.
  if (instantMicros(morning) > systemClock.now()) return;
  team.turnTo(today, AFTER_MIDNIGHT);
  await judgeAll(database, team.scope('system'));
  await refreshWorklist(database, team.scope('system'));
}

/** The account for cards and instant payments reports in the evening: customers who paid leave the list overnight. */
async function takeInstantPayments(team: Team): Promise<void> {
  const { trade } = team.history;
  const { through } = trade.period;
  const { code, country, functionalCurrency, name } = trade.company;
  const lines: DemoBankLine[] = [];
  for (const [count, late] of team.payingTonight.entries()) {
    const [item] = await team.place.database.read(team.scope('cash_analyst'), (tx) => openItems(tx, team, late));
    if (item === undefined) continue;
    const { payerName, account: payerAccount } = late.customer.payer;
    lines.push({
      ...{
        reference: `${code.slice(0, 2)}${through.slice(2).replaceAll('-', '')}-9${String(count + 1).padStart(3, '0')}`,
      },
      ...{ bookedOn: through, currency: item.currency, amountMinor: item.openMinor, isReversal: false },
      ...{ payerName, payerAccount, textLines: [item.number], endToEndId: null, structuredReference: null },
      typeCode: { family: 'RRCT', subFamily: 'ESCT' },
    });
  }
  if (lines.length === 0) return;
  const account = bankAccount(country, team.random);
  const day = { account, currency: functionalCurrency, day: through, number: 1, openingMinor: 0n, lines };
  const text = camt053(`${code}-INSTANT-${through.replaceAll('-', '')}`, name, [day]);
  const fileName = `instant-payments-${code}-${through}.camt053.xml`;
  await importAndApply(team.place, { fileName, kind: 'statement', text });
}
