import type { StatementMapping, StatementQuestion } from '@quittance/core/bank-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../../app.fixture.ts';

let test: TestApp;
let analyst: Caller;

beforeAll(async () => {
  test = await openTestApp();
  test.clock.forward(30 * 24 * 60);
  const company = await test.addCompany('IT01');
  analyst = await test.signIn('Ada', company, 'cash_analyst');
});
afterAll(() => test.close());

const at = (address: string) => `/companies/IT01${address}`;

async function upload(fileName: string, text: string, kind?: string) {
  const boundary = 'quittance-boundary';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\n\r\n`;
  const answer = await test.ask({
    method: 'POST',
    url: at(kind === undefined ? '/imports' : `/imports?kind=${kind}`),
    headers: {
      cookie: analyst.cookie,
      'x-csrf-token': analyst.csrfToken,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: `${head}${text}\r\n--${boundary}--\r\n`,
  });
  return follow(answer.body.id);
}

interface SeenImport {
  readonly id: string;
  readonly added: number;
  readonly mapping: StatementMapping;
  readonly questions: readonly StatementQuestion[];
}

async function follow(id: string): Promise<SeenImport> {
  await analyst.get(at(`/imports/${id}/events`));
  return (await analyst.get(at(`/imports/${id}`))).body as unknown as SeenImport;
}

async function correct(id: string, mapping: object) {
  const answer = await analyst.send('PUT', at(`/imports/${id}/mapping`), mapping);
  expect(answer.status, answer.text).toBe(202);
  return follow(id);
}

async function post(id: string) {
  const answer = await analyst.send('POST', at(`/imports/${id}/post`), { rows: 'all' });
  expect(answer.status, answer.text).toBe(202);
  return follow(id);
}

const linesOf = async (id: string) =>
  (await analyst.get(at(`/imports/${id}/rows`))).body.rows.map(
    ({ fields }) => fields as { amount: string; bookedOn: string; text: string; account: string; currency: string },
  );
const askedOf = ({ questions }: SeenImport) =>
  questions.map(({ code, isBlocking }) => (isBlocking ? `${code}!` : code));

/** No currency, no account, the amount's sign in a column whose name says nothing, the text in two columns. */
const HEADER = 'Datum;Betrag;Zeichen;Verwendungszweck;Hinweis';
const JANUARY = `${HEADER}\n02.01.2026;1.190,00;H;RE 118;danke\n03.01.2026;9,90;S;Entgelt;\n04.01.2026;3,00;S;Porto;\n`;
const FEBRUARY = `${HEADER}\n02.02.2026;250,00;H;RE 131;\n03.02.2026;19,90;S;Entgelt;\n`;

describe('a table of a bank', () => {
  let january = '';

  it('without a currency asks for it once, with the company’s proposed, and reads nothing before', async () => {
    const seen = await upload('january.csv', JANUARY);
    january = seen.id;
    expect(seen).toMatchObject({ kind: 'statement', status: 'preview', added: 0, header: HEADER.split(';') });
    expect(askedOf(seen)).toEqual(['statement_currency_missing!', 'statement_account_missing', 'amounts_without_sign']);
    expect(seen.questions[0]).toMatchObject({ field: 'currency', choices: ['EUR'] });
    const answer = await analyst.send('POST', at(`/imports/${january}/post`), { rows: 'all' });
    expect(answer).toMatchObject({ status: 409, body: { code: 'import_has_questions' } });
  });

  it('is read as it was corrected: sign by its own column, text of two, account for the whole file', async () => {
    const { mapping } = await follow(january);
    const columns = { ...mapping.columns, direction: ['Zeichen'], text: ['Verwendungszweck', 'Hinweis'] };
    const seen = await correct(january, {
      ...mapping,
      columns,
      currency: 'EUR',
      account: 'DE02 1203 0000 0000 2020 51',
    });
    expect(seen).toMatchObject({ added: 1, leftOut: 2, questions: [] });
    expect(await linesOf(january)).toMatchObject([
      {
        amount: '1190.00',
        currency: 'EUR',
        bookedOn: '2026-01-02',
        text: 'RE 118 danke',
        account: 'DE02120300000000202051',
      },
    ]);
    const wrong = await analyst.send('PUT', at(`/imports/${january}/mapping`), {
      ...mapping,
      columns: { ...columns, balance: ['Saldo'] },
    });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'mapping_does_not_fit' } });
    expect(await post(january)).toMatchObject({ status: 'posted', added: 1 });
  });

  it('is read the same way when the next of its source comes, and says what was remembered', async () => {
    const seen = await upload('february.csv', FEBRUARY);
    expect(seen).toMatchObject({ added: 1, leftOut: 1 });
    expect(askedOf(seen)).toEqual(['statement_currency_remembered', 'statement_account_remembered']);
    expect(await linesOf(seen.id)).toMatchObject([{ amount: '250.00', account: 'DE02120300000000202051' }]);
    const saved = (await analyst.get(at('/import-mappings'))).body.mappings;
    expect(saved).toMatchObject([{ kind: 'statement', mapping: { columns: { direction: ['Zeichen'] } } }]);
    const other = await correct(seen.id, { ...seen.mapping, account: 'DE89370400440532013000' });
    expect(other.added).toBe(1);
    await post(seen.id);
  });

  it('of a source that has two accounts asks each time', async () => {
    const seen = await upload('december.csv', FEBRUARY.replaceAll('.02.2026', '.12.2025'));
    expect(seen).toMatchObject({ added: 0 });
    expect(askedOf(seen)).toEqual(['statement_currency_remembered', 'statement_account_missing!']);
    expect(seen.questions[1]?.choices).toEqual(['DE89370400440532013000', 'DE02120300000000202051']);
  });

  it('whose names tell nothing is read by values, and a person looks at it first', async () => {
    const text = 'Kuupäev;Selgitus pikk;Summa kokku\n02.01.2026;arve 118;1190,00\n03.01.2026;teenustasu;-9,90\n';
    const seen = await upload('tartu.csv', text, 'statement');
    expect(seen).toMatchObject({
      added: 0,
      mapping: { columns: { bookedOn: ['Kuupäev'], amount: ['Summa kokku'], text: ['Selgitus pikk'] }, headerRow: 1 },
    });
    expect(askedOf(seen)).toContain('statement_columns_guessed!');
    const read = await correct(seen.id, { ...seen.mapping, currency: 'EUR', account: 'EE382200221020145685' });
    expect(read).toMatchObject({ added: 1, leftOut: 1, questions: [] });
  });

  it('without any header is read by values too', async () => {
    const text = '02.01.2026;arve 119;190,00\n03.01.2026;teenustasu;-9,90\n';
    const seen = await upload('bare.csv', text, 'statement');
    expect(seen).toMatchObject({
      mapping: { headerRow: 0, columns: { bookedOn: ['column 1'], amount: ['column 3'] } },
    });
    const read = await correct(seen.id, { ...seen.mapping, currency: 'EUR', account: 'EE382200221020145685' });
    expect(read).toMatchObject({ added: 1, leftOut: 1 });
  });

  it('gives its refused rows back as they stand', async () => {
    const seen = await upload(
      'bad.csv',
      `${HEADER};Währung;Konto\n02.01.2026;1..0;H;RE 7;;EUR;DE02120300000000202051\n`,
    );
    expect(seen).toMatchObject({ refused: 1 });
    const { text } = await analyst.get(at(`/imports/${seen.id}/refused`));
    expect(text).toContain('02.01.2026;1..0;H;RE 7;;EUR;DE02120300000000202051;2;');
  });
});
