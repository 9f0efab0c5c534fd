/** Holds on an item or on a customer as a whole. */
import type { components } from '@quittance/client';
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../app/api.ts';
import type { MoneyText } from '../../ui/money/money-text.ts';

export type Hold = components['schemas']['Hold'];

/** What a person may place; other holds end with what they stand for. */
export const HAND_KINDS = ['dispute', 'quiet_period', 'other'] as const;
export type HandKind = (typeof HAND_KINDS)[number];

/** What is held. Of an item an amount may be held; a customer is held as a whole. */
export type HeldThing =
  | { readonly subject: 'item'; readonly id: string; readonly open: MoneyText }
  | { readonly subject: 'customer'; readonly id: string };

export function holdsQuery(company: string, { subject, id }: HeldThing) {
  return queryOptions({
    queryKey: ['holds', company, subject, id],
    queryFn: ({ signal }) => {
      const params = { path: { company, id }, query: { ended: 'true' } };
      return subject === 'item'
        ? dataOf(api.GET('/api/v1/companies/{company}/items/{id}/holds', { params, signal }))
        : dataOf(api.GET('/api/v1/companies/{company}/customers/{id}/holds', { params, signal }));
    },
  });
}

export interface NewHold {
  readonly kind: HandKind;
  readonly reason: string;
  readonly untilOn?: string;
  readonly amount?: MoneyText;
}

export async function placeHold(company: string, thing: HeldThing, hold: NewHold): Promise<void> {
  const params = { path: { company, id: thing.id } };
  if (thing.subject === 'item') {
    await api.POST('/api/v1/companies/{company}/items/{id}/holds', { params, body: hold });
    return;
  }
  const { amount: _ofItemsOnly, ...body } = hold;
  await api.POST('/api/v1/companies/{company}/customers/{id}/holds', { params, body });
}

export async function releaseHold(company: string, id: string, reason: string): Promise<void> {
  await api.POST('/api/v1/companies/{company}/holds/{id}/release', {
    params: { path: { company, id } },
    body: { reason },
  });
}
