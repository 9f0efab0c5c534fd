/** What is asked about the company's own fields and their values. */
import type { components } from '@quittance/client';
import type { FieldSubject } from '@quittance/core/custom-fields';
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf, doneOf } from '../../app/api.ts';
import type { TextKey } from '../../app/i18n.ts';

export type OwnField = components['schemas']['CustomField'];

export const FIELD_KIND_WORDS: Readonly<Record<OwnField['kind'], TextKey>> = {
  text: 'ownFields.kindText',
  number: 'ownFields.kindNumber',
  money: 'ownFields.kindMoney',
  date: 'ownFields.kindDate',
  choice: 'ownFields.kindChoice',
  yes_no: 'ownFields.kindYesNo',
};

export function ownFieldsQuery(company: string) {
  return queryOptions({
    queryKey: ['own-fields', company],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/custom-fields', { params: { path: { company } }, signal })),
  });
}

export interface OwnSubject {
  readonly kind: FieldSubject;
  readonly id: string;
}

export function ownValuesQuery(company: string, { kind, id }: OwnSubject) {
  return queryOptions({
    queryKey: ['own-values', company, kind, id],
    queryFn: ({ signal }) => {
      const params = { path: { company, id } };
      return kind === 'customer'
        ? dataOf(api.GET('/api/v1/companies/{company}/customers/{id}/custom-values', { params, signal }))
        : dataOf(api.GET('/api/v1/companies/{company}/items/{id}/custom-values', { params, signal }));
    },
  });
}

export function saveOwnValues(company: string, { kind, id }: OwnSubject, values: Record<string, string | null>) {
  const params = { path: { company, id } };
  const body = { values };
  return kind === 'customer'
    ? doneOf(api.PUT('/api/v1/companies/{company}/customers/{id}/custom-values', { params, body }))
    : doneOf(api.PUT('/api/v1/companies/{company}/items/{id}/custom-values', { params, body }));
}

/** Of all items of a customer, for its lists of them. */
export function ownItemValuesQuery(company: string, id: string) {
  return queryOptions({
    queryKey: ['own-values', company, 'items-of', id],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/companies/{company}/customers/{id}/item-values', {
          params: { path: { company, id } },
          signal,
        }),
      ),
  });
}
