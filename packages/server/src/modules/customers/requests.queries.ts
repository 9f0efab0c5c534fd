/** Requests and what became of them. */
import type { GuardedChange } from '@quittance/core/parties';
import { joinSql, noSql, type Query, sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

export type RequestState = 'waiting' | 'approved' | 'rejected' | 'withdrawn';
export type RequestChannel = 'email' | 'phone' | 'letter' | 'portal' | 'visit' | 'internal';

/** What only a new customer is asked with. */
export interface NewCustomerFields {
  readonly number: string;
  readonly country: string | null;
  readonly language: string | null;
  readonly timeZone: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

export type AskedFields = GuardedChange & Partial<NewCustomerFields>;

export interface CustomerRequest {
  readonly id: string;
  readonly kind: 'onboarding' | 'maintenance';
  readonly customerId: string | null;
  readonly customerNumber: string | null;
  readonly customerName: string | null;
  readonly customerCountry: string | null;
  readonly before: AskedFields;
  readonly after: AskedFields;
  readonly reason: string;
  readonly askedBy: string | null;
  readonly channel: RequestChannel;
  readonly calledBackAt: string | null;
  readonly calledBackByName: string | null;
  readonly callBackNote: string | null;
  readonly state: RequestState;
  readonly requestedBy: string;
  readonly requestedByName: string;
  readonly requestedAt: string;
  readonly decidedByName: string | null;
  readonly decidedAt: string | null;
  readonly decisionReason: string | null;
}

const REQUEST = sql`
  select r.id, r.kind, r.customer_id as "customerId", c.number as "customerNumber", c.name as "customerName", c.country as "customerCountry",
      r.before, r.after, r.reason, r.asked_by as "askedBy", r.channel, r.called_back_at as "calledBackAt",
      r.called_back_by_name as "calledBackByName", r.call_back_note as "callBackNote", r.state, r.requested_by as "requestedBy",
      r.requested_by_name as "requestedByName", r.requested_at as "requestedAt", r.decided_by_name as "decidedByName",
      r.decided_at as "decidedAt", r.decision_reason as "decisionReason"
    from customer_request r left join customer c on c.company_id = r.company_id and c.id = r.customer_id`;

export interface RequestPage {
  readonly state?: RequestState | undefined;
  readonly kind?: CustomerRequest['kind'] | undefined;
  readonly customerIds?: readonly string[] | undefined;
  /** The id of the last request of the page before. */
  readonly before?: string | undefined;
  readonly limit: number;
}

/** The latest first. */
export async function listRequests(tx: Tx, page: RequestPage): Promise<CustomerRequest[]> {
  const conditions: Query[] = [
    page.state === undefined ? noSql : sql`and r.state = ${page.state}`,
    page.kind === undefined ? noSql : sql`and r.kind = ${page.kind}`,
    page.customerIds === undefined ? noSql : sql`and r.customer_id = any(${page.customerIds}::uuid[])`,
    page.before === undefined ? noSql : sql`and r.id < ${page.before}`,
  ];
  return tx.all(sql`${REQUEST}
    where r.company_id = ${tx.company.id} ${joinSql(conditions, ' ')} order by r.id desc limit ${page.limit}`);
}

export async function findRequest(tx: Tx, id: string): Promise<CustomerRequest | undefined> {
  return tx.maybe(sql`${REQUEST} where r.company_id = ${tx.company.id} and r.id = ${id}`);
}

/** The same, locked: two who decide at once decide one after the other. */
export async function lockRequest(tx: Tx, id: string): Promise<CustomerRequest | undefined> {
  await tx.all(sql`select from customer_request where company_id = ${tx.company.id} and id = ${id} for update`);
  return findRequest(tx, id);
}

export type NewRequest = Pick<
  CustomerRequest,
  'id' | 'kind' | 'customerId' | 'before' | 'after' | 'reason' | 'askedBy' | 'channel'
>;

export async function insertRequest(tx: Tx, request: NewRequest): Promise<void> {
  await tx.run(sql`
    insert into customer_request (company_id, id, kind, customer_id, before, after, reason, asked_by, channel, requested_by,
        requested_by_name, requested_at)
      values (${tx.company.id}, ${request.id}, ${request.kind}, ${request.customerId}, ${JSON.stringify(request.before)},
        ${JSON.stringify(request.after)}, ${request.reason}, ${request.askedBy}, ${request.channel}, ${tx.actor.id}, ${tx.actor.name},
        ${tx.recordedAt})`);
}

export async function saveCallBack(tx: Tx, id: string, note: string): Promise<void> {
  await tx.run(sql`
    update customer_request set called_back_at = ${tx.recordedAt}, called_back_by_name = ${tx.actor.name}, call_back_note = ${note}
      where company_id = ${tx.company.id} and id = ${id}`);
}

/** Throws `request_is_decided_once`, `request_is_decided_by_another`. */
export async function saveDecision(
  tx: Tx,
  decision: { id: string; state: Exclude<RequestState, 'waiting'>; customerId: string | null; reason: string | null },
): Promise<void> {
  await tx.run(sql`
    update customer_request set state = ${decision.state}, customer_id = coalesce(${decision.customerId}::uuid, customer_id),
        decided_by = ${tx.actor.id}, decided_by_name = ${tx.actor.name}, decided_at = ${tx.recordedAt}, decision_reason = ${decision.reason}
      where company_id = ${tx.company.id} and id = ${decision.id}`);
}
