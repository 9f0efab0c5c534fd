import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/index.ts';
import { continuedList } from './list-order.ts';
import { anItem, TODAY } from './matching.fixture.ts';

const item = (number: string, dueDays: number) => anItem({ number, open: '1.00', dueOn: addDays(TODAY, dueDays) });
const [a, b, c, d, e] = [item('4711', 0), item('4713', 1), item('4720', 2), item('4721', 3), item('4712', 1)];

describe('the order in which a payer lists', () => {
  it('4711, 4713 and 4720 go on with 4721, and not with 4712, which the list has passed', () => {
    expect(continuedList([a, b, c], [d, e])).toMatchObject({ by: 'due_date', after: c, items: [d] });
  });

  it('two numbers are in some order by chance, and numbers in none say nothing', () => {
    expect(continuedList([a, b], [c, d, e])).toBeNull();
    expect(continuedList([c, a, b], [d, e])).toBeNull();
  });

  it('by number where due dates are in no order', () => {
    const [first, second, third] = [item('100', 5), item('101', 1), item('102', 3)];
    expect(continuedList([first, second, third], [item('103', 0)])).toMatchObject({ by: 'number', after: third });
  });

  it('one of four may stand out of its place', () => {
    expect(continuedList([a, c, b, d], [e])).toMatchObject({ by: 'due_date', after: d, items: [] });
  });
});
