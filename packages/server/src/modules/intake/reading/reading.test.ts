import { describe, expect, it } from 'vitest';
import type { ReadingMessage, ReadingTask } from './messages.ts';
import { readInProcess } from './reading-process.ts';

async function* bytesOf(content: string | Uint8Array, pieceLength = 1_000): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  for (let at = 0; at < bytes.length; at += pieceLength) yield bytes.subarray(at, at + pieceLength);
}

async function read(kind: ReadingTask['kind'], content: string | Uint8Array, task: Partial<ReadingTask> = {}) {
  const messages: ReadingMessage[] = [];
  for await (const message of readInProcess(
    { kind, mapping: null, settled: {}, companyCode: null, ...task },
    bytesOf(content),
  )) {
    messages.push(message);
  }
  return {
    messages,
    documents: messages.flatMap((message) => (message.type === 'documents' ? message.documents : [])),
    refusals: messages.flatMap((message) => (message.type === 'refused' ? message.refusals : [])),
    last: messages.at(-1),
  };
}

const ITEMS = 'invoice;customer;name;currency;amount;invoice date;due date;rata\n';

describe('reading a file in its own process', () => {
  it('gives documents with their instalments, and the rows that cannot be taken', async () => {
    const { documents, refusals, last } = await read(
      'items',
      `${ITEMS}0071;C1;Vetreria Morandi;EUR;1.234,50;31/12/2025;31/01/2026;\n` +
        '0072;C1;;EUR;60,00;31/12/2025;31/01/2026;1\n0072;C1;;EUR;40,00;31/12/2025;28/02/2026;2\n' +
        '0073;C1;;EURO;1,00;31/12/2025;31/01/2026;\n0071;C1;;EUR;1,00;31/12/2025;31/01/2026;\n\n',
    );
    expect(documents).toMatchObject([
      { row: 2, number: '0071', instalments: [{ dueOn: '2026-01-31', amountMinor: 123_450n }] },
      { row: 3, number: '0072', instalments: [{ amountMinor: 6_000n }, { amountMinor: 4_000n }] },
    ]);
    expect(refusals.map((refusal) => [refusal.row, refusal.label, refusal.faults[0]?.code])).toEqual([
      [5, '0073', 'unknown_currency'],
      [6, '0071', 'twice_in_file'],
    ]);
    expect(last).toEqual({ type: 'end', rows: 6, leftOut: 1 });
  });

  it('asks before it reads anything when a needed column is not found', async () => {
    const { messages } = await read('items', 'a,b\n1,2\n');
    expect(messages.map((message) => message.type)).toEqual(['mapping', 'end']);
  });

  it('counts the rows with a clearing date over the whole file, not over its beginning', async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, row) => `${row};C;EUR;1,00;31/12/2025;31/01/2026;${row < 20_000 ? '' : '15/01/2026'}`,
    );
    const { messages } = await read(
      'items',
      `invoice;customer;currency;amount;invoice date;due date;cleared on\n${rows.join('\n')}\n`,
    );
    const told = messages.flatMap((message) => (message.type === 'mapping' ? [message.questions] : []));
    expect(told).toMatchObject([[], [{ code: 'rows_already_cleared', isBlocking: false }]]);
    expect(told[1]?.[0]?.message).toMatch(/^10000 of 30000 rows/);
  });

  it('names the line of a broken quote and takes nothing', async () => {
    const { last } = await read('items', `${ITEMS}"0071;C1\n`);
    expect(last).toMatchObject({ type: 'failed', code: 'table_broken', message: expect.stringContaining('Line') });
  });

  it.each(['customers', 'items', 'statement'] as const)('ends with a word on bytes that are no %s', async (kind) => {
    const noise = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 7919) % 256);
    const { last } = await read(kind, noise);
    expect(['failed', 'end']).toContain(last?.type);
  });

  it('ends the process when the receiver has seen enough', async () => {
    const many = `${ITEMS}${Array.from({ length: 30_000 }, (_, index) => `${index};C;;EUR;1,00;31/12/2025;31/01/2026;`).join('\n')}`;
    for await (const message of readInProcess(
      { kind: 'items', mapping: null, settled: {}, companyCode: null },
      bytesOf(many, 65_536),
    )) {
      if (message.type === 'documents') break;
    }
  });
});
