/** The application with people who ask and people who decide, a customer with money on account, and short words for it all. */
import type { Role } from '@quittance/core/permissions';
import { type Answer, type Caller, openTestApp, type TestApp } from '../../app.fixture.ts';
import type { Company } from '../../platform/database/transaction.ts';

export const at = (address: string, company = 'IT01') => `/companies/${company}${address}`;
export const eur = (amount: string) => ({ amount, currency: 'EUR' });
export const IBAN = 'DE89370400440532013000';

export interface ApprovalsDesk {
  readonly test: TestApp;
  readonly company: Company;
  /** A cash analyst, two managers, and one who sets limits. */
  readonly ada: Caller;
  readonly mia: Caller;
  readonly bruno: Caller;
  readonly olga: Caller;
  readonly customerId: string;
  signIn(name: string, ...roles: Role[]): Promise<Caller>;
  /** Money on the customer's account. Returns its item's id. */
  receipt(number: string, amount: string): Promise<string>;
  invoice(number: string, amount: string): Promise<string>;
  openOf(itemId: string): Promise<string>;
  refund(itemId: string, amount: string): object;
  askAs(caller: Caller, act: object, reason?: string): Promise<Answer>;
  /** Looks at a request and approves what is shown. */
  approveAs(caller: Caller, id: string, headers?: object): Promise<Answer>;
  close(): Promise<void>;
}

export async function openApprovalsDesk(): Promise<ApprovalsDesk> {
  const test = await openTestApp();
  const company = await test.addCompany('IT01');
  const ada = await test.signIn('Ada', company, 'cash_analyst');
  const mia = await test.signIn('Mia', company, 'manager');
  const bruno = await test.signIn('Bruno', company, 'manager');
  const olga = await test.signIn('Olga', company, 'expert');
  const customer = { number: '4711', name: 'Neri Macchine', bankAccounts: [{ account: IBAN, holder: 'Neri' }] };
  const asked = await mia.send('POST', at('/customers'), { reason: 'new business', customer });
  const approved = await bruno.send('POST', at(`/customer-requests/${asked.body.id}/approve`), { reason: 'known' });
  const customerId = String(approved.body.customerId);
  const document = async (kind: string, number: string, amount: string) => {
    const instalments = [{ dueOn: '2026-02-15', amount: eur(amount) }];
    const posted = await mia.send('POST', at('/documents'), {
      kind,
      number,
      customerId,
      issuedOn: '2026-01-15',
      instalments,
    });
    return (posted.body.itemIds as string[])[0] ?? '';
  };
  return {
    test,
    company,
    ada,
    mia,
    bruno,
    olga,
    customerId,
    signIn: (name, ...roles) => test.signIn(name, company, ...roles),
    receipt: (number, amount) => document('receipt', number, amount),
    invoice: (number, amount) => document('invoice', number, amount),
    async openOf(itemId) {
      const item = await mia.get(at(`/items/${itemId}`));
      return (item.body.open as { amount: string }).amount;
    },
    refund: (itemId, amount) => ({ kind: 'refund', itemId, amount: eur(amount), account: IBAN }),
    askAs: (caller, act, reason = 'paid twice') => caller.send('POST', at('/approvals'), { act, reason }),
    async approveAs(caller, id, headers = {}) {
      const shown = await caller.get(at(`/approvals/${id}`));
      return caller.send('POST', at(`/approvals/${id}/approval`), { seen: shown.body.fingerprint ?? 'none' }, headers);
    },
    close: () => test.close(),
  };
}
