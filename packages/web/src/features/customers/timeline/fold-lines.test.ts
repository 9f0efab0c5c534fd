import { expect, it } from 'vitest';
import { foldLines } from './fold-lines.ts';
import type { TimelineLine } from './timeline.queries.ts';

let made = 0;
const aLine = (line: Partial<TimelineLine>): TimelineLine => {
  made += 1;
  return {
    ...{ id: String(made), at: '2026-03-02T09:00:00Z', kind: 'account', groups: ['account'], by: 'Ada', actorId: null },
    ...{ what: 'application', text: null, amount: null, undone: null, day: null, dueAt: null, person: null },
    ...{ durationSeconds: null, items: [], itemCount: 0, about: null, takenBack: null, isEdited: false, state: null },
    ...{ reasons: [], undo: null, ...line },
  };
};
const receipt = (id: string, invoice: string): TimelineLine['items'] => [
  { id, number: id, kind: 'receipt' },
  { id: invoice, number: invoice, kind: 'invoice' },
];
const sizes = (lines: readonly TimelineLine[]): number[] => foldLines(lines).map((fold) => fold.lines.length);

it('a receipt applied to three invoices in one act is one line; that of another receipt stands by itself', () => {
  const lines = [
    aLine({ kind: 'note', what: 'note' }),
    ...['F-1', 'F-2', 'F-3'].map((invoice) => aLine({ items: receipt('R-1', invoice) })),
    aLine({ items: receipt('R-2', 'F-4') }),
  ];
  expect(sizes(lines)).toEqual([1, 3, 1]);
});

it('two notes of the same minute stay two, as do disputes for different reasons and what another person did', () => {
  const note = () => aLine({ kind: 'note', what: 'note', text: 'the same' });
  expect(sizes([note(), note()])).toEqual([1, 1]);
  const dispute = (text: string, by: string) => aLine({ kind: 'dispute_placed', what: 'dispute', text, by });
  expect(sizes([dispute('price', 'Ada'), dispute('quantity', 'Ada'), dispute('quantity', 'Mia')])).toEqual([1, 1, 1]);
});

it('keeps every line once, in its order', () => {
  const lines = [...Array(7).keys()].map((index) => aLine({ by: index < 4 ? 'Ada' : 'Mia' }));
  expect(foldLines(lines).flatMap((fold) => fold.lines)).toEqual(lines);
});
