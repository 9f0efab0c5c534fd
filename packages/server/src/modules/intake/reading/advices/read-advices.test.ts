import { Workbook } from '@cj-tech-master/excelts';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { formatAmount } from '@quittance/core/money';
import { describe, expect, it } from 'vitest';
import type { ReadingMessage, ReadingTask } from '../messages.ts';
import { readInProcess } from '../reading-process.ts';
import { pdfOf, pdfOfPicture, scanOf, tableRows, type Written } from './paper.fixture.ts';

const TASK: ReadingTask = { kind: 'remittance', mapping: null, settled: {}, companyCode: null, currency: 'EUR' };

async function* bytesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

async function read(content: Uint8Array | string, task: Partial<ReadingTask> = {}) {
  const messages: ReadingMessage[] = [];
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  for await (const message of readInProcess({ ...TASK, ...task }, bytesOf(bytes))) messages.push(message);
  const advices = messages.flatMap((message) => (message.type === 'advices' ? message.advices : []));
  return {
    advices,
    /** "4711001 100.00": what each line pays. */
    lines: advices.flatMap(({ remittance }) =>
      remittance.lines.map(
        ({ document, paidMinor }) => `${document?.number} ${formatAmount(paidMinor ?? 0n, remittance.currency)}`,
      ),
    ),
    pages: messages.flatMap((message) => (message.type === 'advice_page' ? [message.page] : [])),
    mapping: messages.find((message) => message.type === 'mapping'),
    refusals: messages.flatMap((message) => (message.type === 'refused' ? message.refusals : [])),
    notes: messages.flatMap((message) => (message.type === 'notes' ? message.notes : [])).map(({ code }) => code),
    last: messages.at(-1),
  };
}

const COLUMNS = [50, 180, 280, 380, 470];
const HEAD: Written[] = [
  { text: 'Payer: Alder Foods Ltd', x: 50, y: 60 },
  { text: 'Payment date: 2026-11-20   Payment number: PAY-7003609', x: 50, y: 76 },
];
const HEADER = ['Invoice number', 'Date', 'Gross', 'Discount', 'Net paid'];
const rowsFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, at) => [
    `INV-${471_100 + first + at}`,
    '2026-10-01',
    '1,100.00',
    '22.00',
    '1,078.00',
  ]);

describe('an advice on paper', () => {
  it('as PDF with text: the table goes on over two pages, with its header once more', async () => {
    const first = [...HEAD, ...tableRows(COLUMNS, 120, [HEADER, ...rowsFrom(1, 30)])];
    const second = tableRows(COLUMNS, 80, [HEADER, ...rowsFrom(31, 10), ['Total', '', '', '', '43,120.00']]);
    const { advices, lines, last } = await read(pdfOf([first, second]));
    expect(last).toMatchObject({ type: 'end' });
    expect(lines).toHaveLength(40);
    expect([lines[0], lines[39]]).toEqual(['INV-471101 1078.00', 'INV-471140 1078.00']);
    expect(advices).toMatchObject([
      {
        form: 'pdf',
        isScanned: false,
        remittance: { footing: 'ok', amountMinor: 4_312_000n, traceNumber: 'PAY-7003609' },
      },
    ]);
    expect(advices[0]?.remittance.payer.name).toBe('Alder Foods Ltd');
    expect(advices[0]?.remittance.lines[30]?.place).toMatchObject({ page: 2 });
  });

  it('as PDF in German with headings over two lines', async () => {
    const header: Written[] = [
      { text: 'Rechnungs-', x: 50, y: 110 },
      { text: 'Brutto-', x: 180, y: 110 },
      { text: 'Zahl-', x: 380, y: 110 },
      { text: 'nummer', x: 50, y: 122 },
      { text: 'betrag', x: 180, y: 122 },
      { text: 'betrag', x: 380, y: 122 },
    ];
    const rows = tableRows([50, 180, 380], 140, [
      ['4711001', '1.100,00', '1.078,00'],
      ['4711002', '50,00', '50,00'],
      ['Summe', '', '1.128,00'],
    ]);
    const { lines, advices } = await read(
      pdfOf([[{ text: 'Zahlungsavis der Erlenhof GmbH in EUR', x: 50, y: 60 }, ...header, ...rows]]),
    );
    expect(lines).toEqual(['4711001 1078.00', '4711002 50.00']);
    expect(advices[0]?.remittance.footing).toBe('ok');
  });

  it('as a picture, turned by two degrees: straightened, read, and never more than a scan', async () => {
    const page = [
      ...HEAD,
      ...tableRows(COLUMNS, 130, [HEADER, ...rowsFrom(1, 12), ['Total', '', '', '', '12,936.00']]),
    ];
    const { advices, lines, pages } = await read(scanOf(page, 2));
    expect(lines).toHaveLength(12);
    expect(lines[0]).toBe('INV-471101 1078.00');
    expect(advices).toMatchObject([{ form: 'scan', isScanned: true, remittance: { footing: 'ok' } }]);
    expect(pages).toMatchObject([{ page: 1, mediaType: 'image/jpeg' }]);
  }, 60_000);

  it('as a PDF that holds nothing but a picture is a scan, too', async () => {
    const page = [...HEAD, ...tableRows(COLUMNS, 130, [HEADER, ...rowsFrom(1, 3)])];
    const picture = await loadImage(scanOf(page));
    const canvas = createCanvas(picture.width, picture.height);
    canvas.getContext('2d').drawImage(picture, 0, 0);
    const { advices, lines } = await read(pdfOfPicture(canvas.toBuffer('image/jpeg'), picture.width, picture.height));
    expect(advices).toMatchObject([{ form: 'scan', isScanned: true }]);
    expect(lines).toEqual(['INV-471101 1078.00', 'INV-471102 1078.00', 'INV-471103 1078.00']);
  }, 60_000);
});

describe('an advice as data', () => {
  it('in a workbook below its titles, with numbers and texts', async () => {
    const book = new Workbook();
    const sheet = book.addWorksheet('Remittance');
    sheet.addRow(['Remittance advice of Alder Foods Ltd']);
    sheet.addRow(['Document', 'Amount', 'Deduction', 'Reason code', 'Net amount (EUR)']);
    sheet.addRow(['4711001', 1100.5, 10.5, 'DMG', 1090]);
    sheet.addRow([4711002, 50, null, null, 50]);
    sheet.addRow(['Total', null, null, null, 1140]);
    const { lines, advices } = await read(new Uint8Array(await book.xlsx.writeBuffer()));
    expect(lines).toEqual(['4711001 1090.00', '4711002 50.00']);
    expect(advices).toMatchObject([{ form: 'xlsx', part: 'Remittance', remittance: { footing: 'ok' } }]);
    expect(advices[0]?.remittance.lines[0]?.adjustments).toMatchObject([{ amountMinor: -1050n, code: 'DMG' }]);
  });

  it('in a mail: its text and a file that says the same, and a file that is none', async () => {
    const csv = Buffer.from('Invoice,Paid\n4711001,98.00\n').toString('base64');
    const mail = [
      'From: "Alder Foods" <ap@alder.example>',
      'Subject: Remittance PAY7003609',
      'Message-ID: <1@alder.example>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="b"',
      '',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<table><tr><th>Invoice</th><th>Paid</th></tr><tr><td>4711001</td><td>98.00</td></tr></table>',
      '--b',
      'Content-Type: text/csv; name="a.csv"',
      'Content-Disposition: attachment; filename="a.csv"',
      'Content-Transfer-Encoding: base64',
      '',
      csv,
      '--b',
      'Content-Type: text/plain',
      'Content-Disposition: attachment; filename="terms.txt"',
      '',
      'Our terms.',
      '--b--',
      '',
    ].join('\r\n');
    const { advices, lines } = await read(mail);
    expect(advices.map(({ part }) => part)).toEqual(['the message', 'a.csv']);
    expect(lines).toEqual(['4711001 98.00', '4711001 98.00']);
    expect(advices[0]?.remittance.traceNumber).toBe('PAY7003609');
  });

  it('whose columns a person has named, for this payer and the next file', async () => {
    const text = 'Payer: Alder Foods Ltd\nRef A;Ref B;W1;W2\nX-1;4711001;100,00;98,00\n';
    const guessed = await read(text);
    expect(guessed.mapping).toMatchObject({ header: ['Ref A', 'Ref B', 'W1', 'W2'] });
    const mapping = {
      kind: 'remittance' as const,
      columns: { itemNumber: 'Ref B', gross: 'W1', paid: 'W2' },
      constants: {},
      decimalMark: 'comma' as const,
      dateOrder: null,
      filters: [],
    };
    expect((await read(text, { mapping })).lines).toEqual(['4711001 98.00']);
  });

  it('with an amount that is not decided, tells the row and what to do', async () => {
    const { refusals, mapping } = await read('Invoice;Paid\n4711001;1.234\n4711002;2.345\n');
    expect(refusals).toHaveLength(3);
    expect(refusals[0]?.faults[0]).toMatchObject({ row: 2, code: 'amount_unread' });
    expect(mapping).toMatchObject({ questions: [{ code: 'decimal_mark_undecided' }] });
  });
});

describe('a hostile advice', () => {
  it.each([
    ['a PDF that is cut off', pdfOf([[{ text: 'x', x: 1, y: 1 }]]).slice(0, 60), 'pdf_broken'],
    ['a PDF of 501 pages', pdfOf(Array.from({ length: 501 }, () => [])), 'pdf_too_many_pages'],
    ['a picture of 400 million dots', hugePng(), 'picture_too_large'],
    ['a picture without a body', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'picture_broken'],
    ['a zip of nothing', Buffer.from('PK\u0003\u0004'), 'zip_broken'],
    ['bytes of a program', Buffer.from('MZ\u0000\u0000\u0000'), 'wrong_file_type'],
    ['XML with a DOCTYPE', '<!DOCTYPE a><Document><RmtAdvc></RmtAdvc></Document>', 'doctype_refused'],
  ])('%s is refused with a remedy', async (_, content, code) => {
    const { last, advices } = await read(content);
    expect(advices).toEqual([]);
    expect(last).toMatchObject({ type: 'failed', code });
  });
});

/** The head says 20,000 by 20,000; nothing of it is there. */
function hugePng(): Buffer {
  const head = Buffer.alloc(40);
  head.writeUInt32BE(0x89504e47, 0);
  head.writeUInt32BE(0x0d0a1a0a, 4);
  head.write('IHDR', 12);
  head.writeUInt32BE(20_000, 16);
  head.writeUInt32BE(20_000, 20);
  return head;
}
