import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { UsageError } from '../command-io.ts';
import { type ImportReport, type ImportRequest, runImport } from './index.ts';

const directory = mkdtempSync(join(tmpdir(), 'quittance-import-'));
afterAll(() => rmSync(directory, { recursive: true }));
const aFile = (name: string, text: string) => {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
};
const FILE = aFile('items.csv', 'invoice,amount\n1,2\n');

type Batch = ImportReport['batch'];
const aReport = (batch: Partial<Batch> = {}, rest: Partial<ImportReport> = {}): ImportReport => ({
  batch: {
    id: '1',
    kind: 'items',
    status: 'posted',
    rowsKnown: 3,
    added: 3,
    changed: 0,
    unchanged: 0,
    refused: 0,
    leftOut: 0,
    newCustomers: 0,
    mapping: null,
    questions: [],
    error: null,
    ...batch,
  },
  isNew: true,
  problems: [],
  refusal: null,
  ...rest,
});

async function run(report: ImportReport, ...argv: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const requests: (Omit<ImportRequest, 'content'> & { text: string })[] = [];
  const places: unknown[] = [];
  let runs = 0;
  const code = await runImport(
    argv,
    { stdout: (text) => void out.push(text), stderr: (text) => void err.push(text) },
    (place, work) => {
      places.push(place);
      return work({
        async importFile({ content, ...request }) {
          let text = '';
          for await (const bytes of content) text += Buffer.from(bytes).toString();
          requests.push({ ...request, text });
          return report;
        },
        async applyUnapplied() {
          runs += 1;
          return { considered: 9, posted: 4, suggested: 3, exceptions: 2, unchanged: 0, passedOver: 0 };
        },
      });
    },
  );
  return { code, out: out.join(''), err: err.join(''), requests, places, runs };
}

const BAD_ROW = { row: 3, field: 'amount', code: 'bad_amount', message: '"abc" is not an amount.', isNote: false };

describe('quittance import', () => {
  it('hands each file over as it is, with the kind and what is wanted', async () => {
    const { code, requests, places, out } = await run(
      aReport(),
      'items',
      FILE,
      FILE,
      '--company',
      'IT01',
      '--data',
      '/d',
    );
    expect(code).toBe(0);
    expect(requests).toMatchObject([
      { kind: 'items', fileName: 'items.csv', text: 'invoice,amount\n1,2\n', upTo: 'all' },
      { fileName: 'items.csv' },
    ]);
    expect(places).toEqual([{ data: '/d', company: 'IT01' }]);
    expect(out).toContain('posted · 3 added, 0 changed, 0 there already, 0 refused, 0 left out');
  });

  it('is followed by one run of cash application when something was posted, and by none when it only looked', async () => {
    const posted = await run(aReport(), 'statement', FILE, FILE);
    expect(posted.runs).toBe(1);
    expect(posted.out).toContain('cash application: 9 receipts looked at · 4 posted, 3 proposed, 2 with a question');
    expect(JSON.parse((await run(aReport(), 'statement', FILE, '--json')).out)).toMatchObject({
      applied: { posted: 4 },
    });
    const looked = await run(aReport({ status: 'preview' }), 'statement', FILE, '--dry-run', '--json');
    expect([looked.runs, JSON.parse(looked.out).applied]).toEqual([0, null]);
    expect((await run(aReport({ added: 0, changed: 0 }), 'statement', FILE)).runs).toBe(0);
  });

  it('looks only, or takes the good rows, when it is told so', async () => {
    expect((await run(aReport(), 'customers', FILE, '--dry-run')).requests).toMatchObject([{ upTo: 'preview' }]);
    expect((await run(aReport(), 'items', FILE, '--good-rows')).requests).toMatchObject([{ upTo: 'good_rows' }]);
  });

  it('answers 1 and lists the rows when some are refused', async () => {
    const refusal = { code: 'import_has_refused_rows', message: '1 row is refused.' };
    const report = aReport({ status: 'preview', refused: 1 }, { problems: [BAD_ROW], refusal });
    const plain = await run(report, 'items', FILE);
    expect(plain).toMatchObject({ code: 1, err: 'refused: row 3, amount: "abc" is not an amount. [bad_amount]\n' });
    expect(plain.out).toContain('not posted: 1 row is refused.');
    const json = await run(report, 'items', FILE, '--json');
    expect(json).toMatchObject({ code: 1, err: '' });
    expect(JSON.parse(json.out)).toMatchObject({
      files: [{ file: FILE, status: 'preview', refused: 1, problems: [BAD_ROW], error: '1 row is refused.' }],
    });
    expect((await run(aReport({ refused: 1 }), 'items', FILE, '--good-rows')).code).toBe(0);
  });

  it('answers 1 for a file that cannot be read, or that asks something first', async () => {
    expect((await run(aReport({ status: 'failed', error: 'Line 3: broken.' }), 'items', FILE)).code).toBe(1);
    const question = {
      field: 'number',
      code: 'column_missing',
      message: 'Which?',
      choices: [],
      isBlocking: true,
    } as const;
    expect((await run(aReport({ status: 'preview', questions: [question] }), 'items', FILE, '--dry-run')).code).toBe(1);
  });

  it('reads a mapping from a file', async () => {
    const mapping = aFile('mapping.json', '{"columns":{"number":"A"},"decimalMark":"comma"}');
    const { requests } = await run(aReport(), 'items', FILE, '--mapping', mapping);
    expect(requests[0]?.mapping).toEqual({
      kind: 'items',
      columns: { number: 'A' },
      constants: {},
      decimalMark: 'comma',
      dateOrder: null,
      filters: [],
    });
  });

  it.each([
    [[]],
    [['items']],
    [['invoices', FILE]],
    [['items', '/no/such/file']],
    [['items', FILE, '--colour']],
    [['items', FILE, '--mapping', FILE]],
    [['statement', FILE, '--mapping', FILE]],
  ])('%j is wrong usage', async (argv) => {
    await expect(run(aReport(), ...argv)).rejects.toBeInstanceOf(UsageError);
  });
});
