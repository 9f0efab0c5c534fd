/** `quittance bench match`: the engine alone on an invented ledger, in batches, each posted before the next. */
import { parseArgs } from 'node:util';
import { addDays } from '@quittance/core/calendar';
import { DEFAULT_POLICY, type Decision, ItemIndex, matchReceipts, PayerKnowledge } from '@quittance/core/matching';
import type { CommandIo } from '../match/io.ts';
import { BOOKED_ON, type GeneratedLedger, type GeneratedPayment, generateLedger } from './generated-ledger.ts';

const USAGE = `Usage: quittance bench match [--items 1000000] [--receipts 20000] [--seed 1] [--json]
`;
const BATCH_RECEIPTS = 1_000;
const COUNT_MAX = 10_000_000;

const OPTIONS = {
  items: { type: 'string', default: '1000000' },
  receipts: { type: 'string', default: '20000' },
  seed: { type: 'string', default: '1' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

interface BenchResult {
  readonly items: number;
  readonly receipts: number;
  readonly receiptsPerSecond: number;
  readonly customers: number;
  readonly auto: number;
  readonly autoRight: number;
  readonly suggest: number;
  readonly exception: number;
  readonly indexBuildMs: number;
  readonly matchMs: number;
  /** Processor time of the same, which a shared machine changes less. */
  readonly matchCpuMs: number;
  readonly receiptsPerCpuSecond: number;
  readonly residentMb: number;
}

export async function runBenchMatch(argv: string[], io: CommandIo): Promise<number> {
  const size = readSize(argv, io);
  if (typeof size === 'number') return size;
  const result = measure(size);
  io.stdout(size.isJson ? `${JSON.stringify(result)}\n` : resultText(result));
  return 0;
}

/** Matching and keeping the index up to date are measured; generating the data and building the index are not part of it. */
function measure(size: { readonly items: number; readonly receipts: number; readonly seed: number }): BenchResult {
  const ledger = generateLedger(size);
  const buildStartedAt = performance.now();
  const index = new ItemIndex(ledger.items);
  const knowledge = learnPayers(ledger);
  const indexBuildMs = performance.now() - buildStartedAt;
  const counts = { auto: 0, suggest: 0, exception: 0 };
  let autoRight = 0;
  let matchMs = 0;
  let matchCpuMs = 0;
  for (let start = 0; start < ledger.payments.length; start += BATCH_RECEIPTS) {
    const batch = ledger.payments.slice(start, start + BATCH_RECEIPTS);
    const startedAt = performance.now();
    const cpuBefore = process.cpuUsage();
    const decisions = matchReceipts(
      batch.map(({ receipt }) => receipt),
      { items: index, knowledge, policy: DEFAULT_POLICY },
    );
    for (const { itemIds } of batch) for (const id of itemIds) index.close(id);
    matchMs += performance.now() - startedAt;
    const cpu = process.cpuUsage(cpuBefore);
    matchCpuMs += (cpu.user + cpu.system) / 1_000;
    decisions.forEach((decision, at) => {
      counts[decision.decision] += 1;
      if (decision.decision === 'auto' && isRight(decision, batch[at])) autoRight += 1;
    });
  }
  return {
    items: ledger.items.length,
    receipts: ledger.payments.length,
    receiptsPerSecond: Math.round((ledger.payments.length * 1_000) / matchMs),
    customers: ledger.customers.length,
    ...counts,
    autoRight,
    indexBuildMs: Math.round(indexBuildMs),
    matchMs: Math.round(matchMs),
    matchCpuMs: Math.round(matchCpuMs),
    receiptsPerCpuSecond: Math.round((ledger.payments.length * 1_000) / matchCpuMs),
    residentMb: Math.round(process.memoryUsage().rss / 1_048_576),
  };
}

/** Names of all customers, and one earlier payment of each from its account. */
function learnPayers({ customers, items }: GeneratedLedger): PayerKnowledge {
  const knowledge = new PayerKnowledge();
  const currency = items[0]?.currency;
  for (const { customer, name, account } of customers) {
    knowledge.nameCustomer(customer, name);
    if (currency === undefined) continue;
    knowledge.learn({
      receiptId: `earlier ${customer}`,
      bookedOn: addDays(BOOKED_ON, -30),
      payerName: name,
      payerAccount: account,
      customer,
      currency,
      amountMinor: 1n,
    });
  }
  return knowledge;
}

function isRight(decision: Decision, payment: GeneratedPayment | undefined): boolean {
  const allocated = decision.allocations.map(({ item }) => item).sort();
  const paid = [...(payment?.itemIds ?? [])].sort();
  return allocated.length === paid.length && allocated.every((item, at) => item === paid[at]);
}

function resultText(result: BenchResult): string {
  return (
    `${result.items} open items of ${result.customers} customers, ${result.receipts} receipts: ` +
    `${result.receiptsPerSecond} receipts a second, ${result.receiptsPerCpuSecond} a second of processor time (index built in ${result.indexBuildMs} ms, ${result.residentMb} MB resident); ` +
    `${result.auto} post by themselves, ${result.autoRight} of them right\n`
  );
}

function readSize(
  argv: string[],
  io: CommandIo,
): { items: number; receipts: number; seed: number; isJson: boolean } | number {
  const wrong = (message: string): number => {
    io.stderr(`${message}\n\n${USAGE}`);
    return 2;
  };
  try {
    const { values } = parseArgs({ args: argv, options: OPTIONS, strict: true });
    if (values.help) {
      io.stdout(USAGE);
      return 0;
    }
    const [items, receipts, seed] = [Number(values.items), Number(values.receipts), Number(values.seed)];
    for (const count of [items, receipts, seed]) {
      if (!Number.isInteger(count) || count < 1 || count > COUNT_MAX)
        return wrong(`counts are whole numbers from 1 to ${COUNT_MAX}`);
    }
    return { items, receipts, seed, isJson: values.json };
  } catch (error) {
    return wrong(error instanceof Error ? error.message : 'wrong options');
  }
}
