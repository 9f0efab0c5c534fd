/** `quittance match`: cash application on files. No database; nothing is posted; the decisions are printed. */
import { parseArgs } from 'node:util';
import { type LocalDate, parseLocalDate } from '@quittance/core/calendar';
import {
  type Advice,
  AdviceIndex,
  DEFAULT_POLICY,
  type Decision,
  ItemIndex,
  matchReceipts,
  PayerKnowledge,
  type Receipt,
} from '@quittance/core/matching';
import { formatAmount } from '@quittance/core/money';
import { decisionJson } from './decision-json.ts';
import { type CommandIo, directoryRefusal, fileRefusal } from './io.ts';
import { type OpenItemRow, readOpenItems } from './open-items-file.ts';
import { FILE_CODES, printProblems, printProblemsAsJson } from './problem.ts';
import { type HistoryRow, readHistory, readReceipts } from './receipts-file.ts';
import { readRemittances } from './remittances-dir.ts';

const USAGE = `Usage: quittance match --open-items FILE --receipts FILE [--history FILE] [--remittances DIR] [--as-of DATE] [--json]

  --open-items   CSV with customer_number, item_number, currency, amount_open, issued_on, due_on
                 and, if known, customer_name, kind, po_number; credits have a minus sign
  --receipts     JSON list of {id, booked_on, currency, amount, payer_name, payer_account, text, end_to_end_id}
  --history      JSON list of confirmed applications, to learn payers from
  --remittances  directory of remittance advices (HTML, CSV, text; without a list also XLSX, PDF, PNG, JPEG,
                 mails, EDI 820, remt.001), with remittances.json beside or in it if there is one
  --as-of        items issued and receipts booked after this day (YYYY-MM-DD) are left out
  --json         print the decisions as one JSON document, and what is wrong with rows as one on standard error
`;

const OPTIONS = {
  'open-items': { type: 'string' },
  receipts: { type: 'string' },
  remittances: { type: 'string' },
  history: { type: 'string' },
  'as-of': { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

interface MatchFiles {
  readonly openItems: string;
  readonly receipts: string;
  readonly history: string | undefined;
  readonly remittances: string | undefined;
  readonly asOf: LocalDate | null;
  readonly isJson: boolean;
}

/** Exit code 0 done, 1 rows that could not be read (listed on standard error), 2 wrong usage or a file that is not what it should be. */
export async function runMatch(argv: string[], io: CommandIo): Promise<number> {
  const files = readArguments(argv, io);
  if (typeof files === 'number') return files;
  const refusal = await placeRefusal(files);
  if (refusal !== null) {
    io.stderr(`${refusal}\n`);
    return 2;
  }
  const items = await readOpenItems(files.openItems);
  const receipts = await readReceipts(files.receipts);
  const history = files.history === undefined ? { results: [], problems: [] } : await readHistory(files.history);
  const advices =
    files.remittances === undefined ? { results: [], problems: [] } : await readRemittances(files.remittances);
  const problems = [...items.problems, ...receipts.problems, ...history.problems, ...advices.problems];
  if (files.isJson) printProblemsAsJson(problems, io);
  else printProblems(problems, io);
  if (problems.some((problem) => FILE_CODES.has(problem.code))) return 2; // matching against half the files would mislead
  const { asOf } = files;
  const booked = asOf === null ? receipts.results : receipts.results.filter(({ bookedOn }) => bookedOn <= asOf);
  const decisions = decideAll({
    items: items.results,
    receipts: booked,
    history: history.results,
    advices: advices.results.filter(({ receivedOn }) => asOf === null || receivedOn <= asOf),
    asOf,
  });
  io.stdout(files.isJson ? asJson(decisions, booked) : asText(decisions, booked));
  return problems.length > 0 ? 1 : 0;
}

/** The first of the named places that is not there. */
async function placeRefusal(files: MatchFiles): Promise<string | null> {
  for (const path of [files.openItems, files.receipts, files.history]) {
    const refusal = path === undefined ? null : await fileRefusal(path);
    if (refusal !== null) return refusal;
  }
  return files.remittances === undefined ? null : directoryRefusal(files.remittances);
}

interface Loaded {
  readonly items: readonly OpenItemRow[];
  readonly receipts: readonly Receipt[];
  readonly history: readonly HistoryRow[];
  readonly advices: readonly Advice[];
  readonly asOf: LocalDate | null;
}

/** The engine on what the files hold. */
function decideAll({ items, receipts, history, advices, asOf }: Loaded): Decision[] {
  const index = new ItemIndex();
  const knowledge = new PayerKnowledge({ nearNames: true });
  for (const { item, customerName, parent } of items) {
    knowledge.nameCustomer(item.customer, customerName);
    knowledge.setParent(item.customer, parent);
    if (asOf === null || item.issuedOn <= asOf) index.open(item);
  }
  for (const { confirmed, numbers } of history) learn(knowledge, { confirmed, numbers });
  return matchReceipts(receipts, {
    items: index,
    knowledge,
    policy: DEFAULT_POLICY,
    advices: new AdviceIndex(advices),
  });
}

/** A confirmed application tells who pays for whom and which numbers are settled. */
export function learn(knowledge: PayerKnowledge, { confirmed, numbers }: HistoryRow): void {
  knowledge.learn(confirmed);
  const { customer, bookedOn: closedOn } = confirmed;
  if (customer === null) return;
  for (const number of numbers) knowledge.closeItem({ number, customer, closedOn });
}

function asJson(decisions: readonly Decision[], receipts: readonly Receipt[]): string {
  const rows = pairs(decisions, receipts).map(([decision, receipt]) => JSON.stringify(decisionJson(decision, receipt)));
  return `[${rows.join(',\n')}]\n`;
}

function asText(decisions: readonly Decision[], receipts: readonly Receipt[]): string {
  const lines = pairs(decisions, receipts).map(([decision, receipt]) => decisionText(decision, receipt));
  const count = (kind: Decision['decision']): number => decisions.filter(({ decision }) => decision === kind).length;
  lines.push(
    `${decisions.length} receipts: ${count('auto')} post by themselves, ${count('suggest')} are proposed, ` +
      `${count('exception')} are exceptions.\n`,
  );
  return lines.join('\n');
}

function decisionText(decision: Decision, receipt: Receipt): string {
  const printed = decisionJson(decision, receipt);
  const amount = `${formatAmount(receipt.amountMinor, receipt.currency)} ${receipt.currency}`;
  const lines = [`${printed.receiptId}  ${printed.decision}  ${amount}  ${printed.customer ?? 'no customer'}`];
  for (const { item, amount: cash } of printed.allocations) lines.push(`  ${item}  ${cash}`);
  if (decision.unappliedMinor !== 0n) lines.push(`  unapplied  ${printed.unapplied}`);
  lines.push(`  ${printed.sentence}`);
  if (printed.question !== null) lines.push(`  Ask: ${printed.question}`);
  return `${lines.join('\n')}\n`;
}

function pairs(decisions: readonly Decision[], receipts: readonly Receipt[]): [Decision, Receipt][] {
  return decisions.flatMap((decision, index) => {
    const receipt = receipts[index];
    return receipt === undefined ? [] : [[decision, receipt] as [Decision, Receipt]];
  });
}

/** The files to work on, or the exit code when there is nothing to do. */
function readArguments(argv: string[], io: CommandIo): MatchFiles | number {
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
    const { 'open-items': openItems, receipts, history, 'as-of': asOfText } = values;
    if (openItems === undefined || receipts === undefined) return wrong('--open-items and --receipts are needed');
    const asOf = asOfText === undefined ? null : parseLocalDate(asOfText);
    if (asOfText !== undefined && asOf === null) return wrong(`--as-of ${asOfText} is no date; write it as YYYY-MM-DD`);
    const { remittances } = values;
    return { openItems, receipts, history, remittances, asOf, isJson: values.json };
  } catch (error) {
    return wrong(error instanceof Error ? error.message : 'wrong options');
  }
}
