import { ACCOUNT_NAMES, ACCOUNTS } from '@quittance/core/ledger';
import { isCurrencyCode } from '@quittance/core/money';
import { type Command, insertAudit, runCommand } from '../../platform/command/index.ts';
import type { Actor, Company, Database, Scope, Tx } from '../../platform/database/transaction.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import {
  findCompanyByCode,
  insertCompany,
  isTimeZoneKnown,
  listPostingAccounts,
  type PostingAccount,
  renameCompany,
  savePostingAccounts,
} from './companies.queries.ts';

export interface CompanyDraft {
  /** Capitals, digits, `_`, `-`; at most 16. */
  readonly code: string;
  readonly name: string;
  readonly functionalCurrency: string;
  /** IANA, such as Europe/Rome. */
  readonly timeZone: string;
  readonly country?: string | null | undefined;
}

/** What else a new company needs, in the transaction that makes it. */
export type CompanySetup = (tx: Tx) => Promise<unknown>;

const CODE = /^[A-Z0-9][A-Z0-9_-]{0,15}$/;

/** Throws `company_code_invalid`, `currency_unknown`, `time_zone_unknown`, `company_code_is_taken`. */
export async function createCompany(
  database: Database,
  actor: Actor,
  { draft, setups }: { draft: CompanyDraft; setups: readonly CompanySetup[] },
): Promise<Company> {
  await requireGoodDraft(database, draft);
  const { code, name, functionalCurrency, timeZone } = draft;
  const company: Company = { id: newId(), code, name, functionalCurrency, timeZone };
  await database.write({ company, actor }, async (tx) => {
    if (!(await insertCompany(tx, { ...company, country: draft.country ?? null }))) {
      throw new AppError('company_code_is_taken', `There is a company ${code} already.`, { status: 409 });
    }
    await savePostingAccounts(
      tx,
      ACCOUNT_NAMES.map((account) => ({ account, ...ACCOUNTS[account] })),
    );
    await insertAudit(tx, [{ action: 'company.create', subjectKind: 'company', subjectId: company.id, after: draft }]);
    for (const setup of setups) await setup(tx);
  });
  return company;
}

async function requireGoodDraft(database: Database, draft: CompanyDraft): Promise<void> {
  if (!CODE.test(draft.code)) {
    const message = `${draft.code} is no company code: up to 16 capitals, digits, _ and -, such as IT01.`;
    throw new AppError('company_code_invalid', message);
  }
  if (!isCurrencyCode(draft.functionalCurrency)) {
    throw new AppError('currency_unknown', `${draft.functionalCurrency} is no currency code of ISO 4217.`);
  }
  if (!(await isTimeZoneKnown(database, draft.timeZone))) {
    throw new AppError('time_zone_unknown', `${draft.timeZone} is no time zone; write it as Europe/Rome.`);
  }
}

/** Throws `company_not_found` (404), naming it. */
export async function requireCompany(database: Database, code: string): Promise<Company> {
  const company = await findCompanyByCode(database, code);
  if (company === undefined) {
    throw new AppError('company_not_found', `There is no company ${code}.`, { status: 404 });
  }
  return company;
}

export async function changeCompanyName(
  database: Database,
  scope: Scope,
  { command, name }: { command: Command; name: string },
): Promise<void> {
  await runCommand(database, scope, command, async (tx) => {
    await renameCompany(tx, name);
    const { id: subjectId, name: before } = scope.company;
    tx.audit({ action: 'company.rename', subjectKind: 'company', subjectId, before, after: name });
    return null;
  });
}

/** Gives a posting account its code and name in the general ledger; journals exported from now on carry them. */
export async function changePostingAccount(
  database: Database,
  scope: Scope,
  { command, account }: { command: Command; account: PostingAccount },
): Promise<void> {
  await runCommand(database, scope, command, async (tx) => {
    const before = (await listPostingAccounts(tx)).find((one) => one.account === account.account);
    if (before === undefined) throw notFound('posting account', account.account);
    await savePostingAccounts(tx, [account]);
    const subject = { subjectKind: 'posting_account', subjectId: account.account };
    tx.audit({ action: 'posting_account.change', ...subject, before, after: account });
    return null;
  });
}
