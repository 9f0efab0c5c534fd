/** A company that charges late interest, with people, customers who paid late, and a mailbox on a real SMTP server. */
import { localDate } from '@quittance/core/calendar';
import { type Caller, openTestApp, type TestApp } from '../../../app.fixture.ts';
import { runCommand } from '../../../platform/command/index.ts';
import { newId } from '../../../platform/ids.ts';
import { readLetter } from '../../../platform/mail/index.ts';
import { openSmtpServer } from '../../../platform/testing/smtp-server.ts';
import { type CorrespondenceContext, saveLetterSettings, sendWaiting } from '../../correspondence/index.ts';
import { insertContacts, insertCustomers } from '../../customers/index.ts';
import { type LedgerAct, performAct } from '../../ledger/index.ts';
import { objectionToSending } from '../dunning/check-before-sending.ts';
import { noteEnclosures, noteWentOut } from './note-fates.usecase.ts';

export const euro = (amount: string) => ({ amount, currency: 'EUR' });

export type InterestDeskBook = Awaited<ReturnType<typeof openInterestDesk>>;

/** Its clock stands on 2 March 2026 at ten in Rome; what fell due on 31 December 2025 is 61 days late. */
export async function openInterestDesk() {
  const smtp = await openSmtpServer();
  const test = await openTestApp();
  const company = await test.addCompany('IT01');
  const scope = { company, actor: test.operator };
  const { database } = test.app.services;
  const expert = await test.signIn('Eva', company, 'expert');
  const people = {
    mia: await test.signIn('Mia', company, 'manager'),
    max: await test.signIn('Max', company, 'manager'),
  };
  await setUp(test, expert, smtp.login);
  const settings = {
    payeeName: 'Example S.r.l.',
    iban: 'DE89370400440532013000',
    bic: null,
    signature: 'Example S.r.l.',
  };
  await database.write(scope, (tx) => saveLetterSettings(tx, settings));
  const context: CorrespondenceContext = {
    ...{ database, clock: test.clock, secret: () => undefined, silenceMs: 500 },
    ...{ objection: objectionToSending, wentOut: noteWentOut, enclosures: noteEnclosures },
  };
  const act = (given: LedgerAct) =>
    runCommand(database, scope, { action: 'test', body: null }, (tx) => performAct(tx, given));
  return {
    ...{ test, scope, smtp, expert, context, act, ...people },
    send: () => sendWaiting(context, scope),
    mails: () => Promise.all(smtp.taken.map(({ raw }) => readLetter(Buffer.from(raw)))),
    /** A customer whose invoices of 10,000.00 fell due on 31 December. */
    async owes(name: string, invoices: readonly string[], contact: { language?: string } = {}): Promise<string> {
      const id = newId();
      const email = `ap@${name.toLowerCase().replaceAll(' ', '-')}.example`;
      await database.write(scope, async (tx) => {
        await insertCustomers(tx, [{ id, number: name, name, country: 'IT', taxId: 'IT01234567890' }], null);
        await insertContacts(
          tx,
          [{ id: newId(), customerId: id, name: 'Ada Rossi', email, isPrimary: true, ...contact }],
          null,
        );
      });
      for (const number of invoices) await act({ kind: 'document', document: invoice(id, number) });
      return id;
    },
    async drop() {
      await test.close();
      await smtp.close();
    },
  };
}

function invoice(customerId: string, number: string) {
  const instalments = [{ dueOn: localDate('2025-12-31'), amountMinor: 1_000_000n }];
  return {
    kind: 'invoice',
    number,
    customerId,
    currency: 'EUR',
    issuedOn: localDate('2025-11-30'),
    instalments,
  } as const;
}

async function setUp(test: TestApp, expert: Caller, login: { host: string; port: number; security: string }) {
  const terms = {
    ...{ scheme: 'reference', rateE4: 80_000, dayCount: 'act365', graceDays: 0, noteDueDays: 14 },
    ...{ minimum: euro('10.00'), fee: euro('40.00'), fromOn: '2025-01-01', reason: 'as the law has it' },
  };
  await expert.send('PUT', '/companies/IT01/interest-terms', terms);
  await expert.send('PUT', '/companies/IT01/reference-rates/2026-01-01', { rateE4: 21_500 });
  const { host, port, security } = login;
  const admin = await test.signIn('Imogen', (await test.app.services.listCompanies())[0], 'manager', 'expert');
  const mailbox = {
    ...{ name: 'Example S.r.l.', address: 'ar@example.com', imap: null, hasAddressTokens: false, authority: null },
    ...{ smtp: { host, port, security, user: null, passwordFrom: null }, isDefault: true, isEnabled: true },
  };
  const added = await admin.send('POST', '/companies/IT01/mailboxes', mailbox);
  if (added.status !== 201) throw new Error(added.text);
}

/** The text of a PDF's pages. */
export async function textOfPdf(pdf: Uint8Array): Promise<string> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    texts.push(items.map((piece) => ('str' in piece ? piece.str : '')).join(' '));
  }
  return texts.join(' ').replace(/\s+/g, ' ');
}
