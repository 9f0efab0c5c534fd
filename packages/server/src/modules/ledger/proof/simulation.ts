/**
 * Random acts on a ledger, through the real use cases on a real database, beside the reference model: what one refuses the
 * other refuses, and after each step every question has one answer. A seed decides everything, so a failure comes again.
 */
import { addDays, addMonths, endOfMonth, type LocalDate } from '@quittance/core/calendar';
import { type CommandTx, runClosingCommand } from '../../../platform/command/index.ts';
import { AppError } from '../../../platform/errors.ts';
import type { TestBook } from '../../../platform/testing/ledger-book.ts';
import { closePeriod, revalue, saveRate, takeSnapshot } from '../index.ts';
import { type Chance, chanceOf } from './chance.ts';
import { Examiner } from './examiner.ts';
import { type Act, CURRENCIES, Playwright } from './playwright.ts';
import * as model from './reference-model.ts';
import { entriesRecordedAt, type WrittenEntry } from './simulation.queries.ts';

export interface Simulated {
  readonly steps: number;
  readonly questions: number;
  /** How often each act was done, undone at once, and refused why. */
  readonly tally: Readonly<Record<string, number>>;
}

export interface SimulationOptions {
  readonly seed: number;
  readonly steps: number;
  /** Every how many steps all questions are asked: 1 in tests, more when a million steps are to be made. */
  readonly checkEvery: number;
  /** Stops early after that time. */
  readonly millisecondsMax?: number;
}

interface Done {
  readonly at: string;
  readonly written: readonly WrittenEntry[];
}

/** Roughly what one minor unit is worth in ten-thousandths of a US cent. */
const WORTH: Readonly<Record<string, number>> = { EUR: 11_000, USD: 10_000, JPY: 6_700, KWD: 3_250 };
const MINOR_PER_UNIT: Readonly<Record<string, number>> = { EUR: 100, USD: 100, JPY: 1, KWD: 1000 };

export async function simulate(book: TestBook, options: SimulationOptions): Promise<Simulated> {
  const simulation = new Simulation(book, options);
  return simulation.run();
}

class Simulation {
  readonly #book: TestBook;
  readonly #options: SimulationOptions;
  readonly #chance: Chance;
  readonly #sheet: model.Sheet;
  readonly #examiner: Examiner;
  readonly #customers: string[] = [];
  readonly #playwright: Playwright;
  #today: LocalDate;
  readonly #tally: Record<string, number> = {};
  #trace: string[] = [];

  constructor(book: TestBook, options: SimulationOptions) {
    this.#book = book;
    this.#options = options;
    this.#chance = chanceOf(options.seed);
    this.#today = '2026-01-15' as LocalDate;
    this.#sheet = model.emptySheet(this.#today);
    this.#examiner = new Examiner(book, this.#sheet, this.#chance);
    const { functionalCurrency } = book.company;
    this.#playwright = new Playwright({
      chance: this.#chance,
      sheet: this.#sheet,
      customers: this.#customers,
      functionalCurrency,
    });
  }

  async run(): Promise<Simulated> {
    const { steps, checkEvery, seed, millisecondsMax = Number.POSITIVE_INFINITY } = this.#options;
    const startedAt = Date.now();
    let step = 0;
    try {
      await this.#prepare();
      while (step < steps && Date.now() - startedAt < millisecondsMax) {
        step++;
        await this.#step();
        if (step % checkEvery === 0) await this.#examiner.ask();
      }
      await this.#examiner.finish();
    } catch (error) {
      const story = this.#trace.slice(-12).join('\n  ');
      throw new Error(`seed ${seed}, step ${step}, functional ${this.#book.company.functionalCurrency}:\n  ${story}`, {
        cause: error,
      });
    }
    return { steps: step, questions: this.#examiner.questions, tally: this.#tally };
  }

  async #prepare(): Promise<void> {
    this.#book.setToday(this.#today);
    for (let count = 1; count <= 5; count++) this.#customers.push(await this.#book.addCustomer(`C${count}`));
    this.#customers.push(this.#book.unidentifiedId);
    for (const currency of CURRENCIES) await this.#rate(currency, addMonths(this.#today, -6));
  }

  async #step(): Promise<void> {
    const { below, pick } = this.#chance;
    const dice = below(100);
    if (dice < 5) return this.#nextDay(below(12) === 0 ? 20 : 1 + below(3));
    if (dice < 7) return this.#rate(pick(CURRENCIES) ?? 'EUR', addDays(this.#today, -below(20)));
    if (dice < 10) return this.#bookkeeping();
    const act = this.#playwright.act();
    if (act && below(100) < 10) await this.#doAndUndo(act);
    else if (act) await this.#do(act);
  }

  async #nextDay(days: number): Promise<void> {
    this.#today = addDays(this.#today, days);
    this.#book.setToday(this.#today);
    this.#sheet.today = this.#today;
    this.#trace.push(`today ${this.#today}`);
  }

  async #rate(currency: string, quotedOn: LocalDate): Promise<void> {
    const functional = this.#book.company.functionalCurrency;
    if (currency === functional) return;
    const unit = (code: string) => (WORTH[code] ?? 1) * (MINOR_PER_UNIT[code] ?? 1);
    const worth = BigInt(Math.round((unit(currency) * (80 + this.#chance.below(41)) * 1e8) / unit(functional)));
    const digits = worth.toString().padStart(11, '0');
    const rate = `${digits.slice(0, -10)}.${digits.slice(-10)}`;
    await this.#book.database.write(this.#book.scope, (tx) => saveRate(tx, { currency, quotedOn, rate }));
  }

  /** Closes the next month when it is over by some days, keeps month-end balances, or revalues. */
  async #bookkeeping(): Promise<void> {
    const { below } = this.#chance;
    const first = model.firstOpenDay(this.#sheet);
    const endsOn = endOfMonth((first || '2026-01-01') as LocalDate);
    const what = below(4);
    if (what === 0 && addDays(endsOn, 40) < this.#today) {
      this.#count('close');
      this.#trace.push(`close ${endsOn}`);
      const { database, scope } = this.#book;
      await runClosingCommand(database, scope, { action: 'close', body: null }, (tx) => closePeriod(tx, endsOn, []));
      this.#sheet.closedThrough = endsOn;
    } else if (what === 1 && endsOn < this.#today) {
      this.#count('snapshot');
      this.#trace.push(`snapshot ${endsOn}`);
      await this.#book.database.write(this.#book.scope, (tx) => takeSnapshot(tx, endsOn));
    } else if (what > 1) {
      const asOf = addDays(this.#today, -1 - below(20));
      if (asOf <= this.#sheet.closedThrough) return;
      this.#count('revalue');
      this.#trace.push(`revalue ${asOf}`);
      const { written, at } = await this.#run((tx) => revalue(tx, asOf));
      for (const { id, kind } of written) {
        const isUndo = kind === 'reversal';
        model.note(this.#sheet, { id, kind: isUndo ? 'undo' : 'revaluation', on: asOf, amount: 0n, effects: [] });
      }
      for (const { reversesEntryId } of written) {
        const undone = this.#sheet.entries.get(reversesEntryId ?? '');
        if (undone) undone.isUndone = true;
      }
      this.#examiner.recorded(at);
    }
  }

  async #run(work: (tx: CommandTx) => Promise<unknown>): Promise<Done> {
    let at = '';
    await this.#book.run(async (tx) => {
      at = tx.recordedAt;
      await work(tx);
      return null;
    });
    return { at, written: await this.#book.read((tx) => entriesRecordedAt(tx, at)) };
  }

  #count(what: string): void {
    this.#tally[what] = (this.#tally[what] ?? 0) + 1;
  }

  /** Does an act for real and on paper; both refuse it, or both have done it. */
  async #do(act: Act): Promise<string[] | undefined> {
    this.#trace.push(act.name);
    let done: Done | undefined;
    let refusal = '';
    try {
      done = await this.#run((tx) => act.real(tx));
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500) throw error;
      const isByDatabase =
        error.message.startsWith('The ledger refused this') && error.code !== 'document_number_is_unique';
      if (isByDatabase) throw new Error(`the first guard let through what the second refused: ${error.code}`);
      refusal = error.code;
    }
    let used = 0;
    const ids = () => done?.written[used++]?.id ?? `paper ${used}`;
    const onPaper = model.attempt(this.#sheet, () => act.paper(ids, done?.at ?? model.END));
    if (done && onPaper !== undefined) throw new Error(`done, but on paper refused: ${onPaper}`);
    if (!done && onPaper === undefined) throw new Error(`refused (${refusal}), but done on paper`);
    if (!done) {
      this.#count(`refused: ${refusal}`);
      this.#trace.push(`  refused: ${refusal} / ${onPaper}`);
      return undefined;
    }
    if (used !== done.written.length) throw new Error(`${done.written.length} entries written, ${used} on paper`);
    this.#count(act.name.split(' ')[0] ?? '');
    this.#examiner.recorded(done.at);
    return done.written.map((entry) => entry.id);
  }

  /** What is done and undone at once leaves every report, today's and past ones, as it was. */
  async #doAndUndo(act: Act): Promise<void> {
    const before = await this.#examiner.reports();
    const written = await this.#do(act);
    if (!written) return;
    for (const id of [...written].reverse()) {
      const entry = this.#sheet.entries.get(id);
      if (!entry || entry.isUndone) continue;
      if (entry.kind === 'undo' || entry.dependsOn !== undefined) continue; // falls with what it depends on; never undone itself
      this.#count('done and undone');
      await this.#do(this.#playwright.undoOf(entry, { withDependents: true }));
    }
    if (!written.some((id) => this.#sheet.entries.get(id)?.kind === 'undo')) await this.#examiner.sameReports(before);
  }
}
