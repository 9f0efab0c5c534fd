/** `quittance bench cashbench`: a labelled set replayed day by day, the decisions written for the scorer. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_POLICY } from '@quittance/core/matching';
import { decisionJson } from '../match/decision-json.ts';
import { type CommandIo, fileRefusal } from '../match/io.ts';
import { readOpenItems } from '../match/open-items-file.ts';
import { printProblems } from '../match/problem.ts';
import { readHistory, readReceipts } from '../match/receipts-file.ts';
import { readRemittances } from '../match/remittances-dir.ts';
import { replay } from './replay.ts';
import { readTruth } from './truth-file.ts';

const USAGE = `Usage: quittance bench cashbench --set DIR --out FILE [--json]

Replays DIR (open-items.csv, receipts.json, history.json, truth.json) day by day and writes one decision a receipt to
FILE. The truth moves the ledger of the days before; the engine never sees it.
`;

const SET_FILES = ['open-items.csv', 'receipts.json', 'history.json', 'truth.json'];

const OPTIONS = {
  set: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

export async function runCashbench(argv: string[], io: CommandIo): Promise<number> {
  const options = readOptions(argv, io);
  if (options === null) return 2;
  const { set, out, json, help } = options;
  if (help) {
    io.stdout(USAGE);
    return 0;
  }
  if (set === undefined || out === undefined) {
    io.stderr(`--set and --out are needed\n\n${USAGE}`);
    return 2;
  }
  for (const name of SET_FILES) {
    const refusal = await fileRefusal(join(set, name));
    if (refusal === null) continue;
    io.stderr(`${refusal}\n`);
    return 2;
  }
  return replaySet({ set, out, json }, io);
}

async function replaySet(
  { set, out, json }: { readonly set: string; readonly out: string; readonly json: boolean },
  io: CommandIo,
): Promise<number> {
  const items = await readOpenItems(join(set, 'open-items.csv'));
  const receipts = await readReceipts(join(set, 'receipts.json'));
  const history = await readHistory(join(set, 'history.json'));
  const truth = await readTruth(
    join(set, 'truth.json'),
    new Map(receipts.results.map((receipt) => [receipt.id, receipt.currency])),
  );
  const advices = await readRemittances(set);
  const problems = [...items.problems, ...receipts.problems, ...history.problems, ...advices.problems];
  printProblems(problems, io);
  const labelled = {
    items: items.results,
    receipts: receipts.results,
    history: history.results,
    advices: advices.results,
    truth,
  };
  const { decisions, decisionsMade, elapsedMs } = replay(labelled, DEFAULT_POLICY, () => performance.now());
  const byId = new Map(receipts.results.map((receipt) => [receipt.id, receipt]));
  const rows = decisions.flatMap((decision) => {
    const receipt = byId.get(decision.receiptId);
    return receipt ? [decisionJson(decision, receipt)] : [];
  });
  await writeFile(out, `${JSON.stringify(rows)}\n`);
  const count = (kind: string): number => decisions.filter(({ decision }) => decision === kind).length;
  const summary = {
    receipts: decisions.length,
    auto: count('auto'),
    suggest: count('suggest'),
    exception: count('exception'),
    decisionsMade,
    elapsedMs: Math.round(elapsedMs),
    out,
    problems,
  };
  io.stdout(json ? `${JSON.stringify(summary)}\n` : summaryText(summary));
  return problems.length > 0 ? 1 : 0;
}

function summaryText(summary: {
  receipts: number;
  auto: number;
  suggest: number;
  exception: number;
  elapsedMs: number;
  out: string;
}): string {
  return (
    `${summary.receipts} receipts: ${summary.auto} posted by themselves, ${summary.suggest} proposed, ` +
    `${summary.exception} exceptions; matching took ${summary.elapsedMs} ms. Decisions: ${summary.out}\n`
  );
}

function readOptions(
  argv: string[],
  io: CommandIo,
): { set?: string; out?: string; json: boolean; help: boolean } | null {
  try {
    return parseArgs({ args: argv, options: OPTIONS, strict: true }).values;
  } catch (error) {
    io.stderr(`${error instanceof Error ? error.message : 'wrong options'}\n\n${USAGE}`);
    return null;
  }
}
