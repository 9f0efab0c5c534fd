import { describe, expect, it } from 'vitest';
import { PLAIN_VIEW } from './grid.types.ts';
import { gridPartsOf, isSortOf, partsOf, stepOf, viewOf, viewOfText, viewText } from './grid-view.ts';

const WHOLE = {
  filter: 'rossi',
  sort: [
    { id: 'open', isDescending: true },
    { id: 'due', isDescending: false },
  ],
  where: { open: '100..500', status: '*open*disputed', due: '..today' },
  groups: ['customer'],
  columns: ['number', 'open', '-terms'],
  pinned: 2,
};

describe('a view in an address', () => {
  it('reads as it is spoken', () => {
    expect(viewText(WHOLE)).toBe(
      'q=rossi&sort=-open.due&group=customer&cols=number.open.-terms&pin=2&f-open=100..500&f-status=*open*disputed&f-due=..today',
    );
  });

  it('comes back as it went', () => {
    expect(viewOfText(viewText(WHOLE))).toEqual(WHOLE);
    expect(viewOf(gridPartsOf(partsOf(WHOLE)))).toEqual(WHOLE);
  });

  it('without anything set is empty, and has the usual order of its page', () => {
    expect(viewText(PLAIN_VIEW)).toBe('');
    expect(viewOf({}, '-total').sort).toEqual([{ id: 'total', isDescending: true }]);
    expect(partsOf(viewOf({}, '-total'), '-total')).toEqual({});
  });

  it('leaves out what does not read, and what is not the grid’s', () => {
    expect(gridPartsOf({ q: 4711, asOf: '2026-10-31', 'f-open': true, sort: ['a'], 'f-': 'x' })).toEqual({
      q: '4711',
      'f-open': 'true',
    });
    expect(viewOf({ pin: 'many' }).pinned).toBeNull();
    expect(viewOf({ group: 'a.b.c' }).groups).toEqual(['a', 'b']);
  });
});

it('an address orders a grid when it names the order that the grid has', () => {
  expect(isSortOf(viewOf({}, '-open'), undefined)).toBe(false);
  expect(isSortOf(viewOf({ sort: 'due' }, '-open'), 'due')).toBe(true);
  expect(isSortOf(viewOf({}, 'number'), '-due')).toBe(false);
});

describe('the browser’s back button', () => {
  it('takes back a filter as a whole, not letter by letter', () => {
    expect(stepOf({ ...PLAIN_VIEW, filter: 'ro' }, { ...PLAIN_VIEW, filter: 'ros' })).toBe('same step');
    expect(stepOf(PLAIN_VIEW, { ...PLAIN_VIEW, filter: 'r' })).toBe('step');
    expect(stepOf({ ...PLAIN_VIEW, where: { open: '1' } }, { ...PLAIN_VIEW, where: { open: '10' } })).toBe('same step');
    expect(stepOf(PLAIN_VIEW, { ...PLAIN_VIEW, groups: ['customer'] })).toBe('step');
  });
});
