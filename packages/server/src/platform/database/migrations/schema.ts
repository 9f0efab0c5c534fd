/**
 * The schema as text, read back from the catalog: db/schema.sql is this text, so that a review sees what a migration really
 * does. Sorted by name and free of what differs between servers (owners, versions), hence the same on PostgreSQL 15 and 18.
 */
import pg from 'pg';

const HEADER = '-- Generated from db/migrations by `npm run generate`: read it, do not edit it.\n';

/** Objects of the application: not PostgreSQL's own, an extension's, or the job queue's. */
const IS_OURS = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker')`;

interface TableRow {
  readonly id: number;
  readonly name: string;
  readonly kind: 'r' | 'p' | 'v' | 'm';
  readonly partition_key: string | null;
  readonly row_security: boolean;
  readonly definition: string | null;
}

interface PartRow {
  readonly table_id: number;
  readonly text: string;
}

/** The text of db/schema.sql for the database behind the connection. */
export async function writeSchema(connection: pg.ClientConfig): Promise<string> {
  const client = new pg.Client({ ...connection, application_name: 'quittance schema' });
  await client.connect();
  try {
    await client.query(`set search_path = public`);
    const parts = [
      ...(await extensions(client)),
      ...(await types(client)),
      ...(await functions(client)),
      ...(await tables(client)),
    ];
    return `${[HEADER, ...parts].join('\n')}`;
  } finally {
    await client.end();
  }
}

async function lines(client: pg.Client, text: string): Promise<string[]> {
  return (await client.query<{ text: string }>(text)).rows.map((row) => `${row.text}\n`);
}

function extensions(client: pg.Client): Promise<string[]> {
  return lines(
    client,
    `select format('create extension %I;', extname) as text from pg_extension where extname <> 'plpgsql' order by extname`,
  );
}

function types(client: pg.Client): Promise<string[]> {
  return lines(
    client,
    `select case t.typtype
        when 'e' then format('create type %s as enum (%s);', t.oid::regtype,
          (select string_agg(quote_literal(enumlabel), ', ' order by enumsortorder) from pg_enum where enumtypid = t.oid))
        else format('create domain %s as %s%s;', t.oid::regtype, format_type(t.typbasetype, t.typtypmod),
          (select string_agg(format(' constraint %I %s', conname, pg_get_constraintdef(oid)), '' order by conname)
            from pg_constraint where contypid = t.oid and contype = 'c'))
        end as text
      from pg_type t join pg_namespace n on n.oid = t.typnamespace
      where ${IS_OURS} and t.typtype in ('e', 'd') and not ${isOfExtension('pg_type', 't.oid')}
      order by n.nspname, t.typname`,
  );
}

function functions(client: pg.Client): Promise<string[]> {
  return lines(
    client,
    `select rtrim(pg_get_functiondef(p.oid), E'\\n') || ';' ||
        case when p.proacl is not null and not exists (select from aclexplode(p.proacl) where grantee = 0)
          then format(E'\\nrevoke execute on function %s from public;', p.oid::regprocedure) else '' end ||
        coalesce((select string_agg(format(E'\\ngrant execute on function %s to %I;', p.oid::regprocedure, r.rolname), '' order by r.rolname)
          from aclexplode(p.proacl) a join pg_roles r on r.oid = a.grantee where a.grantee <> p.proowner), '') as text
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where ${IS_OURS} and p.prokind in ('f', 'p') and not ${isOfExtension('pg_proc', 'p.oid')}
      order by n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)`,
  );
}

function isOfExtension(catalog: string, id: string): string {
  return `exists (select from pg_depend where classid = '${catalog}'::regclass and objid = ${id} and deptype = 'e')`;
}

async function tables(client: pg.Client): Promise<string[]> {
  const found = await client.query<TableRow>(
    `select c.oid::int as id, c.oid::regclass::text as name, c.relkind as kind, pg_get_partkeydef(c.oid) as partition_key,
        c.relrowsecurity as row_security,
        case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid, true) end as definition
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${IS_OURS} and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
        and not ${isOfExtension('pg_class', 'c.oid')}
      order by n.nspname, c.relname`,
  );
  const [columns, constraints, ...trailing] = await inTurn(client, [
    COLUMNS,
    CONSTRAINTS,
    INDEXES,
    TRIGGERS,
    POLICIES,
    GRANTS,
  ]);
  return found.rows.map((table) => {
    const head = table.definition === null ? tableText(table, columns, constraints) : viewText(table);
    const security = table.row_security ? [`alter table ${table.name} enable row level security;`] : [];
    const after = trailing.map((rows) => textsOf(table, rows));
    const [indexes = [], triggers = [], policies = [], grants = []] = after;
    return `${[head, ...indexes, ...triggers, ...security, ...policies, ...grants].join('\n')}\n`;
  });
}

async function inTurn(client: pg.Client, queries: readonly string[]): Promise<PartRow[][]> {
  const results: PartRow[][] = [];
  for (const query of queries) results.push((await client.query<PartRow>(query)).rows);
  return results;
}

function textsOf(table: TableRow, rows: readonly PartRow[] = []): string[] {
  return rows.filter((row) => row.table_id === table.id).map((row) => row.text);
}

function tableText(table: TableRow, columns?: readonly PartRow[], constraints?: readonly PartRow[]): string {
  const body = [...textsOf(table, columns), ...textsOf(table, constraints)].map((line) => `  ${line}`).join(',\n');
  const partition = table.partition_key === null ? '' : ` partition by ${table.partition_key.toLowerCase()}`;
  return `create table ${table.name} (\n${body}\n)${partition};`;
}

function viewText(table: TableRow): string {
  const kind = table.kind === 'm' ? 'materialized view' : 'view';
  return `create ${kind} ${table.name} as\n${table.definition}`;
}

const COLUMNS = `
  select a.attrelid::int as table_id, concat_ws(' ', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
      case when a.attcollation <> t.typcollation then 'collate ' || quote_ident(l.collname) end,
      case when a.attnotnull then 'not null' end,
      case when a.attgenerated = 's' then format('generated always as (%s) stored', pg_get_expr(d.adbin, d.adrelid))
        when a.attidentity <> '' then 'generated ' || case a.attidentity when 'a' then 'always' else 'by default' end || ' as identity'
        when d.adbin is not null then 'default ' || pg_get_expr(d.adbin, d.adrelid) end) as text
    from pg_attribute a
    join pg_type t on t.oid = a.atttypid
    left join pg_collation l on l.oid = a.attcollation
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attnum > 0 and not a.attisdropped
    order by a.attrelid, a.attnum`;

// Not-null constraints are rows here from PostgreSQL 18 on, and are printed with their column.
const CONSTRAINTS = `
  select conrelid::int as table_id, format('constraint %I %s', conname, pg_get_constraintdef(oid)) as text
    from pg_constraint where conrelid <> 0 and contype <> 'n'
    order by conrelid, array_position(array['p', 'u', 'f', 'c', 'x'], contype::text), conname`;

const INDEXES = `
  select i.indrelid::int as table_id, replace(pg_get_indexdef(i.indexrelid), ' public.', ' ') || ';' as text
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where not exists (select from pg_constraint where conindid = i.indexrelid and contype in ('p', 'u', 'x'))
    order by i.indrelid, c.relname`;

const TRIGGERS = `
  select tgrelid::int as table_id, replace(pg_get_triggerdef(oid), ' public.', ' ') || ';' as text
    from pg_trigger where not tgisinternal order by tgrelid, tgname`;

const POLICIES = `
  select p.polrelid::int as table_id, concat_ws(' ', format('create policy %I on %s', p.polname, p.polrelid::regclass),
      case when not p.polpermissive then 'as restrictive' end,
      case p.polcmd when 'r' then 'for select' when 'a' then 'for insert' when 'w' then 'for update' when 'd' then 'for delete' end,
      (select 'to ' || string_agg(quote_ident(rolname), ', ' order by rolname) from pg_roles where oid = any (p.polroles)),
      'using (' || pg_get_expr(p.polqual, p.polrelid) || ')',
      'with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')') || ';' as text
    from pg_policy p order by p.polrelid, p.polname`;

const GRANTS = `
  select table_id, text from (
    select c.oid::int as table_id, 1 as part, r.rolname, format('grant %s on %s to %I;',
        lower(string_agg(a.privilege_type, ', ' order by a.privilege_type)), c.oid::regclass, r.rolname) as text
      from pg_class c cross join aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee
      where a.grantee <> c.relowner group by c.oid, r.rolname
    union all
    select c.oid::int, 2, r.rolname, format('grant %s (%s) on %s to %I;', lower(a.privilege_type),
        string_agg(quote_ident(t.attname), ', ' order by t.attnum), c.oid::regclass, r.rolname)
      from pg_class c join pg_attribute t on t.attrelid = c.oid cross join aclexplode(t.attacl) a join pg_roles r on r.oid = a.grantee
      where a.grantee <> c.relowner group by c.oid, r.rolname, a.privilege_type
  ) granted order by table_id, part, rolname, text`;
