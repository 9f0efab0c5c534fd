/** What the product does by itself, and when. What each job does is its module's affair. */
import type { AppParts } from './app-wiring.ts';
import { decideListed, endAdviceWaits, resumeTrials } from './modules/cash-application/index.ts';
import {
  dunByTheClock,
  escalateTasks,
  judgeAll,
  refreshWorklist,
  resumeSimulations,
} from './modules/collections/index.ts';
import { cleanUpFiles, lookUpUncertain, readMailboxes, sendWaiting } from './modules/correspondence/index.ts';
import { ensureUnidentifiedCustomer } from './modules/customers/index.ts';
import { forgetEnded, SYSTEM_ACTOR } from './modules/identity/index.ts';
import { checkSources, recoverBatches } from './modules/intake/index.ts';
import { ledgerUpkeep, transferUpkeep } from './modules/ledger/index.ts';
import { listCompanies, turnYear } from './modules/organisation/index.ts';
import type { Database, Scope } from './platform/database/transaction.ts';
import type { Job, JobLog } from './platform/jobs/index.ts';

const EVERY_MINUTE = '* * * * *';
const EVERY_HOUR = '7 * * * *';

type JobParts = Pick<AppParts, 'identity' | 'arrivals' | 'correspondence'>;

/** Each company by itself: what fails in one does not keep the others waiting. */
export function jobsOf({ identity, arrivals, correspondence }: JobParts, log: JobLog): Job[] {
  const { database } = identity;
  const inEachCompany = (work: (scope: Scope) => Promise<unknown>) => async () => {
    for (const company of await listCompanies(database)) {
      const scope: Scope = { company, actor: SYSTEM_ACTOR };
      await work(scope).catch((err: unknown) => log.error({ err, company: company.code }, 'a job failed in a company'));
    }
  };
  return [
    { name: 'ledger_upkeep', at: EVERY_MINUTE, run: inEachCompany((scope) => ledgerUpkeep(database, scope)) },
    { name: 'intercompany_upkeep', at: EVERY_MINUTE, run: () => letTransfersArrive(database) },
    { name: 'imports_recovery', at: EVERY_MINUTE, run: inEachCompany((scope) => recoverBatches(arrivals, scope)) },
    { name: 'folders_check', at: EVERY_MINUTE, run: inEachCompany((scope) => checkSources(arrivals, scope, 'folder')) },
    {
      name: 'mailboxes_check',
      at: EVERY_MINUTE,
      run: inEachCompany((scope) => checkSources(arrivals, scope, 'mailbox')),
    },
    { name: 'policy_trials', at: EVERY_MINUTE, run: inEachCompany((scope) => resumeTrials(database, scope)) },
    { name: 'decisions_again', at: EVERY_MINUTE, run: inEachCompany((scope) => decideListed(database, scope)) },
    { name: 'mail_sending', at: EVERY_MINUTE, run: inEachCompany((scope) => sendWaiting(correspondence, scope)) },
    { name: 'mail_reading', at: EVERY_MINUTE, run: inEachCompany((scope) => readMailboxes(correspondence, scope)) },
    { name: 'mail_look_up', at: EVERY_HOUR, run: inEachCompany((scope) => lookUpUncertain(correspondence, scope)) },
    { name: 'mail_clean_up', at: EVERY_HOUR, run: inEachCompany((scope) => cleanUpFiles(correspondence, scope)) },
    { name: 'worklist_refresh', at: EVERY_MINUTE, run: inEachCompany((scope) => refreshWorklist(database, scope)) },
    { name: 'dunning', at: EVERY_MINUTE, run: inEachCompany((scope) => dunByTheClock(database, scope)) },
    {
      name: 'strategy_simulations',
      at: EVERY_MINUTE,
      run: inEachCompany((scope) => resumeSimulations(database, scope)),
    },
    { name: 'promises_judge', at: EVERY_MINUTE, run: inEachCompany((scope) => judgeAll(database, scope)) },
    { name: 'advice_waits', at: EVERY_HOUR, run: inEachCompany((scope) => endAdviceWaits(database, scope)) },
    { name: 'tasks_escalate', at: EVERY_MINUTE, run: inEachCompany((scope) => escalateTasks(database, scope)) },
    { name: 'holidays_upkeep', at: EVERY_HOUR, run: inEachCompany((scope) => turnYear(database, scope)) },
    { name: 'sessions_upkeep', at: EVERY_HOUR, run: () => forgetEnded(identity) },
  ];
}

async function letTransfersArrive(database: Database): Promise<void> {
  const companies: { scope: Scope; unidentifiedId: string }[] = [];
  for (const company of await listCompanies(database)) {
    const scope: Scope = { company, actor: SYSTEM_ACTOR };
    companies.push({ scope, unidentifiedId: await database.write(scope, ensureUnidentifiedCustomer) });
  }
  await transferUpkeep(database, companies);
}
