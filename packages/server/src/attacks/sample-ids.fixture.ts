/**
 * An id for each parameter of each address, of the company asked for. A new route whose parameter is not in these lists
 * fails the attacks with a sentence that says so. What the demo has none of is made up as a bare row: enough to be found by
 * whoever should not find it.
 */
import type pg from 'pg';
import type { AttackedApp, AttackedRoute } from './attacked-app.fixture.ts';

/** The table that keeps what an address names by id; `column` when that is not its id, `where` when not every row will do. */
interface Kept {
  readonly table: string;
  readonly column?: string;
  readonly where?: string;
}

const KEPT_IN: Readonly<Record<string, Kept>> = {
  '/absences/:id': { table: 'absence' },
  '/accolades/:id': { table: 'accolade' },
  '/activities/:id': { table: 'activity' },
  '/advices/:id': { table: 'remittance_advice' },
  '/approvals/:id': { table: 'approval_request' },
  '/approvals/:id/evidence/:file': { table: 'approval_evidence' },
  '/arrival-sources/:id': { table: 'arrival_source' },
  '/blockers/:id': { table: 'huddle_blocker' },
  '/blocks/:id': { table: 'customer_block' },
  '/call-backs/:id': { table: 'call_back' },
  '/cash/policy-trials/:id': { table: 'cash_policy_trial' },
  '/cash/research/:id': { table: 'receipt_research', column: 'item_id' },
  '/contacts/:id': { table: 'contact' },
  '/conversations/:id': { table: 'conversation' },
  '/custom-fields/:id': { table: 'custom_field' },
  '/customer-requests/:id': { table: 'customer_request' },
  '/customers/:id': { table: 'customer', where: "number <> 'UNIDENTIFIED'" },
  '/dunning/letters/:id': { table: 'dunning_action' },
  '/dunning/prints/:id': { table: 'dunning_print' },
  '/dunning/runs/:id': { table: 'dunning_run' },
  '/entries/:id': { table: 'entry' },
  '/hand-overs/:id': { table: 'hand_over' },
  '/holds/:id': { table: 'hold' },
  '/import-mappings/:id': { table: 'import_mapping' },
  '/imports/:id': { table: 'import_batch' },
  '/item-changes/:id': { table: 'item_change' },
  '/interest-notes/:itemId': { table: 'interest_charge', column: 'item_id', where: 'item_id is not null' },
  '/items/:id': { table: 'item', where: "kind = 'invoice'" },
  '/mailboxes/:id': { table: 'mailbox' },
  '/merges/:id': { table: 'customer_merge' },
  '/messages/:id': { table: 'message' },
  '/pending-acts/:id': { table: 'pending_act' },
  '/people/:id': { table: 'membership', column: 'person_id', where: 'person_id = any ($2)' },
  '/plans/:id': { table: 'payment_plan' },
  '/portfolio-moves/:id': { table: 'portfolio_move' },
  '/portfolios/covers/:id': { table: 'membership', column: 'person_id', where: 'person_id = any ($2)' },
  '/portfolios/customers/:id': { table: 'customer', where: "number <> 'UNIDENTIFIED'" },
  '/promises/:id': { table: 'promise' },
  '/receipts/:id': { table: 'receipt_decision', column: 'receipt_item_id' },
  '/refund-payments/:id': { table: 'refund_payment' },
  '/refund-payments/lists/:id': { table: 'refund_payment', column: 'list_id', where: 'list_id is not null' },
  '/sessions/:id': { table: 'resolution_session' },
  '/sessions/:id/points/:pointId': { table: 'session_point' },
  '/shifts/:id': { table: 'shift' },
  '/strategy-simulations/:id': { table: 'collection_strategy_simulation' },
  '/suppressed-addresses/:id': { table: 'suppressed_address' },
  '/tasks/:id': { table: 'task' },
  '/tokens/:id': { table: 'api_token' },
  '/views/:id': { table: 'grid_view' },
  '/waiting-lines/:id': { table: 'bank_line' },
  '/work-assignments/:id': { table: 'work_assignment' },
  '/work-teams/:id': { table: 'work_team' },
  '/worklist-marks/:id': { table: 'worklist_mark' },
  '/worklist/:customerId': { table: 'worklist_entry', column: 'customer_id' },
};

/** Names and numbers that mean something in every company: whose they are is told by the company in the address. */
const SAME_EVERYWHERE: Readonly<Record<string, string>> = {
  '/advices/:id/pages/:page': '1',
  '/bank-accounts/:account': 'IT60X0542811101000000123456',
  '/call-scripts/:situation': 'first_call',
  '/call-scripts/:situation/:language': 'en',
  '/cash/policies/:number': '1',
  '/country-hours/:country': 'IT',
  '/default-views/:grid': 'items',
  '/holiday-library/:country': 'IT',
  '/holiday-lists/:code': 'IT',
  '/holiday-lists/:code/days/:day': '2026-08-14',
  '/holiday-lists/:code/years/:year': '2026',
  '/journals/:number': '1',
  '/message-templates/:purpose': 'pre_due',
  '/message-templates/:purpose/:language': 'en',
  '/messages/:id/attachments/:number': '1',
  '/periods/:month': '2025-11',
  '/portfolio-rules/:number': '1',
  '/posting-accounts/:account': 'receivable',
  '/reference-rates/:day': '2025-07-01',
  '/strategies/:number': '1',
};

interface SampleParameter {
  /** ':id' */
  readonly name: string;
  /** '/customers/:id' */
  readonly place: string;
  readonly isId: boolean;
}

/** The parameters of an address after its company. Throws when nobody has said where one of them is kept. */
export function parametersOf({ path, method }: Pick<AttackedRoute, 'path' | 'method'>): SampleParameter[] {
  const parts = path.split('/');
  return parts.flatMap((name, index) => {
    if (!name.startsWith(':')) return [];
    const place = parts.slice(0, index + 1).join('/');
    if (KEPT_IN[place] === undefined && SAME_EVERYWHERE[place] === undefined) {
      const where = 'packages/server/src/attacks/sample-ids.fixture.ts';
      throw new Error(`${method} ${path} cannot be attacked: say in ${where} which table keeps ${place}.`);
    }
    return [{ name, place, isId: KEPT_IN[place] !== undefined }];
  });
}

/** Sample ids of one company by place: '/customers/:id' → a customer of it. */
export type SampleIds = Readonly<Record<string, string>>;

/** Of what the company has; what it has none of is `UNKNOWN_ID`. `people` are whose ids may be used up. */
export function realIds(owner: pg.Pool, companyId: string, people: readonly string[]): Promise<SampleIds> {
  return idsOf(owner, { companyId, people }, async () => UNKNOWN_ID);
}

/** The same, and made up where the company has none. */
export function sampleIds(owner: pg.Pool, companyId: string, people: readonly string[]): Promise<SampleIds> {
  return idsOf(owner, { companyId, people }, ({ table, column = 'id' }) => makeUp(owner, { table, column, companyId }));
}

async function idsOf(
  owner: pg.Pool,
  { companyId, people }: { readonly companyId: string; readonly people: readonly string[] },
  otherwise: (kept: Kept) => Promise<string>,
): Promise<SampleIds> {
  const ids: Record<string, string> = { ...SAME_EVERYWHERE };
  for (const [place, kept] of Object.entries(KEPT_IN)) {
    const { table, column = 'id', where = 'true' } = kept;
    const query = `select ${column} as id from ${table} where company_id = $1 and ${where} limit 1`;
    const values = where.includes('$2') ? [companyId, people] : [companyId];
    const [found] = (await owner.query<{ id: string }>(query, values)).rows;
    ids[place] = found?.id ?? (await otherwise(kept));
  }
  return ids;
}

export const UNKNOWN_ID = '01890000-0000-7000-8000-000000000000';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly isNeeded: boolean;
}

/** A row of a company with nothing but an id. The table's checks stand aside for it and watch again afterwards. */
async function makeUp(
  owner: pg.Pool,
  { table, column, companyId }: { table: string; column: string; companyId: string },
): Promise<string> {
  const columns = await columnsOf(owner, table);
  const checks = await checksOf(owner, table);
  const needed = columns.filter(({ name, isNeeded }) => isNeeded || name === column);
  const values = needed.map(({ name, type }) => (name === 'company_id' ? `'${companyId}'` : (EMPTY[type] ?? `'{}'`)));
  const client = await owner.connect();
  try {
    await client.query('begin; set local session_replication_role = replica');
    for (const { name } of checks) await client.query(`alter table ${table} drop constraint ${name}`);
    const names = needed.map(({ name }) => `"${name}"`).join(', ');
    const made = await client.query(
      `insert into ${table} (${names}) values (${values.join(', ')}) returning ${column} as id`,
    );
    for (const { name, text } of checks) {
      await client.query(`alter table ${table} add constraint ${name} ${text} not valid`);
    }
    await client.query('commit');
    return (made.rows[0] as { id: string }).id;
  } finally {
    client.release();
  }
}

const EMPTY: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: 'left(gen_random_uuid()::text, 8)', // never the same twice
  bigint: '1',
  integer: '1',
  smallint: '1',
  numeric: '1',
  boolean: 'false',
  date: `'2025-01-01'`,
  'timestamp with time zone': 'now()',
  bytea: `'\\x00'`,
};

async function columnsOf(owner: pg.Pool, table: string): Promise<Column[]> {
  const found = await owner.query<Column>(
    `select attname as name, format_type(atttypid, null) as type, attnotnull and not atthasdef as "isNeeded"
       from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  return found.rows;
}

async function checksOf(owner: pg.Pool, table: string): Promise<{ name: string; text: string }[]> {
  const found = await owner.query<{ name: string; text: string }>(
    `select conname as name, pg_get_constraintdef(oid) as text from pg_constraint
       where conrelid = $1::regclass and contype = 'c'`,
    [table],
  );
  return found.rows;
}

/** '/customers/:id/items' with the customer of `ids`; `instead` names other ids for some places. */
export function addressOf(
  route: Pick<AttackedRoute, 'path' | 'method'>,
  ids: SampleIds,
  instead: Readonly<Record<string, string>> = {},
): string {
  const parts = route.path.split('/');
  for (const { name, place } of parametersOf(route)) {
    parts[parts.indexOf(name)] = encodeURIComponent(instead[place] ?? ids[place] ?? UNKNOWN_ID);
  }
  return parts.join('/');
}

/** The beginning of an address of a party's company. */
export function companyAddress(party: AttackedApp['ours']): string {
  return `/api/v1/companies/${party.company.code}`;
}

/** Columns in which rows of a company hold one of these ids: 'activity.item_id'. */
export async function placesOf(owner: pg.Pool, companyId: string, ids: readonly string[]): Promise<string[]> {
  const columns = await owner.query<{ table: string; column: string }>(
    `select c.relname as "table", a.attname as "column" from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0
         and a.atttypid in ('uuid'::regtype, 'uuid[]'::regtype) and not a.attisdropped and a.attname <> 'company_id'
         and exists (select from pg_attribute k where k.attrelid = c.oid and k.attname = 'company_id')`,
  );
  const found: string[] = [];
  for (const { table, column } of columns.rows) {
    const query = `select from "${table}" where company_id = $1 and "${column}"::text ~ $2 limit 1`;
    if ((await owner.query(query, [companyId, ids.join('|')])).rowCount) found.push(`${table}.${column}`);
  }
  return found;
}
