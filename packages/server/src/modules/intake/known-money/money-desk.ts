/**
 * Money in, before it becomes receipts: lines that other files may have told of are held until their statement is whole,
 * then compared with what stands. What each becomes is decided in core (`decideFates`); here it is done.
 */
import { addDays } from '@quittance/core/calendar';
import { type CameLine, decideFates, type Fate, type StoodLine } from '@quittance/core/line-pairing';
import type { CommandTx } from '../../../platform/command/index.ts';
import { AppError, assert } from '../../../platform/errors.ts';
import { type DocumentPoster, documentPoster, type PostedDocument, reverseEntries } from '../../ledger/index.ts';
import { insertBankLines, type NewBankLine } from '../bank-lines.queries.ts';
import type { TakingContext } from '../file-taker.ts';
import { accountKey } from '../own-accounts/account-key.ts';
import type { AccountSpellings } from '../own-accounts/account-spellings.ts';
import { findReceiptsBy } from '../own-accounts/receipts-by.queries.ts';
import {
  dayOf,
  factsOf,
  type ReceiptFacts,
  type ReceiptNumbers,
  receiptDraft,
  refusedBy,
  type SeenLine,
  shownLine,
  withoutDay,
} from '../statement-lines.ts';
import {
  changeLines,
  findStandingLines,
  hasOtherOrigins,
  type LineChange,
  linkLines,
  type StandingLine,
} from './known-money.queries.ts';
import { factsOfStanding, pairable, pairableStanding } from './pairable.ts';
import { createToldFates } from './told-fates.ts';

/** Lines of one statement held in memory to be compared. */
const HELD_MAX = 100_000;
/** Lines around which others are looked for, as core pairs them, and a little more. */
const DAYS_AROUND = 7;

export interface MoneyDesk {
  /** Takes lines of money in; those that need no comparing become receipts at once. */
  readonly take: (lines: readonly SeenLine[]) => Promise<void>;
  /** The statement is whole: what is held is compared and settled. */
  readonly settle: () => Promise<void>;
  readonly finish: () => Promise<void>;
}

interface Known {
  readonly customerId: string;
  readonly numbers: ReceiptNumbers;
  readonly spellings: AccountSpellings;
}

export function createMoneyDesk(context: TakingContext, known: Known): MoneyDesk {
  const told = createToldFates();
  const mustCompare = createComparing(context, known.spellings);
  let held: SeenLine[] = [];
  const settle = async () => {
    const lines = held;
    held = [];
    if (lines.length > 0) await settleLines(context, { ...known, told }, lines);
  };
  return {
    async take(lines) {
      const free: SeenLine[] = [];
      for (const line of lines) {
        if (await mustCompare(line)) held.push(line);
        else free.push(line);
      }
      if (held.length > HELD_MAX) throw tooMany();
      const work = await openWork(
        context,
        known,
        free.map(({ entry }) => entry),
      );
      for (const line of free) takeAsReceipt(work, line, null);
      await work.write();
    },
    settle,
    async finish() {
      await settle();
      for (const note of told.notes()) context.recorder.note(note);
    },
  };
}

function tooMany(): AppError {
  const message = `The file has more than ${HELD_MAX} lines that must be compared with what other files told of the account. Ask the bank for a file for each day.`;
  return new AppError('too_many_lines_to_compare', message);
}

/** Lines of a statement are compared only where another kind of file has told of its account, or of a lockbox. */
function createComparing({ tx }: TakingContext, spellings: AccountSpellings): (line: SeenLine) => Promise<boolean> {
  const answers = new Map<string, boolean>();
  return async ({ entry, report, origin }) => {
    if (report !== 'statement') return true;
    const key = accountKey(entry.account);
    const others = spellings.keysOf(entry.account).filter((other) => other !== key);
    const answer = answers.get(key) ?? (await hasOtherOrigins(tx, { origin, key, others }));
    answers.set(key, answer);
    return answer;
  };
}

interface Work {
  readonly context: TakingContext;
  readonly known: Known;
  readonly poster: DocumentPoster;
  readonly kept: NewBankLine[];
  readonly changes: LineChange[];
  readonly links: { id: string; linksTo: string }[];
  readonly write: () => Promise<void>;
}

async function openWork(
  context: TakingContext,
  known: Known,
  money: readonly { readonly currency: string; readonly bankReference: string | null }[],
): Promise<Work> {
  const { tx, batchId, commandId } = context;
  await known.numbers.prepare(money.map(({ bankReference }) => bankReference));
  const currencies = new Set(money.map(({ currency }) => currency));
  const poster = await documentPoster(tx, currencies, { commandId: commandId ?? batchId, batchId });
  const work: Omit<Work, 'write'> = { context, known, poster, kept: [], changes: [], links: [] };
  return {
    ...work,
    async write() {
      if (commandId === null) return;
      await poster.flush();
      await insertBankLines(tx, batchId, work.kept);
      await changeLines(tx, work.changes);
      await linkLines(tx, work.links);
    },
  };
}

async function settleLines(
  context: TakingContext,
  known: Known & { readonly told: ReturnType<typeof createToldFates> },
  lines: readonly SeenLine[],
): Promise<void> {
  const dated = lines.filter((line) => dayOf(line) !== null);
  for (const line of lines) if (dayOf(line) === null) context.recorder.refuse(withoutDay(line));
  const { mainKey } = known.spellings;
  const stood = await standingAround(context, dated, known.spellings);
  const came = new Map(dated.map((line) => [line.id, line]));
  const there = new Map(stood.map((line) => [line.id, line]));
  const posts = await postingAtOnce(context, dated, mainKey);
  const fates = decideFates(
    dated.map(
      (line): CameLine => ({
        ...pairable(line, mainKey),
        postsAtOnce: posts(line),
      }),
    ),
    stood.map(
      (line): StoodLine => ({
        ...pairableStanding(line, mainKey),
        isReceipt: line.disposition === 'receipt',
        isUntouched: line.isUntouched,
      }),
    ),
  );
  const work = await openWork(context, known, [...dated.map(({ entry }) => entry), ...stood]);
  for (const fate of fates) {
    const ofFate = [fate.came].flat().flatMap((id) => came.get(id) ?? []);
    const found = ('stood' in fate ? [fate.stood].flat() : []).flatMap((id) => there.get(id) ?? []);
    if (await carryOut(work, fate, { lines: ofFate, stood: found })) known.told.tell(fate, ofFate, found);
  }
  await work.write();
}

async function standingAround(
  { tx }: TakingContext,
  lines: readonly SeenLine[],
  spellings: AccountSpellings,
): Promise<StandingLine[]> {
  const days = lines.flatMap((line) => dayOf(line) ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  const [line] = lines;
  if (first === undefined || last === undefined || line === undefined) return [];
  const [from, to] = [addDays(first, -DAYS_AROUND), addDays(last, DAYS_AROUND)];
  const keys = new Set(lines.map(({ entry }) => accountKey(entry.account)));
  const all = new Set(lines.flatMap(({ entry }) => spellings.keysOf(entry.account)));
  const accounts =
    line.report === 'lockbox' ? null : { keys: [...all], others: [...all].filter((key) => !keys.has(key)) };
  return findStandingLines(tx, { origin: line.origin, from, to, accounts });
}

/** Statements at once; other files where the account's receipts come by them, which the first file decides. */
async function postingAtOnce(
  { tx }: TakingContext,
  lines: readonly SeenLine[],
  mainKey: AccountSpellings['mainKey'],
): Promise<(line: SeenLine) => boolean> {
  const ways = await findReceiptsBy(tx, [...new Set(lines.map(({ entry }) => mainKey(entry.account)))]);
  return ({ entry, report }) => {
    if (report === 'statement') return true;
    return (ways.get(mainKey(entry.account)) ?? report) === report;
  };
}

interface OfFate {
  readonly lines: readonly SeenLine[];
  readonly stood: readonly StandingLine[];
}

/** False when nothing came of it but refusals, which were told already. */
async function carryOut(work: Work, fate: Fate, { lines, stood }: OfFate): Promise<boolean> {
  const { recorder, batchId } = work.context;
  const [first] = stood;
  switch (fate.kind) {
    case 'receipt':
      for (const line of lines) takeAsReceipt(work, line, null);
      return true;
    case 'waits':
    case 'doubtful':
      recorder.leaveOut(lines.length);
      for (const line of lines) keep(work, line, { disposition: 'waiting', linksTo: null });
      return true;
    case 'known':
    case 'too_late':
      for (const line of lines) {
        recorder.count('unchanged', () => shownLine(line));
        keep(work, line, { disposition: 'counted', linksTo: stood.length === 1 ? (first?.id ?? null) : null });
      }
      if (stood.length > 1) linkAll(work, stood, lines[0]);
      return true;
    case 'confirms':
      for (const line of lines) {
        if (takeAsReceipt(work, line, null) && first) work.changes.push(counted(first, line.id, batchId));
      }
      return true;
    case 'releases':
      return releaseDetails(work, { lines, stood });
    case 'replaces':
      return replaceSum(work, { lines, stood });
  }
}

function linkAll(work: Work, stood: readonly StandingLine[], sum: SeenLine | undefined): void {
  if (sum !== undefined) for (const { id } of stood) work.links.push({ id, linksTo: sum.id });
}

function counted(line: StandingLine, linksTo: string | null, settledBy: string): LineChange {
  return { id: line.id, disposition: 'counted', documentId: null, itemId: null, linksTo, settledBy };
}

/** The sum that came is counted by its details, which waited and are posted now. */
function releaseDetails(work: Work, { lines, stood }: OfFate): boolean {
  const [sum] = lines;
  if (sum === undefined || isRefused(work, lines, stood.map(factsOfStanding))) return false;
  for (const line of stood) {
    const { documentId, itemIds } = addReceipt(work, factsOfStanding(line));
    const itemId = itemIds[0] ?? null;
    const settledBy = work.context.batchId;
    work.changes.push({ id: line.id, disposition: 'receipt', documentId, itemId, linksTo: sum.id, settledBy });
  }
  work.context.recorder.count('added', () => shownLine(sum));
  keep(work, sum, { disposition: 'counted', linksTo: null });
  return true;
}

/** The receipt of the sum is reversed, and its details are receipts in its place. */
async function replaceSum(work: Work, { lines, stood }: OfFate): Promise<boolean> {
  const { tx, commandId, batchId } = work.context;
  const [sum] = stood;
  if (
    sum === undefined ||
    isRefused(
      work,
      lines,
      lines.flatMap((line) => factsOf(line) ?? []),
    )
  )
    return false;
  if (commandId !== null && sum.entryId !== null) {
    assert('audit' in tx, 'a posting runs in a command');
    const reason = 'its details came';
    await reverseEntries(tx as CommandTx, { entryIds: [sum.entryId], withDependents: false, reason, batchId });
  }
  for (const line of lines) takeAsReceipt(work, line, sum.id);
  work.changes.push(counted(sum, null, batchId));
  return true;
}

/** Details are posted together or not at all: when the ledger does not take one, the lines that came are refused. */
function isRefused(work: Work, lines: readonly SeenLine[], facts: readonly ReceiptFacts[]): boolean {
  try {
    for (const one of facts) work.poster.check(receiptDraft(one, one.identity, work.known.customerId));
    return false;
  } catch (error) {
    for (const line of lines) work.context.recorder.refuse(refusedBy(error, line));
    return true;
  }
}

function addReceipt(work: Work, facts: ReceiptFacts): PostedDocument {
  return work.poster.add(receiptDraft(facts, work.known.numbers.next(facts), work.known.customerId));
}

/** False when the line was refused. */
function takeAsReceipt(work: Work, line: SeenLine, linksTo: string | null): boolean {
  const { recorder } = work.context;
  const facts = factsOf(line);
  if (facts === null) {
    recorder.refuse(withoutDay(line));
    return false;
  }
  try {
    const { documentId, itemIds } = addReceipt(work, facts);
    recorder.count('added', () => shownLine(line));
    work.kept.push({ ...line, documentId, itemId: itemIds[0] ?? null, linksTo });
    return true;
  } catch (error) {
    recorder.refuse(refusedBy(error, line));
    return false;
  }
}

function keep(work: Work, line: SeenLine, as: Pick<NewBankLine, 'disposition' | 'linksTo'>): void {
  work.kept.push({ ...line, ...as, documentId: null, itemId: null });
}
