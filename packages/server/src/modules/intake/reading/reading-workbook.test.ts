import { Workbook } from '@cj-tech-master/excelts';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import type { ReadingMessage, ReadingTask } from './messages.ts';
import { readInProcess } from './reading-process.ts';

const TASK: ReadingTask = { kind: 'items', mapping: null, settled: {}, companyCode: null };

async function* bytesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

async function read(bytes: Uint8Array, task: Partial<ReadingTask> = {}) {
  const messages: ReadingMessage[] = [];
  for await (const message of readInProcess({ ...TASK, ...task }, bytesOf(bytes))) messages.push(message);
  const mapping = messages.find((message) => message.type === 'mapping');
  return {
    mapping,
    documents: messages.flatMap((message) => (message.type === 'documents' ? message.documents : [])),
    refusals: messages.flatMap((message) => (message.type === 'refused' ? message.refusals : [])),
    notes: messages.flatMap((message) => (message.type === 'notes' ? message.notes : [])),
    last: messages.at(-1),
  };
}

async function bytesOfBook(fill: (book: Workbook) => void): Promise<Uint8Array> {
  const book = new Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** A workbook as other programs write it, part by part. */
async function bytesOfParts(parts: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [path, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), path);
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

const HEADER = ['Invoice', 'Customer', 'Currency', 'Amount', 'Invoice date', 'Due date'];
const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe('items of a workbook', () => {
  it('below a title: dates, numbers and texts arrive as the sheet holds them', async () => {
    const bytes = await bytesOfBook((book) => {
      const sheet = book.addWorksheet('Open items');
      sheet.addRow(['Open items of Vetreria Morandi']);
      sheet.addRow([]);
      sheet.addRow(HEADER);
      sheet.addRow(['0071', '000042', 'EUR', 1234.5, day('2026-01-15'), day('2026-02-14')]);
      sheet.addRow([72, '000042', 'EUR', 0.1 + 0.2, day('2026-01-16'), '15/02/2026']);
      for (const column of [5, 6]) sheet.getColumn(column).numFmt = 'dd/mm/yyyy';
      sheet.getRow(5).hidden = true;
    });
    const { documents, notes, mapping, last } = await read(bytes);
    expect(last).toMatchObject({ type: 'end', rows: 2 });
    expect(mapping).toMatchObject({ mapping: { sheet: 'Open items', decimalMark: 'point' }, sheets: ['Open items'] });
    expect(documents).toMatchObject([
      {
        row: 4,
        number: '0071',
        customerNumber: '000042',
        issuedOn: '2026-01-15',
        instalments: [{ dueOn: '2026-02-14', amountMinor: 123_450n }],
      },
      { row: 5, number: '72', issuedOn: '2026-01-16', instalments: [{ dueOn: '2026-02-15', amountMinor: 30n }] },
    ]);
    expect(notes.map(({ code }) => code).sort()).toEqual([
      'header_below_titles',
      'hidden_rows_taken',
      'number_rounded',
    ]);
  });

  it('formulas give the value they hold; without one the row is refused and the cell named', async () => {
    const bytes = await bytesOfBook((book) => {
      const sheet = book.addWorksheet('Items');
      sheet.addRow(HEADER);
      sheet.addRow(['1', 'C1', 'EUR', { formula: 'SUM(A1:A2)', result: 12.5 }, '2026-01-15', '2026-02-15']);
      sheet.addRow(['2', 'C1', 'EUR', { formula: 'WEBSERVICE("http://example.org")' }, '2026-01-15', '2026-02-15']);
      sheet.addRow(['3', 'C1', 'EUR', { error: '#REF!' }, '2026-01-15', '2026-02-15']);
    });
    const { documents, refusals } = await read(bytes);
    expect(documents).toMatchObject([{ number: '1', instalments: [{ amountMinor: 1_250n }] }]);
    expect(refusals.map(({ row, faults }) => [row, faults.map(({ field, code }) => `${field} ${code}`)])).toEqual([
      [3, ['amount formula_without_value']],
      [4, ['amount cell_shows_error']],
    ]);
    expect(refusals[0]?.faults[0]?.message).toContain('Cell D3');
  });

  it('of several sheets the one with the columns is taken; of two alike a person chooses', async () => {
    const bytes = await bytesOfBook((book) => {
      book.addWorksheet('Notes').addRow(['Prepared by', 'Rossi']);
      for (const name of ['January', 'February']) {
        const sheet = book.addWorksheet(name);
        sheet.addRow(HEADER);
        sheet.addRow([name, 'C1', 'EUR', 10, '2026-01-15', '2026-02-15']);
      }
    });
    const asked = await read(bytes);
    expect(asked.mapping).toMatchObject({
      questions: [{ code: 'sheet_choice', choices: ['January', 'February'], isBlocking: true }],
      sheets: ['Notes', 'January', 'February'],
    });
    expect(asked.documents).toEqual([]);
    const mapping = {
      kind: 'items',
      columns: {},
      constants: {},
      decimalMark: null,
      dateOrder: null,
      filters: [],
      sheet: 'February',
    } as const;
    const answered = await read(bytes, { mapping });
    expect(answered.documents).toMatchObject([{ number: 'February' }]);
    expect(answered.mapping).toMatchObject({
      questions: [],
      mapping: { sheet: 'February', columns: { number: 'Invoice' } },
    });
  });

  it('written by other programs: prefixed names, no cell names, texts in pieces, days from 1904', async () => {
    const bytes = await bytesOfParts({
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels': '<Relationships/>',
      'xl/workbook.xml': `<x:workbook xmlns:x="m" xmlns:r="r"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="S" sheetId="1" r:id="r1"/></x:sheets></x:workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="t/worksheet" Target="/xl/data/one.xml"/><Relationship Id="r2" Type="t/styles" Target="styles.xml"/></Relationships>`,
      'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="[$-410]d mmm yyyy"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs></styleSheet>`,
      'xl/data/one.xml': `<x:worksheet xmlns:x="m"><x:sheetData><x:row>${HEADER.map((name) => `<x:c t="inlineStr"><x:is><x:r><x:t>${name.slice(0, 2)}</x:t></x:r><x:r><x:t>${name.slice(2)}</x:t></x:r></x:is></x:c>`).join('')}</x:row>
        <x:row><x:c t="str"><x:f>A1</x:f><x:v>0009</x:v></x:c><x:c t="inlineStr"><x:is><x:t>C&amp;1</x:t></x:is></x:c><x:c t="str"><x:v>EUR</x:v></x:c><x:c><x:v>1.1000000000000001</x:v></x:c><x:c s="1"><x:v>44560</x:v></x:c><x:c s="1"><x:v>44591</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    });
    const { documents, notes, refusals } = await read(bytes);
    expect(refusals).toEqual([]);
    expect(notes).toEqual([]);
    expect(documents).toMatchObject([
      {
        row: 2,
        number: '0009',
        customerNumber: 'C&1',
        issuedOn: '2025-12-31',
        instalments: [{ dueOn: '2026-01-31', amountMinor: 110n }],
      },
    ]);
  });
});

describe('a bank statement as a workbook', () => {
  const aStatement = (book: Workbook) => {
    book.addWorksheet('Info').addRow(['Export of 14 March']);
    const sheet = book.addWorksheet('Movements');
    sheet.addRow(['Account', 'DE02120300000000202051']);
    sheet.addRow(['Booking date', 'Value date', 'Name', 'Purpose', 'Amount', 'Currency', 'Balance']);
    sheet.addRow([day('2026-03-12'), day('2026-03-12'), 'Weinhof Sandner', 'Invoice 118', 1190.5, 'EUR', 3190.5]);
    sheet.addRow([day('2026-03-13'), day('2026-03-13'), 'Bank', 'Fee', -9.9, 'EUR', 3180.6]);
    for (const column of [1, 2]) sheet.getColumn(column).numFmt = 'dd/mm/yyyy';
  };

  it('is known by its columns, and its lines are read like those of a CSV', async () => {
    const bytes = await bytesOfBook(aStatement);
    for await (const message of readInProcess({ ...TASK, kind: 'unknown' }, bytesOf(bytes))) {
      expect(message).toEqual({ type: 'kind', kind: 'statement' });
      break;
    }
    const messages: ReadingMessage[] = [];
    for await (const message of readInProcess({ ...TASK, kind: 'statement' }, bytesOf(bytes))) messages.push(message);
    const lines = messages.flatMap((message) => (message.type === 'lines' ? message.lines : []));
    expect(lines).toMatchObject([
      {
        line: 3,
        bookedOn: '2026-03-12',
        amountMinor: 119_050n,
        currency: 'EUR',
        counterparty: { name: 'Weinhof Sandner' },
      },
      { line: 4, bookedOn: '2026-03-13', amountMinor: -990n },
    ]);
    expect(messages.at(-1)).toEqual({ type: 'end', rows: 2, leftOut: 0 });
  });

  it('of several sheets is a statement for each; cover, empty and hidden sheets are named and passed over', async () => {
    const header = ['Booking date', 'Purpose', 'Amount', 'Currency', 'Balance'];
    const bytes = await bytesOfBook((book) => {
      book.addWorksheet('Cover').addRow(['Export of 14 March']);
      for (const [name, account, amount] of [
        ['Giro', 'DE02120300000000202051', 10],
        ['Dollar', 'DE89370400440532013000', 20],
      ] as const) {
        const sheet = book.addWorksheet(name);
        sheet.addRow(['Account', account]);
        sheet.addRow(header);
        sheet.addRow(['2026-03-12', 'Invoice', amount, name === 'Giro' ? 'EUR' : 'USD', amount]);
      }
      book.addWorksheet('No moves').addRow(header);
      book.addWorksheet('Old', { state: 'hidden' }).addRow(header);
    });
    const messages: ReadingMessage[] = [];
    for await (const message of readInProcess({ ...TASK, kind: 'statement' }, bytesOf(bytes))) messages.push(message);
    const statements = messages.flatMap((message) => (message.type === 'statement' ? message.statement : []));
    expect(statements.map(({ account, currency, entryCount }) => [account, currency, entryCount])).toEqual([
      ['DE02120300000000202051', 'EUR', 1],
      ['DE89370400440532013000', 'USD', 1],
    ]);
    const notes = messages.flatMap((message) => (message.type === 'notes' ? message.notes : []));
    expect(notes.map(({ message }) => message)).toEqual([
      'Read as statements: Giro, Dollar. Passed over: Cover (no statement), No moves (no lines), Old (hidden).',
    ]);
    expect(messages.find((message) => message.type === 'mapping')).toMatchObject({ sheets: ['Giro', 'Dollar'] });
  });

  it('without a sheet of days and amounts is refused with what to do', async () => {
    const bytes = await bytesOfBook((book) => void book.addWorksheet('Names').addRow(['Name', 'City']));
    expect((await read(bytes, { kind: 'statement' })).last).toMatchObject({ type: 'failed', code: 'unknown_format' });
  });
});
