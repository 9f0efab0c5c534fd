/** What the modules are handed of each other, so that none of them imports one that stands above it. */
import { approvalsCheck } from './modules/approvals/index.ts';
import { applyUnapplied, cashApplicationCheck } from './modules/cash-application/index.ts';
import {
  COLLECTIONS_TIMELINE,
  collectionsCheck,
  letterCameBack,
  noteCameBack,
  personOf,
  SESSION_MEETINGS,
  takePromises,
  withdrawBatch,
} from './modules/collections/index.ts';
import type { CorrespondenceContext } from './modules/correspondence/index.ts';
import { type CustomerLedger, ensureUnidentifiedCustomer, type TimelineSource } from './modules/customers/index.ts';
import { type IdentityContext, SYSTEM_ACTOR } from './modules/identity/index.ts';
import type { ArrivalContext, PromiseImports } from './modules/intake/index.ts';
import {
  ACCOUNT_LINES,
  customerBalances,
  customerOfItem,
  firstActs,
  HOLD_LINES,
  paymentHistory,
  placeHold,
  releaseHold,
  type VerifyCheck,
} from './modules/ledger/index.ts';
import type { CompanySetup } from './modules/organisation/index.ts';
import type { Company, Database } from './platform/database/transaction.ts';

/** What customers, who stand below the ledger, ask of it. */
export const CUSTOMER_LEDGER: CustomerLedger = {
  customerBalances,
  firstActs,
  paymentHistory,
  customerOfItem,
  placeHold,
  releaseHold,
};

/** What the modules that stand above customers tell of one. */
export const TIMELINE: readonly TimelineSource[] = [ACCOUNT_LINES, HOLD_LINES, ...COLLECTIONS_TIMELINE];

/** What imports, which stand below collections, ask of it. */
export const PROMISE_IMPORTS: PromiseImports = { take: takePromises, takeBack: withdrawBatch };

/** Who is told of mail that came, in the running product and in the demo's past. */
export const TOLD_OF_MAIL: Pick<CorrespondenceContext, 'cameBack' | 'meetings' | 'personOf'> = {
  cameBack: async (tx, messageId, address) => {
    if (!(await noteCameBack(tx, messageId, address))) await letterCameBack(tx, messageId, address);
  },
  personOf: async (tx, customerId) => (await personOf(tx, customerId))?.id ?? null,
  meetings: SESSION_MEETINGS,
};

/** What a new company needs from other modules. */
export const COMPANY_SETUPS: readonly CompanySetup[] = [ensureUnidentifiedCustomer];

/** What other modules add to `verify`. */
export const VERIFY_CHECKS: readonly VerifyCheck[] = [approvalsCheck, cashApplicationCheck, collectionsCheck];

/** What the composition root has made, for the routes and the jobs. */
export interface AppParts {
  readonly database: Database;
  readonly identity: IdentityContext;
  readonly arrivals: ArrivalContext;
  readonly correspondence: CorrespondenceContext;
  readonly onCrash: (error: unknown) => void;
}

/** What posts itself is done by the system, whoever brought the file. */
export async function applyAsSystem(database: Database, company: Company): Promise<void> {
  await applyUnapplied(database, { company, actor: SYSTEM_ACTOR });
}
