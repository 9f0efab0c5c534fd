/**
 * Public camt files and a labelled set of statements, read from beside the repository when they are there: the facts
 * known about them are counted by others.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formatAmount, sum } from '../money/index.ts';
import { detectFormat, type ParsedFile, parseStatementText } from './index.ts';

const SHARED = process.env.QUITTANCE_SHARED ?? fileURLToPath(new URL('../../../../../shared/', import.meta.url));
const FIXTURES = `${SHARED}/fixtures`;
const STATEMENTS = `${SHARED}/cashbench/dev/statements`;

function read(path: string): ParsedFile {
  const text = readFileSync(path, 'utf8');
  const format = detectFormat(text.slice(0, 4096));
  if (format === null) throw new Error(`${path}: format not recognised`);
  return parseStatementText(format, text);
}

const CAMT_FACTS = existsSync(`${FIXTURES}/MANIFEST.tsv`)
  ? readFileSync(`${FIXTURES}/MANIFEST.tsv`, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('camt'))
      .map((line) => line.split('\t'))
  : [];

describe.skipIf(CAMT_FACTS.length === 0)('public camt files', () => {
  it.each(CAMT_FACTS.map((columns) => ({ file: columns[0] ?? '', facts: columns[6] ?? '' })))(
    '$file',
    ({ file, facts }) => {
      const { statements, problems } = read(`${FIXTURES}/${file}`);
      if (file.includes('garbled')) {
        expect(problems).toMatchObject([{ code: 'bad_amount' }]);
        return;
      }
      const stated = (name: string) => new RegExp(`(?:^|; )${name}=([^;]*)`).exec(facts)?.[1];
      const entries = statements.flatMap((statement) => statement.entries);
      // Each transaction of an entry is one line; an entry without details is one as well.
      const entryCount = Number(stated('n_Ntry'));
      expect(entries.length).toBeGreaterThanOrEqual(Math.max(entryCount, Number(stated('n_TxDtls') ?? 0)));
      if (entryCount === 0) expect(entries).toEqual([]);
      statements.forEach((statement, index) => {
        const footing = stated(`s${index}\\.open\\+net=close`);
        if (footing !== undefined) expect(statement.footing).toBe(footing === 'ok' ? 'ok' : 'off');
        const net = stated(`s${index}\\.net`);
        if (net === undefined) return;
        const seen = sum(statement.entries.map((entry) => entry.amountMinor));
        expect(Number(formatAmount(seen, statement.currency ?? 'EUR'))).toBe(Number(net));
      });
    },
  );
});

interface Receipt {
  readonly id: string;
  readonly account: string;
  readonly amount: string;
  readonly booked_on: string;
  readonly value_on: string;
  readonly payer_name: string;
  readonly payer_account: string;
  readonly text: readonly string[];
  readonly end_to_end_id: string;
}

describe.skipIf(!existsSync(STATEMENTS))('the labelled statements', () => {
  it('foot, and give every receipt as its list has it', () => {
    const receipts = JSON.parse(readFileSync(`${SHARED}/cashbench/dev/receipts.json`, 'utf8')) as readonly Receipt[];
    const files = readdirSync(STATEMENTS).filter((name) => name.endsWith('.camt053.xml'));
    const statements = files.flatMap((name) => read(`${STATEMENTS}/${name}`).statements);
    expect(statements.filter((statement) => statement.footing !== 'ok')).toEqual([]);
    const lines = new Map(
      statements.flatMap((statement) => statement.entries.map((entry) => [entry.bankReference, { statement, entry }])),
    );
    for (const receipt of receipts) {
      const line = lines.get(receipt.id);
      expect({ ...line?.entry, account: line?.statement.account }).toMatchObject({
        account: receipt.account,
        amountMinor: BigInt(receipt.amount.replace('.', '')),
        bookedOn: receipt.booked_on,
        valueOn: receipt.value_on,
        counterparty: { name: receipt.payer_name || null, account: receipt.payer_account || null },
        textLines: receipt.text,
        endToEndId: receipt.end_to_end_id === 'NOTPROVIDED' ? null : receipt.end_to_end_id || null,
      });
    }
  });
});
