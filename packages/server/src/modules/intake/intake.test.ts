import { readFileSync } from 'node:fs';
import { localDate } from '@quittance/core/calendar';
import { referenceKey } from '@quittance/core/references';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../platform/testing/database.ts';
import { openTestBook, type TestBook } from '../../platform/testing/ledger-book.ts';
import { findCustomersByNumber } from '../customers/index.ts';
import { applyCredits, findItemsByKey, saveRate, verify } from '../ledger/index.ts';
import {
  type FileKind,
  findBankLines,
  findBatch,
  type ImportBatch,
  importFile,
  listProblems,
  listRows,
  type PostingChoice,
  postBatch,
  readBatch,
  receiveFile,
  recoverBatches,
  setMapping,
  startPosting,
  startUndoing,
  undoBatch,
} from './index.ts';

let testDatabase: TestDatabase;
let book: TestBook;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  book = await openTestBook(testDatabase.connection, { today: localDate('2026-04-01'), connectionsMax: 6 });
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

/** Uploads and reads a file; what would become of it. */
async function preview(text: string, options: { kind?: FileKind; fileName?: string } = {}): Promise<ImportBatch> {
  const { fileName = 'file.csv', kind } = options;
  const received = await receiveFile(book.database, book.scope, { fileName, kind, content: bytesOf(text) });
  await readBatch(book, book.scope, received.batch.id);
  return batch(received.batch.id);
}

async function post(id: string, choice: PostingChoice = 'all'): Promise<ImportBatch> {
  await book.database.write(book.scope, (tx) => startPosting(tx, id, choice));
  await postBatch(book, book.scope, id, choice);
  return batch(id);
}

async function undo(id: string, withDependents = false): Promise<ImportBatch> {
  await book.database.write(book.scope, (tx) => startUndoing(tx, id));
  await undoBatch(book, book.scope, { id, reason: 'wrong file', withDependents });
  return batch(id);
}

const itemsByKey = (...numbers: string[]) => book.read((tx) => findItemsByKey(tx, numbers.map(referenceKey)));
const problemsOf = (id: string) => book.read((tx) => listProblems(tx, { batchId: id, after: undefined, limit: 100 }));
const isLedgerTrue = async () => (await book.read((tx) => verify(tx))).every((check) => check.ok);

const HEADER = 'customer number,customer name,invoice number,type,currency,amount,invoice date,due date\n';
const aRow = (cells: Partial<Record<'customer' | 'name' | 'number' | 'type' | 'amount' | 'issued' | 'due', string>>) =>
  [
    cells.customer ?? '0042',
    cells.name ?? 'Vetreria Morandi',
    cells.number ?? '',
    cells.type ?? 'invoice',
    'EUR',
    cells.amount ?? '100.00',
    cells.issued ?? '2026-01-15',
    cells.due ?? '2026-02-15',
  ].join(',');
const aFile = (...rows: string[]) => HEADER + rows.map((row) => `${row}\n`).join('');

describe('an extract of items that are mostly cleared', () => {
  const header = HEADER.replace('\n', ',cleared on\n');
  const rows = (letter: string) =>
    `${header}${aRow({ customer: '0099', number: `${letter}-1` })},2026-02-01\n${aRow({ customer: '0099', number: `${letter}-2` })},\n`;

  it('is not posted before somebody chose; the choice holds for the next file of the source', async () => {
    const seen = await preview(rows('K'));
    expect(seen).toMatchObject({ added: 0, questions: [{ code: 'rows_already_cleared', isBlocking: true }] });
    await expect(post(seen.id)).rejects.toMatchObject({ code: 'import_has_questions' });
    if (seen.mapping === null || seen.mapping.kind === 'statement') throw new Error('the columns were guessed');
    await setMapping(book.database, book.scope, seen.id, { ...seen.mapping, clearedRows: 'leave_out' });
    await readBatch(book, book.scope, seen.id);
    expect(await batch(seen.id)).toMatchObject({ added: 1, leftOut: 1, questions: [] });
    expect(await post(seen.id)).toMatchObject({ status: 'posted', added: 1, leftOut: 1 });
    expect(await preview(rows('L'))).toMatchObject({ added: 1, leftOut: 1, questions: [] });
  });
});

describe('an item extract', () => {
  const file = aFile(
    aRow({ number: 'A-001', amount: '250.50' }),
    aRow({ number: 'A-002', amount: '-40.00' }),
    aRow({ customer: '0043', name: 'Cantina Serra', number: 'A-003', due: '2026-01-01' }),
  );
  let id = '';

  it('is previewed without touching the ledger', async () => {
    const seen = await preview(file);
    id = seen.id;
    expect(seen).toMatchObject({
      kind: 'items',
      status: 'preview',
      added: 3,
      refused: 0,
      newCustomers: 2,
      rowsKnown: 3,
    });
    expect(seen.mapping?.columns).toMatchObject({ number: 'invoice number', amount: 'amount' });
    expect(await itemsByKey('A001', 'A002', 'A003')).toEqual([]);
    expect((await problemsOf(id)).map((problem) => problem.code).sort()).toEqual([
      'due_before_issue',
      'negative_is_credit',
    ]);
    const rows = await book.read((tx) => listRows(tx, { batchId: id, outcome: 'added', after: undefined, limit: 10 }));
    expect(rows[0]).toMatchObject({ row: 2, label: 'A-001', fields: { amount: '250.50', customerNumber: '0042' } });
  });

  it('is posted with its customers, credit notes counting down', async () => {
    expect(await post(id)).toMatchObject({ status: 'posted', added: 3, error: null });
    const items = await itemsByKey('A001', 'A002', 'A003');
    expect(items.map((item) => [item.number, item.kind, item.amountMinor, item.customerNumber])).toEqual([
      ['A-001', 'invoice', 25_050n, '0042'],
      ['A-002', 'credit_note', -4_000n, '0042'],
      ['A-003', 'invoice', 10_000n, '0043'],
    ]);
    expect(await isLedgerTrue()).toBe(true);
  });

  it('is counted from nothing with each kind of work on it, and as a whole at its end', async () => {
    const given = await preview(HEADER + aRow({ number: 'W-1', customer: 'W', name: 'Work' }));
    const rows = async () => (await batch(given.id)).rowsDone;
    expect(await rows()).toBe(1);
    await book.database.write(book.scope, (tx) => startPosting(tx, given.id, 'all'));
    expect(await rows()).toBe(0);
    await postBatch(book, book.scope, given.id, 'all');
    expect(await rows()).toBe(1);
    await book.database.write(book.scope, (tx) => startUndoing(tx, given.id));
    expect(await rows()).toBe(0);
    await undoBatch(book, book.scope, { id: given.id, reason: 'test', withDependents: false });
    expect(await rows()).toBe(1);
  });

  it('sent again, the very same file is recognised and nothing happens', async () => {
    const again = await receiveFile(book.database, book.scope, { fileName: 'other name.csv', content: bytesOf(file) });
    expect(again).toMatchObject({ isNew: false, batch: { id, status: 'posted' } });
    expect(await post(id)).toMatchObject({ status: 'posted' });
    expect(await itemsByKey('A001')).toHaveLength(1);
  });

  it('sent again by the command line, nothing was added and all of it is there already', async () => {
    const request = { fileName: 'again.csv', content: bytesOf(file), upTo: 'all' } as const;
    const report = await importFile(book, book.scope, request);
    expect(report).toMatchObject({ isNew: false, refusal: null });
    expect(report.batch).toMatchObject({ id, status: 'posted', added: 0, unchanged: 3, newCustomers: 0 });
  });

  it('sent in another file, its rows are there already; a changed one is shown and not applied', async () => {
    const seen = await preview(
      aFile(
        aRow({ number: 'A-001', amount: '250.50' }),
        aRow({ number: 'A-002', type: 'credit note', amount: '41.00' }),
      ),
    );
    expect(seen).toMatchObject({ added: 0, unchanged: 1, changed: 1 });
    const [problem] = await problemsOf(seen.id);
    expect(problem).toMatchObject({
      code: 'differs_from_ledger',
      isNote: true,
      message: expect.stringContaining('40.00 there, 41.00 here'),
    });
    await post(seen.id);
    expect((await itemsByKey('A002'))[0]?.amountMinor).toBe(-4_000n);
  });

  it('undone, it is reversed, and may come again', async () => {
    expect(await undo(id)).toMatchObject({ status: 'undone' });
    expect(await itemsByKey('A001', 'A002', 'A003')).toEqual([]);
    expect(await isLedgerTrue()).toBe(true);
    const again = await preview(file);
    expect(again).toMatchObject({ status: 'preview', added: 3 });
    expect(await post(again.id)).toMatchObject({ status: 'posted', added: 3 });
  });
});

describe('a file with bad rows', () => {
  const file = aFile(
    aRow({ number: 'B-1' }),
    aRow({ number: 'B-2', amount: 'abc' }),
    aRow({ number: 'B-3', issued: '2026-12-24', due: '2027-01-24' }),
    aRow({ number: 'B-1' }),
    aRow({ number: 'B-4' }),
  );

  it('shows each with its row, and the good ones all the same', async () => {
    const seen = await preview(file);
    expect(seen).toMatchObject({ added: 2, refused: 3 });
    expect((await problemsOf(seen.id)).map((problem) => [problem.row, problem.code])).toEqual([
      [3, 'bad_amount'],
      [4, 'dated_in_future'],
      [5, 'twice_in_file'],
    ]);
    await expect(post(seen.id, 'all')).rejects.toMatchObject({ code: 'import_has_refused_rows' });
    expect(await itemsByKey('B1', 'B4')).toEqual([]);
    expect(await post(seen.id, 'good_rows')).toMatchObject({ status: 'posted', added: 2, refused: 3 });
    expect(await itemsByKey('B1', 'B4')).toHaveLength(2);
  });

  it('that breaks off in a quote is refused whole, with its line', async () => {
    const seen = await preview(`${file}"C-9,x\n`);
    expect(seen).toMatchObject({ status: 'failed', errorCode: 'table_broken' });
    await expect(post(seen.id)).rejects.toMatchObject({ code: 'import_is_not_in_preview' });
  });
});

describe('a file whose columns are not clear', () => {
  it('asks, is read again with the answer, and the answer is remembered for the next file', async () => {
    const header = 'A,B,amount,currency,invoice date,due date\n';
    const seen = await preview(`${header}D-1,0042,10.00,EUR,2026-01-02,2026-02-02\n`, { kind: 'items' });
    expect(seen.questions.map((question) => [question.field, question.isBlocking])).toEqual([
      ['number', true],
      ['customerNumber', true],
    ]);
    await expect(post(seen.id)).rejects.toMatchObject({ code: 'import_has_questions' });
    const mapping = { ...seen.mapping, columns: { ...seen.mapping?.columns, number: 'A', customerNumber: 'B' } };
    await setMapping(book.database, book.scope, seen.id, mapping as never);
    await readBatch(book, book.scope, seen.id);
    expect(await post(seen.id)).toMatchObject({ status: 'posted', added: 1 });
    const next = await preview(`${header}D-2,0042,10.00,EUR,2026-01-02,2026-02-02\n`, { kind: 'items' });
    expect(next).toMatchObject({ added: 1, questions: [] });
  });
});

describe('a file in one go', () => {
  const file = aFile(aRow({ number: 'F-1' }), aRow({ number: 'F-2', amount: '' }));
  const run = (upTo: 'preview' | PostingChoice) =>
    importFile(book, book.scope, { fileName: 'f.csv', content: bytesOf(file), upTo });

  it('is looked at, kept out for its bad row, posted without it, and then there already', async () => {
    expect(await run('preview')).toMatchObject({ batch: { status: 'preview', added: 1, refused: 1 }, isNew: true });
    expect(await run('all')).toMatchObject({
      batch: { status: 'preview' },
      problems: [{ row: 3, field: 'amount', code: 'missing' }],
      refusal: { code: 'import_has_refused_rows' },
    });
    expect(await itemsByKey('F1')).toEqual([]);
    expect(await run('good_rows')).toMatchObject({ batch: { status: 'posted', added: 1 }, refusal: null });
    expect(await run('good_rows')).toMatchObject({ batch: { added: 0, unchanged: 1, refused: 1 }, isNew: true });
    expect(await itemsByKey('F1')).toHaveLength(1);
  });
});

describe('many files at once', () => {
  it('are read and posted a few at a time, and leave connections for everybody else', async () => {
    const received = await Promise.all(
      Array.from({ length: 14 }, (_, index) =>
        receiveFile(book.database, book.scope, {
          fileName: `many ${index}.csv`,
          content: bytesOf(HEADER + aRow({ number: `MANY-${index}`, amount: '1.00' })),
        }),
      ),
    );
    const work = received.map(async ({ batch: { id } }) => {
      await readBatch(book, book.scope, id);
      await book.database.write(book.scope, (tx) => startPosting(tx, id, 'all'));
      await postBatch(book, book.scope, id, 'all');
    });
    const askedMeanwhile = await book.read((tx) => findBatch(tx, received[13]?.batch.id ?? ''));
    expect(askedMeanwhile).toBeDefined();
    await Promise.all(work);
    for (const {
      batch: { id },
    } of received)
      expect(await batch(id)).toMatchObject({ status: 'posted', added: 1 });
  }, 60_000);
});

describe('work that was interrupted', () => {
  it('is taken up again or put back when the server starts', async () => {
    const { batch: reading } = await receiveFile(book.database, book.scope, {
      fileName: 'h.csv',
      content: bytesOf(aFile(aRow({ number: 'H-1' }))),
    });
    const posting = await preview(aFile(aRow({ number: 'H-2' })));
    await book.database.write(book.scope, (tx) => startPosting(tx, posting.id, 'all'));
    await recoverBatches(book, book.scope, 0);
    expect(await batch(reading.id)).toMatchObject({ status: 'preview', added: 1 });
    expect(await batch(posting.id)).toMatchObject({ status: 'preview', errorCode: 'interrupted' });
    expect(await post(posting.id)).toMatchObject({ status: 'posted', error: null });
  });
});

describe('an item in another currency', () => {
  const file = aFile(aRow({ number: 'G-1' }).replace('EUR', 'USD'));

  it('is refused without a rate, and taken when the same file comes again after the rate', async () => {
    const seen = await preview(file);
    expect(await problemsOf(seen.id)).toMatchObject([{ row: 2, field: 'currency', code: 'fx_rate_missing' }]);
    await book.run((tx) => saveRate(tx, { currency: 'USD', quotedOn: localDate('2026-01-01'), rate: '0.9' }));
    const again = await preview(file);
    expect(again).toMatchObject({ id: seen.id, added: 1, refused: 0 });
    await post(again.id);
    expect(await itemsByKey('G1')).toMatchObject([{ amountMinor: 10_000n, functionalMinor: 9_000n }]);
  });
});

describe('customers', () => {
  const header = 'number,name,country,email,parent number,terms,iban\n';

  it('are added with their families, changed where the file says otherwise, and put back by undo', async () => {
    const first = await preview(
      `${header}E1,Bagni Aurora,IT,ap@aurora.example,E9,30 gg fm,\nE9,Gruppo Aurora,IT,,,,IT60X0542811101000000123456\n`,
    );
    expect(first).toMatchObject({ kind: 'customers', added: 2 });
    await post(first.id);
    const [child, parent] = await book.read((tx) => findCustomersByNumber(tx, ['E1', 'E9']));
    expect(child).toMatchObject({ name: 'Bagni Aurora', terms: '30 gg fm', parentId: parent?.id });

    const second = await preview(`${header}E1,Bagni Aurora Srl,,,,,\nE9,Gruppo Aurora,IT,,,,\n`);
    expect(second).toMatchObject({ changed: 1, unchanged: 1 });
    await post(second.id);
    const nameOf = async () => (await book.read((tx) => findCustomersByNumber(tx, ['E1'])))[0]?.name;
    expect(await nameOf()).toBe('Bagni Aurora Srl');
    await undo(second.id);
    expect(await nameOf()).toBe('Bagni Aurora');
    await undo(first.id);
    expect(await book.read((tx) => findCustomersByNumber(tx, ['E1', 'E9']))).toEqual([]);
  });
});

describe('a bank statement', () => {
  const sample = readFileSync(
    new URL('../../../../core/src/bank-formats/samples/two-accounts.camt053.xml', import.meta.url),
    'utf8',
  ).replace(/<Stmt>\s*<Id>LAGO-JPY-4[\s\S]*<\/Stmt>/, '');
  let id = '';

  it('gives a receipt for each payment in, on the customer for money without an owner', async () => {
    const seen = await preview(sample, { fileName: 'march.xml' });
    id = seen.id;
    expect(seen).toMatchObject({ kind: 'statement', added: 3, leftOut: 2, refused: 0 });
    expect((await problemsOf(id)).map((problem) => problem.code)).toEqual(['payment_returned']);
    expect(await post(id)).toMatchObject({ status: 'posted', added: 3 });
    const receipts = await itemsByKey('BK0001', 'BK00021', 'BK00022');
    expect(receipts.map((item) => [item.kind, item.amountMinor, item.customerId === book.unidentifiedId])).toEqual([
      ['receipt', -42_050n, true],
      ['receipt', -9_000n, true],
      ['receipt', -6_000n, true],
    ]);
    const [line] = await book.read((tx) => findBankLines(tx, [receipts[0]?.id ?? '']));
    expect(line).toMatchObject({
      payerName: 'Vetreria Morandi SpA',
      payerAccount: 'IT21A0306909606100000154902',
      structuredReference: 'RF18539007547034',
      textLines: ['Fatture 2026/118 e 2026/1', '21 meno nota credito'],
      amountMinor: 42_050n,
    });
    expect(await isLedgerTrue()).toBe(true);
  });

  it('of an overlapping period gives only the lines that are new', async () => {
    const another = `<Ntry><Amt Ccy="EUR">5.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-03-12</Dt></BookgDt><AcctSvcrRef>BK-9</AcctSvcrRef></Ntry>`;
    const longer = sample.replace('</Stmt>', `${another}${another}</Stmt>`).replace('>1534.50<', '>1544.50<');
    const seen = await preview(longer, { fileName: 'march to april.xml' });
    expect(seen).toMatchObject({ added: 2, unchanged: 4 });
    await post(seen.id);
    expect(await itemsByKey('BK0001')).toHaveLength(1);
  });

  it('whose money was applied is undone only together with the application', async () => {
    const invoice = (await itemsByKey('A001'))[0];
    const receipt = (await itemsByKey('BK0001'))[0];
    await book.run((tx) =>
      applyCredits(tx, [{ creditItemId: receipt?.id ?? '', debitItemId: invoice?.id ?? '', amountMinor: 10_000n }], {
        effectiveOn: localDate('2026-03-12'),
      }),
    );
    await expect(undo(id)).rejects.toMatchObject({ code: 'entry_has_dependents' });
    expect(await batch(id)).toMatchObject({ status: 'posted', errorCode: 'entry_has_dependents' });
    expect(await undo(id, true)).toMatchObject({ status: 'undone' });
    expect(await itemsByKey('BK0001')).toEqual([]);
    expect((await itemsByKey('A001'))[0]?.openMinor).toBe(25_050n);
    expect(await isLedgerTrue()).toBe(true);
    expect(await preview(sample, { fileName: 'march.xml' })).toMatchObject({ added: 3 });
  });

  it('that is broken is refused whole', async () => {
    expect(await preview(sample.slice(0, 4_000), { kind: 'statement' })).toMatchObject({
      status: 'failed',
      errorCode: 'file_broken',
    });
  });
});
