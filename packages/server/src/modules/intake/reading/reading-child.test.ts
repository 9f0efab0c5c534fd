import { spawn } from 'node:child_process';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readInProcess } from './reading-process.ts';

vi.mock('node:child_process', { spy: true });
const started = () => vi.mocked(spawn).mock.calls.length;
beforeEach(() => void vi.mocked(spawn).mockClear());

const HEADER = 'invoice;customer;name;currency;amount;invoice date;due date\n';

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** What a file of invoices with these numbers ends with, and the numbers that were read. */
async function read(content: string) {
  const task = { kind: 'items', mapping: null, settled: {}, companyCode: null } as const;
  const numbers: string[] = [];
  let last = '';
  for await (const message of readInProcess(task, bytesOf(content))) {
    last = message.type;
    if (message.type === 'documents') numbers.push(...message.documents.map((document) => document.number));
  }
  return { last, numbers };
}
const invoices = (...numbers: readonly string[]) =>
  HEADER + numbers.map((number) => `${number};C1;Carraro;EUR;10,00;31/12/2025;31/01/2026\n`).join('');

describe('the process that reads files', () => {
  it('reads the next small file, too; two files at once are read by two', async () => {
    expect(await read(invoices('A1', 'A2'))).toEqual({ last: 'end', numbers: ['A1', 'A2'] });
    expect(await read(invoices('B1'))).toEqual({ last: 'end', numbers: ['B1'] });
    expect(started()).toBe(1);
    const both = await Promise.all([read(invoices('C1')), read(invoices('D1'))]);
    expect(both.map(({ numbers }) => numbers)).toEqual([['C1'], ['D1']]);
    expect(started()).toBe(2);
  });

  it('ends with a file that was refused: the next one finds a new process', async () => {
    await read(invoices('E1'));
    const before = started();
    expect((await read('\u0000\u0000\u0000\u0000')).last).toBe('failed');
    expect(await read(invoices('F1'))).toEqual({ last: 'end', numbers: ['F1'] });
    expect(started() - before).toBe(1);
  });

  it('gives the word of a file that could not be fetched, and goes on with the next', async () => {
    const task = { kind: 'items', mapping: null, settled: {}, companyCode: null } as const;
    const broken = async function* () {
      yield Buffer.from(HEADER);
      throw new Error('the database is away');
    };
    const reading = async () => {
      for await (const _ of readInProcess(task, broken()));
    };
    await expect(reading()).rejects.toThrow('the database is away');
    expect(await read(invoices('K1'))).toEqual({ last: 'end', numbers: ['K1'] });
  });

  it('is not kept when somebody has seen enough before the end', async () => {
    await read(invoices('G1'));
    const before = started();
    const task = { kind: 'items', mapping: null, settled: {}, companyCode: null } as const;
    for await (const _ of readInProcess(task, bytesOf(invoices('H1')))) break;
    expect(await read(invoices('I1'))).toEqual({ last: 'end', numbers: ['I1'] });
    expect(started() - before).toBe(1);
  });
});
