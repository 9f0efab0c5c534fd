import { localDate } from '@quittance/core/calendar';
import { referenceKey } from '@quittance/core/references';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../platform/testing/database.ts';
import { openTestBook, type TestBook } from '../../platform/testing/ledger-book.ts';
import { findContacts, findCustomersByNumber, listActivities } from '../customers/index.ts';
import { findItemsByKey, verify } from '../ledger/index.ts';
import {
  findBankLines,
  findBatch,
  type ImportBatch,
  listProblems,
  listRows,
  postBatch,
  readBatch,
  receiveFile,
  startPosting,
  startUndoing,
  undoBatch,
} from './index.ts';

let testDatabase: TestDatabase;
let book: TestBook;
let rossi = '';

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  book = await openTestBook(testDatabase.connection, { today: localDate('2026-04-01'), connectionsMax: 6 });
  rossi = await book.addCustomer('0042', 'Rossi Vetri');
  await book.addCustomer('0043', 'Cantina Serra');
});
afterAll(async () => {
  await book.close();
  await testDatabase.drop();
});

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

async function batch(id: string): Promise<ImportBatch> {
  const found = await book.read((tx) => findBatch(tx, id));
  if (found === undefined) throw new Error(`no batch ${id}`);
  return found;
}

async function preview(text: string): Promise<ImportBatch> {
  const content = bytesOf(text);
  const received = await receiveFile(book.database, book.scope, { fileName: 'file', content });
  await readBatch(book, book.scope, received.batch.id);
  return batch(received.batch.id);
}

async function post(id: string): Promise<ImportBatch> {
  await book.database.write(book.scope, (tx) => startPosting(tx, id, 'good_rows'));
  await postBatch(book, book.scope, id, 'good_rows');
  return batch(id);
}

async function undo(id: string): Promise<ImportBatch> {
  await book.database.write(book.scope, (tx) => startUndoing(tx, id));
  await undoBatch(book, book.scope, { id, reason: 'wrong file', withDependents: false });
  return batch(id);
}

const problems = async (id: string) =>
  (await book.read((tx) => listProblems(tx, { batchId: id, after: undefined, limit: 100 })))
    .map(({ row, code }) => `${row} ${code}`)
    .sort();
const rows = (id: string, outcome: 'added' | 'changed') =>
  book.read((tx) => listRows(tx, { batchId: id, outcome, after: undefined, limit: 10 }));

describe('an extract of contacts', () => {
  const contacts = () => book.read((tx) => findContacts(tx, [rossi]));
  const file =
    'Kundennummer;Vorname;Nachname;Funktion;E-Mail;Telefon;Sprache;Hauptkontakt\n' +
    '0042;Anna;Bianchi;Kreditorenbuchhaltung;anna@example.org;0039 02 1234567;Italienisch;ja\n' +
    '0042;Ugo;Verdi;Einkauf, Portal;ugo(at)example.org;02 765;;ja\n' +
    '9999;Wer;Niemand;;;;;\n0042;;;;x@example.org;;;\n';
  let id = '';

  it('becomes people at the customer, with roles in our words and one main contact', async () => {
    const seen = await preview(file);
    id = seen.id;
    expect(seen).toMatchObject({ kind: 'contacts', added: 2, refused: 2, questions: [] });
    expect(await problems(id)).toEqual(['3 left_out', '3 primary_stands', '4 unknown_customer', '5 missing']);
    expect(await contacts()).toEqual([]);
    await post(id);
    expect(await contacts()).toMatchObject([
      {
        name: 'Anna Bianchi',
        roles: ['accounts_payable'],
        email: 'anna@example.org',
        phone: '+39021234567',
        language: 'it',
        isPrimary: true,
      },
      { name: 'Ugo Verdi', roles: ['buyer', 'portal'], email: null, phone: '02 765', isPrimary: false },
    ]);
  });

  it('again with another phone and role changes the same person; undone, it is as before', async () => {
    const seen = await preview(
      'customer number,contact name,role,email,phone\n0042,Bianchi Anna,director,ANNA@example.org,+39 02 999 888\n0042,Ugo Verdi,,,\n',
    );
    expect(seen).toMatchObject({ kind: 'contacts', added: 0, changed: 1, unchanged: 1 });
    expect((await rows(seen.id, 'changed'))[0]?.fields.differs).toContain('phone: +39021234567 becomes +3902999888');
    await post(seen.id);
    expect((await contacts())[0]).toMatchObject({
      roles: ['accounts_payable', 'director'],
      phone: '+3902999888',
      isPrimary: true,
    });
    expect(await undo(seen.id)).toMatchObject({ status: 'undone' });
    expect((await contacts())[0]).toMatchObject({
      name: 'Anna Bianchi',
      roles: ['accounts_payable'],
      phone: '+39021234567',
    });
    expect(await undo(id)).toMatchObject({ status: 'undone' });
    expect(await contacts()).toEqual([]);
  });
});

describe('an extract of notes', () => {
  const lines = () => book.read((tx) => listActivities(tx, { customerIds: [rossi], limit: 10 }));
  const file =
    '[{"customer": "0042", "date": "2026-02-03 14:05", "user": "Moretti", "type": "Phone call", "text": "Pays on Friday, \\"sure\\""},' +
    '{"customer": "0042", "date": "2026-02-04", "user": null, "type": "x", "text": "Sent the copy"},' +
    '{"customer": "0042", "date": "2026-02-31", "text": "?"}]';

  it('becomes lines of the activity stream, each once, and is taken back when it is undone', async () => {
    const seen = await preview(file);
    expect(seen).toMatchObject({ kind: 'notes', added: 2, refused: 1 });
    expect(await problems(seen.id)).toEqual(['3 bad_date']);
    await post(seen.id);
    expect(await lines()).toMatchObject([
      { kind: 'note', text: 'Sent the copy', actorName: 'Test Analyst' },
      { kind: 'call', text: 'Pays on Friday, "sure"', actorName: 'Moretti' },
    ]);
    const again = await preview(
      'customer no;note date;text;author\n0042;04.02.2026;Sent the copy;\n0042;05.02.2026;New;\n0042;05.02.2026;New;\n',
    );
    expect(again).toMatchObject({ kind: 'notes', added: 1, unchanged: 2 });
    expect(await undo(seen.id)).toMatchObject({ status: 'undone' });
    expect(await lines()).toEqual([]);
  });
});

describe('an extract of receipts', () => {
  const file =
    'Payment number,Customer no,Amount received,Currency,Payment date,Payer,Payer IBAN,Remittance information\n' +
    'R-1,0042,"1,250.50",EUR,2026-03-02,Rossi Vetri srl,IT60X0542811101000000123456,Invoice 4711\n' +
    'R-2,,99.00,EUR,2026-03-03,Somebody,,\n' +
    'R-3,0042,-5.00,EUR,2026-03-03,,,\nR-4,7777,5.00,EUR,2026-03-03,,,\nR-1,0042,1.00,EUR,2026-03-04,,,\n';
  let id = '';
  const items = (...numbers: string[]) => book.read((tx) => findItemsByKey(tx, numbers.map(referenceKey)));

  it('becomes receipts on their customers, or to be identified, with what the payer said beside them', async () => {
    const seen = await preview(file);
    id = seen.id;
    expect(seen).toMatchObject({ kind: 'receipts', added: 2, refused: 3 });
    expect(await problems(id)).toEqual(['4 amount_is_negative', '5 unknown_customer', '6 twice_in_file']);
    await post(id);
    const found = (await items('R-1', 'R-2')).sort((left, right) => left.number.localeCompare(right.number));
    expect(found).toMatchObject([
      { number: 'R-1', kind: 'receipt', amountMinor: -125_050n, customerNumber: '0042' },
      { number: 'R-2', kind: 'receipt', amountMinor: -9_900n, customerId: book.unidentifiedId },
    ]);
    const bankLines = await book.read((tx) =>
      findBankLines(
        tx,
        found.map((item) => item.id),
      ),
    );
    expect(bankLines.find((line) => line.itemId === found[0]?.id)).toMatchObject({
      payerName: 'Rossi Vetri srl',
      payerAccount: 'IT60X0542811101000000123456',
      textLines: ['Invoice 4711'],
    });
    expect((await book.read((tx) => verify(tx))).every((check) => check.ok)).toBe(true);
  });

  it('the same receipts again are recognised, with a number and without one; true twins are two', async () => {
    const twins =
      'customer;amount;currency;receipt date;payer\n0043;10,00;EUR;05/03/2026;Serra\n0043;10,00;EUR;05/03/2026;Serra\n0043;10,00;EUR;31/03/2026;Serra\n';
    const first = await preview(twins);
    expect(first).toMatchObject({ kind: 'receipts', added: 3, refused: 0 });
    await post(first.id);
    expect(await preview(`${twins}0043;20,00;EUR;31/03/2026;Serra\n`)).toMatchObject({ added: 1, unchanged: 3 });
    const changed = await preview(
      'receipt number,customer,amount,currency,receipt date\nR-1,0042,1250.50,EUR,2026-03-02\nR-2,,98.00,EUR,2026-03-03\n',
    );
    expect(changed).toMatchObject({ added: 0, unchanged: 1, changed: 1 });
    expect(await problems(changed.id)).toEqual(['3 differs_from_ledger']);
    await undo(first.id);
    expect(await preview(`${twins}\n`)).toMatchObject({ added: 3, unchanged: 0 });
  });

  it('undone, they are reversed and may come again', async () => {
    expect(await undo(id)).toMatchObject({ status: 'undone' });
    expect(await items('R-1', 'R-2')).toEqual([]);
    expect(await preview(`${file}\n`)).toMatchObject({ added: 2 });
  });
});

describe('items in JSON', () => {
  it('keep their numbers as written, from a web service or line by line', async () => {
    const one =
      '{"invoiceNumber": "007", "customer": {"number": 42, "name": "New"}, "currency": "EUR", "amountOpen": 1234.10, "invoiceDate": "2026-01-02T00:00:00Z", "dueDate": "2026-02-02"}';
    const seen = await preview(`{"@odata.count": 1, "value": [${one}]}`);
    expect(seen).toMatchObject({ kind: 'items', added: 1, newCustomers: 1, questions: [] });
    expect((await rows(seen.id, 'added'))[0]).toMatchObject({
      row: 1,
      label: '007',
      fields: { amount: '1234.10', customerNumber: '42' },
    });
    expect(await preview(`${one}\n${one.replace('007', '008')}\n`)).toMatchObject({ added: 2 });
    expect(await preview('[{"a": 1')).toMatchObject({ status: 'failed', errorCode: 'json_broken' });
  });
});

describe('UBL invoices', () => {
  const anInvoice = (number: string, buyer: string, amount = '120.00') =>
    `<Invoice xmlns:cac="a" xmlns:cbc="b"><cbc:ID>${number}</cbc:ID><cbc:IssueDate>2026-01-15</cbc:IssueDate><cbc:DueDate>2026-02-14</cbc:DueDate>
      <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode><cac:AccountingCustomerParty><cac:Party>${buyer}</cac:Party></cac:AccountingCustomerParty>
      <cac:PaymentMeans><cbc:PaymentID>RF18539007547034</cbc:PaymentID></cac:PaymentMeans>
      <cac:LegalMonetaryTotal><cbc:PayableAmount currencyID="EUR">${amount}</cbc:PayableAmount></cac:LegalMonetaryTotal></Invoice>`;
  const byId = (id: string) => `<cac:PartyIdentification><cbc:ID>${id}</cbc:ID></cac:PartyIdentification>`;
  const byVat = (vat: string, name: string) =>
    `<cac:PartyName><cbc:Name>${name}</cbc:Name></cac:PartyName><cac:PostalAddress><cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
      <cac:PartyTaxScheme><cbc:CompanyID>${vat}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>`;

  it('go to the buyer that is known by a number or a tax id, or to a new one with what they say of it', async () => {
    const first = await preview(
      `<All>${anInvoice('U-1', byId('0042'))}${anInvoice('U-2', byVat('DE 111', 'Neu GmbH'))}${anInvoice('U-3', byVat('DE111', 'Neu GmbH'))}${anInvoice('U-4', byId('0042'), '0.00')}</All>`,
    );
    expect(first).toMatchObject({
      kind: 'items',
      status: 'preview',
      added: 3,
      refused: 1,
      newCustomers: 1,
      mapping: null,
    });
    expect(await problems(first.id)).toEqual(['1 issued_by', '4 amount_is_zero']);
    await post(first.id);
    const items = await book.read((tx) => findItemsByKey(tx, ['U1', 'U2', 'U3']));
    expect(items.map((item) => `${item.number} ${item.customerNumber}`).sort()).toEqual([
      'U-1 0042',
      'U-2 DE111',
      'U-3 DE111',
    ]);
    const [added] = await book.read((tx) => findCustomersByNumber(tx, ['DE111']));
    expect(added).toMatchObject({ name: 'Neu GmbH', taxId: 'DE111', country: 'DE' });
    const again = await preview(anInvoice('U-5', byId('unseen') + byVat('DE111', 'Neu')));
    expect(again).toMatchObject({ added: 1, newCustomers: 0 });
  });
});
