import { expect, it } from 'vitest';
import type { FamilyMember } from './customers.types.ts';
import { familyLines, familyTotals } from './family-lines.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });

function aMember(id: string, fields: Partial<FamilyMember> = {}): FamilyMember {
  return { id, number: id, name: id, country: null, parentId: null, mergedIntoId: null, balances: [], ...fields };
}

it('stands from the head down, a merged record below its survivor', () => {
  const rows = [
    aMember('old', { mergedIntoId: 'child', parentId: null }),
    aMember('child', { parentId: 'head' }),
    aMember('head', { parentId: 'elsewhere' }),
    aMember('grandchild', { parentId: 'child' }),
  ];
  expect(familyLines(rows).map(({ member, depth }) => [member.id, depth])).toEqual([
    ['head', 0],
    ['child', 1],
    ['old', 2],
    ['grandchild', 2],
  ]);
});

it('adds up by currency', () => {
  const balance = (total: string, overdue: string) => ({
    receivable: eur(total),
    unapplied: eur('0'),
    total: eur(total),
    overdue: eur(overdue),
  });
  const rows = [
    aMember('a', { balances: [balance('10.10', '1.00')] }),
    aMember('b', { balances: [balance('-0.20', '0.00')] }),
  ];
  expect(familyTotals(rows)).toEqual([{ total: eur('9.90'), overdue: eur('1.00') }]);
});
