import { localDate } from '@quittance/core/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../app.fixture.ts';
import { saveRate } from '../ledger/index.ts';

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

const at = (address: string) => `/companies/IT01/imports${address}`;

async function upload(caller: Caller, fileName: string, text: string, headers: object = {}) {
  const boundary = 'quittance-boundary';
  const payload = [
    `--${boundary}`,
    `Content-Disposition: form-data; name="file"; filename="${fileName}"`,
    'Content-Type: text/csv',
    '',
    text,
    `--${boundary}--`,
    '',
  ].join('\r\n');
  return test.ask({
    method: 'POST',
    url: at(''),
    headers: {
      cookie: caller.cookie,
      'x-csrf-token': caller.csrfToken,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      ...headers,
    },
    payload,
  });
}

/** Follows the import's events to the end of its work. */
async function follow(id: string) {
  const { text } = await analyst.get(at(`/${id}/events`));
  const last = text.split('\n').findLast((line) => line.startsWith('data: '));
  return JSON.parse(last?.slice('data: '.length) ?? '{}') as Record<string, unknown>;
}

const FILE =
  'customer number,customer name,invoice number,currency,amount,invoice date,due date\n' +
  '0042,Vetreria Morandi,A-1,EUR,100.00,2026-01-15,2026-02-15\n0042,Vetreria Morandi,A-2,EUR,abc,2026-01-15,2026-02-15\n';

describe('an import through the API', () => {
  let id = '';

  it('is uploaded, read behind the answer, and followed by its events', async () => {
    const answer = await upload(analyst, 'gennaio.csv', FILE);
    expect(answer).toMatchObject({ status: 202, body: { fileName: 'gennaio.csv', kind: 'items', uploadedBy: 'Ada' } });
    id = answer.body.id;
    expect(await follow(id)).toMatchObject({ id, status: 'preview', added: 1, refused: 1, problemCount: 1 });
  });

  it('shows rows and problems by pages, and gives the file back', async () => {
    expect((await auditor.get(at(`/${id}/rows?outcome=added`))).body.rows).toMatchObject([{ row: 2, label: 'A-1' }]);
    const first = await analyst.get(at(`/${id}/rows?limit=1`));
    expect(first.body.rows).toHaveLength(1);
    const second = await analyst.get(at(`/${id}/rows?limit=1&cursor=${first.body.next}`));
    expect(second.body).toMatchObject({ rows: [{ outcome: 'refused' }], next: null });
    expect((await analyst.get(at(`/${id}/problems`))).body.rows).toMatchObject([
      { row: 3, field: 'amount', code: 'bad_amount' },
    ]);
    expect((await analyst.get(at(`/${id}/file`))).text).toBe(FILE);
    expect((await analyst.get(at('?limit=5'))).body.rows).toMatchObject([{ id }]);
  });

  it('is posted with the good rows only when that is asked for', async () => {
    expect((await analyst.send('POST', at(`/${id}/post`), { rows: 'all' })).body).toMatchObject({
      code: 'import_has_refused_rows',
    });
    const posted = await analyst.send('POST', at(`/${id}/post`), { rows: 'good' });
    expect(posted.status).toBe(202);
    expect(await follow(id)).toMatchObject({ status: 'posted', added: 1 });
  });

  it('uploaded again is there already, but for the row that was refused', async () => {
    const again = await upload(analyst, 'again.csv', FILE);
    expect(again.body.id).not.toBe(id);
    expect(await follow(again.body.id)).toMatchObject({ status: 'preview', added: 0, unchanged: 1, refused: 1 });
    expect((await upload(analyst, 'again.csv', FILE)).body.id).toBe(again.body.id);
  });

  it('is undone', async () => {
    expect((await analyst.send('POST', at(`/${id}/undo`))).status).toBe(202);
    expect(await follow(id)).toMatchObject({ status: 'undone' });
    expect((await analyst.send('POST', at(`/${id}/post`), { rows: 'all' })).body).toMatchObject({
      code: 'import_is_not_in_preview',
    });
  });

  it('answers within a second, however long the posting takes', async () => {
    const rows = Array.from({ length: 3000 }, (_, row) => `0042,,L-${row},EUR,1.00,2026-01-15,2026-02-15`);
    const { body } = await upload(analyst, 'long.csv', `${FILE.split('\n')[0]}\n${rows.join('\n')}\n`);
    expect(await follow(body.id)).toMatchObject({ status: 'preview', added: 3000 });
    const from = Date.now();
    const answer = await analyst.send('POST', at(`/${body.id}/post`), { rows: 'all' });
    expect(Date.now() - from).toBeLessThan(1000);
    expect(answer).toMatchObject({ status: 202, body: { status: 'posting' } });
    expect(await follow(body.id)).toMatchObject({ status: 'posted', added: 3000 });
  });

  it('with nothing to post is discarded, and its file may come again', async () => {
    const file = `${FILE.split('\n')[0]}\n0042,,E-1,EUR,abc,2026-01-15,2026-02-15\n`;
    const { body } = await upload(analyst, 'nothing.csv', file);
    expect(await follow(body.id)).toMatchObject({ status: 'preview', added: 0, refused: 1 });
    expect((await auditor.send('POST', at(`/${body.id}/discard`))).body).toMatchObject({ code: 'not_permitted' });
    const discarded = await analyst.send('POST', at(`/${body.id}/discard`));
    expect(discarded).toMatchObject({ status: 200, body: { id: body.id, status: 'discarded' } });
    expect((await analyst.send('POST', at(`/${body.id}/post`), { rows: 'good' })).body).toMatchObject({
      code: 'import_is_not_in_preview',
    });
    const again = await upload(analyst, 'nothing.csv', file);
    expect(again.body.id).not.toBe(body.id);
    expect(await follow(again.body.id)).toMatchObject({ status: 'preview' });
    expect((await analyst.send('POST', at(`/${id}/discard`))).body).toMatchObject({ code: 'import_is_not_in_preview' });
    const trail = await auditor.get('/companies/IT01/audit?limit=50');
    expect(trail.text).toContain('intake.discard');
  });

  it('takes a mapping from a person and reads again', async () => {
    const answer = await upload(
      analyst,
      'b.csv',
      'A,B,amount,currency,invoice date,due date\nB-1,0042,5.00,EUR,2026-01-02,2026-02-02\n',
    );
    const seen = await follow(answer.body.id);
    expect(seen).toMatchObject({
      status: 'preview',
      added: 0,
      questions: [{ field: 'number' }, { field: 'customerNumber' }],
    });
    const mapping = seen.mapping as { columns: Record<string, string> };
    const body = { ...mapping, columns: { ...mapping.columns, number: 'A', customerNumber: 'B' } };
    expect((await analyst.send('PUT', at(`/${answer.body.id}/mapping`), body)).status).toBe(202);
    expect(await follow(answer.body.id)).toMatchObject({ status: 'preview', added: 1, questions: [] });
  });

  it('repeated under its idempotency key is the same import; another file, name or kind under that key is refused', async () => {
    const key = { 'idempotency-key': 'upload-1' };
    const file = FILE.replaceAll('A-', 'C-');
    const first = await upload(analyst, 'c.csv', file, key);
    expect((await upload(analyst, 'c.csv', file, key)).body.id).toBe(first.body.id);
    for (const [name, text] of [
      ['c.csv', FILE.replaceAll('A-', 'D-')],
      ['d.csv', file],
    ] as const) {
      const other = await upload(analyst, name, text, key);
      expect(other).toMatchObject({ status: 409, body: { code: 'idempotency_key_reused' } });
    }
    expect(await follow(first.body.id)).toMatchObject({ status: 'preview', added: 1 });
  });

  it('never posts rows that nobody has seen: a rate that came after the preview makes it anew', async () => {
    const file = `${FILE.split('\n')[0]}\n0042,Vetreria Morandi,R-1,EUR,1.00,2026-01-15,2026-02-15\n0042,Vetreria Morandi,R-2,CHF,2.00,2026-01-15,2026-02-15\n`;
    const { body } = await upload(analyst, 'two currencies.csv', file);
    expect(await follow(body.id)).toMatchObject({ added: 1, refused: 1 });
    const scope = await test.app.services.operatorScope('IT01');
    await test.app.services.database.post(scope, (tx) =>
      saveRate(tx, { currency: 'CHF', quotedOn: localDate('2026-01-01'), rate: '0.95' }),
    );
    await analyst.send('POST', at(`/${body.id}/post`), { rows: 'good' });
    expect(await follow(body.id)).toMatchObject({
      status: 'preview',
      added: 2,
      refused: 0,
      errorCode: 'import_changed_meanwhile',
    });
    await analyst.send('POST', at(`/${body.id}/post`), { rows: 'all' });
    expect(await follow(body.id)).toMatchObject({ status: 'posted', added: 2 });
  });

  it('is read again when somebody asks, and says when a file came before', async () => {
    const first = await upload(analyst, 'again and again.csv', FILE.replaceAll('A-', 'AA-'));
    await follow(first.body.id);
    expect((await analyst.send('POST', at(`/${first.body.id}/read`))).status).toBe(202);
    expect(await follow(first.body.id)).toMatchObject({ status: 'preview', added: 1 });
    const second = await upload(analyst, 'another name.csv', FILE.replaceAll('A-', 'AA-'));
    expect(second.body).toMatchObject({ id: first.body.id, cameBefore: true });
    await follow(first.body.id);
  });

  it('needs the permission, a file, and an id that exists', async () => {
    expect((await upload(auditor, 'x.csv', FILE)).body).toMatchObject({ code: 'not_permitted' });
    expect((await upload(analyst, 'empty.csv', '')).body).toMatchObject({ code: 'file_empty' });
    const missing = '01890000-0000-7000-8000-000000000000';
    expect((await analyst.get(at(`/${missing}`))).status).toBe(404);
    expect((await analyst.send('POST', at(`/${missing}/undo`))).status).toBe(404);
  });
});
