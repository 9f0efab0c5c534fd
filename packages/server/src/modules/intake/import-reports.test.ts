/** What an import says of itself: statements checked, equal problems as one, what stands in the way of undoing it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../app.fixture.ts';

let test: TestApp;
let expert: Caller;

beforeAll(async () => {
  test = await openTestApp();
  const company = await test.addCompany('DE01');
  expert = await test.signIn('Elena', company, 'expert', 'manager', 'cash_analyst');
});
afterAll(() => test.close());

const at = (address: string) => `/companies/DE01${address}`;

async function upload(fileName: string, text: string): Promise<string> {
  const boundary = 'quittance-boundary';
  const payload = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: text/plain\r\n\r\n${text}\r\n--${boundary}--\r\n`;
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
const preview = async (fileName: string, text: string) => follow(await upload(fileName, text));
async function post(id: unknown): Promise<Record<string, unknown>> {
  await expert.send('POST', at(`/imports/${id}/post`), { rows: 'good' });
  return follow(String(id));
}
async function undo(id: unknown, query = ''): Promise<Record<string, unknown>> {
  await expert.send('POST', at(`/imports/${id}/undo${query}`), undefined);
  return follow(String(id));
}
const obstaclesOf = async (id: unknown) => (await expert.get(at(`/imports/${id}/undo-obstacles`))).body;
async function itemOf(number: string): Promise<{ id: string; open: { amount: string } }> {
  const { rows } = (await expert.get(at(`/items?search=${number}`))).body;
  return rows[0] as unknown as { id: string; open: { amount: string } };
}

/** MT940 with amounts in cents; one line of each. */
function aStatement(day: string, opening: number, lines: readonly number[], closing: number): string {
  const amount = (cents: number) =>
    `${Math.trunc(Math.abs(cents) / 100)},${String(Math.abs(cents) % 100).padStart(2, '0')}`;
  const sign = (cents: number) => (cents < 0 ? 'D' : 'C');
  const short = day.replaceAll('-', '').slice(2);
  return [
    ':20:S',
    ':25:DE89370400440532013000',
    `:28C:${short}/1`,
    `:60F:${sign(opening)}${short}EUR${amount(opening)}`,
    ...lines.flatMap((cents, index) => [
      `:61:${short}${short.slice(2)}${sign(cents)}${amount(cents)}NTRFR${short}${index}`,
      ':86:166?00CREDIT?32Muster GmbH',
    ]),
    `:62F:${sign(closing)}${short}EUR${amount(closing)}`,
    '-',
    '',
  ].join('\r\n');
}

describe('a statement before it is posted', () => {
  it('shows its balances, that it foots, and that it is the first of its account', async () => {
    const seen = await preview('monday.sta', aStatement('2026-01-12', 10_000, [3_000, -500], 12_500));
    expect(seen.statements).toMatchObject([
      {
        account: 'DE89370400440532013000',
        opening: { amount: '100.00', currency: 'EUR', on: '2026-01-12' },
        moved: { amount: '25.00' },
        closing: { amount: '125.00' },
        footing: 'ok',
        difference: { amount: '0.00' },
        suspects: [],
        chain: { place: 'first' },
      },
    ]);
    expect(await post(seen.id)).toMatchObject({ status: 'posted', statements: [{ chain: { place: 'first' } }] });
  });

  it('that does not foot says by how much, and which line may be the reason', async () => {
    const doubled = await preview('doubled.sta', aStatement('2026-01-13', 12_500, [2_000, 2_000], 14_500));
    expect(doubled.statements).toMatchObject([
      {
        footing: 'off',
        difference: { amount: '-20.00' },
        suspects: [
          { row: 5, fault: 'superfluous', amount: { amount: '20.00' } },
          { row: 7, fault: 'superfluous' },
        ],
        chain: { place: 'continues', previousClosing: { amount: '125.00', on: '2026-01-12' } },
      },
    ]);
    const { rows } = (await expert.get(at(`/imports/${doubled.id}/problems`))).body;
    expect(rows).toMatchObject([{ row: 5, code: 'does_not_foot', parameters: { difference: { amount: '-20.00' } } }]);
    const turned = await preview('turned.sta', aStatement('2026-01-13', 12_500, [1_000, 700], 11_800));
    expect(turned.statements).toMatchObject([{ difference: { amount: '-24.00' }, suspects: [] }]);
    const sign = await preview('sign.sta', aStatement('2026-01-13', 12_500, [1_000, 700], 12_200));
    expect(sign.statements).toMatchObject([{ difference: { amount: '-20.00' }, suspects: [{ fault: 'wrong_sign' }] }]);
  });

  it('says that money moved between the statement before and itself', async () => {
    const seen = await preview('wednesday.sta', aStatement('2026-01-14', 13_000, [100], 13_100));
    expect(seen.statements).toMatchObject([
      { chain: { place: 'gap', difference: { amount: '5.00', currency: 'EUR' } } },
    ]);
    expect(seen.problemGroups).toMatchObject([{ code: 'statement_gap', count: 1, isNote: true }]);
  });

  it('is not carried in the list of imports', async () => {
    const { rows } = (await expert.get(at('/imports'))).body;
    expect(rows.every((row) => JSON.stringify(row.statements) === '[]')).toBe(true);
  });
});

const HEADER = 'customer number,customer name,invoice number,currency,amount,invoice date,due date\n';
const aRow = (number: string, day: string, currency = 'EUR', amount = '10.00') =>
  `0042,Muster GmbH,${number},${currency},${amount},${day},2026-03-31\n`;

describe('many rows of which the same is wrong', () => {
  const day = (index: number) => `2026-01-${String(1 + (index % 28)).padStart(2, '0')}`;
  const francs = Array.from({ length: 767 }, (_, index) => aRow(`F-${index}`, day(index), 'CHF')).join('');
  let id: unknown;

  it('are one problem with its count, its rows and its days', async () => {
    const seen = await preview('francs.csv', HEADER + aRow('E-1', '2026-01-05') + francs);
    id = seen.id;
    expect(seen).toMatchObject({ added: 1, refused: 767, problemCount: 767 });
    expect(seen.problemGroups).toMatchObject([
      {
        code: 'fx_rate_missing',
        currency: 'CHF',
        field: 'currency',
        count: 767,
        firstRow: 3,
        lastRow: 769,
        earliestOn: '2026-01-01',
        latestOn: '2026-01-28',
      },
    ]);
  });

  it('are taken from the same file once the rate is there, though the good rows were posted before', async () => {
    expect(await post(id)).toMatchObject({ status: 'posted', added: 1, refused: 767 });
    const rate = { currency: 'CHF', quotedOn: '2026-01-01', rate: '1.05' };
    expect((await expert.send('POST', at('/exchange-rates'), rate)).status).toBe(204);
    const again = await expert.send('POST', at(`/imports/${id}/again`), undefined);
    expect(again.status).toBe(202);
    expect(await follow(again.body.id)).toMatchObject({ status: 'preview', added: 767, unchanged: 1, refused: 0 });
    expect((await expert.send('POST', at(`/imports/${again.body.id}/again`), undefined)).body).toMatchObject({
      code: 'import_has_no_refused_rows',
    });
  });
});

describe('undoing that something stands in the way of', () => {
  it('names what was done with the items, by whom, and what can be undone first', async () => {
    const { id } = await post((await preview('paid.csv', HEADER + aRow('P-1', '2026-01-05'))).id);
    const item = await itemOf('P-1');
    const writeOff = { kind: 'write_off', amount: { amount: '4.00', currency: 'EUR' }, reason: 'small' };
    expect((await expert.send('POST', at(`/items/${item.id}/adjustments`), writeOff)).status).toBe(200);
    expect(await undo(id)).toMatchObject({ status: 'posted', errorCode: 'entry_has_dependents' });
    expect(await obstaclesOf(id)).toMatchObject({
      dependents: [
        {
          kind: 'write_off',
          amount: { amount: '4.00', currency: 'EUR' },
          items: [{ id: item.id, number: 'P-1' }],
          recordedBy: 'Elena',
          isFree: true,
        },
      ],
      corrections: [],
      imports: [],
      isMore: false,
    });
    expect(await undo(id, '?withDependents=true')).toMatchObject({ status: 'undone' });
    expect((await obstaclesOf(id)).dependents).toEqual([]);
  });

  it('a full list whose correction was accepted stays, or goes with the correction as the person says', async () => {
    await post((await preview('stock.csv', HEADER + aRow('L-1', '2026-01-05') + aRow('L-2', '2026-01-05'))).id);
    const id = await upload('open.csv', HEADER + aRow('L-2', '2026-01-05') + aRow('L-3', '2026-01-05'));
    await follow(id);
    await expert.send('PUT', at(`/imports/${id}/snapshot`), { listedOn: '2026-03-01' });
    await follow(id);
    expect(await post(id)).toMatchObject({ status: 'posted' });
    const proposed = (await expert.get(at('/item-changes?status=proposed'))).body.rows;
    const ofL1 = proposed.find(({ number }) => number === 'L-1');
    expect((await expert.send('POST', at('/item-changes/accept'), { ids: [ofL1?.id] })).status).toBe(200);
    expect((await itemOf('L-1')).open.amount).toBe('0.00');

    expect(await undo(id)).toMatchObject({
      status: 'posted',
      errorCode: 'import_has_corrections',
      errorDetails: { count: 1 },
    });
    expect(await obstaclesOf(id)).toMatchObject({ corrections: [{ number: 'L-1', decidedBy: 'Elena' }] });
    expect((await itemOf('L-1')).open.amount).toBe('0.00');

    expect(await undo(id, '?withDependents=true')).toMatchObject({ status: 'undone' });
    expect((await itemOf('L-1')).open.amount).toBe('10.00');
    expect((await expert.get(at('/item-changes?status=proposed'))).body.rows).toEqual([]);
    const checks = await test.app.services.verify(await test.app.services.operatorScope('DE01'));
    expect(checks.every((check) => check.ok)).toBe(true);
  });
});
