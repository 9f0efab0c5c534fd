import type pg from 'pg';
import type { BackupHead } from './format.ts';

export interface TableToCopy {
  /** as SQL names it: `customer`, `reporting."Note"` */
  readonly name: string;
  /** those that are stored as given; generated ones are computed anew */
  readonly columns: readonly string[];
  readonly isPartitioned: boolean;
}

/** Values as text that every server reads the same; and a user who may not see all rows gets an error, not half a backup. */
export const SESSION =
  "set datestyle = 'ISO'; set timezone = 'UTC'; set intervalstyle = 'postgres'; set search_path = public; set row_security = off";

const IS_OURS = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker')`;

/** Every table of the application but the list of migrations, by name. Needs the search path to be the default one. */
export async function readTables(client: pg.ClientBase): Promise<TableToCopy[]> {
  const answer = await client.query<{ name: string; columns: string[]; is_partitioned: boolean }>(
    `select c.oid::regclass::text as name, c.relkind = 'p' as is_partitioned,
        (select coalesce(array_agg(a.attname::text order by a.attnum), '{}') from pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${IS_OURS} and c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p'
        and c.oid is distinct from to_regclass('quittance_migration')
        and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
      order by name`,
  );
  return answer.rows.map((row) => ({ name: row.name, columns: row.columns, isPartitioned: row.is_partitioned }));
}

export async function readHead(client: pg.ClientBase): Promise<Omit<BackupHead, 'quittanceBackup'>> {
  const at = await client.query<{ at: string }>(
    `select to_char(transaction_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`,
  );
  const migrations = await client.query<BackupHead['migrations'][number]>(
    'select number, name, checksum from quittance_migration order by number',
  );
  const companies = await client.query<BackupHead['companies'][number]>('select code, name from company order by code');
  return {
    madeAt: at.rows[0]?.at ?? '',
    migrations: migrations.rows,
    companies: companies.rows,
    seals: await readSeals(client),
  };
}

export async function readSeals(client: pg.ClientBase): Promise<BackupHead['seals']> {
  const table = await client.query<{ there: boolean }>(`select to_regclass('seal') is not null as there`);
  if (!table.rows[0]?.there) return [];
  const answer = await client.query<BackupHead['seals'][number]>(
    `select distinct on (company_id) company_id as "companyId", number::text as number, hash from seal order by company_id, number desc`,
  );
  return answer.rows;
}

/**
 * What stands in the way of loading tables one after the other, with the statements that take it away and bring it back:
 * foreign keys (checked again in one sweep when they come back), indexes (built faster over all rows), and triggers.
 */
export async function readObstacles(client: pg.ClientBase): Promise<{ remove: string[]; restore: string[] }> {
  const answer = await client.query<{ remove: string; restore: string }>(
    `select format('alter table %s drop constraint %I', c.oid::regclass, k.conname) as remove,
        format('alter table %s add constraint %I %s', c.oid::regclass, k.conname, pg_get_constraintdef(k.oid)) as restore, 1 as step
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where ${IS_OURS} and k.contype = 'f' and k.conparentid = 0
    union all
    select format('drop index %s', i.indexrelid::regclass), replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON '), 2
      from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
      where ${IS_OURS} and c.relkind in ('r', 'p') and not c.relispartition
        and not exists (select from pg_constraint where conindid = i.indexrelid)
    union all
    select format('alter table %s disable trigger user', c.oid::regclass), format('alter table %s enable trigger user', c.oid::regclass), 3
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${IS_OURS} and c.relkind in ('r', 'p') and not c.relispartition
        and exists (select from pg_trigger where tgrelid = c.oid and not tgisinternal)
    order by step, remove`,
  );
  const remove = answer.rows.map((row) => row.remove);
  return { remove, restore: answer.rows.map((row) => row.restore).reverse() };
}
