import { describe, expect, it } from 'vitest';
import { ItemIndex } from './item-index.ts';
import { anItem, EUR, minor } from './matching.fixture.ts';

describe('an index of open items', () => {
  it('finds an item by its number however it is written, and by its order', () => {
    const item = anItem({ number: 'INV-2024/00123', open: '10.00', order: 'PO 4500123' });
    const index = new ItemIndex([item]);
    for (const token of ['INV202400123', '2024123', '4500123']) expect(index.itemsByToken(token)).toEqual([item]);
  });

  it('moves an item to its new amount after a part payment', () => {
    const item = anItem({ number: '4711001', open: '10.00' });
    const index = new ItemIndex([item]);
    index.open({ ...item, openMinor: minor('4.00') });
    expect(index.itemsByAmount(EUR, minor('10.00'))).toEqual([]);
    expect(index.itemsByAmount(EUR, minor('4.00'))).toHaveLength(1);
    expect(index.size).toBe(1);
  });

  it('closes and opens again items of a customer with very many, without losing or doubling any', () => {
    const items = Array.from({ length: 300 }, (_, index) =>
      anItem({ number: String(5_000_000 + index), open: '7.00' }),
    );
    const index = new ItemIndex(items);
    for (const item of items.slice(0, 150)) index.close(item.id);
    for (const item of items.slice(0, 10)) index.open(item);
    expect(index.openItemsCountOf('ACME')).toBe(160);
    expect(index.itemsOfCustomer('ACME')).toHaveLength(160);
    expect(index.itemsByAmount(EUR, minor('7.00'))).toEqual(index.itemsOfCustomer('ACME'));
    expect(index.close('ACME/4999999')).toBe(false);
  });
});
