import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consolidate, type DueMessage } from './consolidate.ts';

const due = (customerId: string, address: string, level: number, item: string): DueMessage => ({
  ...{ customerId, address, level, itemIds: [item], keys: [`policy/${item}/${level}`] },
});

describe('several messages for one person', () => {
  it('become one of the highest level about all items, with all keys', () => {
    const messages = [
      due('c', 'ap@x.example', 1, 'a'),
      due('c', 'AP@x.example', 3, 'b'),
      due('c', 'boss@x.example', 1, 'a'),
    ];
    expect(consolidate(messages)).toEqual([
      { customerId: 'c', address: 'AP@x.example', level: 3, itemIds: ['a', 'b'], keys: ['policy/a/1', 'policy/b/3'] },
      messages[2],
    ]);
  });

  it('lose no key and no item, and nobody is written to twice', () => {
    const some = fc.record({
      customerId: fc.constantFrom('c', 'd'),
      address: fc.constantFrom('a@x', 'A@x', 'b@x'),
      level: fc.nat(4),
      itemIds: fc.array(fc.constantFrom('1', '2', '3')),
      keys: fc.array(fc.string(), { minLength: 1 }),
    });
    fc.assert(
      fc.property(fc.array(some), (messages) => {
        const one = consolidate(messages);
        const readers = one.map(({ customerId, address }) => `${customerId} ${address.toLowerCase()}`);
        expect(new Set(readers).size).toBe(readers.length);
        const all = (list: readonly DueMessage[]) => [...new Set(list.flatMap(({ keys }) => keys))].sort();
        expect(all(one)).toEqual(all(messages));
      }),
    );
  });
});
