/**
 * Letters on paper of a run go to the printer as one pile, in the order of their customers' numbers. Each is looked at again as the pile is
 * made: one that asks for what is not owed so any more is left out, and made again for what still is. The pile is written down first and
 * drawn of what was written, as often as somebody fetches it; a letter is in one pile at a time. Its steps count as taken when somebody
 * says that it was posted: until then the items wait.
 */
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Database, Scope, Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { notePosted, printLetters, withdrawUnprinted } from '../../correspondence/index.ts';
import { findVersion } from '../strategies/strategies.queries.ts';
import { objectionToSending } from './check-before-sending.ts';
import { loadParties } from './customer-facts.ts';
import { groundOf, type PlannedCustomer, planCustomers } from './plan-customers.ts';
import {
  endPrint,
  findPrint,
  insertPrint,
  leaveOut,
  lettersOfPrint,
  lettersToPrint,
  lockRun,
  type Print,
  type WaitingLetter,
} from './prints.queries.ts';
import { findRun } from './runs.queries.ts';
import { writePage } from './write-page.ts';

/** What a clerk folds in a morning, and a page drawer draws in half a minute; the rest comes with the next print. */
const LETTERS_A_PRINT_MAX = 250;

export interface MadePrint {
  /** Null: all that waited was taken back. */
  readonly id: string | null;
  readonly letters: number;
  /** Taken back as the pile was made: paid, promised or disputed meanwhile. */
  readonly withdrawn: number;
  /** Of the run, those that did not fit. */
  readonly left: number;
}

/** Throws `not_found`, `nothing_to_print`. */
export async function makePrint(tx: CommandTx, runId: string): Promise<MadePrint> {
  const run = await findRun(tx, runId);
  if (run === undefined) throw notFound('dunning run', runId);
  await lockRun(tx, runId);
  const [before, gone] = await withdrawUnwanted(tx, await lettersToPrint(tx, runId));
  if (gone.length > 0) await writeAnew(tx, runId, run.strategyNumber, gone);
  const letters = gone.length > 0 ? await lettersToPrint(tx, runId) : before;
  if (letters.length === 0 && gone.length === 0) throw nothingToPrint();
  const messageIds = letters.slice(0, LETTERS_A_PRINT_MAX).map(({ messageId }) => messageId);
  const id = messageIds.length === 0 ? null : newId();
  if (id !== null) await insertPrint(tx, { id, runId, messageIds });
  const made = { letters: messageIds.length, withdrawn: gone.length, left: letters.length - messageIds.length };
  tx.audit({
    action: 'dunning.print_made',
    subjectKind: 'dunning_run',
    subjectId: runId,
    after: { ...made, print: id },
  });
  return { id, ...made };
}

async function withdrawUnwanted(tx: Tx, waiting: readonly WaitingLetter[]) {
  const [standing, gone]: [WaitingLetter[], string[]] = [[], []];
  for (const letter of waiting) {
    const objection = await objectionToSending(tx, letter.messageId);
    if (objection === null) standing.push(letter);
    else if (await withdrawUnprinted(tx, letter.messageId, objection)) gone.push(letter.customerId);
  }
  return [standing, gone] as const;
}

/** Customers whose letter was left out get one for what they still owe, as a run of now would write it; tasks they have already. */
async function writeAnew(
  tx: CommandTx,
  runId: string,
  strategyNumber: number,
  customerIds: readonly string[],
): Promise<void> {
  const version = await findVersion(tx, strategyNumber);
  const parties = await loadParties(tx);
  const ground = await groundOf(tx, version?.strategies ?? [], parties);
  const planned = await planCustomers(tx, [...new Set(customerIds.map(parties.standsFor))], ground);
  const onlyLetters = (one: PlannedCustomer): PlannedCustomer => ({
    ...one,
    plan: { ...one.plan, acts: [], heldBack: [] },
  });
  await writePage(tx, planned.map(onlyLetters), runId);
}

/** The pile as PDF, the same each time but for letters taken back since. Throws `not_found`, `nothing_to_print`, `pdf_not_drawn`. */
export async function printFile(
  database: Database,
  scope: Scope,
  { id, isTwoSided }: { readonly id: string; readonly isTwoSided: boolean },
): Promise<{ name: string; type: string; content: Uint8Array }> {
  const { print, messageIds } = await database.read(scope, async (tx) => {
    const letters = (await lettersOfPrint(tx, id)).filter(({ isLeft, state }) => !isLeft && state !== 'withdrawn');
    return { print: await thePrint(tx, id), messageIds: letters.map(({ messageId }) => messageId) };
  });
  if (messageIds.length === 0) throw nothingToPrint();
  const content = await printLetters({ database }, scope, { messageIds, isTwoSided });
  return { name: `letters ${print.madeAt.slice(0, 10)} ${print.number}.pdf`, type: 'application/pdf', content };
}

export interface PostedPrint {
  readonly posted: number;
  /** They wait for the next print. */
  readonly left: number;
  /** Taken back while they lay there: not to be posted. */
  readonly withdrawn: readonly string[];
}

/** Somebody says that the pile was posted, but for some letters. Throws `not_found`, `print_is_settled`. */
export async function confirmPrint(
  tx: CommandTx,
  { id, except }: { readonly id: string; readonly except: readonly string[] },
): Promise<PostedPrint> {
  await openPrint(tx, id);
  const letters = await lettersOfPrint(tx, id);
  const left = letters.filter(({ messageId }) => except.includes(messageId)).map(({ messageId }) => messageId);
  await leaveOut(tx, { printId: id, messageIds: left });
  const meant = letters.filter(({ messageId }) => !except.includes(messageId));
  const posted = await notePosted(
    tx,
    meant.map(({ messageId }) => messageId),
  );
  await endPrint(tx, id, 'posted');
  const after = { posted: posted.length, left: left.length };
  tx.audit({ action: 'dunning.print_posted', subjectKind: 'dunning_print', subjectId: id, after });
  const withdrawn = meant.filter(({ state }) => state === 'withdrawn').map(({ customerName }) => customerName);
  return { ...after, withdrawn };
}

/** Nothing of the pile was posted: its letters wait for the next print, and are looked at again then. Throws `not_found`, `print_is_settled`. */
export async function dropPrint(tx: CommandTx, id: string): Promise<void> {
  await openPrint(tx, id);
  const letters = await lettersOfPrint(tx, id);
  await leaveOut(tx, { printId: id, messageIds: letters.map(({ messageId }) => messageId) });
  await endPrint(tx, id, 'dropped');
  tx.audit({ action: 'dunning.print_dropped', subjectKind: 'dunning_print', subjectId: id });
}

async function openPrint(tx: CommandTx, id: string): Promise<Print> {
  const found = await thePrint(tx, id);
  await lockRun(tx, found.runId);
  const print = await thePrint(tx, id);
  if (print.endedAs === null) return print;
  const words = print.endedAs === 'posted' ? 'noted as posted' : 'given up';
  const message = `This print was ${words} by ${print.endedByName ?? 'somebody'} already. Look at the run again.`;
  throw new AppError('print_is_settled', message, { status: 409 });
}

async function thePrint(tx: Tx, id: string): Promise<Print> {
  const print = await findPrint(tx, id);
  if (print === undefined) throw notFound('print', id);
  return print;
}

function nothingToPrint(): AppError {
  const message =
    'No letter of this run waits to be printed: they are posted, taken back, or in another print that nobody has ended.';
  return new AppError('nothing_to_print', message, { status: 409 });
}
