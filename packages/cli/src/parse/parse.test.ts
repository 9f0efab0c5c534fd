import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { detectFormat, parseStatementText, toJson } from '@quittance/core/bank-formats';
import { afterAll, describe, expect, it } from 'vitest';
import { runParse } from './index.ts';

const SAMPLE = fileURLToPath(
  new URL('../../../core/src/bank-formats/samples/two-accounts.camt053.xml', import.meta.url),
);
const REMITTANCE = fileURLToPath(new URL('../../../core/src/remittance/samples/two-payers.edi820', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'quittance-parse-'));
afterAll(() => rmSync(directory, { recursive: true }));

async function run(...argv: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io = { stdout: (text: string) => void out.push(text), stderr: (text: string) => void err.push(text) };
  const code = await runParse(argv, io);
  return { code, out: out.join(''), err: err.join('') };
}
const aFile = (name: string, content: string | Uint8Array) => {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
};

describe('quittance parse', () => {
  it('prints one JSON document with all statements of a file', async () => {
    const { code, out, err } = await run(SAMPLE, '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const text = readFileSync(SAMPLE, 'utf8');
    const format = detectFormat(text) ?? expect.unreachable('the sample is known');
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(toJson(parseStatementText(format, text)))));
  });

  it('prints a line for each statement to a person', async () => {
    const { code, out } = await run(SAMPLE);
    expect(code).toBe(0);
    expect(out).toContain('IT60X0542811101000000123456 EUR · statement 51 · 5 entries · 1000.00 to 1534.50 · foots');
    expect(out).toContain('camt: 2 statements, 6 entries, 0 problems');
  });

  it('reads UTF-16 and a wrong declaration, and says so', async () => {
    const text = readFileSync(SAMPLE, 'utf8').replace('Bagni Aurora', 'Café Aurora');
    const wide = await run(aFile('wide.xml', Buffer.from(`\ufeff${text}`, 'utf16le')), '--json');
    expect(wide.code).toBe(0);
    expect(wide.out).toContain('Café Aurora');
    const western = await run(aFile('western.xml', Buffer.from(text, 'latin1')), '--json');
    expect(western.code).toBe(1);
    expect(JSON.parse(western.out).problems).toMatchObject([{ code: 'encoding_doubtful' }]);
    expect(western.out).toContain('Café Aurora');
  });

  it('lists problems with their line and answers 1', async () => {
    const path = aFile('cut.xml', readFileSync(SAMPLE, 'utf8').slice(0, 3_000));
    const { code, out } = await run(path, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      format: 'camt',
      problems: [{ code: 'xml_not_well_formed', field: 'file' }],
    });
    expect((await run(path)).err).toContain('[xml_not_well_formed]');
  });

  it('prints remittances of an EDI 820 under their own name', async () => {
    const { code, out } = await run(REMITTANCE, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      format: 'edi820',
      remittances: [{ payer: { name: 'HARBOR MART INC' } }, { amount: '80.50' }],
      problems: [],
    });
    const plain = await run(REMITTANCE, '--format', 'edi820');
    expect(plain.out).toContain('HARBOR MART INC · 3127.40 USD · 2026-03-13 · trace TR260313001 · 3 documents · foots');
  });

  it('reads a table by a guessed mapping, or by the given one', async () => {
    const table = aFile(
      'bank.csv',
      'Date;Amount;Currency;Text\n2026-03-12;420,50;EUR;"Inv 7; 8"\n2026-03-13;-3,00;EUR;Fee "monthly"\n',
    );
    const guessed = await run(table, '--json');
    expect(guessed.code).toBe(0);
    expect(JSON.parse(guessed.out)).toMatchObject({
      format: 'csv',
      statements: [
        {
          entries: [
            { amount: '420.50', text: 'Inv 7; 8' },
            { amount: '-3.00', text: 'Fee "monthly"' },
          ],
        },
      ],
    });
    const bare = aFile('bare.csv', '12.03.2026,10.00,A\n13.03.2026,-2.00,B\n');
    const mapping = aFile(
      'mapping.json',
      '{"columns":{"bookedOn":["#1"],"amount":["#2"],"text":["#3"]},"currency":"EUR"}',
    );
    const given = await run(bare, '--mapping', mapping, '--json');
    expect(JSON.parse(given.out)).toMatchObject({ problems: [], statements: [{ entries: [{ amount: '10.00' }, {}] }] });
    expect((await run(bare, '--mapping', aFile('bad.json', '{'))).code).toBe(2);
    expect((await run(bare, '--format', 'bai2', '--mapping', mapping)).code).toBe(2);
  });

  it('takes the currency and the account of a table that names none from the command line', async () => {
    const path = aFile('bare.csv', 'Date;Text;Amount\n2026-03-12;RE 118;10.00\n2026-03-13;Fee;-1.50\n');
    expect(await run(path)).toMatchObject({ code: 1, err: expect.stringContaining('--currency') });
    const { code, out } = await run(path, '--currency', 'EUR', '--account', 'DE02120300000000202051');
    expect(code).toBe(0);
    expect(out).toContain('DE02120300000000202051 EUR');
    expect(await run(path, '--currency', 'EURO')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no currency'),
    });
    expect((await run(SAMPLE, '--currency', 'EUR')).code).toBe(0);
  });

  it('a table whose quote is never closed is refused with its line', async () => {
    const { code, out } = await run(
      aFile('quote.csv', 'Date;Amount;Currency\n2026-03-12;"4;EUR\n2026-03-12;5;EUR\n'),
      '--json',
    );
    expect(code).toBe(1);
    expect(JSON.parse(out).problems).toMatchObject([{ field: 'file', code: 'table_broken' }]);
  });

  it('says how it is used when asked', async () => {
    const { code, out, err } = await run('--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('--mapping');
  });

  it.each(['', 'a,b,c\n1,2,3\n', '%PDF-1.7', 'x'.repeat(200_000)])(
    'says that a file is of no known format',
    async (content) => {
      const { code, out } = await run(aFile('other', content), '--json');
      expect(code).toBe(1);
      expect(JSON.parse(out)).toMatchObject({ format: null, statements: [], problems: [{ code: 'unknown_format' }] });
    },
  );

  it.each([[[]], [['a', 'b']], [['--format', 'pdf', SAMPLE]], [['--colour', SAMPLE]], [['/no/such/file']]])(
    '%j is wrong usage',
    async (argv) => {
      const { code, out, err } = await run(...argv);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('quittance parse:');
    },
  );
});
