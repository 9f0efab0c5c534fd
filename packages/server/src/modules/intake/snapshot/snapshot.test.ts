import { localDate } from '@quittance/core/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../../app.fixture.ts';

let test: TestApp;
let expert: Caller;

beforeAll(async () => {
  test = await openTestApp();
  const company = await test.addCompany('DE01');
  expert = await test.signIn('Elena', company, 'expert', 'manager', 'cash_analyst');
});
afterAll(() => test.close());

const at = (address: string) => `/companies/DE01${address}`;
const HEADER = 'customer number,customer name,invoice number,type,currency,amount,invoice date,due date\n';
const aRow = (number: string, amount: string, due = '2026-02-15', type = 'invoice') =>
  `0042,Muster GmbH,${number},${type},EUR,${amount},2026-01-15,${due}\n`;

async function upload(text: string): Promise<string> {
  const boundary = 'quittance-boundary';
  const payload = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="open items.csv"\r\nContent-Type: text/csv\r\n\r\n${text}\r\n--${boundary}--\r\n`;
  const headers = {
    cookie: expert.cookie,
    'x-csrf-token': expert.csrfToken,
    'content-type': `multipart/form-data; boundary=${boundary}`,
  };
  const answer = await test.ask({ method: 'POST', url: at('/imports'), headers, payload });
  expect(answer.status).toBe(202);
  return answer.body.id;
}

const follow = async (id: string) => {
  const { text } = await expert.get(at(`/imports/${id}/events`));
  const last = text.split('\n').findLast((line) => line.startsWith('data: '));
  return JSON.parse(last?.slice('data: '.length) ?? '{}') as Record<string, unknown>;
};

async function bring(text: string, listedOn: string | null): Promise<string> {
  const id = await upload(text);
  await follow(id);
  if (listedOn !== null) {
    expect((await expert.send('PUT', at(`/imports/${id}/snapshot`), { listedOn })).status).toBe(202);
    await follow(id);
  }
  await expert.send('POST', at(`/imports/${id}/post`), { rows: 'good' });
  expect(await follow(id)).toMatchObject({ status: 'posted' });
  return id;
}

interface Change {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly act: string;
}
const proposed = async () => (await expert.get(at('/item-changes?status=proposed'))).body.rows as unknown as Change[];
const proposalOf = async (number: string) => {
  const found = (await proposed()).find((change) => change.number === number);
  if (found === undefined) throw new Error(`nothing is proposed for ${number}`);
  return found;
};
const accept = (...ids: string[]) => expert.send('POST', at('/item-changes/accept'), { ids });
async function openOf(number: string): Promise<{ open: string; due: string }> {
  const { rows } = (await expert.get(at(`/items?search=${number}`))).body;
  const item = rows[0] as unknown as { open: { amount: string }; dueOn: string };
  return { open: item.open.amount, due: item.dueOn };
}
const isLedgerTrue = async () =>
  (await test.app.services.verify(await test.app.services.operatorScope('DE01'))).every((check) => check.ok);

describe('the daily list of all open items', () => {
  it('adds what is new, and proposes for what vanished, shrank or moved; nothing that stands is touched', async () => {
    await bring(
      HEADER + aRow('S-1', '100.00') + aRow('S-2', '60.00') + aRow('S-3', '80.00') + aRow('S-4', '5.00'),
      null,
    );
    const list =
      HEADER + aRow('S-2', '40.00') + aRow('S-3', '80.00', '2026-03-31') + aRow('S-4', '5.00') + aRow('S-5', '9.00');
    const id = await bring(list, '2026-03-01');
    expect((await expert.get(at(`/imports/${id}`))).body).toMatchObject({ added: 1, changed: 3, unchanged: 1 });
    expect(await proposed()).toMatchObject([
      { number: 'S-2', kind: 'amount_changed', act: 'settle' },
      { number: 'S-3', kind: 'due_changed', act: 're_date' },
      { number: 'S-1', kind: 'vanished', act: 'settle' },
    ]);
    expect(await openOf('S-1')).toEqual({ open: '100.00', due: '2026-02-15' });
    expect(await openOf('S-5')).toEqual({ open: '9.00', due: '2026-02-15' });
  });

  it('shows the postings that accepting would write, and writes none', async () => {
    const { id } = await proposalOf('S-1');
    const { rows } = (await expert.get(at(`/item-changes/${id}/postings`))).body;
    expect(rows).toMatchObject([
      {
        account: 'receivable',
        amount: { amount: '-100.00', currency: 'EUR' },
        effectiveOn: '2026-03-01',
        itemNumber: 'S-1',
      },
      { account: 'erp_clearing', amount: { amount: '100.00', currency: 'EUR' } },
    ]);
    expect(await openOf('S-1')).toMatchObject({ open: '100.00' });
  });

  it('posts what a person accepts, all or none', async () => {
    const changes = await proposed();
    expect((await accept(...changes.map((change) => change.id))).body).toEqual({ entries: 3 });
    expect([await openOf('S-1'), await openOf('S-2'), await openOf('S-3')]).toEqual([
      { open: '0.00', due: '2026-02-15' },
      { open: '40.00', due: '2026-02-15' },
      { open: '80.00', due: '2026-03-31' },
    ]);
    expect(await proposed()).toEqual([]);
    expect((await accept(changes[0]?.id ?? '')).body.code).toBe('change_is_decided');
    expect(await isLedgerTrue()).toBe(true);
  });

  it('takes back a settlement when the item is open again the next day', async () => {
    const list =
      HEADER +
      aRow('S-1', '70.00') +
      aRow('S-2', '40.00') +
      aRow('S-3', '80.00', '2026-03-31') +
      aRow('S-4', '5.00') +
      aRow('S-5', '9.00');
    await bring(list, '2026-03-02');
    const change = await proposalOf('S-1');
    expect(change).toMatchObject({ kind: 'reappeared', act: 'reverse' });
    expect(await accept(change.id)).toMatchObject({ status: 200 });
    expect(await openOf('S-1')).toMatchObject({ open: '70.00' });
    expect(await isLedgerTrue()).toBe(true);
  });

  it('does not propose again what was rejected, and overtakes what an older list proposed', async () => {
    const list = (extra: string) =>
      HEADER + aRow('S-1', '70.00') + aRow('S-2', '40.00') + aRow('S-5', '9.00') + aRow('S-4', '5.00') + extra;
    await bring(list(''), '2026-03-02');
    const { id } = await proposalOf('S-3');
    expect((await expert.send('POST', at('/item-changes/reject'), { ids: [id], reason: 'paid tomorrow' })).status).toBe(
      204,
    );
    await bring(list(aRow('S-6', '1.00')), '2026-03-02');
    expect(await proposed()).toEqual([]);
  });

  it('refuses a proposal whose item has moved on meanwhile', async () => {
    await bring(
      HEADER + aRow('S-1', '70.00') + aRow('S-2', '40.00') + aRow('S-4', '5.00') + aRow('S-6', '1.00'),
      '2026-03-02',
    );
    const { id } = await proposalOf('S-5');
    const items = (await expert.get(at('/items?search=S-5'))).body.rows;
    const writeOff = { kind: 'write_off', amount: { amount: '2.00', currency: 'EUR' }, reason: 'too small' };
    expect((await expert.send('POST', at(`/items/${items[0]?.id}/adjustments`), writeOff)).status).toBe(200);
    expect((await accept(id)).body).toMatchObject({ code: 'item_changed_meanwhile' });
    expect((await expert.get(at(`/item-changes/${id}/postings`))).body.code).toBe('item_changed_meanwhile');
  });

  it('counts a row that could not be read as being in the list', async () => {
    const list = HEADER + aRow('S-1', '70.00') + aRow('S-2', 'forty') + aRow('S-4', '5.00') + aRow('S-6', '1.00');
    await bring(list, '2026-03-02');
    expect((await proposed()).map((change) => change.number)).toEqual(['S-5']);
  });

  it('is of a day that has come, and of items', async () => {
    const id = await upload(HEADER + aRow('S-9', '1.00'));
    await follow(id);
    const answer = await expert.send('PUT', at(`/imports/${id}/snapshot`), { listedOn: localDate('2027-01-01') });
    expect(answer.body.code).toBe('listed_day_in_future');
  });
});
