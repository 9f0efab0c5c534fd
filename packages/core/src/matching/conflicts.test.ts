import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/index.ts';
import { type DecidedReceipt, findConflicts } from './conflicts.ts';
import type { Decision } from './decision.ts';
import { aReceipt, TODAY } from './matching.fixture.ts';

interface Claim {
  readonly isCited: boolean;
  readonly day: number;
}

const claimants = (claims: readonly Claim[]): DecidedReceipt[] =>
  claims.map(({ isCited, day }, at) => ({
    receipt: aReceipt({ id: `R${String(at).padStart(5, '0')}`, amount: '10.00', bookedOn: addDays(TODAY, day) }),
    decision: {
      explanation: isCited ? 'cited_references' : 'single_amount',
      allocations: [{ item: 'I-1', amountMinor: 1_000n }],
    } as unknown as Decision,
    numbers: new Map([['I-1', '4711']]),
  }));

/** Each claimant compared with each other: whom it may not precede, the one that was there first. */
function rivalsOneByOne(claims: readonly Claim[]): (string | null)[] {
  const all = claimants(claims).map(({ receipt }, at) => ({ ...receipt, isCited: claims[at]?.isCited ?? false }));
  return all.map((own) => {
    const rivals = all.filter(
      (other) =>
        other !== own &&
        (own.isCited === other.isCited ? !(own.bookedOn < other.bookedOn) : !own.isCited && other.isCited),
    );
    const text = ({ bookedOn, id }: (typeof all)[number]) => `${bookedOn} ${id}`;
    return rivals.sort((left, right) => (text(left) < text(right) ? -1 : 1))[0]?.id ?? null;
  });
}

describe('receipts that claim one item', () => {
  it('step back for the one that was there first, however many they are', () => {
    const claim = fc.record({ isCited: fc.boolean(), day: fc.integer({ min: 0, max: 3 }) });
    fc.assert(
      fc.property(fc.array(claim, { minLength: 2, maxLength: 12 }), (claims) => {
        const decided = claimants(claims);
        const found = findConflicts(decided);
        const rivals = decided.map(({ receipt }) => found.get(receipt.id)?.[0]?.params.receipt ?? null);
        expect(rivals).toEqual(rivalsOneByOne(claims));
      }),
    );
  });
});
