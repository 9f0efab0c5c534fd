/** `quittance bench import|aging|apply|apply-bulk|apply-kills|worklist|dunning|ledger`: the ledger's figures, each beside its floor in the same run. */
import { parseArgs } from 'node:util';
import { benchLedger, type LedgerBench, type LedgerBenchName } from '@quittance/server';
import { type CommandIo, type ExitCode, UsageError } from '../command-io.ts';

const USAGE = `Usage: quittance bench import|aging|apply|apply-bulk|apply-kills|worklist|dunning|ledger [--invoices 1000000]
           [--applications 16000] [--receipts 100000] [--json]

Works on a throwaway embedded database, or on the empty one that QUITTANCE_BENCH_DATABASE_URL names.
`;
const COUNT_MAX = 10_000_000;

export async function runBenchLedger(
  names: readonly LedgerBenchName[],
  argv: string[],
  io: CommandIo,
): Promise<ExitCode> {
  const { values } = parseArgs({
    args: argv,
    options: {
      invoices: { type: 'string', default: '1000000' },
      applications: { type: 'string', default: '16000' },
      receipts: { type: 'string', default: '100000' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    io.stdout(USAGE);
    return 0;
  }
  const size = {
    invoices: count('invoices', values.invoices),
    applications: count('applications', values.applications),
    receipts: count('receipts', values.receipts),
  };
  const result = await benchLedger(names, size, {
    databaseUrl: process.env.QUITTANCE_BENCH_DATABASE_URL,
    onProgress: (text) => io.stderr(`${text}\n`),
  });
  io.stdout(values.json ? `${JSON.stringify(result)}\n` : resultText(result));
  return 0;
}

function count(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 100 || number > COUNT_MAX) {
    throw new UsageError(`--${name} must be a whole number from 100 to ${COUNT_MAX}, not ${text}`);
  }
  return number;
}

function resultText(result: LedgerBench): string {
  return Object.entries(result)
    .flatMap(([name, figures]) => [
      name,
      ...Object.entries(figures).map(([figure, value]) => `  ${figure}: ${String(value)}`),
    ])
    .join('\n')
    .concat('\n');
}
