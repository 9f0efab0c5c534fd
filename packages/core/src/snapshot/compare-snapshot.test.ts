import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../calendar/index.ts';
import { compareWithList, type LedgerSide, pairInstalments } from './index.ts';

const DUE = localDate('2026-11-30');

function anInvoice(changes: Partial<LedgerSide> = {}): LedgerSide {
  return {
    itemId: 'i1',
    issuedOn: localDate('2026-10-31'),
    dueOn: DUE,
    amountMinor: 10_000n,
    openMinor: 10_000n,
    settledByList: null,
    ...changes,
  };
}

describe('a full list of open items beside the ledger', () => {
  it('proposes nothing where both agree, settled or open', () => {
    expect(compareWithList(anInvoice(), { dueOn: DUE, openMinor: 10_000n })).toEqual([]);
    expect(compareWithList(anInvoice({ openMinor: 0n }), null)).toEqual([]);
  });

  it('settles what is not in the list any more', () => {
    expect(compareWithList(anInvoice({ openMinor: 6_000n }), null)).toEqual([
      { kind: 'vanished', plan: { act: 'settle', amountMinor: 6_000n } },
    ]);
  });

  it('settles the part that is not open there any more: 60.00 here, 40.00 there', () => {
    expect(compareWithList(anInvoice({ openMinor: 6_000n }), { dueOn: DUE, openMinor: 4_000n })).toEqual([
      { kind: 'amount_changed', plan: { act: 'settle', amountMinor: 2_000n } },
    ]);
  });

  it('proposes nothing to post where we were first: our application is not in the ERP yet', () => {
    const change = compareWithList(anInvoice({ openMinor: 0n }), { dueOn: DUE, openMinor: 10_000n });
    expect(change).toEqual([{ kind: 'reappeared', plan: { act: 'none', why: 'settled_here_first' } }]);
  });

  it('takes back what an earlier list settled when the item is open again', () => {
    const settled = anInvoice({ openMinor: 0n, settledByList: { entryId: 'e9', amountMinor: 10_000n } });
    expect(compareWithList(settled, { dueOn: DUE, openMinor: 7_500n })).toEqual([
      { kind: 'reappeared', plan: { act: 'reverse', entryId: 'e9', amountMinor: 7_500n } },
    ]);
  });

  it('never makes an item larger than its document', () => {
    expect(compareWithList(anInvoice(), { dueOn: DUE, openMinor: 12_000n })).toEqual([
      { kind: 'amount_changed', plan: { act: 'none', why: 'above_the_document' } },
    ]);
  });

  it('moves the due date of what is open, and says both when the amount changed as well', () => {
    const later = localDate('2026-12-15');
    expect(compareWithList(anInvoice(), { dueOn: later, openMinor: 4_000n })).toEqual([
      { kind: 'amount_changed', plan: { act: 'settle', amountMinor: 6_000n } },
      { kind: 'due_changed', plan: { act: 're_date', dueOn: later } },
    ]);
  });

  it('reads credit notes with their sign', () => {
    const note = anInvoice({ amountMinor: -5_000n, openMinor: -5_000n });
    expect(compareWithList(note, { dueOn: DUE, openMinor: -3_000n })).toEqual([
      { kind: 'amount_changed', plan: { act: 'settle', amountMinor: 2_000n } },
    ]);
  });

  it('leaves ledger and list equal once its plan is carried out, whenever there is one', () => {
    const amounts = fc.tuple(
      fc.bigInt({ min: 1n, max: 1_000_000n }),
      fc.nat(100),
      fc.nat(100),
      fc.nat(100),
      fc.boolean(),
    );
    fc.assert(
      fc.property(amounts, ([size, openPart, therePart, listPart, isCredit]) => {
        const sign = isCredit ? -1n : 1n;
        const openMinor = (sign * size * BigInt(openPart)) / 100n;
        const settledMinor = ((size - openMinor * sign) * BigInt(listPart)) / 100n;
        const here = anInvoice({
          amountMinor: sign * size,
          openMinor,
          settledByList: settledMinor > 0n ? { entryId: 'e1', amountMinor: settledMinor } : null,
        });
        const there = (sign * size * BigInt(therePart)) / 100n;
        const [change] = compareWithList(here, { dueOn: DUE, openMinor: there });
        if (change === undefined) expect(openMinor).toBe(there);
        else if (change.plan.act === 'settle') expect(openMinor - sign * change.plan.amountMinor).toBe(there);
        else if (change.plan.act === 'reverse') {
          expect(change.plan.amountMinor).toBeLessThanOrEqual(settledMinor);
          expect(openMinor + sign * change.plan.amountMinor).toBe(there);
        } else expect(sign * (there - openMinor)).toBeGreaterThan(0n);
      }),
    );
  });
});

describe('instalments', () => {
  const [june, july, august] = ['2026-06-30', '2026-07-31', '2026-08-31'].map(localDate) as [never, never, never];

  it('are known by their due dates: the first is paid and not in the list any more', () => {
    const here = [{ dueOn: june }, { dueOn: july }];
    expect(pairInstalments(here, [{ dueOn: july, openMinor: 5n }])).toEqual([
      { here: { dueOn: june }, there: null },
      { here: { dueOn: july }, there: { dueOn: july, openMinor: 5n } },
    ]);
  });

  it('are taken in order when their dates have moved', () => {
    expect(
      pairInstalments(
        [{ dueOn: june }, { dueOn: july }],
        [
          { dueOn: july, openMinor: 5n },
          { dueOn: august, openMinor: 6n },
        ],
      ),
    ).toMatchObject([{ there: { dueOn: august } }, { there: { dueOn: july } }]);
  });
});
