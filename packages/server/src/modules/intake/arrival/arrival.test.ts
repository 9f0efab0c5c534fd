import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../../app.fixture.ts';
import { openImapServer, type TestImapServer } from '../../../platform/testing/imap-server.ts';

const SECRET = 'QUITTANCE_SECRET_BANK_MAIL';
let root: string;
let imap: TestImapServer;
let test: TestApp;
let expert: Caller;
let analyst: Caller;

beforeAll(async () => {
  root = mkdtempSync(path.join(os.tmpdir(), 'quittance-drop-'));
  imap = await openImapServer();
  test = await openTestApp({
    dropDirectory: root,
    config: { logLevel: 'silent', secret: (name) => (name === SECRET ? imap.login.password : undefined) },
  });
  const company = await test.addCompany('IT01');
  expert = await test.signIn('Elena', company, 'expert');
  analyst = await test.signIn('Ada', company, 'cash_analyst');
});
afterAll(async () => {
  await test.close();
  await imap.close();
  rmSync(root, { recursive: true, force: true });
});

const at = (address: string) => `/companies/IT01${address}`;
const HEADER = 'customer number,customer name,invoice number,currency,amount,invoice date,due date\n';
const invoices = (number: string) => `${HEADER}0042,Vetreria Morandi,${number},EUR,100.00,2026-01-15,2026-02-15\n`;

/** Drops a file that has come to rest: the tests' clock stands in March 2026. */
function drop(folder: string, name: string, text: string, restedOn = new Date('2026-03-01T00:00:00Z')): void {
  const place = path.join(root, folder, name);
  writeFileSync(place, text);
  utimesSync(place, restedOn, restedOn);
}

const folderSource = (changes: object = {}) => ({
  kind: 'folder',
  name: 'ERP extracts',
  settings: { path: 'IT01/erp' },
  fileKind: null,
  posting: 'good_rows',
  isEnabled: true,
  ...changes,
});

async function addSource(body: object): Promise<string> {
  const answer = await expert.send('POST', at('/arrival-sources'), body);
  expect(answer).toMatchObject({ status: 201 });
  return answer.body.id;
}

const check = (id: string) => analyst.send('POST', at(`/arrival-sources/${id}/check`));
const arrivals = async () => (await analyst.get(at('/arrivals'))).body.rows;

describe('a folder that is watched', () => {
  let id = '';

  it('is added by whoever sets the company up, below the drop directory only', async () => {
    expect((await analyst.send('POST', at('/arrival-sources'), folderSource())).body.code).toBe('not_permitted');
    for (const outside of [
      '../elsewhere',
      '/etc',
      '.',
      'IT01/../../x',
      'DE01/bank',
      'IT01',
      'IT01/a\\..\\b',
      'IT01/taken',
    ]) {
      const answer = await expert.send('POST', at('/arrival-sources'), folderSource({ settings: { path: outside } }));
      expect([outside, answer.body.code]).toEqual([outside, 'folder_not_allowed']);
    }
    const unreadable = await expert.send(
      'POST',
      at('/arrival-sources'),
      folderSource({ settings: { path: 'IT01/\u0000' } }),
    );
    expect(unreadable.body.code).toBe('request_invalid');
    id = await addSource(folderSource());
    expect((await expert.send('POST', at('/arrival-sources'), folderSource({ name: 'other' }))).body).toMatchObject({
      code: 'source_exists',
      detail: expect.stringContaining('ERP extracts'),
    });
    const within = folderSource({ name: 'within', settings: { path: 'IT01/erp/deep' } });
    expect((await expert.send('POST', at('/arrival-sources'), within)).body.code).toBe('source_exists');
  });

  it('takes a file at rest once, posts it as it was told, and moves it aside', async () => {
    drop('IT01/erp', 'january.csv', invoices('F-1'));
    expect((await check(id)).body).toEqual({ taken: 1, refused: 0 });
    expect(readdirSync(path.join(root, 'IT01/erp'))).toEqual(['taken']);
    expect(await arrivals()).toMatchObject([
      {
        channel: 'folder',
        sourceName: 'ERP extracts',
        place: 'IT01/erp/january.csv',
        outcome: 'imported',
        importStatus: 'posted',
        by: 'Ada',
      },
    ]);
    expect((await check(id)).body).toEqual({ taken: 0, refused: 0 });
  });

  it('knows the same content again, whatever it is called', async () => {
    drop('IT01/erp', 'january again.csv', invoices('F-1'));
    expect((await check(id)).body).toEqual({ taken: 1, refused: 0 });
    expect((await arrivals())[0]).toMatchObject({ fileName: 'january again.csv', outcome: 'repeated' });
    expect((await analyst.get(at('/imports'))).body.rows).toHaveLength(1);
  });

  it('takes a file once when two look at the same moment', async () => {
    drop('IT01/erp', 'twice.csv', invoices('F-9'));
    const answers = await Promise.all([check(id), check(id)]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    expect((await analyst.get(at('/items?search=F-9'))).body.rows).toHaveLength(1);
  });

  it('refuses an empty file with the reason beside it', async () => {
    drop('IT01/erp', 'empty.csv', '');
    expect((await check(id)).body).toEqual({ taken: 0, refused: 1 });
    const [note] = readdirSync(path.join(root, 'IT01/erp/refused')).filter((name) => name.endsWith('.reason.txt'));
    expect(readFileSync(path.join(root, 'IT01/erp/refused', note ?? ''), 'utf8')).toContain('empty');
    expect((await arrivals())[0]).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('empty') });
  });

  it('leaves alone what is still being written, what is hidden, and links', async () => {
    drop('IT01/erp', 'growing.csv', invoices('F-2'), new Date());
    drop('IT01/erp', 'upload.csv.part', invoices('F-3'));
    drop('IT01/erp', '.hidden', invoices('F-4'));
    symlinkSync('/etc/hostname', path.join(root, 'IT01/erp/link.csv'));
    expect((await check(id)).body).toEqual({ taken: 0, refused: 0 });
  });

  it('is remembered when it is removed, and looked at no more', async () => {
    expect((await expert.send('DELETE', at(`/arrival-sources/${id}`))).status).toBe(204);
    expect((await check(id)).status).toBe(404);
    expect((await arrivals()).at(-1)).toMatchObject({ sourceName: 'ERP extracts' });
  });
});

const mail = (id: string, attachment: string) => `From: bank@example.com
Subject: Statement ${id}
Message-ID: <${id}@example.com>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain

Attached.
--b
Content-Type: text/csv; name="${id}.csv"
Content-Disposition: attachment; filename="${id}.csv"
Content-Transfer-Encoding: base64

${Buffer.from(attachment).toString('base64')}
--b--
`;

describe('a mailbox that is read', () => {
  const mailbox = () => {
    const { password: _, ...login } = imap.login;
    return { ...folderSource({ name: 'Bank mail' }), kind: 'mailbox', settings: { ...login, passwordFrom: SECRET } };
  };
  let id = '';

  it('names the setting that holds its password, and no other setting of the server', async () => {
    const { settings } = mailbox();
    const other = { ...mailbox(), settings: { ...settings, passwordFrom: 'DATABASE_URL' } };
    expect((await expert.send('POST', at('/arrival-sources'), other)).status).toBe(400);
    id = await addSource(mailbox());
  });

  it('takes the files of each message once', async () => {
    imap.deliver(mail('m1', invoices('M-1')));
    imap.deliver(mail('m2', invoices('M-2')));
    expect((await check(id)).body).toEqual({ taken: 2, refused: 0 });
    expect((await check(id)).body).toEqual({ taken: 0, refused: 0 });
    expect((await arrivals()).slice(0, 2)).toMatchObject([
      { channel: 'mailbox', sender: 'bank@example.com', place: '<m2@example.com>', importStatus: 'posted' },
      { fileName: 'm1.csv', outcome: 'imported' },
    ]);
  });

  it('says what keeps it from looking, and looks again when that is mended', async () => {
    const { settings } = mailbox();
    const broken = { ...mailbox(), settings: { ...settings, port: 1 } };
    await expert.send('PUT', at(`/arrival-sources/${id}`), broken);
    expect((await check(id)).body.code).toBe('mailbox_unreachable');
    const sources = (await analyst.get(at('/arrival-sources'))).body.rows;
    expect(sources).toMatchObject([{ error: expect.stringContaining('cannot be reached') }]);
    await expert.send('PUT', at(`/arrival-sources/${id}`), mailbox());
    expect((await check(id)).status).toBe(200);
    expect((await analyst.get(at('/arrival-sources'))).body.rows).toMatchObject([{ error: null }]);
  });
});

describe('a folder for the daily list of all open items', () => {
  it('proposes what the list of today does not have any more', async () => {
    const source = folderSource({ name: 'Daily list', settings: { path: 'IT01/open' }, isFullList: true });
    expect((await expert.send('POST', at('/arrival-sources'), source)).body.code).toBe('only_items_are_listed');
    const id = await addSource({ ...source, fileKind: 'items' });
    drop('IT01/open', 'open items.csv', invoices('M-2'));
    expect((await check(id)).body).toEqual({ taken: 1, refused: 0 });
    const { rows } = (await analyst.get(at('/item-changes?status=proposed'))).body;
    expect(rows.map((row) => row.number).sort()).toEqual(['F-1', 'F-9', 'M-1']);
    expect(rows[0]).toMatchObject({ kind: 'vanished', listedOn: '2026-03-02' });
  });
});

describe('bank accounts by their statements', () => {
  const statement = (number: number, on: string, opening: string, closing: string) => `<?xml version="1.0"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Id>${number}</Id><ElctrncSeqNb>${number}</ElctrncSeqNb>
<Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${opening}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${on}</Dt></Dt></Bal>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${closing}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${on}</Dt></Dt></Bal>
<Ntry><Amt Ccy="EUR">${(Number(closing) - Number(opening)).toString()}.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${on}</Dt></BookgDt><AcctSvcrRef>R${number}</AcctSvcrRef></Ntry>
</Stmt></BkToCstmrStmt></Document>`;

  it('tell the day that is late and the statement that is missing between two', async () => {
    const id = await addSource(folderSource({ name: 'Bank', settings: { path: 'IT01/bank' } }));
    drop('IT01/bank', '1.xml', statement(1, '2026-02-23', '100.00', '110.00'));
    drop('IT01/bank', '2.xml', statement(2, '2026-02-24', '110.00', '120.00'));
    drop('IT01/bank', '3.xml', statement(3, '2026-02-25', '120.00', '130.00'));
    drop('IT01/bank', '5.xml', statement(5, '2026-02-26', '150.00', '160.00'));
    expect((await check(id)).body).toEqual({ taken: 4, refused: 0 });
    const { rows } = (await analyst.get(at('/statement-accounts'))).body;
    expect(rows).toMatchObject([
      {
        account: 'DE02120300000000202051',
        lastOn: '2026-02-26',
        closingBalance: { amount: '160.00', currency: 'EUR' },
        everyWorkingDays: 1,
        missingDays: ['2026-02-27'],
        gaps: [{ afterNumber: '3', beforeNumber: '5', difference: { amount: '20.00', currency: 'EUR' } }],
      },
    ]);
  });
});
