/** Random acts on a ledger: each as what the use cases are asked for, and the same for the model on paper. */
import { addDays, type LocalDate } from '@quittance/core/calendar';
import { ADJUSTMENT_ACCOUNTS, type AdjustmentKind, type DocumentKind, OPENINGS } from '@quittance/core/ledger';
import type { CommandTx } from '../../../platform/command/index.ts';
import { adjustItem, applyCredits, changeDueDate, identifyReceipt, postDocuments, reverseEntry } from '../index.ts';
import type { Chance } from './chance.ts';
import * as model from './reference-model.ts';
import { type OpenedItem, openedItems } from './simulation.queries.ts';

export interface Act {
  readonly name: string;
  real(tx: CommandTx): Promise<unknown>;
  /** The same on paper. `ids` are those of the entries that were written, in order. */
  paper(ids: () => string, at: string): void;
}

export const CURRENCIES = ['EUR', 'USD', 'JPY', 'KWD'];

/** What the acts are made of; the last customer is the unidentified one. */
export interface Scene {
  readonly chance: Chance;
  readonly sheet: model.Sheet;
  readonly customers: readonly string[];
  readonly functionalCurrency: string;
}

export class Playwright {
  readonly #scene: Scene;
  #documents = 0;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  /** None when there is nothing yet that it could be done to. */
  act(): Act | undefined {
    const dice = this.#scene.chance.below(100);
    if (dice < 20) return this.#document();
    if (dice < 48) return this.#application();
    if (dice < 58) return this.#adjustment();
    if (dice < 74) return this.#move();
    return this.#undo();
  }

  #today(): LocalDate {
    return this.#scene.sheet.today as LocalDate;
  }

  /** Mostly today, often some day of the last months, now and then one that must be refused. */
  #day(notBefore = ''): LocalDate {
    const { below } = this.#scene.chance;
    const { closedThrough } = this.#scene.sheet;
    if (closedThrough !== '' && below(20) === 0) return addDays(closedThrough as LocalDate, below(2)); // the edge
    const dice = below(100);
    const day =
      dice < 45 ? this.#today() : addDays(this.#today(), dice < 97 ? -below(dice < 75 ? 12 : 80) : 1 + below(3));
    return day < notBefore && below(10) > 0 ? (notBefore as LocalDate) : day;
  }

  #amount(): bigint {
    const { below } = this.#scene.chance;
    const size = below(10);
    if (size < 3) return BigInt(1 + below(9));
    if (size < 9) return BigInt(1 + below(100_000));
    return BigInt(1 + below(1_000_000)) * 1_000_003n;
  }

  /** Of the latest items mostly, open ones mostly, so that much happens to the same. */
  #item(isFitting: (item: model.Item) => boolean): model.Item | undefined {
    const { below, pick } = this.#scene.chance;
    const items = [...this.#scene.sheet.items.values()].filter(isFitting).slice(below(4) === 0 ? 0 : -8);
    const open = items.filter((item) => model.openOf(item) !== 0n);
    return pick(open.length > 0 && below(12) > 0 ? open : items);
  }

  #partOf(item: model.Item): bigint {
    const { below } = this.#scene.chance;
    const open = model.openOf(item);
    const size = open < 0n ? -open : open;
    const dice = below(10);
    if (dice < 3) return size;
    if (dice < 9) return size === 0n ? 1n : 1n + (BigInt(below(1_000_000)) * size) / 1_000_000n;
    return size + BigInt(below(3));
  }

  #document(): Act {
    const { below, pick } = this.#scene.chance;
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
    const customerId = pick(kind === 'receipt' ? this.#scene.customers : this.#scene.customers.slice(0, -1)) ?? '';
    const currency = pick([...CURRENCIES, this.#scene.functionalCurrency, 'EUR']) ?? 'EUR';
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
        model.open(this.#scene.sheet, {
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
    const { below } = this.#scene.chance;
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
          model.settle(this.#scene.sheet, { entryId, at, on, amount, parts });
          for (const one of adjustments) {
            const taken = [{ item: debit, amount: one.amount }];
            model.settle(this.#scene.sheet, {
              entryId: ids(),
              at,
              on,
              amount: one.amount,
              parts: taken,
              dependsOn: entryId,
            });
          }
        }
      },
    };
  }

  #adjustmentKind(): AdjustmentKind {
    return this.#scene.chance.pick(Object.keys(ADJUSTMENT_ACCOUNTS) as AdjustmentKind[]) ?? 'write_off';
  }

  #adjustment(): Act | undefined {
    const item = this.#item(() => true);
    if (!item) return undefined;
    const [kind, amount, on] = [this.#adjustmentKind(), this.#partOf(item), this.#day(item.issuedOn)];
    return {
      name: `${kind} ${amount} of ${item.id} on ${on}`,
      real: (tx) => adjustItem(tx, { itemId: item.id, kind, amountMinor: amount }, { effectiveOn: on }),
      paper: (ids, at) =>
        model.settle(this.#scene.sheet, { entryId: ids(), at, on, amount, parts: [{ item, amount }] }),
    };
  }

  #move(): Act | undefined {
    const { below, pick } = this.#scene.chance;
    const identifies = below(3) === 0;
    const item = this.#item((one) => !identifies || one.isUnapplied);
    if (!item) return undefined;
    const on = this.#day(item.issuedOn);
    const { customerId, dueOn } = model.placeOf(item);
    const target = identifies
      ? { customerId: pick(this.#scene.customers) ?? customerId, dueOn }
      : { customerId, dueOn: addDays(dueOn as LocalDate, below(60) - 20) };
    return {
      name: `move ${item.id} to ${target.customerId} due ${target.dueOn} on ${on}`,
      real: (tx) =>
        identifies
          ? identifyReceipt(tx, { itemId: item.id, customerId: target.customerId }, { effectiveOn: on })
          : changeDueDate(tx, { itemId: item.id, dueOn: target.dueOn as LocalDate }, { effectiveOn: on }),
      paper: (ids, at) => model.move(this.#scene.sheet, { entryId: ids(), at, on, item, target }),
    };
  }

  #undo(): Act | undefined {
    const { below, pick } = this.#scene.chance;
    const all = [...this.#scene.sheet.entries.values()];
    const standing = all.filter((entry) => entry.kind !== 'undo' && !entry.isUndone);
    const openings = standing.filter((entry) => entry.kind === 'opening').slice(-10);
    const some = [all, standing, openings, openings][below(8)] ?? standing.slice(-20);
    const entry = pick(some);
    if (!entry) return undefined;
    const isPart = below(3) === 0;
    const amount = isPart ? 1n + (BigInt(below(1_000_000)) * entry.left) / 900_000n : undefined;
    const on = below(3) === 0 ? this.#day(entry.on) : undefined;
    return this.undoOf(entry, { amount, on, withDependents: below(4) > 0 });
  }

  undoOf(
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
        const count = model.dependentsOf(this.#scene.sheet, entry).length + 1;
        const undoIds = Array.from({ length: count }, ids);
        model.undo(this.#scene.sheet, { entry, undoIds, at, amount, on, withDependents });
      },
    };
  }
}
