/** Requests and what happened to them. */
import type { ApprovalKind } from '@quittance/core/approvals';
import { noSql, sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { newId } from '../../platform/ids.ts';
import type { DraftedEntry } from '../ledger/index.ts';
import { type ApprovalAct, keptActSchema, keptJson } from './approval-act.ts';

export type ApprovalState = 'waiting' | 'sent_back' | 'posted' | 'withdrawn';

export interface ApprovalRequest {
  readonly id: string;
  readonly kind: ApprovalKind;
  readonly itemId: string | null;
  readonly itemNumber: string | null;
  readonly customerId: string;
  readonly customerNumber: string;
  readonly customerName: string;
  readonly act: ApprovalAct;
  readonly entries: readonly DraftedEntry[];
  readonly fingerprint: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly valueMinor: bigint;
  readonly reason: string;
  readonly note: string | null;
  readonly payAccount: string | null;
  readonly payHolder: string | null;
  readonly state: ApprovalState;
  readonly version: number;
  readonly holdId: string | null;
  readonly requestedBy: string;
  readonly requestedByName: string;
  readonly requestedAt: string;
  readonly settledAt: string | null;
  readonly entryIds: readonly string[];
  /** Of what was posted, how many entries were undone since. */
  readonly undoneCount: number;
}

const REQUEST = sql`
  select r.id, r.kind, r.item_id as "itemId", i.number as "itemNumber", r.customer_id as "customerId", c.number as "customerNumber",
      c.name as "customerName", r.act, r.entries, r.fingerprint, r.currency, r.amount_minor as "amountMinor", r.value_minor as "valueMinor",
      r.reason, r.note, r.pay_account as "payAccount", r.pay_holder as "payHolder", r.state, r.version, r.hold_id as "holdId",
      r.requested_by as "requestedBy", r.requested_by_name as "requestedByName", r.requested_at as "requestedAt",
      r.settled_at as "settledAt", r.entry_ids::text[] as "entryIds",
      (select count(*) from entry_undo u join entry e on e.company_id = u.company_id and e.id = u.entry_id and u.undone_minor = e.amount_minor
        where u.company_id = r.company_id and u.entry_id = any(r.entry_ids))::int as "undoneCount"
    from approval_request r
    join customer c on c.company_id = r.company_id and c.id = r.customer_id
    left join item i on i.company_id = r.company_id and i.id = r.item_id`;

type RequestRow = Omit<ApprovalRequest, 'act' | 'entries'> & { readonly act: unknown; readonly entries: KeptEntry[] };

/** As JSON keeps it: minor units as text. */
type KeptEntry = Omit<DraftedEntry, 'amountMinor' | 'postings'> & {
  readonly amountMinor: string;
  readonly postings: readonly (Omit<DraftedEntry['postings'][number], 'amountMinor' | 'functionalMinor'> & {
    readonly amountMinor: string;
    readonly functionalMinor: string;
  })[];
};

function requestOf(row: RequestRow): ApprovalRequest {
  const entries = row.entries.map((entry) => ({
    ...entry,
    amountMinor: BigInt(entry.amountMinor),
    postings: entry.postings.map((one) => ({
      ...one,
      amountMinor: BigInt(one.amountMinor),
      functionalMinor: BigInt(one.functionalMinor),
    })),
  }));
  return { ...row, act: keptActSchema.parse(row.act), entries };
}

export interface ApprovalPage {
  readonly states?: readonly ApprovalState[] | undefined;
  readonly kind?: ApprovalKind | undefined;
  readonly customerId?: string | undefined;
  readonly itemId?: string | undefined;
  readonly requestedBy?: string | undefined;
  /** The id of the last request of the page before. */
  readonly before?: string | undefined;
  readonly limit: number;
}

/** The latest first. */
export async function listRequests(tx: Tx, page: ApprovalPage): Promise<ApprovalRequest[]> {
  const rows = await tx.all<RequestRow>(sql`${REQUEST}
    where r.company_id = ${tx.company.id}
      ${page.states ? sql`and r.state = any(${page.states}::text[])` : noSql}
      ${page.kind ? sql`and r.kind = ${page.kind}` : noSql}
      ${page.customerId ? sql`and r.customer_id = ${page.customerId}` : noSql}
      ${page.itemId ? sql`and r.item_id = ${page.itemId}` : noSql}
      ${page.requestedBy ? sql`and r.requested_by = ${page.requestedBy}` : noSql}
      ${page.before ? sql`and r.id < ${page.before}` : noSql}
    order by r.id desc limit ${page.limit}`);
  return rows.map(requestOf);
}

export async function findRequest(tx: Tx, id: string): Promise<ApprovalRequest | undefined> {
  const row = await tx.maybe<RequestRow>(sql`${REQUEST} where r.company_id = ${tx.company.id} and r.id = ${id}`);
  return row && requestOf(row);
}

/** The same, locked: two who decide at once decide one after the other. */
export async function lockRequest(tx: Tx, id: string): Promise<ApprovalRequest | undefined> {
  await tx.all(sql`select from approval_request where company_id = ${tx.company.id} and id = ${id} for update`);
  return findRequest(tx, id);
}

/** Who has an open request about this, if anybody. */
export async function findOpenAbout(tx: Tx, subjectKey: string): Promise<{ id: string; byName: string } | undefined> {
  return tx.maybe(sql`
    select id, requested_by_name as "byName" from approval_request
      where company_id = ${tx.company.id} and subject_key = ${subjectKey} and state in ('waiting', 'sent_back')`);
}

export interface NewApproval
  extends Pick<
    ApprovalRequest,
    | 'id'
    | 'kind'
    | 'itemId'
    | 'customerId'
    | 'act'
    | 'entries'
    | 'fingerprint'
    | 'currency'
    | 'amountMinor'
    | 'valueMinor'
    | 'reason'
    | 'note'
    | 'payAccount'
    | 'payHolder'
    | 'holdId'
  > {
  readonly subjectKey: string;
}

/** Throws `approval_is_asked_once`. */
export async function insertRequest(tx: Tx, one: NewApproval): Promise<void> {
  await tx.run(sql`
    insert into approval_request (company_id, id, kind, subject_key, item_id, customer_id, act, entries, fingerprint, currency, amount_minor,
        value_minor, reason, note, pay_account, pay_holder, hold_id, requested_by, requested_by_name, requested_at, asked_first_at)
      values (${tx.company.id}, ${one.id}, ${one.kind}, ${one.subjectKey}, ${one.itemId}, ${one.customerId}, ${keptJson(one.act)},
        ${keptJson(one.entries)}, ${one.fingerprint}, ${one.currency}, ${one.amountMinor}, ${one.valueMinor}, ${one.reason}, ${one.note},
        ${one.payAccount}, ${one.payHolder}, ${one.holdId}, ${tx.actor.id}, ${tx.actor.name}, ${tx.recordedAt}, ${tx.recordedAt})`);
}

/** Asked again, differently: a new version that waits. */
export async function reviseRequest(
  tx: Tx,
  one: Omit<NewApproval, 'subjectKey' | 'kind' | 'itemId' | 'customerId'>,
): Promise<void> {
  await tx.run(sql`
    update approval_request set act = ${keptJson(one.act)}, entries = ${keptJson(one.entries)}, fingerprint = ${one.fingerprint},
        currency = ${one.currency}, amount_minor = ${one.amountMinor}, value_minor = ${one.valueMinor}, reason = ${one.reason},
        note = ${one.note}, pay_account = ${one.payAccount}, pay_holder = ${one.payHolder}, hold_id = ${one.holdId}, state = 'waiting',
        version = version + 1, requested_at = ${tx.recordedAt}
      where company_id = ${tx.company.id} and id = ${one.id}`);
}

export async function settleRequest(
  tx: Tx,
  settled: { id: string; state: Exclude<ApprovalState, 'waiting'>; entryIds: readonly string[] },
): Promise<void> {
  const settledAt = settled.state === 'sent_back' ? null : tx.recordedAt;
  await tx.run(sql`
    update approval_request set state = ${settled.state}, settled_at = ${settledAt}, entry_ids = ${settled.entryIds}::uuid[]
      where company_id = ${tx.company.id} and id = ${settled.id}`);
}

export interface ApprovalStep {
  readonly requestId: string;
  readonly version: number;
  readonly what: 'asked' | 'approved' | 'sent_back' | 'withdrawn' | 'posted';
  readonly words: string | null;
  readonly fingerprint: string | null;
  readonly byId: string;
  readonly byName: string;
  readonly at: string;
}

export type NewStep = Pick<ApprovalStep, 'requestId' | 'version' | 'what' | 'words' | 'fingerprint'>;

/** Throws `approval_is_given_by_another`, `approval_is_given_once_by_each`. */
export async function insertStep(tx: Tx, step: NewStep): Promise<void> {
  await tx.run(sql`
    insert into approval_step (company_id, id, request_id, version, what, words, fingerprint, by_id, by_name, at)
      values (${tx.company.id}, ${newId()}, ${step.requestId}, ${step.version}, ${step.what}, ${step.words}, ${step.fingerprint},
        ${tx.actor.id}, ${tx.actor.name}, ${tx.recordedAt})`);
}

/** In the order in which they happened. */
export async function stepsOf(tx: Tx, requestIds: readonly string[]): Promise<ApprovalStep[]> {
  return tx.all(sql`
    select request_id as "requestId", version, what, words, fingerprint, by_id as "byId", by_name as "byName", at from approval_step
      where company_id = ${tx.company.id} and request_id = any(${requestIds}::uuid[]) order by request_id, id`);
}

/** How many requests are in each state that still asks for something. */
export async function openCounts(tx: Tx): Promise<{ waiting: number; sentBack: number; sentBackToMe: number }> {
  return tx.one(sql`
    select count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'sent_back')::int as "sentBack",
        count(*) filter (where state = 'sent_back' and requested_by = ${tx.actor.id})::int as "sentBackToMe"
      from approval_request where company_id = ${tx.company.id} and state in ('waiting', 'sent_back')`);
}
