/** Files that are wrong, broken or meant to harm: each ends with a clear word, within the limits, or with the right text. */
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { sniffKind } from '../sniff-kind.ts';
import type { ReadingMessage, ReadingTask } from './messages.ts';
import { readInProcess } from './reading-process.ts';

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

async function read(content: Uint8Array | string | AsyncIterable<Uint8Array>, kind: ReadingTask['kind'] = 'items') {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const messages: ReadingMessage[] = [];
  const source = bytes instanceof Uint8Array ? inPieces(bytes) : bytes;
  for await (const message of readInProcess({ kind, mapping: null, settled: {}, companyCode: null }, source))
    messages.push(message);
  return {
    last: messages.at(-1),
    lines: messages.flatMap((message) => (message.type === 'lines' ? message.lines : [])),
    documents: messages.flatMap((message) => (message.type === 'documents' ? message.documents : [])),
    notes: messages.flatMap((message) => (message.type === 'notes' ? message.notes : [])),
    refusals: messages.flatMap((message) => (message.type === 'refused' ? message.refusals : [])),
  };
}
const failedWith = (code: string, word: string | RegExp = '') => ({
  type: 'failed',
  code,
  message: word instanceof RegExp ? expect.stringMatching(word) : expect.stringContaining(word),
});

async function zipOf(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), path);
  zip.end();
  const pieces: Uint8Array[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece);
  return Buffer.concat(pieces);
}

const BOOK = {
  'xl/workbook.xml': '<workbook><sheets><sheet name="S" r:id="r1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="r1" Type="t/worksheet" Target="s.xml"/></Relationships>',
};
const HEADER = 'invoice;customer;name;currency;amount;invoice date;due date\n';
const ROW = '1;C1;Müller & Söhne – 12 €;EUR;10,00;31/12/2025;31/01/2026\n';

const mt940 = (number: string, amount: string) =>
  `:20:S${number}\n:25:20041010050500013M026\n:28C:${number}/1\n:60F:C260301EUR0,00\n:61:2603020302CR${amount}NTRFNONREF//B${number}\n:86:166?20RE ${number}\n:62F:C260302EUR${amount}\n-\n`;

describe('what a file seems to be', () => {
  const kindOf = (...lines: readonly string[]) => {
    const bytes = Buffer.from(lines.join('\n'));
    return sniffKind(bytes, () => inPieces(bytes));
  };

  it('is a statement when it keeps a balance, though its lines name invoices; an advice keeps none', async () => {
    const statement = await kindOf(
      'Account,091000019-8840126',
      'Currency,USD',
      '',
      'Booking date,Value date,Name,Description,Bank reference,Debit,Credit,Balance',
      '2026-03-12,2026-03-12,NORD SU CORP,PAYMENT OF 379904,R4E94671367,,46505.26,4426245.57',
    );
    const advice = await kindOf('Invoice,Date,Discount,Amount paid', '1930217652,2026-03-12,31.00,2600.00');
    expect([statement, advice]).toEqual(['statement', 'remittance']);
  });

  it('is an advice when it is a whole mail, also one whose first header goes on over lines', async () => {
    const mail = await kindOf(
      'Received: from mail.alder.example ([192.0.2.7])',
      '\tby mx.muster.example with ESMTPS; Fri, 20 Nov 2026 09:12:00 +0000',
      'Subject: Zahlung',
      '',
      'Anbei.',
    );
    expect(mail).toBe('remittance');
  });
});

describe('a zip of bank statements', () => {
  it('is told by what is in it, and read part by part in the order of the names; what is no statement is left out', async () => {
    const zip = await zipOf({ 'b.sta': mt940('2', '20,00'), 'a.sta': mt940('1', '10,00'), 'readme.txt': 'hello' });
    expect(await sniffKind(zip, () => inPieces(zip))).toBe('statement');
    const { last, lines, notes } = await read(zip, 'statement');
    expect(lines.map(({ amountMinor }) => amountMinor)).toEqual([1_000n, 2_000n]);
    expect(notes).toMatchObject([{ code: 'not_a_statement', message: expect.stringContaining('readme.txt') }]);
    expect(last).toMatchObject({ type: 'end', rows: 2 });
  });

  it('with one broken part is refused whole, by the name of the part; and it is no list of items', async () => {
    const camt = '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>';
    const zip = await zipOf({ 'a.sta': mt940('1', '10,00'), 'b.xml': camt });
    expect((await read(zip, 'statement')).last).toMatchObject(failedWith('file_broken', 'b.xml'));
    expect((await read(zip, 'items')).last).toMatchObject(failedWith('wrong_file_type', 'as a statement'));
  });
});

describe('a zip that is meant to harm', () => {
  it('says how large it would be, and is refused before it is unpacked', async () => {
    const zeros = Buffer.alloc(60 * 1024 * 1024, ' ');
    expect((await read(await zipOf({ ...BOOK, 'xl/s.xml': zeros }))).last).toMatchObject(
      failedWith('zip_bomb', 's.xml'),
    );
  });

  it('lies about its size: it is stopped at the first byte more', async () => {
    const bytes = await zipOf({ ...BOOK, 'xl/s.xml': `<worksheet>${' '.repeat(1_000_000)}</worksheet>` });
    const size = Buffer.alloc(4);
    size.writeUInt32LE(1_000_023);
    for (let at = bytes.indexOf(size); at >= 0; at = bytes.indexOf(size, at + 1)) bytes.writeUInt32LE(1_000, at);
    expect((await read(bytes)).last).toMatchObject(failedWith('zip_broken'));
  });

  it('of very many parts, or together too large, is refused', async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`xl/p${index}.xml`, 'x']));
    expect((await read(await zipOf({ ...BOOK, ...many }))).last).toMatchObject(failedWith('zip_too_many_parts', '200'));
    const noise = Buffer.from(Array.from({ length: 4096 }, (_, index) => 97 + ((index * index) % 23)));
    const large = Object.fromEntries(
      Array.from({ length: 18 }, (_, index) => [`xl/p${index}.xml`, Buffer.alloc(18 * 1024 * 1024, noise)]),
    );
    expect((await read(await zipOf({ ...BOOK, ...large }))).last).toMatchObject(failedWith('zip_too_large', '300 MB'));
  });

  it('cut off, encrypted, or in itself only', async () => {
    const bytes = await zipOf({ ...BOOK, 'xl/s.xml': '<worksheet/>' });
    expect((await read(bytes.subarray(0, bytes.length - 30))).last).toMatchObject(failedWith('zip_broken', 'cut off'));
    const locked = Buffer.from(bytes);
    for (let at = locked.indexOf('PK\u0001\u0002'); at >= 0; at = locked.indexOf('PK\u0001\u0002', at + 1))
      locked.writeUInt16LE(locked.readUInt16LE(at + 8) | 1, at + 8);
    expect((await read(locked)).last).toMatchObject(failedWith('zip_encrypted', 'password'));
    expect((await read(await zipOf({ 'inner.zip': bytes }))).last).toMatchObject(
      failedWith('wrong_file_type', 'Unpack'),
    );
    expect(
      (await read(await zipOf({ '_rels/.rels': '<Relationships/>', 'word/document.xml': '<x/>' }))).last,
    ).toMatchObject(failedWith('wrong_file_type', 'text document'));
  });
});

describe('XML that is meant to harm', () => {
  const bomb = `<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><Invoice>&b;</Invoice>`;

  it.each([
    ['entities in a UBL file', bomb, 'doctype_refused'],
    ['a UBL file nested without end', `<Invoice>${'<a>'.repeat(200_000)}`, 'xml_too_deep'],
    ['a UBL file that breaks off', '<Invoice><ID>1</ID>', 'xml_not_well_formed'],
    ['XML that is no UBL', '<html><body/></html>', 'wrong_file_type'],
  ])('%s', async (_, text, code) => expect((await read(text)).last).toMatchObject(failedWith(code)));

  it('inside a workbook, or a column at the end of the sheet', async () => {
    const withSheet = (text: string) => zipOf({ ...BOOK, 'xl/s.xml': text });
    expect((await read(await withSheet(bomb))).last).toMatchObject(failedWith('workbook_broken', 'DOCTYPE'));
    expect(
      (
        await read(
          await withSheet(
            '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>',
          ),
        )
      ).last,
    ).toMatchObject(failedWith('workbook_too_wide', 'XFD1'));
    expect((await read(await withSheet('<worksheet><sheetData/></worksheet>'))).last).toMatchObject(
      failedWith('workbook_empty'),
    );
    const far = '<worksheet><sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData></worksheet>';
    expect((await read(await withSheet(far))).last).toMatchObject({ type: 'end' });
  });

  it('one broken file of a zip does not hide the others', async () => {
    const good =
      '<Invoice><ID>7</ID><IssueDate>2026-01-15</IssueDate><DocumentCurrencyCode>EUR</DocumentCurrencyCode><AccountingCustomerParty><Party><PartyName><Name>N</Name></PartyName></Party></AccountingCustomerParty><LegalMonetaryTotal><PayableAmount>1.00</PayableAmount></LegalMonetaryTotal></Invoice>';
    const { documents, refusals, last } = await read(await zipOf({ 'a.xml': bomb, 'b.xml': good, 'readme.txt': 'x' }));
    expect(documents).toMatchObject([{ number: '7', row: 2 }]);
    expect(refusals).toMatchObject([{ label: 'a.xml', faults: [{ code: 'doctype_refused' }] }]);
    expect(last).toEqual({ type: 'end', rows: 3, leftOut: 1 });
  });
});

describe('a file of the wrong kind', () => {
  it.each([
    ['an old .xls or a protected workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'password'],
    ['a PDF', [...Buffer.from('%PDF-1.7')], 'PDF'],
    ['a packed file', [0x1f, 0x8b, 8, 0], 'Unpack'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47], 'picture'],
    ['a program', [0x4d, 0x5a, 0x90, 0], 'program'],
    ['bytes of nothing', Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 256), 'neither text'],
  ])('%s says what to do', async (_, bytes, word) => {
    expect((await read(Uint8Array.from(bytes))).last).toMatchObject(failedWith('wrong_file_type', word));
  });

  it('a text that holds a picture: its row is longer than any can be', async () => {
    const { last } = await read(`${HEADER}${'x'.repeat(200_000)}\n`);
    expect(last).toMatchObject(failedWith('table_broken', /^Line \d+/));
  });

  it('a zip that is larger than is held, is refused while it comes', async () => {
    let sent = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      const piece = Buffer.alloc(1024 * 1024, deflateRawSync('noise'));
      piece.write('PK\u0003\u0004', 0, 'latin1');
      for (; sent < 2_000; sent += 1) yield piece;
    }
    expect((await read(endless())).last).toMatchObject(failedWith('zip_too_large', '120 MB'));
    expect(sent).toBeLessThan(300);
  });
});

describe('a file with nothing in it', () => {
  it('of names of columns alone says that no row stands below them', async () => {
    const { last, notes } = await read(HEADER);
    expect(last).toEqual({ type: 'end', rows: 0, leftOut: 0 });
    expect(notes).toMatchObject([{ row: 1, code: 'no_rows' }]);
  });

  it('of blanks and line ends alone is refused', async () => {
    for (const blank of ['   \n\n \n', '\r\n\r\n', ';;;\n;;;\n'])
      expect((await read(blank)).last).toMatchObject(failedWith('file_blank', 'nothing but blanks'));
  });
});

describe('the encoding of a file', () => {
  const text = HEADER + ROW;
  const in1252 = (plain: string) =>
    Buffer.from([...plain].map((letter) => ({ '€': 0x80, '–': 0x96 })[letter] ?? letter.charCodeAt(0)));

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
    ['UTF-16 little end first', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
    ['UTF-16 big end first', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()])],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    ['Windows-1252', in1252(text)],
  ])('%s keeps accents, dash and euro sign', async (_, bytes) => {
    const { documents, last } = await read(bytes);
    expect(last).toMatchObject({ type: 'end', rows: 1 });
    expect(documents).toMatchObject([{ customerName: 'Müller & Söhne – 12 €' }]);
  });

  it('UTF-32, and anything with NUL in it, is refused with what to do', async () => {
    const utf32 = Buffer.concat(
      [...`\ufeff${text}`].map((letter) => {
        const four = Buffer.alloc(4);
        four.writeUInt32LE(letter.codePointAt(0) ?? 0);
        return four;
      }),
    );
    for (const bytes of [utf32, Buffer.from(text.replace('Müller', 'M\u0000ller'))]) {
      expect((await read(bytes)).last).toMatchObject({ type: 'failed', message: expect.stringMatching(/UTF-8|CSV/) });
    }
  });

  it('Latin-1 keeps its accents; UTF-8 that was damaged is told', async () => {
    const latin = Buffer.from(HEADER + ROW.replace('– 12 €', 'né'), 'latin1');
    expect((await read(latin)).documents).toMatchObject([{ customerName: 'Müller & Söhne né' }]);
    const damaged = Buffer.concat([Buffer.from(text), Buffer.from([0x32, 0x3b, 0x43, 0xff])]);
    expect((await read(damaged)).notes.map(({ code }) => code)).toContain('letters_lost_in_file');
  });

  it('a row with lost letters is refused with its field; the clean rows of the file are read', async () => {
    const bad = ROW.replace('Müller', 'M\ufffdller');
    const { documents, refusals, notes } = await read(
      Buffer.from(HEADER + [ROW, bad, ROW.replace('1;', '2;')].join('')),
    );
    expect(documents).toHaveLength(2);
    expect(refusals).toMatchObject([{ row: 3, faults: [{ field: 'customerName', code: 'letters_lost' }] }]);
    expect(refusals[0]?.faults[0]?.message).toContain('"M\ufffdller & Söhne');
    expect(notes).toMatchObject([{ row: 1, code: 'letters_lost_in_file', parameters: { count: 1, rows: [3] } }]);
  });

  it('of many damaged rows each is refused, and the note about the file names the first and counts the rest', async () => {
    const bad = ROW.replace('Müller', 'M\ufffdller');
    const { refusals, notes } = await read(Buffer.from(HEADER + bad.repeat(25)));
    expect(refusals).toHaveLength(25);
    expect(notes.at(-1)?.message).toContain(
      '25 rows have letters that could not be read (\ufffd): 2, 3, 4, 5, 6, 7 and 19 more.',
    );
  });

  it('lost letters in a column that nobody asked for refuse nothing', async () => {
    const header = HEADER.replace('\n', ';remark\n');
    const { documents, notes } = await read(Buffer.from(`${header}${ROW.trimEnd()};na\ufffdve\n`));
    expect(documents).toHaveLength(1);
    expect(notes.map(({ code }) => code)).toEqual(['encoding_doubtful']);
  });
});
