import { describe, expect, it } from 'vitest';
import { decodeMessage, type ReadingMessage, type ReadingTask } from './messages.ts';
import { createExtractReader } from './read-extract.ts';
import { createReadingOutput } from './reading-output.ts';

const AROUND = { currency: 'EUR', accounts: [] } as unknown as NonNullable<ReadingTask['around']>;
const TASK: ReadingTask = { kind: 'statement', mapping: null, settled: {}, companyCode: null, around: AROUND };

async function read(bytes: Uint8Array | string): Promise<readonly ReadingMessage[]> {
  const messages: ReadingMessage[] = [];
  const output = createReadingOutput((line) => messages.push(decodeMessage(line)));
  const reader = createExtractReader(TASK, output, async () => undefined);
  await reader.write(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
  await reader.end();
  return messages;
}

/** Digits, capitals, blank, comma and new line as a mainframe writes them. */
function inEbcdic(text: string): Buffer {
  const byteOf = (sign: string) => {
    const at = sign.charCodeAt(0);
    if (/\d/.test(sign)) return 0xf0 + Number(sign);
    if (/[A-I]/.test(sign)) return 0xc1 + at - 65;
    if (/[J-R]/.test(sign)) return 0xd1 + at - 74;
    if (/[S-Z]/.test(sign)) return 0xe2 + at - 83;
    return { ' ': 0x40, ',': 0x6b, '\n': 0x15 }[sign] ?? 0x4b;
  };
  return Buffer.from([...text].map(byteOf));
}

describe('a bank file that cannot be read is refused with what to do', () => {
  it.each([
    ['a header alone', 'Buchungstag;Valuta;Betrag;Saldo\n\n;;;\n', 'has no line below them'],
    [
      'a header alone, of a bank that writes account and currency above',
      'IBAN;DE02120300000000202051\nDate;Amount;Currency\n',
      'has no line',
    ],
  ])('%s', async (_, text, remedy) => {
    expect((await read(text)).at(-1)).toMatchObject({ type: 'failed', message: expect.stringContaining(remedy) });
  });

  it.each([
    ['nothing but blanks', '  \r\n\t\n', 'nothing but blanks'],
    ['a mainframe file', inEbcdic('DATE,AMOUNT,BALANCE\n20260312,119000,318010\n20260313,000990,317020\n'), 'EBCDIC'],
    [
      'a web page named .xls',
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>Date</td></tr></table>',
      'web page',
    ],
    ['a table of a web page', '\ufeff \n<TABLE border=1><tr><td>Datum</td></tr></TABLE>', 'save it as .xlsx'],
    ['a web page in UTF-16', Buffer.from('\ufeff<html><body>', 'utf16le'), 'web page'],
    ['a zip with a password', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 9, 0, 8, 0, ...Array(40).fill(1)]), 'password'],
    [
      'a workbook with a password',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(600).fill(0)]),
      'password',
    ],
  ])('%s', async (_, bytes, remedy) => {
    await expect(read(bytes)).rejects.toThrow(remedy);
  });

  it('ordinary files are none of these: camt, accents, a file of digits', async () => {
    for (const text of [
      'Date;Amount;Currency\n2026-03-12;1,00;EUR\n',
      'Dato;Beløb;Valuta;Saldo\n12.03.2026;1,00;DKK;5,00\n',
    ]) {
      expect((await read(text)).at(-1)).toMatchObject({ type: 'end' });
    }
  });
});
