import { expect, it } from 'vitest';
import { bodyOf, draftOf } from './session-draft.ts';

it('ten o’clock in Rome on the day after the clocks changed is eight in UTC', () => {
  const draft = { ...draftOf(null, { me: 'me', zone: 'Europe/Rome', title: 'Open points' }), day: '2026-03-30' };
  expect(bodyOf(draft, 'Europe/Rome')).toBeNull(); // nobody is invited yet
  expect(bodyOf({ ...draft, contactIds: ['ada'] }, 'Europe/Rome')).toMatchObject({
    ...{ startsAt: '2026-03-30T08:00:00Z', endsAt: '2026-03-30T08:30:00.000Z', contactIds: ['ada'], personIds: ['me'] },
  });
});
