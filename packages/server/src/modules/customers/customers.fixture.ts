/** The application with people who work with customers, and short words for what they do. */
import type { Role } from '@quittance/core/permissions';
import { type Answer, type Caller, openTestApp, type TestApp } from '../../app.fixture.ts';
import type { Company } from '../../platform/database/transaction.ts';

export interface CustomersDesk {
  readonly test: TestApp;
  readonly company: Company;
  /** Ada asks, Mia decides; both might do either. */
  readonly ada: Caller;
  readonly mia: Caller;
  readonly auditor: Caller;
  signIn(name: string, ...roles: Role[]): Promise<Caller>;
  /** A customer that is there, by a request that Ada made and Mia approved. Returns its id. */
  addCustomer(number: string, fields?: object): Promise<string>;
  /** An invoice on a customer's account. Returns its item's id. */
  invoice(customerId: string, number: string, amount: string): Promise<string>;
  /** What Ada asks to be changed; the request's id. */
  askForChange(customerId: string, change: object, fields?: object): Promise<Answer>;
  close(): Promise<void>;
}

export const at = (address: string) => `/companies/IT01${address}`;

export async function openCustomersDesk(): Promise<CustomersDesk> {
  const test = await openTestApp();
  const company = await test.addCompany('IT01');
  const ada = await test.signIn('Ada', company, 'manager');
  const mia = await test.signIn('Mia', company, 'manager');
  const auditor = await test.signIn('Bruno', company, 'auditor');
  return {
    test,
    company,
    ada,
    mia,
    auditor,
    signIn: (name, ...roles) => test.signIn(name, company, ...roles),
    async addCustomer(number, fields = {}) {
      const customer = { number, name: `Customer ${number}`, ...fields };
      const asked = await ada.send('POST', at('/customers'), { reason: 'new business', customer });
      const approved = await mia.send('POST', at(`/customer-requests/${asked.body.id}/approve`), { reason: 'known' });
      return String(approved.body.customerId);
    },
    async invoice(customerId, number, amount) {
      const instalments = [{ dueOn: '2026-02-15', amount: { amount, currency: 'EUR' } }];
      const document = { kind: 'invoice', number, customerId, issuedOn: '2026-01-15', instalments };
      const posted = await ada.send('POST', at('/documents'), document);
      return (posted.body.itemIds as string[])[0] ?? '';
    },
    askForChange: (customerId, change, fields = {}) =>
      ada.send('POST', at(`/customers/${customerId}/requests`), {
        reason: 'asked by mail',
        channel: 'email',
        change,
        ...fields,
      }),
    close: () => test.close(),
  };
}
