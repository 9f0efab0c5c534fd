/** Research of money that is not applied: who finds out, what comes next by when, why it stayed, and what was found. */
import { addDays } from '@quittance/core/calendar';
import { lookupsFor } from '@quittance/core/matching';
import { currencyCode } from '@quittance/core/money';
import { type Permission, permissionsOf } from '@quittance/core/permissions';
import { RESEARCH_AGES, type RootCause, suggestRootCause } from '@quittance/core/research';
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Company, Database, Scope, Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { insertActivities } from '../../customers/index.ts';
import { listMembers, memberRoles } from '../../identity/index.ts';
import { findItem, findItemsByKey } from '../../ledger/index.ts';
import {
  findResearch,
  type KeptResearch,
  type ResearchFilter,
  type ResearchGroup,
  type ResearchRow,
  researchGroups,
  saveOwner,
  saveResearch,
} from './research.queries.ts';

export const RESEARCH_NOTE = 'research';
const MEMBERS_MAX = 500;

/** The days before which money is one age older, the latest first. */
export function ageBorders(tx: Tx) {
  return RESEARCH_AGES.map((days) => addDays(tx.today, 1 - days));
}

/** All groups, each with its cause: the one that was said, or the one that is suggested. */
export async function groupsWithCause(
  tx: Tx,
  filter: ResearchFilter,
): Promise<(ResearchGroup & { readonly cause: RootCause | null })[]> {
  const groups = await researchGroups(tx, { filter, ageBorders: ageBorders(tx) });
  return groups.map((group) => ({ ...group, cause: group.rootCause ?? suggestRootCause(group) }));
}

/** The filter for a cause: said, or suggested by what was decided. */
export async function causeFilter(tx: Tx, cause: RootCause | 'none'): Promise<ResearchFilter['cause']> {
  const groups = await researchGroups(tx, { filter: {}, ageBorders: [] });
  const wanted = cause === 'none' ? null : cause;
  const keys = groups.filter((group) => suggestRootCause(group) === wanted).map((group) => group.key);
  return { cause, keys: [...new Set(keys)] };
}

export interface ResearchOwner {
  readonly id: string;
  readonly name: string;
}

/** Who may be given money to find out about: whoever applies cash. */
export async function researchOwners(tx: Tx): Promise<ResearchOwner[]> {
  const members = await listMembers(tx, { after: undefined, limit: MEMBERS_MAX });
  return members
    .filter((member) => member.disabledAt === null && permissionsOf(member.roles).includes('cash.apply'))
    .map(({ id, name }) => ({ id, name }));
}

export interface ResearchChange extends Omit<KeptResearch, 'ownerName'> {
  readonly itemId: string;
  readonly note: string | null;
}

/** Writes down what was found out. Throws `not_found`, `research_owner_cannot_apply`. */
export async function changeResearch(tx: CommandTx, change: ResearchChange): Promise<void> {
  const { itemId, note, ...kept } = change;
  const before = await theReceipt(tx, itemId);
  const owner = await ownerOf(tx, change.ownerId);
  await saveResearch(tx, itemId, { ...kept, ownerName: owner?.name ?? null });
  if (note !== null && note !== '') await writeNote(tx, itemId, note);
  const { ownerName, nextStep, nextDueOn, rootCause } = before;
  tx.audit({
    action: 'cash.research',
    subjectKind: 'item',
    subjectId: itemId,
    before: { ownerName, nextStep, nextDueOn, rootCause },
    after: { ...kept, ownerName: owner?.name ?? null },
  });
}

/** Gives many to one owner, or to nobody. Throws `not_found` when one of them is no receipt. */
export async function assignResearch(
  tx: CommandTx,
  { itemIds, ownerId }: { itemIds: readonly string[]; ownerId: string | null },
): Promise<number> {
  const owner = await ownerOf(tx, ownerId);
  const wanted = [...new Set(itemIds)];
  const count = await saveOwner(tx, wanted, owner);
  if (count !== wanted.length) {
    throw new AppError('not_found', 'One of these is no receipt of this company. Refresh the list.', { status: 404 });
  }
  const after = { ownerName: owner?.name ?? null, itemIds: wanted };
  tx.audit({ action: 'cash.research_assigned', subjectKind: 'command', subjectId: tx.commandId, after });
  return count;
}

async function ownerOf(tx: Tx, ownerId: string | null): Promise<ResearchOwner | null> {
  if (ownerId === null) return null;
  const owner = (await researchOwners(tx)).find((one) => one.id === ownerId);
  if (owner) return owner;
  const isMember = (await memberRoles(tx, ownerId)).length > 0;
  if (!isMember) throw notFound('person', ownerId);
  throw new AppError('research_owner_cannot_apply', 'This person does not apply cash here; choose somebody who does.');
}

async function writeNote(tx: CommandTx, itemId: string, text: string): Promise<void> {
  const item = await findItem(tx, itemId);
  if (!item) throw notFound('receipt', itemId);
  const { customerId } = item;
  await insertActivities(tx, [{ id: newId(), customerId, itemId, kind: RESEARCH_NOTE, text }], null);
}

export async function theReceipt(tx: Tx, itemId: string): Promise<ResearchRow> {
  const found = await findResearch(tx, itemId);
  if (!found) throw notFound('receipt', itemId);
  return found;
}

/** An item of another company whose number the payer's text cites. */
export interface FoundElsewhere {
  readonly company: string;
  readonly itemId: string;
  readonly number: string;
  readonly customerName: string;
  readonly currency: string;
  readonly openMinor: bigint;
}

const FOUND_ELSEWHERE_MAX = 10;
const TOKEN_CHARS_MIN = 5; // shorter numbers are somebody's everywhere

/** Looks for the numbers of a receipt's text among the items of the other companies that the person may see. */
export async function foundElsewhere(
  database: Database,
  scope: Scope,
  asked: { receipt: ResearchRow; companies: readonly { company: Company; permissions: ReadonlySet<Permission> }[] },
): Promise<FoundElsewhere[]> {
  const tokens = tokensOf(asked.receipt);
  if (tokens.length === 0) return [];
  const found: FoundElsewhere[] = [];
  for (const { company, permissions } of asked.companies) {
    if (company.id === scope.company.id || !permissions.has('ledger.read')) continue;
    const there: Scope = { company, actor: scope.actor };
    const items = await database.read(there, (tx) => findItemsByKey(tx, tokens));
    for (const item of items.filter((one) => one.kind !== 'receipt').slice(0, FOUND_ELSEWHERE_MAX)) {
      const { id: itemId, number, customerName, currency, openMinor } = item;
      found.push({ company: company.code, itemId, number, customerName, currency, openMinor });
    }
  }
  return found.slice(0, FOUND_ELSEWHERE_MAX);
}

function tokensOf(receipt: ResearchRow): string[] {
  const { itemId: id, bookedOn, amountMinor, text, payerName, payerAccount } = receipt;
  const payer = { payerName: payerName ?? '', payerAccount: payerAccount ?? '' };
  const currency = currencyCode(receipt.currency);
  const { tokens } = lookupsFor([{ id, bookedOn, currency, amountMinor, ...payer, lines: [text], endToEndId: '' }]);
  return tokens.filter((token) => token.length >= TOKEN_CHARS_MIN && /\d/.test(token));
}
