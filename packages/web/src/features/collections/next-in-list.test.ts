import { expect, it } from 'vitest';
import { neighbourInList } from './next-in-list.ts';

const from = (ids: string, id: string, openedIn = 'ABCD') => ({
  next: neighbourInList([...ids], { id, openedIn: [...openedIn], by: 1 }),
  before: neighbourInList([...ids], { id, openedIn: [...openedIn], by: -1 }),
});

it('goes on in the order in which a customer was opened, whatever its contact did to its rank', () => {
  expect(from('ABCD', 'B')).toEqual({ next: 'C', before: 'A' });
  expect(from('CDB', 'B')).toEqual({ next: 'C', before: undefined }); // A is done, a call moved B down
  expect(from('ACD', 'B')).toEqual({ next: 'C', before: 'A' }); // done: it left the list
  expect(from('ABD', 'B')).toEqual({ next: 'D', before: 'A' }); // C was paid meanwhile
  expect(from('CABD', 'C')).toEqual({ next: 'D', before: 'B' });
  expect(from('ABCD', 'D')).toEqual({ next: undefined, before: 'C' });
  expect(from('ABCD', 'X')).toEqual({ next: undefined, before: undefined });
});
