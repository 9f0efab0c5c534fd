import { expect, it } from 'vitest';
import { fieldsOfDraft, profileDraftOf } from './profile-draft.ts';

const FIELDS = {
  ...({ delivery: 'portal', invoiceAddress: null, portalName: 'Ariba', portalUrl: null } as const),
  ...({ orderRule: 'each_line', orderNote: null, note: 'Closed in August' } as const),
  approval: [{ who: 'Buyer', days: 3 }],
  payRun: { kind: 'month_days' as const, days: [15, 31] },
  cutOffDays: 5,
  askFor: [{ what: 'status', whom: 'ap@x.example' }],
};

it('what is saved is typed again as it stands, and saved again unchanged', () => {
  const profile = { number: 1, setAt: '2026-11-22T09:00:00Z', setByName: 'Ada', fields: FIELDS };
  expect(fieldsOfDraft(profileDraftOf(profile))).toEqual(FIELDS);
});

it('empty lines fall away, and an empty form says nothing', () => {
  const draft = { ...profileDraftOf(undefined), askFor: [{ first: 'status', second: '' }] };
  expect(fieldsOfDraft(draft)).toMatchObject({ delivery: null, payRun: null, cutOffDays: null, askFor: [] });
});
