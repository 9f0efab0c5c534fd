/**
 * What the analysts have asked for on the demo's last day: a refund, a write-off and a receipt for another company wait for the
 * manager; a second write-off was approved and has posted.
 */
import { addDays } from '@quittance/core/calendar';
import { type ApprovalAct, approve, ask, draftWish } from '../../modules/approvals/index.ts';
import { listResearch, putOnAccount, type ResearchRow } from '../../modules/cash-application/index.ts';
import { approveRequest, askForChange, findBankAccounts, reviewAccount } from '../../modules/customers/index.ts';
import { findItem } from '../../modules/ledger/index.ts';
import { type CommandTx, runCommand } from '../../platform/command/index.ts';
import type { Company } from '../../platform/database/transaction.ts';
import { unclearPayments } from '../files/unclear-payments.ts';
import { SLOTS } from '../history/events.ts';
import { itemName } from '../history/payment-events.ts';
import { LEDGER } from './customer-care.ts';
import type { LoadedCompany } from './transfers.ts';

const RECEIPTS_MAX = 500; // unapplied at once, of the whole demo
const WRITE_OFF_DAYS_LATE = 45;
const WRITE_OFFS_LOOKED_AT = 20;

type Worker = 'cash_analyst' | 'collections_analyst' | 'manager' | 'expert';
type Work = <T>(by: Worker, action: string, acts: (tx: CommandTx) => Promise<T>) => Promise<T>;

interface Asking {
  readonly act: ApprovalAct;
  readonly reason: string;
  readonly note: string | null;
  readonly account: string | null;
}

/** `other`: the company that a receipt was meant for. As many of the requests as the open items allow. */
export async function askForApprovals(loaded: LoadedCompany, other: Company): Promise<void> {
  const { place, history } = loaded;
  const { database, company, actors } = place;
  place.clock.turnTo(history.trade.period.through, SLOTS.closing.minute);
  const work: Work = (by, action, acts) =>
    runCommand(database, { company, actor: actors[by] }, { action, body: null }, acts);
  const receipts = await unappliedReceipts(loaded);
  await askForRefund(work, loaded, receipts);
  const { forAnother } = unclearPayments(history, place);
  const moved = receipts.find(({ number }) => number === forAnother.reference);
  if (moved) {
    const act = { kind: 'transfer', ...partOf(moved), toCompanyId: other.id, toCompanyCode: other.code } as const;
    const note = `${other.code} found it on their list of expected payments.`;
    await asked(work, 'cash_analyst', { act, reason: `Meant for ${other.code}`, note, account: null });
  }
  await askForWriteOffs(work, loaded);
}

/** The latest last; of one day by their number. */
async function unappliedReceipts({ place }: LoadedCompany): Promise<ResearchRow[]> {
  const scope = { company: place.company, actor: place.actors.cash_analyst };
  const rows = await place.database.read(scope, (tx) => listResearch(tx, { limit: RECEIPTS_MAX }));
  const key = ({ bookedOn, number }: ResearchRow) => `${bookedOn} ${number}`;
  return rows.sort((one, two) => (key(one) < key(two) ? -1 : 1));
}

const partOf = ({ itemId, openMinor }: ResearchRow): Part => ({ itemId, amountMinor: openMinor });

function asked(work: Work, by: 'cash_analyst' | 'collections_analyst', wish: Asking): Promise<string> {
  return work(by, 'approval.ask', (tx) => ask(tx, wish));
}

/** Money that came twice goes back to the account it came from, once the expert has looked at that. */
async function askForRefund(work: Work, { history, registry, place }: LoadedCompany, receipts: readonly ResearchRow[]) {
  const { paidAgain } = unclearPayments(history, place);
  const row = receipts.find(({ number }) => number === paidAgain?.line.reference);
  if (!paidAgain || !row) return;
  const customerId = registry.customerIds.get(paidAgain.customerNumber) ?? '';
  const account = paidAgain.line.payerAccount;
  await putOnAccount(
    place.database,
    { company: place.company, actor: place.actors.cash_analyst },
    {
      receiptId: row.itemId,
      customerId,
      command: { action: 'cash.on_account', body: { receiptId: row.itemId } },
    },
  );
  await approveAccount(work, { customerId, account, holder: paidAgain.line.payerName });
  const act = { kind: 'adjustment', adjustment: 'refund', ...partOf(row) } as const;
  const reason = 'Paid twice; they want the money back';
  await asked(work, 'cash_analyst', { act, reason, note: 'Asked for by mail by their accounts payable.', account });
}

/** A refund goes to an account that somebody has looked at: one that is known is reviewed, another asked for and approved. */
async function approveAccount(
  work: Work,
  { customerId, account, holder }: { customerId: string; account: string; holder: string },
): Promise<void> {
  const reason = 'The account they have paid from for over a year';
  const requestId = await work('collections_analyst', 'customers.ask_change', async (tx) => {
    const known = await findBankAccounts(tx, [customerId]);
    if (known.some((one) => one.account === account)) return null;
    const bankAccounts = [...known.map((one) => ({ account: one.account, holder: null })), { account, holder }];
    return askForChange(tx, { customerId, wish: { bankAccounts }, reason, askedBy: null, channel: 'email' });
  });
  await work('expert', 'customers.approve', async (tx) => {
    if (requestId === null) await reviewAccount(tx, { customerId, account, note: reason });
    else await approveRequest(tx, LEDGER, { id: requestId, reason });
  });
}

/** Of customers that do not pay any more the oldest items are given up: one waits, one was approved. */
async function askForWriteOffs(work: Work, loaded: LoadedCompany): Promise<void> {
  const [waiting, decided] = await lostItems(loaded);
  const wish = (part: Part) => ({
    act: { kind: 'adjustment', adjustment: 'write_off', ...part } as const,
    reason: 'Insolvent: the administrator expects no quota',
    note: null,
    account: null,
  });
  if (decided) {
    const id = await asked(work, 'collections_analyst', wish(decided));
    await work('manager', 'approval.approve', async (tx) => {
      const { fingerprint: seen } = await draftWish(tx, wish(decided));
      return approve(tx, { id, seen, words: 'The administrator’s letter is on file.', roles: ['manager'] });
    });
  }
  if (waiting) await asked(work, 'collections_analyst', wish(waiting));
}

interface Part {
  readonly itemId: string;
  readonly amountMinor: bigint;
}

async function lostItems({ place, history, registry }: LoadedCompany): Promise<Part[]> {
  const { lines, period } = history.trade;
  const before = addDays(period.through, -WRITE_OFF_DAYS_LATE);
  const late = lines.filter(({ dueOn }) => dueOn < before);
  const lost = [...late.filter(({ fate }) => fate === 'insolvent'), ...late.filter(({ fate }) => fate === 'disputed')];
  const scope = { company: place.company, actor: place.actors.collections_analyst };
  return place.database.read(scope, async (tx) => {
    const open: Part[] = [];
    for (const line of lost.slice(0, WRITE_OFFS_LOOKED_AT)) {
      const item = await findItem(tx, registry.itemId(itemName(line)));
      if (item && item.openMinor > 0n) open.push({ itemId: item.id, amountMinor: item.openMinor });
    }
    return open;
  });
}
