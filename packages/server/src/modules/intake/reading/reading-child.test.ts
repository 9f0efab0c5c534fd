import { describe, expect, it } from 'vitest';
import { type ReadingChild, takeReadingChild } from './reading-child.ts';
import { readInProcess } from './reading-process.ts';

/** The process that waits for the next file, or a new one that from now on does. */
function waiting(): ReadingChild {
  const child = takeReadingChild();
  child.keep(0);
  return child;
}

const TASK = { kind: 'items', mapping: null, settled: {}, companyCode: null } as const;
const HEADER = 'invoice;customer;name;currency;amount;invoice date;due date\n';

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** What a file of invoices with these numbers ends with, and the numbers that were read. */
async function read(content: string) {
  const numbers: string[] = [];
  let last = '';
  for await (const message of readInProcess(TASK, bytesOf(content))) {
    last = message.type;
    if (message.type === 'documents') numbers.push(...message.documents.map((document) => document.number));
  }
  return { last, numbers };
}
const invoices = (...numbers: readonly string[]) =>
  HEADER + numbers.map((number) => `${number};C1;Carraro;EUR;10,00;31/12/2025;31/01/2026\n`).join('');

describe('the process that reads files', () => {
  it('reads the next small file, too; two files at once are read by two', async () => {
    const first = waiting();
    expect(await read(invoices('A1', 'A2'))).toEqual({ last: 'end', numbers: ['A1', 'A2'] });
    expect(await read(invoices('B1'))).toEqual({ last: 'end', numbers: ['B1'] });
    expect(waiting()).toBe(first);
    const both = await Promise.all([read(invoices('C1')), read(invoices('D1'))]);
    expect(both.map(({ numbers }) => numbers)).toEqual([['C1'], ['D1']]);
  });

  it('ends with a file that was refused: the next one finds a new process', async () => {
    const first = waiting();
    expect((await read('\u0000\u0000\u0000\u0000')).last).toBe('failed');
    expect(await read(invoices('F1'))).toEqual({ last: 'end', numbers: ['F1'] });
    expect(waiting()).not.toBe(first);
  });

  it('gives the word of a file that could not be fetched, and goes on with the next', async () => {
    const broken = async function* () {
      yield Buffer.from(HEADER);
      throw new Error('the database is away');
    };
    const reading = async () => {
      for await (const _ of readInProcess(TASK, broken()));
    };
    await expect(reading()).rejects.toThrow('the database is away');
    expect(await read(invoices('K1'))).toEqual({ last: 'end', numbers: ['K1'] });
  });

  it('is not kept when somebody has seen enough before the end', async () => {
    const first = waiting();
    for await (const _ of readInProcess(TASK, bytesOf(invoices('H1')))) break;
    expect(await read(invoices('I1'))).toEqual({ last: 'end', numbers: ['I1'] });
    expect(waiting()).not.toBe(first);
  });
});
