/** Asks the ledger and the model the same questions, and the ledger its earlier ones again. */
import { addDays, type LocalDate } from '@quittance/core/calendar';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { TestBook } from '../../../platform/testing/ledger-book.ts';
import { type AgingRow, aging, controlTotals, verify } from '../index.ts';
import type { Chance } from './chance.ts';
import { agingOf, controlOf, openOf, placeOf, type Sheet, worthOf } from './reference-model.ts';
import { entryCount, imbalancesAt, itemsTouchedAt } from './simulation.queries.ts';

interface Question {
  readonly on: LocalDate;
  readonly by: 'item' | 'customer';
  /** Now when absent. */
  readonly knownAt?: string | undefined;
}
interface Answer extends Question {
  readonly knownAt: string;
  readonly text: string;
  /** By control account and currency: the amount, and in brackets what it is worth in functional currency. */
  readonly control: ReadonlyMap<string, string>;
}

const ANSWERS_KEPT = 400;
const REPORT_DAYS = [0, 1, 7, 30, 60];

export class Examiner {
  readonly #book: TestBook;
  readonly #sheet: Sheet;
  readonly #chance: Chance;
  readonly #answers: Answer[] = [];
  #touched: string[] = [];
  questions = 0;

  constructor(book: TestBook, sheet: Sheet, chance: Chance) {
    this.#book = book;
    this.#sheet = sheet;
    this.#chance = chance;
  }

  /** Remembers that entries of this instant are to be looked at. */
  recorded(at: string): void {
    this.#touched.push(at);
  }

  /** What was written since is sound, questions old and new have the right answer, nothing else was written. */
  async ask(): Promise<void> {
    const { below, pick } = this.#chance;
    const by = () => (below(2) === 0 ? 'item' : 'customer');
    await this.#book.read(async (tx) => {
      for (const at of this.#touched) await this.#look(tx, at);
      this.#touched = [];
      await this.#compare(tx, { on: this.#today(), by: by() });
      const on = addDays(this.#today(), -below(100));
      await this.#compare(tx, { on, by: by(), knownAt: below(3) === 0 ? undefined : pick(this.#answers)?.knownAt });
      await this.#again(tx, pick(this.#answers));
      await this.#again(tx, pick(this.#answers));
      await this.#counted(tx);
    });
  }

  /** Every invariant that the product itself proves, and every answer once more. */
  async finish(): Promise<void> {
    await this.ask();
    await this.#book.read(async (tx) => {
      for (const answer of this.#answers) await this.#again(tx, answer);
    });
    const broken = (await this.#book.read((tx) => verify(tx))).filter((one) => !one.ok);
    if (broken.length > 0) throw new Error(`verify: ${JSON.stringify(broken)}`);
  }

  /** Today's reports and past ones, by item, with what the control accounts carry. */
  async reports(): Promise<Map<LocalDate, string>> {
    const days = REPORT_DAYS.map((back) => addDays(this.#today(), -back));
    return this.#book.read(async (tx) => {
      const reports = new Map<LocalDate, string>();
      for (const on of days) {
        const { text, control } = await this.#answer(tx, { on, by: 'item' });
        reports.set(on, `${text}\n${[...control].filter(([, total]) => total !== '0 (0)').join('\n')}`);
      }
      return reports;
    });
  }

  async sameReports(before: Map<LocalDate, string>): Promise<void> {
    const after = await this.reports();
    for (const [on, text] of before) {
      const now = after.get(on) ?? '';
      if (now !== text) throw new Error(`done and undone, the report of ${on} differs:\n${difference(text, now)}`);
    }
  }

  #today(): LocalDate {
    return this.#sheet.today as LocalDate;
  }

  async #look(tx: Tx, at: string): Promise<void> {
    const wrong = await imbalancesAt(tx, at);
    if (wrong.length > 0) throw new Error(`out of balance: ${wrong}`);
    for (const item of await itemsTouchedAt(tx, at)) {
      const onPaper = this.#sheet.items.get(item.id);
      if (!onPaper) throw new Error(`item ${item.id} is not on paper`);
      const { customerId, dueOn } = placeOf(onPaper);
      const seen = `${item.openMinor} ${item.postedMinor} (${item.carryingMinor}) ${item.customerId} ${item.dueOn}`;
      const open = openOf(onPaper);
      const meant = `${open} ${open} (${worthOf(onPaper)}) ${customerId} ${dueOn}`;
      if (seen !== meant) throw new Error(`item ${item.id} is ${seen}, on paper ${meant}`);
    }
  }

  async #counted(tx: Tx): Promise<void> {
    const count = await entryCount(tx);
    if (count !== this.#sheet.entries.size) throw new Error(`${count} entries, on paper ${this.#sheet.entries.size}`);
  }

  async #compare(tx: Tx, question: Question): Promise<void> {
    const { on, by } = question;
    const answer = await this.#answer(tx, question);
    const meant = agingOf(this.#sheet, { on, at: answer.knownAt, by });
    const text = [...meant]
      .map(([key, line]) => `${key} ${by === 'item' ? line.customerId : ''} ${line.figures}`)
      .sort()
      .join('\n');
    for (const [account, [amount, worth]] of controlOf(this.#sheet, on, answer.knownAt)) {
      const seen = answer.control.get(account) ?? '0 (0)';
      if (seen !== `${amount} (${worth})`)
        throw new Error(`${account} on ${on}: ${seen}, on paper ${amount} (${worth})`);
    }
    if (answer.text !== text)
      throw new Error(`as of ${on}, known at ${answer.knownAt}, by ${by}:\n${difference(text, answer.text)}`);
    if (this.#answers.length < ANSWERS_KEPT) this.#answers.push(answer);
    else this.#answers[this.#chance.below(ANSWERS_KEPT)] = answer;
  }

  async #again(tx: Tx, earlier: Answer | undefined): Promise<void> {
    if (!earlier) return;
    const now = await this.#answer(tx, earlier);
    if (now.text === earlier.text && now.knownAt === earlier.knownAt) return;
    throw new Error(
      `as of ${earlier.on}, known at ${earlier.knownAt}: the answer changed\n${difference(earlier.text, now.text)}`,
    );
  }

  /** One question, whose rows add up to the control accounts. */
  async #answer(tx: Tx, question: Question): Promise<Answer> {
    this.questions++;
    const { on: asOf, by } = question;
    const answer = await aging(tx, { asOf, knownAt: question.knownAt, by, buckets: [30, 60, 90] });
    const control = await controlTotals(tx, { asOf, knownAt: answer.knownAt });
    const left = new Map<string, bigint>();
    const add = (key: string, amount: bigint) => left.set(key, (left.get(key) ?? 0n) + amount);
    for (const { account, currency, amountMinor } of control) add(`${account} ${currency}`, amountMinor);
    for (const row of answer.rows) {
      const due = row.bucketsMinor.reduce((sum, amount) => sum + amount, row.notDueMinor);
      if (due + row.unappliedMinor !== row.totalMinor) throw new Error(`${row.key} does not add up`);
      add(`receivable ${row.currency}`, -due);
      add(`unapplied ${row.currency}`, -row.unappliedMinor);
    }
    const off = [...left].filter(([, amount]) => amount !== 0n);
    if (off.length > 0)
      throw new Error(`as of ${asOf}, known at ${answer.knownAt}: the control account is off by ${off}`);
    const totals = new Map(
      control.map((one) => [`${one.account} ${one.currency}`, `${one.amountMinor} (${one.functionalMinor})`]),
    );
    return { on: asOf, knownAt: answer.knownAt, by, text: textOf(answer.rows, by), control: totals };
  }
}

function textOf(rows: readonly AgingRow[], by: 'item' | 'customer'): string {
  return rows
    .map((row) => {
      const figures = [row.notDueMinor, ...row.bucketsMinor, row.unappliedMinor, row.totalMinor];
      return `${row.key} ${row.currency} ${by === 'item' ? row.customerId : ''} ${figures}`;
    })
    .sort()
    .join('\n');
}

function difference(meant: string, seen: string): string {
  const [left, right] = [new Set(meant.split('\n')), new Set(seen.split('\n'))];
  const missing = [...left].filter((line) => !right.has(line)).map((line) => `- ${line}`);
  const more = [...right].filter((line) => !left.has(line)).map((line) => `+ ${line}`);
  return [...missing, ...more].slice(0, 12).join('\n');
}
