/**
 * The morning's page: what happened since the team last worked, what today is about, who did well, what stands in the way. A Monday
 * looks back on Friday and the weekend.
 */
import { addDays, instantInZone, type LocalDate, workWindows } from '@quittance/core/calendar';
import type { Tx } from '../../../platform/database/transaction.ts';
import { companyCalendar } from '../../organisation/index.ts';
import { type Accolade, listAccolades } from './accolades.queries.ts';
import { type Ask, FIGURES, type Figure, type FigureTotal, figureTotals } from './figures.queries.ts';
import { type PersonsWork, portfolioOwners, type TopCustomer, topOfList, workOfPeople } from './huddle.queries.ts';

const DAYS_LOOKED_BACK = 14; // for a day on which somebody worked: longer holidays leave nothing to look back on
const TOP_CUSTOMERS = 10;
const ACCOLADES_DAYS = 7; // seen by the team for a week

export interface Huddle {
  /** The last working day before today, and yesterday. */
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly today: LocalDate;
  readonly figures: Readonly<Record<Figure, readonly FigureTotal[]>>;
  readonly people: readonly PersonsWork[];
  readonly top: readonly TopCustomer[];
  readonly accolades: readonly Accolade[];
  readonly owners: readonly { readonly id: string; readonly name: string }[];
}

export async function readHuddle(tx: Tx, ownerId: string | undefined): Promise<Huddle> {
  const ask: Ask = { ...(await sinceLastWorked(tx)), ownerId };
  return {
    from: ask.from,
    until: ask.until,
    today: tx.today,
    figures: await countFigures(tx, ask),
    people: await workOfPeople(tx, ask),
    top: await topOfList(tx, { ownerId, limit: TOP_CUSTOMERS }),
    accolades: await listAccolades(tx, addDays(tx.today, -ACCOLADES_DAYS)),
    owners: await portfolioOwners(tx),
  };
}

/** On Monday 2 March 2026: from Friday 27 February until Sunday 1 March. */
export async function sinceLastWorked(tx: Tx): Promise<{ from: LocalDate; until: LocalDate }> {
  const calendar = await companyCalendar(tx);
  const until = addDays(tx.today, -1);
  for (let back = 0; back < DAYS_LOOKED_BACK; back += 1) {
    const from = addDays(until, -back);
    const now = instantInZone(from, '00:00', tx.company.timeZone);
    if (workWindows(calendar, { now, days: 1 }).length > 0) return { from, until };
  }
  return { from: until, until };
}

export async function countFigures(tx: Tx, ask: Ask): Promise<Record<Figure, FigureTotal[]>> {
  const totals: [Figure, FigureTotal[]][] = [];
  for (const figure of FIGURES) totals.push([figure, await figureTotals(tx, figure, ask)]);
  return Object.fromEntries(totals) as Record<Figure, FigureTotal[]>; // each figure is in it once
}
