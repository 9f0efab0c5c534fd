/**
 * The worklist follows the books: a customer for whom something was posted, held or noted is worked out again, everybody
 * when a day begins or another version of the strategies holds. It may be asked for at any time and by many at once: one does it, the others go on.
 */
import { hoursOn, type LocalDate } from '@quittance/core/calendar';
import { asksForLateness, type Strategy, strategyFor, USUAL_SCORING } from '@quittance/core/strategies';
import { collectableMinor, scoreOf } from '@quittance/core/worklist';
import { completeInstant, type Database, type Scope, type Tx } from '../../../platform/database/transaction.ts';
import { companyCalendar } from '../../organisation/index.ts';
import { keepAssigned } from '../portfolios/assign-customers.usecase.ts';
import { numberInForce, strategiesInForce } from '../strategies/strategies.queries.ts';
import { eveningsBefore, keepEvening } from './evenings.queries.ts';
import {
  customersTouchedSince,
  type FactsOfCustomer,
  factsOfCustomers,
  findState,
  forgetEntries,
  insertEntries,
  lockWorklist,
  saveState,
  type WorklistState,
} from './worklist.queries.ts';

const ENTRIES_PER_STATEMENT = 2_000;
/** When so many changed at once (an import), working out everybody is no dearer. */
const TOUCHED_MAX = 5_000;

export async function refreshWorklist(database: Database, scope: Scope): Promise<void> {
  await database.write(scope, async (tx) => {
    if (!(await lockWorklist(tx))) return;
    const state = await findState(tx);
    const through = await completeInstant(tx);
    if (state?.refreshedOn !== tx.today) return beginDay(tx, { before: state, through });
    await keepAssigned(tx);
    if (state.strategyNumber !== (await numberInForce(tx))) {
      return refreshAll(tx, { through, sinceOn: state.sinceOn });
    }
    const touched = await customersTouchedSince(tx, state.refreshedThrough);
    if (touched.length === 0) return;
    const { usualOverdueMinor, sinceOn } = state;
    if (touched.length > TOUCHED_MAX) return refreshAll(tx, { through, sinceOn });
    const ranking = await rankingNow(tx);
    await forgetEntries(tx, touched);
    const facts = await factsOfCustomers(tx, { ids: touched, isLatenessWanted: ranking.isLatenessWanted });
    await enter(tx, facts, { ranking, usualOverdueMinor });
    const { strategyNumber } = ranking;
    await saveState(tx, { refreshedThrough: through, usualOverdueMinor, sinceOn, strategyNumber });
  });
}

/** By which points customers are ranked now. */
interface Ranking {
  readonly strategies: readonly Strategy[];
  /** 0 while none holds: then all are ranked by the usual rules, as is whom no strategy includes. */
  readonly strategyNumber: number;
  readonly isLatenessWanted: boolean;
}

async function rankingNow(tx: Tx): Promise<Ranking> {
  const version = await strategiesInForce(tx);
  const strategies = version?.strategies ?? [];
  const isLatenessWanted = strategies.some(({ scoring }) => asksForLateness(scoring));
  return { strategies, strategyNumber: version?.number ?? 0, isLatenessWanted };
}

/** The list of the evening is kept; all are worked out anew, and assigned by the balances of this morning. */
async function beginDay(
  tx: Tx,
  { before, through }: { readonly before: WorklistState | undefined; readonly through: string },
): Promise<void> {
  if (before !== undefined && before.refreshedOn < tx.today) {
    await keepEvening(tx, before.refreshedOn, before.strategyNumber);
  }
  await refreshAll(tx, { through, sinceOn: await lastWorkingEvening(tx) });
  await keepAssigned(tx);
}

/** Monday is compared with Friday: what changed over the weekend is new to whoever comes in. */
async function lastWorkingEvening(tx: Tx): Promise<LocalDate | null> {
  const evenings = await eveningsBefore(tx, tx.today);
  const calendar = await companyCalendar(tx);
  return evenings.find((day) => hoursOn(calendar, day).length > 0) ?? evenings[0] ?? null;
}

async function refreshAll(
  tx: Tx,
  { through, sinceOn }: { readonly through: string; readonly sinceOn: LocalDate | null },
): Promise<void> {
  const ranking = await rankingNow(tx);
  const facts = await factsOfCustomers(tx, { ids: null, isLatenessWanted: ranking.isLatenessWanted });
  const usualOverdueMinor = usualOverdue(facts);
  await forgetEntries(tx, null);
  await enter(tx, facts, { ranking, usualOverdueMinor });
  const { strategyNumber } = ranking;
  await saveState(tx, { refreshedThrough: through, usualOverdueMinor, sinceOn, strategyNumber });
}

async function enter(
  tx: Tx,
  facts: readonly FactsOfCustomer[],
  { ranking, usualOverdueMinor }: { readonly ranking: Ranking; readonly usualOverdueMinor: bigint },
): Promise<void> {
  const ground = { usualOverdueMinor, today: tx.today };
  const entries = facts.map((customer) => {
    const strategy = strategyFor(ranking.strategies, customer);
    return {
      facts: customer,
      strategyName: strategy?.name ?? null,
      collectableMinor: collectableMinor(customer),
      ...scoreOf(customer, strategy?.scoring ?? USUAL_SCORING, ground),
    };
  });
  for (let start = 0; start < entries.length; start += ENTRIES_PER_STATEMENT) {
    await insertEntries(tx, entries.slice(start, start + ENTRIES_PER_STATEMENT));
  }
}

/** The average of those with something overdue. It moves slowly: once a day is enough. */
function usualOverdue(facts: readonly FactsOfCustomer[]): bigint {
  const overdue = facts.filter((customer) => customer.overdueMinor > 0n);
  const total = overdue.reduce((sum, customer) => sum + customer.overdueMinor, 0n);
  return overdue.length === 0 ? 1n : total / BigInt(overdue.length) || 1n;
}
