/** What the cash desk found out about money that stayed unapplied: owners, next steps with their days, causes, questions to customers. */
import type { LocalDate } from '@quittance/core/calendar';
import { formatAmount } from '@quittance/core/money';
import { type NextStep, type RootCause, suggestRootCause } from '@quittance/core/research';
import {
  askCustomer,
  assignResearch,
  changeResearch,
  listResearch,
  noteAnswer,
  type ResearchRow,
} from '../../modules/cash-application/index.ts';
import { type CommandTx, runCommand } from '../../platform/command/index.ts';
import type { Database, Scope } from '../../platform/database/transaction.ts';
import { addBusinessDays } from '../business-days.ts';
import { SLOTS } from '../history/events.ts';
import type { LoadedCompany } from './transfers.ts';

/** As many as an analyst has on the desk; the rest waits for an owner. */
const RESEARCHED_MAX = 12;
const RESEARCHED_OF_FOUR = 3; // of the fourth, only the owner is said
const QUESTIONS = 3;

interface Finding {
  readonly nextStep: NextStep;
  readonly note: string;
}

const FINDINGS: Readonly<Partial<Record<RootCause, Finding>>> = {
  no_remittance: { nextStep: 'ask_customer', note: 'Their accounts payable look for the list of invoices.' },
  wrong_reference: { nextStep: 'ask_sales', note: 'The number is of an order, not of an invoice: whose is it?' },
  closed_invoice: { nextStep: 'ask_customer', note: 'What they name is paid: they check what they meant.' },
  duplicate: { nextStep: 'refund', note: 'Paid twice: they say whether they want it back.' },
  over_payment: { nextStep: 'ask_customer', note: 'More than they owe: they say what the rest is for.' },
  prepayment: { nextStep: 'ask_sales', note: 'Paid in advance: the invoice comes with the delivery.' },
  unknown_payer: { nextStep: 'ask_bank', note: 'The bank is asked for the name behind the account.' },
};
const USUAL: RootCause = 'no_remittance';
/** From the demo's last day; one of them has passed. */
const DUE_IN_BUSINESS_DAYS = [2, -1, 1, 3] as const;

/** On the demo's last day, as the cash analyst. */
export async function researchCash({ place, history }: LoadedCompany): Promise<void> {
  const { database, company, actors, clock } = place;
  const { through } = history.trade.period;
  clock.turnTo(through, SLOTS.closing.minute);
  const scope = { company, actor: actors.cash_analyst };
  const work = (act: string, acts: (tx: CommandTx) => Promise<unknown>) =>
    runCommand(database, scope, { action: `cash.${act}`, body: null }, async (tx) => void (await acts(tx)));
  const rows = await unasked(database, scope);
  const foundCount = Math.ceil((rows.length * RESEARCHED_OF_FOUR) / 4);
  const [found, assigned] = [rows.slice(0, foundCount), rows.slice(foundCount)];
  for (const [index, row] of found.entries()) {
    const inDays = DUE_IN_BUSINESS_DAYS[index % DUE_IN_BUSINESS_DAYS.length] ?? 0;
    const change = changeOf(row, { nextDueOn: addBusinessDays(through, inDays), ownerId: scope.actor.id });
    await work('research', (tx) => changeResearch(tx, change));
  }
  const itemIds = assigned.map(({ itemId }) => itemId);
  await work('research_assigned', (tx) => assignResearch(tx, { itemIds, ownerId: scope.actor.id }));
  const known = rows.filter(({ customerId }) => customerId !== null).slice(0, QUESTIONS);
  const addresses = new Map(history.trade.customers.map(({ number, email }) => [number, email]));
  for (const row of known) {
    const address = addresses.get(row.customerNumber ?? '') ?? '';
    await askCustomer(database, scope, { ...questionAbout(row, company.name), address });
  }
  const [answered] = known;
  if (!answered || known.length < 2) return;
  const answer = 'They send the list of invoices by mail tomorrow.';
  const command = { action: 'cash.answer', body: { receiptId: answered.itemId } };
  await noteAnswer(database, scope, { receiptId: answered.itemId, answer, command });
}

/** The oldest about which nothing is asked under four eyes. */
async function unasked(database: Database, scope: Scope): Promise<ResearchRow[]> {
  const rows = await database.read(scope, (tx) => listResearch(tx, { limit: 2 * RESEARCHED_MAX }));
  return rows.filter(({ requestId }) => requestId === null).slice(0, RESEARCHED_MAX);
}

function changeOf(
  row: ResearchRow,
  { nextDueOn, ownerId }: { readonly nextDueOn: LocalDate; readonly ownerId: string },
) {
  const suggested = suggestRootCause(row);
  const rootCause = suggested !== null && FINDINGS[suggested] ? suggested : USUAL;
  const { nextStep = 'find_remittance', note = null } = FINDINGS[rootCause] ?? {};
  const nothing = { nextStepWords: null, rootCauseWords: null };
  return { itemId: row.itemId, ownerId, nextStep, nextDueOn, rootCause, note, ...nothing } as const;
}

function questionAbout(row: ResearchRow, company: string) {
  const { itemId: receiptId, customerId, number, bookedOn, openMinor, currency, questionCode } = row;
  const amount = `${formatAmount(openMinor, currency)} ${currency}`;
  const body = `On ${bookedOn} we received ${amount} from you (our reference ${number}) and cannot tell which invoices it pays. Please send us their numbers.\n\nThank you\n${company}`;
  return {
    ...{ receiptId, customerId, questionCode, language: 'en', subject: `Your payment of ${amount}`, body },
    command: { action: 'cash.ask', body: { receiptId } },
  };
}
