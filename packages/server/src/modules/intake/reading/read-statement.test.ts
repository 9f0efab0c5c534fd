import { describe, expect, it } from 'vitest';
import type { ReadingMessage, ReadingTask } from './messages.ts';
import { decodeMessage } from './messages.ts';
import { createStatementFileReader, UnknownFormat } from './read-statement.ts';
import { createReadingOutput } from './reading-output.ts';

const TASK: ReadingTask = { kind: 'statement', mapping: null, settled: {}, companyCode: null };

async function read(text: string, chunkChars = text.length): Promise<ReadingMessage[]> {
  const messages: ReadingMessage[] = [];
  const reader = createStatementFileReader(
    TASK,
    createReadingOutput((line) => messages.push(decodeMessage(line))),
  );
  for (let at = 0; at < text.length; at += chunkChars) await reader.write(text.slice(at, at + chunkChars));
  await reader.end();
  return messages;
}

const TABLE = [
  'Buchungstag;Valuta;Name Zahlungsbeteiligter;Verwendungszweck;Betrag;Waehrung;Saldo nach Buchung',
  '12.03.2026;12.03.2026;Weinhof Sandner;Rechnung 118 "Eilt";1.190,00;EUR;3.190,00',
  '13.03.2026;13.03.2026;Bank;Entgelt;-9,90;EUR;3.180,10',
  '13.03.2026;13.03.2026;Kelter Blau;Rechnung 119;12..34;EUR;',
].join('\r\n');

describe('a bank statement as CSV', () => {
  it.each([10_000, 7])('is recognised and read, a garbled row refused (in chunks of %i)', async (chunkChars) => {
    const messages = await read(TABLE, chunkChars);
    const lines = messages.flatMap((message) => (message.type === 'lines' ? message.lines : []));
    expect(lines.map((line) => [line.amountMinor, line.counterparty.name, line.textLines[0]])).toEqual([
      [119000n, 'Weinhof Sandner', 'Rechnung 118 "Eilt"'],
      [-990n, 'Bank', 'Entgelt'],
    ]);
    const refused = messages.flatMap((message) => (message.type === 'refused' ? message.refusals : []));
    expect(refused).toMatchObject([{ row: 4, faults: [{ field: 'Betrag', code: 'bad_amount' }] }]);
    expect(messages.at(-1)).toEqual({ type: 'end', rows: 3, leftOut: 0 });
  });

  it('tells the line of the file, blank lines and cells of several lines counted', async () => {
    const messages = await read(
      '\nDate,Description,Amount,Currency\n2026-03-12,"two\nlines",1.00,EUR\n2026-03-13,x,1..0,EUR\n',
    );
    const refused = messages.flatMap((message) => (message.type === 'refused' ? message.refusals : []));
    expect(refused).toMatchObject([{ row: 5 }]);
  });

  it('without a currency is refused as a whole, with what to do', async () => {
    const messages = await read('Date,Description,Amount\n2026-03-12,Invoice 118,1190.00\n');
    expect(messages.at(-1)).toMatchObject({ type: 'failed', message: expect.stringContaining('names no currency') });
  });

  it('is not what a list of names is', async () => {
    await expect(read('Name,City\nSandner,Krems\n')).rejects.toThrow(UnknownFormat);
  });
});
