/** What stands on entries, so that undoing them is refused: named for the person who has to decide about it first. */
import type { LocalDate } from '@quittance/core/calendar';
import type { EntryKind } from '@quittance/core/ledger';
import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { dependentEntryIds } from './entries.queries.ts';

export interface Dependent {
  readonly entryId: string;
  readonly kind: EntryKind;
  readonly effectiveOn: LocalDate;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly recordedBy: string;
  readonly reason: string | null;
  /** The items it touches, by number. */
  readonly items: readonly { readonly id: string; readonly number: string }[];
  /** Nothing stands on it in turn: it can be undone now. */
  readonly isFree: boolean;
}

/** Entries asked about in one statement. */
const ENTRIES_PER_BLOCK = 2_000;

/** All that stands on the entries, what can be undone first before the rest; at most `limit`, and whether there are more. */
export async function findDependents(
  tx: Tx,
  entryIds: readonly string[],
  limit: number,
): Promise<{ dependents: Dependent[]; isMore: boolean }> {
  const standsOn = new Map<string, readonly string[]>();
  const asked = new Set(entryIds);
  for (let level = [...entryIds]; level.length > 0 && standsOn.size <= limit; ) {
    const next = new Set<string>();
    for (let start = 0; start < level.length && next.size <= limit; start += ENTRIES_PER_BLOCK) {
      const block = level.slice(start, start + ENTRIES_PER_BLOCK);
      for (const [owner, ids] of await dependentEntryIds(tx, block)) {
        if (!asked.has(owner)) standsOn.set(owner, ids);
        for (const id of ids) if (!asked.has(id) && !standsOn.has(id)) next.add(id);
      }
    }
    for (const id of next) standsOn.set(id, standsOn.get(id) ?? []);
    level = [...next];
  }
  const ids = [...standsOn.keys()].slice(0, limit);
  const described = await describeEntries(tx, ids);
  const dependents = described.map((one) => ({ ...one, isFree: (standsOn.get(one.entryId) ?? []).length === 0 }));
  dependents.sort((left, right) => Number(right.isFree) - Number(left.isFree));
  return { dependents, isMore: standsOn.size > limit };
}

async function describeEntries(tx: Tx, ids: readonly string[]): Promise<Omit<Dependent, 'isFree'>[]> {
  const found = await tx.all<Omit<Dependent, 'isFree' | 'items'> & { itemNumbers: string[] }>(sql`
    select e.id as "entryId", e.kind, e.effective_on as "effectiveOn", e.currency, e.amount_minor as "amountMinor", e.reason,
        coalesce((select a.actor_name from audit_event a where a.company_id = e.company_id and a.actor_id = e.actor_id limit 1), '') as "recordedBy",
        array_agg(distinct i.id::text || ' ' || i.number) as "itemNumbers"
      from entry e
        join posting p on p.company_id = e.company_id and p.entry_id = e.id
        join item i on i.company_id = p.company_id and i.id = p.item_id
      where e.company_id = ${tx.company.id} and e.id = any(${ids}::uuid[])
      group by e.company_id, e.id, e.kind, e.effective_on, e.currency, e.amount_minor, e.reason, e.actor_id, e.recorded_at
      order by e.recorded_at desc, e.id desc`);
  return found.map(({ itemNumbers, ...entry }) => ({ ...entry, items: itemNumbers.map(itemOf) }));
}

/** "id number" as both; an id has no blank. */
function itemOf(text: string): { id: string; number: string } {
  const at = text.indexOf(' ');
  return { id: text.slice(0, at), number: text.slice(at + 1) };
}
