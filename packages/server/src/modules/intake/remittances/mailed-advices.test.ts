import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../../app.fixture.ts';
import { openImapServer, type TestImapServer } from '../../../platform/testing/imap-server.ts';

const SECRET = 'QUITTANCE_SECRET_ADVICES';
let imap: TestImapServer;
let test: TestApp;
let expert: Caller;
let analyst: Caller;

beforeAll(async () => {
  imap = await openImapServer();
  const secret = (name: string) => (name === SECRET ? imap.login.password : undefined);
  test = await openTestApp({ config: { logLevel: 'silent', secret } });
  const company = await test.addCompany('IT01');
  expert = await test.signIn('Elena', company, 'expert');
  analyst = await test.signIn('Ada', company, 'cash_analyst');
});
afterAll(async () => {
  await test.close();
  await imap.close();
});

const at = (address: string) => `/companies/IT01${address}`;

const mailOf = (id: string, html: string, file?: { name: string; text: string }) =>
  [
    'From: "Alder Foods" <ap@alder.example>',
    `Subject: Remittance ${id}`,
    `Message-ID: <${id}@alder.example>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    html,
    ...(file
      ? ['--b', 'Content-Type: text/csv', `Content-Disposition: attachment; filename="${file.name}"`, '', file.text]
      : []),
    '--b--',
    '',
  ].join('\r\n');

const TABLE = '<table><tr><th>Invoice</th><th>Paid</th></tr><tr><td>4711001</td><td>98,00</td></tr></table>';

describe('a mailbox to which customers send advices', () => {
  const source = (name: string, fileKind: string | null) => {
    const { password: _, ...login } = imap.login;
    const settings = { ...login, passwordFrom: SECRET };
    return { kind: 'mailbox', name, settings, fileKind, posting: 'good_rows', isEnabled: true };
  };

  it('takes text and files of each message as one import, each advice once', async () => {
    const { body } = await expert.send('POST', at('/arrival-sources'), source('Advices', 'remittance'));
    const text = 'Invoice;Paid\r\n4711001;98,00\r\n4711002;12,50\r\n';
    imap.deliver(mailOf('PAY100001', TABLE, { name: 'list.csv', text }));
    expect((await analyst.send('POST', at(`/arrival-sources/${body.id}/check`))).body).toEqual({
      taken: 1,
      refused: 0,
    });
    expect((await analyst.send('POST', at(`/arrival-sources/${body.id}/check`))).body).toEqual({
      taken: 0,
      refused: 0,
    });
    const { rows } = (await analyst.get(at('/advices'))).body;
    expect(rows).toMatchObject([
      { fileName: 'Remittance PAY100001.eml', part: 'list.csv', lineCount: 2, state: 'waiting' },
      { part: 'the message', paymentNumber: 'PAY100001', linesTotal: { amount: '98.00' } },
    ]);
    await expert.send('DELETE', at(`/arrival-sources/${body.id}`));
  });

  it('of which nobody has said what comes: a message without files that lists a payment is an advice', async () => {
    const { body } = await expert.send('POST', at('/arrival-sources'), source('Mixed', null));
    imap.deliver(mailOf('PAY100002', TABLE.replace('4711001', '4711009')));
    imap.deliver(mailOf('HELLO', '<p>Dear all, we will be closed on Monday.</p>'));
    expect((await analyst.send('POST', at(`/arrival-sources/${body.id}/check`))).body).toEqual({
      taken: 1,
      refused: 0,
    });
    expect((await analyst.get(at('/advices'))).body.rows[0]).toMatchObject({
      paymentNumber: 'PAY100002',
      lineCount: 1,
    });
  });
});
