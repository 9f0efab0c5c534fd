import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

/** Where a seal ends: the last entry's place in the order (recorded_at, id). */
interface SealEnd {
  readonly throughRecordedAt: string;
  readonly throughEntryId: string;
}

export interface Seal extends SealEnd {
  readonly number: bigint;
  readonly entryCount: number;
  readonly previousHash: string;
  readonly hash: string;
}

const SEALER_LOCK = 7302; // class of the advisory lock: one sealer for each company
const START: SealEnd = { throughRecordedAt: '-infinity', throughEntryId: '00000000-0000-0000-0000-000000000000' };

export async function lockSealer(tx: Tx): Promise<void> {
  await tx.all(sql`select pg_advisory_xact_lock(${SEALER_LOCK}, hashtext(${tx.company.id}))`);
}

export async function listSeals(tx: Tx): Promise<Seal[]> {
  return tx.all(sql`
    select number, through_recorded_at as "throughRecordedAt", through_entry_id as "throughEntryId", entry_count as "entryCount",
        previous_hash as "previousHash", hash
      from seal where company_id = ${tx.company.id} order by number`);
}

export async function lastSeal(tx: Tx): Promise<Seal | undefined> {
  return tx.maybe(sql`
    select number, through_recorded_at as "throughRecordedAt", through_entry_id as "throughEntryId", entry_count as "entryCount",
        previous_hash as "previousHash", hash
      from seal where company_id = ${tx.company.id} order by number desc limit 1`);
}

export async function insertSeal(tx: Tx, seal: Seal): Promise<void> {
  await tx.run(sql`
    insert into seal (company_id, number, through_recorded_at, through_entry_id, entry_count, previous_hash, hash, sealed_at)
      values (${tx.company.id}, ${seal.number}, ${seal.throughRecordedAt}, ${seal.throughEntryId}, ${seal.entryCount},
        ${seal.previousHash}, ${seal.hash}, ${tx.recordedAt})`);
}

/** The next entries in order, complete ones only; undefined when there are none. */
export async function nextBatch(
  tx: Tx,
  previous: SealEnd | undefined,
  bounds: { complete: string; limit: number },
): Promise<(SealEnd & { entryCount: number }) | undefined> {
  const { throughRecordedAt, throughEntryId } = previous ?? START;
  return tx.maybe(sql`
    select recorded_at as "throughRecordedAt", id as "throughEntryId", place::int as "entryCount" from (
      select recorded_at, id, row_number() over (order by recorded_at, id) as place from entry
        where company_id = ${tx.company.id} and (recorded_at, id) > (${throughRecordedAt}::timestamptz, ${throughEntryId}::uuid)
          and recorded_at <= ${bounds.complete}
        order by recorded_at, id limit ${bounds.limit}) batch
      order by place desc limit 1`);
}

/** The hash over all entries and postings after the previous seal's end through this one's, chained to the previous hash. */
export async function batchHash(
  tx: Tx,
  previous: (SealEnd & { hash: string }) | undefined,
  end: SealEnd,
): Promise<string> {
  const after = previous ?? { ...START, hash: '' };
  const row = await tx.one<{ hash: string }>(sql`
    with batch as (
      select * from entry where company_id = ${tx.company.id}
        and (recorded_at, id) > (${after.throughRecordedAt}::timestamptz, ${after.throughEntryId}::uuid)
        and (recorded_at, id) <= (${end.throughRecordedAt}::timestamptz, ${end.throughEntryId}::uuid)
    ), line as (
      select recorded_at, id, 0 as place, row(id, kind, effective_on, recorded_at, posting_count, currency, amount_minor, reverses_entry_id,
          depends_on_entry_id, event_id, command_id, batch_id, actor_id, reason, note)::text as text from batch
      union all
      select b.recorded_at, b.id, p.line, row(p.line, p.account, p.effective_on, p.recorded_at, p.currency, p.amount_minor,
          p.functional_minor, p.customer_id, p.item_id, p.due_on)::text
        from batch b join posting p on p.company_id = ${tx.company.id} and p.entry_id = b.id)
    select encode(sha256(convert_to(${after.hash} || E'\n' || coalesce(string_agg(text, E'\n' order by recorded_at, id, place), ''), 'UTF8')), 'hex') as hash
      from line`);
  return row.hash;
}

export async function unsealedCount(tx: Tx, last: SealEnd | undefined): Promise<number> {
  const { throughRecordedAt, throughEntryId } = last ?? START;
  const row = await tx.one<{ count: number }>(sql`
    select count(*)::int as count from entry where company_id = ${tx.company.id}
      and (recorded_at, id) > (${throughRecordedAt}::timestamptz, ${throughEntryId}::uuid)`);
  return row.count;
}
