/** The profile as it is typed: every field a text, so that one may be half written. */
import type { PayRun, Profile, ProfileFields } from './paying.queries.ts';

export interface Pair {
  readonly first: string;
  readonly second: string;
}

export interface ProfileDraft {
  readonly delivery: NonNullable<ProfileFields['delivery']> | '';
  readonly orderRule: NonNullable<ProfileFields['orderRule']> | '';
  readonly invoiceAddress: string;
  readonly portalName: string;
  readonly portalUrl: string;
  readonly orderNote: string;
  readonly note: string;
  readonly runKind: PayRun['kind'] | '';
  readonly weekday: number;
  readonly nth: number;
  readonly runDays: string;
  readonly cutOffDays: string;
  readonly approval: readonly Pair[];
  readonly askFor: readonly Pair[];
}

const FIRST_RUN = { weekday: 4, nth: 1, runDays: '15, 31' };

export function profileDraftOf(profile: Profile | undefined): ProfileDraft {
  const fields = profile?.fields;
  const run = fields?.payRun;
  return {
    delivery: fields?.delivery ?? '',
    orderRule: fields?.orderRule ?? '',
    invoiceAddress: fields?.invoiceAddress ?? '',
    portalName: fields?.portalName ?? '',
    portalUrl: fields?.portalUrl ?? '',
    orderNote: fields?.orderNote ?? '',
    note: fields?.note ?? '',
    runKind: run?.kind ?? '',
    weekday: run && run.kind !== 'month_days' ? run.weekday : FIRST_RUN.weekday,
    nth: run?.kind === 'nth_weekday' ? run.nth : FIRST_RUN.nth,
    runDays: run?.kind === 'month_days' ? run.days.join(', ') : FIRST_RUN.runDays,
    cutOffDays: fields?.cutOffDays?.toString() ?? '',
    approval: (fields?.approval ?? []).map(({ who, days }) => ({ first: who, second: days?.toString() ?? '' })),
    askFor: (fields?.askFor ?? []).map(({ what, whom }) => ({ first: what, second: whom })),
  };
}

/** What is sent. A number that is none goes as it is typed, and the server says what is wrong with it. */
export function fieldsOfDraft(draft: ProfileDraft): ProfileFields {
  const number = (text: string): number | null => (text.trim() === '' ? null : Number(text));
  return {
    delivery: draft.delivery || null,
    orderRule: draft.orderRule || null,
    invoiceAddress: draft.invoiceAddress || null,
    portalName: draft.portalName || null,
    portalUrl: draft.portalUrl.trim() || null,
    orderNote: draft.orderNote || null,
    note: draft.note || null,
    payRun: runOf(draft),
    cutOffDays: number(draft.cutOffDays),
    approval: draft.approval.flatMap(({ first, second }) =>
      first.trim() === '' ? [] : [{ who: first, days: number(second) }],
    ),
    askFor: draft.askFor.flatMap(({ first, second }) =>
      first.trim() === '' || second.trim() === '' ? [] : [{ what: first, whom: second }],
    ),
  };
}

function runOf({ runKind, weekday, nth, runDays }: ProfileDraft): PayRun | null {
  if (runKind === '') return null;
  if (runKind === 'weekly') return { kind: runKind, weekday };
  if (runKind === 'nth_weekday') return { kind: runKind, weekday, nth };
  return { kind: runKind, days: runDays.split(/[\s,;]+/).flatMap((day) => (day === '' ? [] : [Number(day)])) };
}
