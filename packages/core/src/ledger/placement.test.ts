import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, toEpochDay } from '../calendar/index.ts';
import { adjustmentEntry, dueDateEntry, identificationEntry } from './acts.ts';
import { type EntryDraft, imbalances, type Outcome, type Posting } from './entry.ts';
import { carryForward, type ItemState } from './item.ts';
import { anItem, day, legsOf, withHistory } from './item-builders.ts';
import { openOn, positionOn } from './placement.ts';
import { undoEntry } from './reversal.ts';

/** Carries out drafts on one item, one after the other, as a command with several steps does. */
function ledgerOf(item: ItemState) {
  const items = new Map([[item.id, item]]);
  const postings: Posting[] = [];
  const entries: (EntryDraft & { id: string })[] = [];
  const current = () => items.get(item.id) ?? item;
  return {
    item: current,
    items,
    postings,
    entries,
    add(outcome: Outcome<EntryDraft>): string | undefined {
      if (!outcome.ok) return undefined;
      const entry = { ...outcome.value, id: `entry ${entries.length}` };
      entries.push(entry);
      postings.push(...entry.postings);
      carryForward(items, entry);
      return entry.id;
    },
  };
}

describe('a change dated before a later move', () => {
  const invoice = withHistory(anItem({ kind: 'invoice' }));

  it('40.00 applied as of 10 January to an invoice that moved on the 20th is moved along with it', () => {
    const ledger = ledgerOf(invoice);
    ledger.add(dueDateEntry(ledger.item(), day('2026-02-28'), day('2026-01-20')));
    const change = {
      item: ledger.item(),
      kind: 'deduction' as const,
      amountMinor: 4_000n,
      effectiveOn: day('2026-01-10'),
    };
    const outcome = adjustmentEntry(change);
    expect(outcome.ok && legsOf(outcome.value)).toEqual([
      '2026-01-10 receivable -4000 EUR (-4000) acme 2026-01-31',
      '2026-01-20 receivable 4000 EUR (4000) acme 2026-01-31',
      '2026-01-20 receivable -4000 EUR (-4000) acme 2026-02-28',
      '2026-01-10 deduction 4000 EUR (4000)',
    ]);
  });

  it('a move dated before a later change takes the change along', () => {
    const ledger = ledgerOf(invoice);
    const later = { kind: 'deduction' as const, amountMinor: 4_000n, effectiveOn: day('2026-01-25') };
    ledger.add(adjustmentEntry({ item: ledger.item(), ...later }));
    const outcome = dueDateEntry(ledger.item(), day('2026-02-28'), day('2026-01-20'));
    expect(outcome.ok && legsOf(outcome.value)).toEqual([
      '2026-01-20 receivable -10000 EUR (-10000) acme 2026-01-31',
      '2026-01-20 receivable 10000 EUR (10000) acme 2026-02-28',
      '2026-01-25 receivable 4000 EUR (4000) acme 2026-01-31',
      '2026-01-25 receivable -4000 EUR (-4000) acme 2026-02-28',
    ]);
  });

  it('is refused when a later day would go below zero', () => {
    const ledger = ledgerOf(invoice);
    const whole = { kind: 'deduction' as const, amountMinor: 10_000n, effectiveOn: day('2026-01-10') };
    const id = ledger.add(adjustmentEntry({ item: ledger.item(), ...whole }));
    const taken = ledger.entries.find((entry) => entry.id === id);
    if (!taken) throw new Error('nothing was taken');
    const entry = { ...taken, undoPostings: [], undoneMinor: 0n };
    ledger.add(undoEntry({ entry, effectiveOn: day('2026-01-20'), items: ledger.items }));
    expect(openOn(ledger.item(), day('2026-01-15'))).toBe(0n);
    expect(ledger.item().openMinor).toBe(10_000n);
    const early = { item: ledger.item(), kind: 'write_off' as const, amountMinor: 1n, effectiveOn: day('2026-01-05') };
    expect(adjustmentEntry(early)).toMatchObject({ refusal: { code: 'open_amount_exceeded' } });
  });

  it('nothing moves on a day on which nothing is open, or before a later move', () => {
    const ledger = ledgerOf(invoice);
    ledger.add(dueDateEntry(ledger.item(), day('2026-02-28'), day('2026-01-20')));
    const early = dueDateEntry(ledger.item(), day('2026-03-31'), day('2026-01-10'));
    expect(early).toMatchObject({ refusal: { code: 'position_moved_later' } });
    const before = dueDateEntry(withHistory(anItem({ kind: 'invoice' })), day('2026-03-31'), day('2025-12-31'));
    expect(before).toMatchObject({ refusal: { code: 'item_not_open_on_day' } });
  });
});

describe('whatever happens to an item, in whatever order it is dated', () => {
  const act = fc.record({
    what: fc.constantFrom('take', 'redate', 'identify', 'undo'),
    amountMinor: fc.bigInt({ min: 1n, max: 6_000n }),
    days: fc.integer({ min: 0, max: 12 }),
    target: fc.integer({ min: 0, max: 3 }),
    part: fc.boolean(),
  });

  function draft(
    ledger: ReturnType<typeof ledgerOf>,
    step: typeof act extends fc.Arbitrary<infer T> ? T : never,
  ): Outcome<EntryDraft> {
    const item = ledger.item();
    const effectiveOn = addDays(day('2026-01-01'), step.days);
    if (step.what === 'take')
      return adjustmentEntry({ item, kind: 'write_off', amountMinor: step.amountMinor, effectiveOn });
    if (step.what === 'redate') return dueDateEntry(item, addDays(day('2026-01-31'), step.target), effectiveOn);
    if (step.what === 'identify') return identificationEntry(item, `customer ${step.target}`, effectiveOn);
    const candidates = ledger.entries.filter((entry) => entry.reversesEntryId === undefined);
    const entry = candidates[Number(step.amountMinor) % Math.max(candidates.length, 1)];
    if (!entry) return { ok: false, refusal: { code: 'none', message: '' } };
    const undone = ledger.entries.filter((one) => one.reversesEntryId === entry.id);
    const undoneMinor = undone.reduce((sum, one) => sum + one.amountMinor, 0n);
    const recorded = { ...entry, undoPostings: undone.flatMap((one) => one.postings), undoneMinor };
    const amount = step.part && entry.kind === 'write_off' ? { amountMinor: step.amountMinor } : {};
    return undoEntry({ entry: recorded, ...amount, effectiveOn, items: ledger.items });
  }

  it('entries balance by day, and at each day all that is open stands on the one place that held that day', () => {
    fc.assert(
      fc.property(
        fc.array(act, { minLength: 3, maxLength: 25 }),
        fc.bigInt({ min: 1n, max: 30_000n }),
        (steps, carryingMinor) => {
          const opened = withHistory(anItem({ kind: 'invoice', currency: 'USD', carryingMinor }));
          const ledger = ledgerOf(opened);
          for (const step of steps) ledger.add(draft(ledger, step));
          for (const entry of ledger.entries) expect([...imbalances(entry.postings)]).toEqual([]);
          for (let days = 0; days <= 13; days++) {
            const on = addDays(day('2026-01-01'), days);
            const places = new Map([[`${opened.customerId} ${opened.dueOn}`, 10_000n]]);
            for (const posting of ledger.postings) {
              if (posting.itemId === undefined || toEpochDay(posting.effectiveOn) > toEpochDay(on)) continue;
              const place = `${posting.customerId} ${posting.dueOn}`;
              places.set(place, (places.get(place) ?? 0n) + posting.amountMinor);
            }
            const open = openOn(ledger.item(), on);
            expect(open >= 0n && open <= 10_000n).toBe(true);
            const { customerId, dueOn } = positionOn(ledger.item(), on);
            const standing = [...places].filter(([, amount]) => amount !== 0n);
            expect(standing).toEqual(open === 0n ? [] : [[`${customerId} ${dueOn}`, open]]);
          }
          const { customerId, dueOn } = positionOn(ledger.item(), day('2027-01-01'));
          expect([ledger.item().customerId, ledger.item().dueOn]).toEqual([customerId, dueOn]);
          if (ledger.item().openMinor === 0n) expect(ledger.item().carryingMinor).toBe(0n);
        },
      ),
      { numRuns: 400 },
    );
  });
});
