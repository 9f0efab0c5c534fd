/** `quittance bench cashbench`: a labelled set replayed day by day, the decisions written for the scorer. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_POLICY } from '@quittance/core/matching';
import { decisionJson } from '../match/decision-json.ts';
import { type CommandIo, fileRefusal } from '../match/io.ts';
import { readOpenItems } from '../match/open-items-file.ts';
import { printProblems, type RowProblem } from '../match/problem.ts';
import { readHistory, readReceipts } from '../match/receipts-file.ts';
import { readRemittances } from '../match/remittances-dir.ts';
import { disturbed, NOISES } from './noise/index.ts';
import { PEERS } from './peers/index.ts';
import { type Decide, type LabelledSet, type Replayed, replay } from './replay.ts';
import { type Figures, figuresOf } from './score.ts';
import { readTruth } from './truth-file.ts';

const USAGE = `Usage: quittance bench cashbench --set DIR [--out FILE] [--noise NAME[,NAME…]|all [--seed 1]] [--peers] [--json]

Replays DIR (open-items.csv, receipts.json, history.json, truth.json) day by day, prints the figures and writes one
decision a receipt to FILE. The truth moves the ledger of the days before; the engine never sees it.
--noise disturbs the set first, one line of figures for each name: ${Object.keys(NOISES).join(', ')}.
--peers decides the same receipts by simple rules that others use.
`;

const SET_FILES = ['open-items.csv', 'receipts.json', 'history.json', 'truth.json'];

const OPTIONS = {
  set: { type: 'string' },
  out: { type: 'string' },
  noise: { type: 'string', default: '' },
  seed: { type: 'string', default: '1' },
  peers: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

interface Asked {
  readonly set: string;
  readonly out: string | null;
  readonly noises: readonly string[];
  readonly seed: number;
  readonly isWithPeers: boolean;
  readonly isJson: boolean;
}

export async function runCashbench(argv: string[], io: CommandIo): Promise<number> {
  const asked = readOptions(argv, io);
  if (typeof asked === 'number') return asked;
  for (const name of SET_FILES) {
    const refusal = await fileRefusal(join(asked.set, name));
    if (refusal === null) continue;
    io.stderr(`${refusal}\n`);
    return 2;
  }
  const { labelled, problems } = await readSet(asked.set);
  printProblems(problems, io);
  const runs = [
    ...(asked.noises.length === 0 ? [measured('as it is', labelled)] : []),
    ...asked.noises.map((name) => measured(name, disturbed(labelled, name, asked.seed))),
    ...(asked.isWithPeers ? PEERS.map(({ name, decide }) => measured(name, labelled, decide)) : []),
  ];
  const [first] = runs;
  if (asked.out !== null && first !== undefined) await writeDecisions(asked.out, first);
  io.stdout(
    asked.isJson ? `${JSON.stringify({ ...counts(first), runs: runs.map(summary), problems })}\n` : `${table(runs)}\n`,
  );
  return problems.length > 0 ? 1 : 0;
}

interface Run {
  readonly name: string;
  readonly set: LabelledSet;
  readonly replayed: Replayed;
  readonly figures: Figures;
}

function measured(name: string, set: LabelledSet, decide?: Decide): Run {
  const clock = (): number => performance.now();
  const replayed = replay(set, DEFAULT_POLICY, decide === undefined ? { clock } : { clock, decide });
  return { name, set, replayed, figures: figuresOf(replayed.decisions, set.truth) };
}

async function writeDecisions(out: string, { replayed, set }: Run): Promise<void> {
  const byId = new Map(set.receipts.map((receipt) => [receipt.id, receipt]));
  const rows = replayed.decisions.flatMap((decision) => {
    const receipt = byId.get(decision.receiptId);
    return receipt ? [decisionJson(decision, receipt)] : [];
  });
  await writeFile(out, `${JSON.stringify(rows)}\n`);
}

async function readSet(set: string): Promise<{ labelled: LabelledSet; problems: RowProblem[] }> {
  const items = await readOpenItems(join(set, 'open-items.csv'));
  const receipts = await readReceipts(join(set, 'receipts.json'));
  const history = await readHistory(join(set, 'history.json'));
  const currencies = new Map(receipts.results.map((receipt) => [receipt.id, receipt.currency]));
  const truth = await readTruth(join(set, 'truth.json'), currencies);
  const advices = await readRemittances(set);
  const labelled = {
    items: items.results,
    receipts: receipts.results,
    history: history.results,
    advices: advices.results,
    truth,
  };
  return { labelled, problems: [...items.problems, ...receipts.problems, ...history.problems, ...advices.problems] };
}

/** How the first run decided, by kind of decision. */
function counts(run: Run | undefined): Record<string, number> {
  const decisions = run?.replayed.decisions ?? [];
  const count = (kind: string): number => decisions.filter(({ decision }) => decision === kind).length;
  return {
    receipts: decisions.length,
    auto: count('auto'),
    suggest: count('suggest'),
    exception: count('exception'),
    decisionsMade: run?.replayed.decisionsMade ?? 0,
    elapsedMs: Math.round(run?.replayed.elapsedMs ?? 0),
  };
}

function summary({ name, replayed, figures }: Run): Figures & { readonly name: string; readonly elapsedMs: number } {
  return { name, ...figures, elapsedMs: Math.round(replayed.elapsedMs) };
}

const COLUMNS: readonly (readonly [string, (run: Run) => string])[] = [
  ['set', ({ name }) => name],
  ['auto %', ({ figures }) => figures.autoPercent.toFixed(1)],
  ['lines %', ({ figures }) => figures.linesPercent.toFixed(1)],
  ['precision %', ({ figures }) => figures.precisionPercent.toFixed(2)],
  ['wrong', ({ figures }) => `${figures.wrong} of ${figures.auto}`],
  ['first suggestion %', ({ figures }) => figures.firstSuggestionPercent.toFixed(1)],
  ['customer %', ({ figures }) => figures.customerPercent.toFixed(1)],
  ['ms', ({ replayed }) => String(Math.round(replayed.elapsedMs))],
];

function table(runs: readonly Run[]): string {
  const rows = [COLUMNS.map(([title]) => title), ...runs.map((run) => COLUMNS.map(([, text]) => text(run)))];
  const widths = COLUMNS.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const padded = (cell: string, at: number): string =>
    at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0);
  return rows.map((row) => row.map(padded).join('  ')).join('\n');
}

function readOptions(argv: string[], io: CommandIo): Asked | number {
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
    if (values.set === undefined) return wrong('--set is needed');
    const named = values.noise === 'all' ? Object.keys(NOISES) : values.noise.split(',').filter((name) => name !== '');
    const unknown = named.find((name) => NOISES[name] === undefined);
    if (unknown !== undefined) return wrong(`there is no noise ${unknown}`);
    const seed = Number(values.seed);
    if (!Number.isInteger(seed) || seed < 0) return wrong('--seed is a whole number from 0');
    return {
      set: values.set,
      out: values.out ?? null,
      noises: named,
      seed,
      isWithPeers: values.peers,
      isJson: values.json,
    };
  } catch (error) {
    return wrong(error instanceof Error ? error.message : 'wrong options');
  }
}
