/**
 * Random acts on a ledger, through the real use cases on a real database, beside the reference model: what one refuses the
 * other refuses, and after each step every question has one answer. A seed decides everything, so a failure comes again.
 */
import { addDays, addMonths, endOfMonth, type LocalDate } from '@quittance/core/calendar';
import { ADJUSTMENT_ACCOUNTS, type AdjustmentKind, type DocumentKind, OPENINGS } from '@quittance/core/ledger';
import { type CommandTx, runClosingCommand } from '../../../platform/command/index.ts';
import { AppError } from '../../../platform/errors.ts';
import type { TestBook } from '../../../platform/testing/ledger-book.ts';
import {
  adjustItem,
  applyCredits,
  changeDueDate,
  closePeriod,
  identifyReceipt,
  postDocuments,
  revalue,
  reverseEntry,
  saveRate,
  takeSnapshot,
} from '../index.ts';
import { type Chance, chanceOf } from './chance.ts';
import { Examiner } from './examiner.ts';
import * as model from './reference-model.ts';
import { entriesRecordedAt, type OpenedItem, openedItems, type WrittenEntry } from './simulation.queries.ts';

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
}

interface Act {
  readonly name: string;
  real(tx: CommandTx): Promise<unknown>;
  /** The same on paper. `ids` are those of the entries that were written, in order. */
  paper(ids: () => string, at: string): void;
}

interface Done {
  readonly at: string;
  readonly written: readonly WrittenEntry[];
}

const CURRENCIES = ['EUR', 'USD', 'JPY', 'KWD'];
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
  #today: LocalDate;
  #documents = 0;
  readonly #tally: Record<string, number> = {};
  #trace: string[] = [];

  constructor(book: TestBook, options: SimulationOptions) {
    this.#book = book;
    this.#options = options;
    this.#chance = chanceOf(options.seed);
    this.#today = '2026-01-15' as LocalDate;
    this.#sheet = model.emptySheet(this.#today);
    this.#examiner = new Examiner(book, this.#sheet, this.#chance);
  }

  async run(): Promise<Simulated> {
    const { steps, checkEvery, seed } = this.#options;
    let step = 0;
    try {
      await this.#prepare();
      for (step = 1; step <= steps; step++) {
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
    return { steps, questions: this.#examiner.questions, tally: this.#tally };
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
    const act = this.#act();
    if (act && below(100) < 10) await this.#doAndUndo(act);
    else if (act) await this.#do(act);
  }

  #act(): Act | undefined {
    const dice = this.#chance.below(100);
    if (dice < 20) return this.#document();
    if (dice < 48) return this.#application();
    if (dice < 58) return this.#adjustment();
    if (dice < 74) return this.#move();
    return this.#undo();
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
      await this.#do(this.#undoOf(entry, { withDependents: true }));
    }
    if (!written.some((id) => this.#sheet.entries.get(id)?.kind === 'undo')) await this.#examiner.sameReports(before);
  }

  /** Mostly today, often some day of the last months, now and then one that must be refused. */
  #day(notBefore = ''): LocalDate {
    const { below } = this.#chance;
    const dice = below(100);
    const day = dice < 45 ? this.#today : addDays(this.#today, dice < 97 ? -below(dice < 75 ? 12 : 80) : 1 + below(3));
    return day < notBefore && below(10) > 0 ? (notBefore as LocalDate) : day;
  }

  #amount(): bigint {
    const { below } = this.#chance;
    const size = below(10);
    if (size < 3) return BigInt(1 + below(9));
    if (size < 9) return BigInt(1 + below(100_000));
    return BigInt(1 + below(1_000_000)) * 1_000_003n;
  }

  /** Of the latest items mostly, open ones mostly, so that much happens to the same. */
  #item(isFitting: (item: model.Item) => boolean): model.Item | undefined {
    const { below, pick } = this.#chance;
    const items = [...this.#sheet.items.values()].filter(isFitting).slice(below(4) === 0 ? 0 : -8);
    const open = items.filter((item) => model.openOf(item) !== 0n);
    return pick(open.length > 0 && below(12) > 0 ? open : items);
  }

  #partOf(item: model.Item): bigint {
    const { below } = this.#chance;
    const open = model.openOf(item);
    const size = open < 0n ? -open : open;
    const dice = below(10);
    if (dice < 3) return size;
    if (dice < 9) return size === 0n ? 1n : 1n + (BigInt(below(1_000_000)) * size) / 1_000_000n;
    return size + BigInt(below(3));
  }

  #document(): Act {
    const { below, pick } = this.#chance;
    const kinds: DocumentKind[] = [
      'invoice',
      'invoice',
      'invoice',
      'receipt',
      'receipt',
      'credit_note',
      'debit_note',
      'chargeback',
      'on_account_credit',
    ];
    const kind = pick(kinds) ?? 'invoice';
    const number = below(25) === 0 ? `N${below(this.#documents + 1)}` : `N${++this.#documents}`;
    const customerId = pick(kind === 'receipt' ? this.#customers : this.#customers.slice(0, -1)) ?? '';
    const currency = pick([...CURRENCIES, this.#book.company.functionalCurrency, 'EUR']) ?? 'EUR';
    const issuedOn = this.#day();
    const count = below(4) === 0 ? 2 + below(3) : 1;
    const instalments = Array.from({ length: count }, () => ({
      dueOn: addDays(issuedOn, below(70)),
      amountMinor: this.#amount(),
    }));
    const draft = { kind, number, customerId, currency, issuedOn, instalments };
    const { account, sign } = OPENINGS[kind];
    let opened: readonly OpenedItem[] = [];
    return {
      name: `${kind} ${number} ${currency} ${instalments.map((one) => `${one.amountMinor} due ${one.dueOn}`)} on ${issuedOn}`,
      real: async (tx) => {
        const [posted] = await postDocuments(tx, [draft], { commandId: tx.commandId, batchId: null });
        opened = await openedItems(tx, posted?.itemIds ?? []);
      },
      paper: (ids, at) =>
        model.open(this.#sheet, {
          entryId: ids(),
          at,
          number: `${kind} ${number}`,
          customerId,
          currency,
          isUnapplied: account === 'unapplied',
          sign,
          issuedOn,
          instalments: instalments.map(({ dueOn, amountMinor }, index) => {
            const { id: itemId = '', worthMinor: worth = 0n } = opened[index] ?? {};
            return { itemId, dueOn, amount: amountMinor, worth };
          }),
        }),
    };
  }

  /** One to three allocations in one command, some across currencies, some with adjustments of the debit. */
  #application(): Act | undefined {
    const { below } = this.#chance;
    const crosses = below(4) === 0;
    const allocations = Array.from({ length: below(4) === 0 ? 2 + below(2) : 1 }, () => {
      const credit = this.#item((item) => item.amount < 0n);
      const debit = this.#item((item) => item.amount > 0n && (item.currency === credit?.currency) !== crosses);
      if (!credit || !debit) return undefined;
      const [ofDebit, ofCredit] = [this.#partOf(debit), this.#partOf(credit)];
      const amount = crosses || ofDebit < ofCredit ? ofDebit : ofCredit;
      const adjustments = below(5) === 0 ? [{ kind: this.#adjustmentKind(), amount: BigInt(1 + below(50)) }] : [];
      return { credit, debit, amount, creditAmount: crosses ? ofCredit : amount, adjustments };
    }).flatMap((allocation) => allocation ?? []);
    if (allocations.length === 0) return undefined;
    const on = this.#day(
      allocations
        .flatMap(({ credit, debit }) => [credit.issuedOn, debit.issuedOn])
        .sort()
        .at(-1),
    );
    return {
      name: `apply ${allocations.map((one) => `${one.creditAmount} of ${one.credit.id} to ${one.debit.id} for ${one.amount} + ${one.adjustments.map((a) => a.amount)}`)} on ${on}`,
      real: (tx) =>
        applyCredits(
          tx,
          allocations.map(({ credit, debit, amount, creditAmount, adjustments }) => ({
            creditItemId: credit.id,
            debitItemId: debit.id,
            amountMinor: amount,
            ...(crosses ? { creditAmountMinor: creditAmount } : {}),
            adjustments: adjustments.map((one) => ({ kind: one.kind, amountMinor: one.amount })),
          })),
          { effectiveOn: on },
        ),
      paper: (ids, at) => {
        for (const { credit, debit, amount, creditAmount, adjustments } of allocations) {
          const entryId = ids();
          const parts = [
            { item: credit, amount: creditAmount },
            { item: debit, amount },
          ];
          model.settle(this.#sheet, { entryId, at, on, amount, parts });
          for (const one of adjustments) {
            const taken = [{ item: debit, amount: one.amount }];
            model.settle(this.#sheet, { entryId: ids(), at, on, amount: one.amount, parts: taken, dependsOn: entryId });
          }
        }
      },
    };
  }

  #adjustmentKind(): AdjustmentKind {
    return this.#chance.pick(Object.keys(ADJUSTMENT_ACCOUNTS) as AdjustmentKind[]) ?? 'write_off';
  }

  #adjustment(): Act | undefined {
    const item = this.#item(() => true);
    if (!item) return undefined;
    const [kind, amount, on] = [this.#adjustmentKind(), this.#partOf(item), this.#day(item.issuedOn)];
    return {
      name: `${kind} ${amount} of ${item.id} on ${on}`,
      real: (tx) => adjustItem(tx, { itemId: item.id, kind, amountMinor: amount }, { effectiveOn: on }),
      paper: (ids, at) => model.settle(this.#sheet, { entryId: ids(), at, on, amount, parts: [{ item, amount }] }),
    };
  }

  #move(): Act | undefined {
    const { below, pick } = this.#chance;
    const identifies = below(3) === 0;
    const item = this.#item((one) => !identifies || one.isUnapplied);
    if (!item) return undefined;
    const on = this.#day(item.issuedOn);
    const { customerId, dueOn } = model.placeOf(item);
    const target = identifies
      ? { customerId: pick(this.#customers) ?? customerId, dueOn }
      : { customerId, dueOn: addDays(dueOn as LocalDate, below(60) - 20) };
    return {
      name: `move ${item.id} to ${target.customerId} due ${target.dueOn} on ${on}`,
      real: (tx) =>
        identifies
          ? identifyReceipt(tx, { itemId: item.id, customerId: target.customerId }, { effectiveOn: on })
          : changeDueDate(tx, { itemId: item.id, dueOn: target.dueOn as LocalDate }, { effectiveOn: on }),
      paper: (ids, at) => model.move(this.#sheet, { entryId: ids(), at, on, item, target }),
    };
  }

  #undo(): Act | undefined {
    const { below, pick } = this.#chance;
    const all = [...this.#sheet.entries.values()];
    const standing = all.filter((entry) => entry.kind !== 'undo' && !entry.isUndone);
    const openings = standing.filter((entry) => entry.kind === 'opening').slice(-10);
    const some = [all, standing, openings, openings][below(8)] ?? standing.slice(-20);
    const entry = pick(some);
    if (!entry) return undefined;
    const isPart = below(3) === 0;
    const amount = isPart ? 1n + (BigInt(below(1_000_000)) * entry.left) / 900_000n : undefined;
    const on = below(3) === 0 ? this.#day(entry.on) : undefined;
    return this.#undoOf(entry, { amount, on, withDependents: below(4) > 0 });
  }

  #undoOf(
    entry: model.Entry,
    how: { amount?: bigint | undefined; on?: LocalDate | undefined; withDependents: boolean },
  ): Act {
    const { amount, on, withDependents } = how;
    return {
      name: `undo ${amount ?? 'all'} of ${entry.kind} ${entry.id} of ${entry.on} on ${on ?? 'its day'}${withDependents ? ' with dependents' : ''}`,
      real: (tx) =>
        reverseEntry(tx, {
          entryId: entry.id,
          amountMinor: amount,
          effectiveOn: on,
          withDependents,
          reason: 'simulated',
        }),
      paper: (ids, at) => {
        const count = model.dependentsOf(this.#sheet, entry).length + 1;
        const undoIds = Array.from({ length: count }, ids);
        model.undo(this.#sheet, { entry, undoIds, at, amount, on, withDependents });
      },
    };
  }
}
