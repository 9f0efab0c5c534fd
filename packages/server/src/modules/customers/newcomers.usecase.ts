/** New customers, from the request to the first payment, each with what it waits for. */
import { type FirstStep, nextFirstStep } from '@quittance/core/parties';
import type { Tx } from '../../platform/database/transaction.ts';
import { listActivities } from './activities.queries.ts';
import type { CustomerLedger, FirstActs } from './customer-ledger.ts';
import { type CustomerRequest, listRequests } from './requests.queries.ts';

export interface Newcomer {
  readonly request: CustomerRequest;
  readonly acts: FirstActs | null;
  readonly invoiceReceivedAt: string | null;
  /** Null when it has paid for the first time. */
  readonly waitsFor: FirstStep | null;
}

/** Noted by whoever asked the customer whether the first invoice arrived. */
export const INVOICE_RECEIVED = 'invoice_received';
const NEWCOMERS_MAX = 500; // the latest; those before have long paid or never will

export async function listNewcomers(tx: Tx, ledger: Pick<CustomerLedger, 'firstActs'>): Promise<Newcomer[]> {
  const asked = await listRequests(tx, { kind: 'onboarding', limit: NEWCOMERS_MAX });
  return follow(
    tx,
    ledger,
    asked.filter((one) => one.state === 'waiting' || one.state === 'approved'),
  );
}

/** The first steps of one customer; undefined when it did not come by a request. */
export async function newcomerOf(
  tx: Tx,
  ledger: Pick<CustomerLedger, 'firstActs'>,
  customerId: string,
): Promise<Newcomer | undefined> {
  const asked = await listRequests(tx, { kind: 'onboarding', customerIds: [customerId], limit: 1 });
  const [newcomer] = await follow(tx, ledger, asked);
  return newcomer;
}

async function follow(
  tx: Tx,
  ledger: Pick<CustomerLedger, 'firstActs'>,
  requests: readonly CustomerRequest[],
): Promise<Newcomer[]> {
  const customerIds = requests.flatMap(({ customerId }) => (customerId === null ? [] : [customerId]));
  const acts = new Map((await ledger.firstActs(tx, customerIds)).map((one) => [one.customerId, one]));
  const noted = await listActivities(tx, { customerIds, kinds: [INVOICE_RECEIVED], limit: NEWCOMERS_MAX });
  const received = new Map(noted.map((one) => [one.customerId, one.happenedAt]));
  return requests.map((request) => {
    const own = acts.get(request.customerId ?? '') ?? null;
    const invoiceReceivedAt = received.get(request.customerId ?? '') ?? null;
    const waitsFor = nextFirstStep({
      isDecided: request.state === 'approved',
      invoicedOn: own?.invoicedOn ?? null,
      invoiceReceivedAt,
      paidOn: own?.paidOn ?? null,
    });
    return { request, acts: own, invoiceReceivedAt, waitsFor };
  });
}
