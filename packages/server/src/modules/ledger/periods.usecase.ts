/** Periods close month by month, from the first to the last; closing says what stands in the way. */
import { addDays, endOfMonth, type LocalDate } from '@quittance/core/calendar';
import { revaluationEntry } from '@quittance/core/ledger';
import type { CommandTx } from '../../platform/command/index.ts';
import { completeInstant, type Tx } from '../../platform/database/transaction.ts';
import { AppError } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { findBook, saveBook } from './book.queries.ts';
import { insertEntries } from './entries.queries.ts';
import { exchangeFor } from './exchange.ts';
import { addPendingAct, waitingActs } from './pending.queries.ts';
import {
  accountTotals,
  type ControlTotal,
  insertClosedPeriod,
  insertSnapshot,
  openByCurrency,
  unpairedTransfers,
} from './periods.queries.ts';
import { reverseEntry } from './reversals.usecase.ts';

/** Something that must be settled before a period closes. */
export interface Obstacle {
  readonly code: string;
  readonly message: string;
  /** What the message names, to say it in another language. */
  readonly parameters: Readonly<Record<string, number | string | readonly string[]>>;
}

/** Asked of other modules, so that the ledger need not know them: unposted statements, open imports. */
export type ClosingCheck = (tx: Tx, endsOn: LocalDate) => Promise<Obstacle[]>;

/** Lets only managers post up to that day from now on. */
export async function startClosing(tx: CommandTx, endsOn: LocalDate): Promise<void> {
  const book = await findBook(tx);
  requireNextMonthEnd(tx, endsOn, book.closedThrough);
  await saveBook(tx, { ...book, closingThrough: endsOn });
  tx.audit({ action: 'period.closing', subjectKind: 'period', subjectId: endsOn });
}

/**
 * Closes a period for good and keeps its control totals and month-end balances. Must run in `database.close`, during
 * which nobody posts. Throws `period_not_closable` with the obstacles.
 */
export async function closePeriod(
  tx: CommandTx,
  endsOn: LocalDate,
  checks: readonly ClosingCheck[],
): Promise<ControlTotal[]> {
  const book = await findBook(tx);
  requireNextMonthEnd(tx, endsOn, book.closedThrough);
  const obstacles = await closingObstacles(tx, endsOn, checks);
  if (obstacles.length > 0) {
    const message = `${endsOn} cannot be closed yet: ${obstacles.map((obstacle) => obstacle.message).join(' ')}`;
    throw new AppError('period_not_closable', message, { status: 409, details: { obstacles } });
  }
  const controlTotals = await accountTotals(tx, endsOn);
  await insertSnapshot(tx, endsOn, tx.recordedAt);
  await insertClosedPeriod(tx, { endsOn, controlTotals });
  await saveBook(tx, { closedThrough: endsOn, closingThrough: null });
  tx.audit({ action: 'period.close', subjectKind: 'period', subjectId: endsOn, after: { controlTotals } });
  return controlTotals;
}

export async function closingObstacles(
  tx: Tx,
  endsOn: LocalDate,
  checks: readonly ClosingCheck[],
): Promise<Obstacle[]> {
  const obstacles: Obstacle[] = [];
  const waiting = (await waitingActs(tx)).filter((act) => act.effectiveOn <= endsOn);
  if (waiting.length > 0) {
    obstacles.push({
      code: 'pending_acts',
      message: `${waiting.length} pending acts are due by then; release or withdraw them.`,
      parameters: { count: waiting.length },
    });
  }
  const unpaired = await unpairedTransfers(tx);
  if (unpaired.length > 0) {
    obstacles.push({
      code: 'unpaired_transfers',
      message: `${unpaired.length} transfers wait for the other company's side.`,
      parameters: { count: unpaired.length },
    });
  }
  for (const check of checks) obstacles.push(...(await check(tx, endsOn)));
  return obstacles;
}

function requireNextMonthEnd(tx: Tx, endsOn: LocalDate, closedThrough: LocalDate | null): void {
  const expected = closedThrough === null ? endOfMonth(endsOn) : endOfMonth(addDays(closedThrough, 1));
  if (endsOn !== expected) {
    const message = `The next period to close ends on ${expected}.`;
    throw new AppError('period_out_of_order', message, { status: 409, details: { next: expected } });
  }
  if (endsOn >= tx.today) throw new AppError('period_not_over', `${endsOn} is not over yet.`, { status: 409 });
}

/** Keeps month-end balances, so that later questions about the past start from there. */
export async function takeSnapshot(tx: Tx, endsOn: LocalDate): Promise<void> {
  await insertSnapshot(tx, endsOn, await completeInstant(tx));
}

/**
 * Revalues what is open in foreign currencies at a day's rate and takes it back the next day; when that day is still to
 * come, the taking back waits as a pending act. Returns the ids of the revaluation entries.
 */
export async function revalue(tx: CommandTx, asOf: LocalDate): Promise<string[]> {
  const functional = tx.company.functionalCurrency;
  const open = (await openByCurrency(tx, asOf)).filter((sum) => sum.currency !== functional);
  const exchange = await exchangeFor(
    tx,
    open.map((sum) => sum.currency),
  );
  const drafts = open.flatMap(({ currency, amountMinor, carryingMinor }) => {
    const worth = exchange.toFunctional({ amountMinor, currency, on: asOf });
    const draft = revaluationEntry({ currency, differenceMinor: worth - carryingMinor, effectiveOn: asOf });
    return draft ? [{ ...draft, id: newId(), commandId: tx.commandId }] : [];
  });
  await insertEntries(tx, drafts);
  const nextDay = addDays(asOf, 1);
  for (const { id: entryId } of drafts) {
    const reversal = {
      entryId,
      effectiveOn: nextDay,
      withDependents: false,
      reason: 'revaluation is taken back the next day',
    };
    if (nextDay <= tx.today) await reverseEntry(tx, reversal);
    else await addPendingAct(tx, { effectiveOn: nextDay, act: { kind: 'reversal', ...reversal } });
  }
  return drafts.map((draft) => draft.id);
}
