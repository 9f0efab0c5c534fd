import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../../app.fixture.ts';

let test: TestApp;
let analyst: Caller;
let auditor: Caller;

beforeAll(async () => {
  test = await openTestApp();
  const company = await test.addCompany('IT01');
  analyst = await test.signIn('Ada', company, 'cash_analyst');
  auditor = await test.signIn('Bruno', company, 'auditor');
});
afterAll(() => test.close());

const at = (address: string) => `/companies/IT01${address}`;

/** Uploads a file and waits until it was read. */
async function preview(fileName: string, text: string) {
  const boundary = 'quittance-boundary';
  const lines = [
    `--${boundary}`,
    `Content-Disposition: form-data; name="file"; filename="${fileName}"`,
    'Content-Type: text/csv',
    '',
    text,
    `--${boundary}--`,
    '',
  ];
  const answer = await test.ask({
    method: 'POST',
    url: at('/imports'),
    headers: {
      cookie: analyst.cookie,
      'x-csrf-token': analyst.csrfToken,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: lines.join('\r\n'),
  });
  await analyst.get(at(`/imports/${answer.body.id}/events`));
  return (await analyst.get(at(`/imports/${answer.body.id}`))).body;
}

const HEADER = 'Rg;Kd;Währung;Betrag;Datum;Fällig am\n';
const FILE = `Offene Posten\n\n${HEADER}0071;0042;EUR;"1.234,50";31.12.2025;31.01.2026\n0072;0042;EUR;-5,x;31.12.2025;31.01.2026\n0073;=cmd();EUR;1,00;32.12.2025;31.01.2026\n`;
const COLUMNS = {
  number: 'Rg',
  customerNumber: 'Kd',
  currency: 'Währung',
  amount: 'Betrag',
  issuedOn: 'Datum',
  dueOn: 'Fällig am',
};

describe('a mapping that was corrected', () => {
  let id = '';
  let sourceId = '';

  it('is kept under the name of its source, and used for the next file with these columns', async () => {
    const seen = await preview('a.csv', FILE);
    expect(seen).toMatchObject({ kind: 'items', added: 0, sourceName: null });
    id = seen.id;
    const mapping = { ...(seen.mapping as object), columns: COLUMNS };
    expect(await analyst.send('PUT', at(`/imports/${id}/mapping`), mapping)).toMatchObject({ status: 202 });
    await analyst.get(at(`/imports/${id}/events`));
    expect((await analyst.get(at(`/imports/${id}`))).body).toMatchObject({ added: 1, refused: 2, questions: [] });
    const saved = await analyst.send('PUT', at(`/imports/${id}/source`), { name: ' SAP DE daily ' });
    expect(saved).toMatchObject({
      status: 200,
      body: { name: 'SAP DE daily', kind: 'items', savedBy: 'Ada', fileName: 'a.csv' },
    });
    sourceId = saved.body.id;
    const next = await preview('b.csv', `${HEADER}0081;0042;EUR;7,00;31.12.2025;31.01.2026\n`);
    expect(next).toMatchObject({ added: 1, sourceName: 'SAP DE daily', questions: [], mapping: { columns: COLUMNS } });
  });

  it('is listed, renamed and forgotten by who may import; two sources have two names', async () => {
    const other = await preview(
      'c.csv',
      'invoice,customer,currency,amount,invoice date,due date\n1,2,EUR,1.00,2026-01-02,2026-02-02\n',
    );
    expect(await analyst.send('PUT', at(`/imports/${other.id}/source`), { name: 'sap de DAILY' })).toMatchObject({
      status: 409,
      body: { code: 'import_mapping_name_is_its_own' },
    });
    expect(await auditor.send('PUT', at(`/import-mappings/${sourceId}`), { name: 'x' })).toMatchObject({ status: 403 });
    expect(await analyst.send('PUT', at(`/import-mappings/${sourceId}`), { name: 'SAP Köln' })).toMatchObject({
      status: 200,
    });
    expect((await auditor.get(at('/import-mappings'))).body.mappings).toMatchObject([
      { name: 'SAP Köln', header: Object.values(COLUMNS) },
    ]);
    expect(await analyst.send('DELETE', at(`/import-mappings/${sourceId}`))).toMatchObject({ status: 204 });
    expect((await auditor.get(at('/import-mappings'))).body.mappings).toEqual([]);
    expect(await analyst.send('DELETE', at(`/import-mappings/${sourceId}`))).toMatchObject({ status: 404 });
  });

  it('its refused rows come back as CSV with their reasons, harmless in a spreadsheet, and may be uploaded again', async () => {
    const { text, headers } = await auditor.get(at(`/imports/${id}/refused`));
    expect(headers['content-disposition']).toContain('a refused.csv');
    const lines = text.replace('\ufeff', '').trimEnd().split('\r\n');
    expect(lines[0]).toBe('Rg;Kd;Währung;Betrag;Datum;Fällig am;row in file;refused because');
    expect(lines[1]).toMatch(/^0072;0042;EUR;'-5,x;31.12.2025;31.01.2026;5;.*not an amount/);
    expect(lines[2]).toMatch(/^0073;'=cmd\(\);EUR;1,00;32.12.2025;31.01.2026;6;.*not a date/);
    const corrected = text.replace("'-5,x", '-5,00').replace('32.12', '31.12');
    const seen = await preview('a corrected.csv', corrected);
    const mapping = { ...(seen.mapping as object), columns: COLUMNS };
    await analyst.send('PUT', at(`/imports/${seen.id}/mapping`), mapping);
    await analyst.get(at(`/imports/${seen.id}/events`));
    expect((await analyst.get(at(`/imports/${seen.id}`))).body).toMatchObject({ added: 2, refused: 0 });
    const { rows } = (await analyst.get(at(`/imports/${seen.id}/rows`))).body;
    expect(rows.map((row) => (row.fields as Record<string, string>).customerNumber)).toEqual(['0042', '=cmd()']);
  });
});
