/** What is asked about the measures: the figures of a period, and the receipts of one. */
import type { components, paths } from '@quittance/client';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../../app/api.ts';
import { type KeysetList, useKeyset } from '../../../app/keyset.ts';
import type { Figure } from './measured-figures.ts';

export type Measures = components['schemas']['CashMeasures'];
export type MeasuredReceipt = components['schemas']['MeasuredReceipt'];
type ListPath = paths['/api/v1/companies/{company}/cash/measures/receipts']['get'];
type Query = NonNullable<ListPath['parameters']['query']>;
type Page = ListPath['responses'][200]['content']['application/json'];

export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Which receipts are listed: those of a figure, or of a part of it. */
export interface Chosen {
  readonly figure: Figure;
  readonly currency?: string | undefined;
  readonly reason?: string | undefined;
  readonly payer?: string | undefined;
  /** The first day of a week of the trend. */
  readonly week?: string | undefined;
}

export function measuresQuery(company: string, period: Period) {
  return queryOptions({
    queryKey: ['measures', company, period],
    queryFn: ({ signal }) => {
      const params = { path: { company }, query: { ...period } };
      return dataOf(api.GET('/api/v1/companies/{company}/cash/measures', { params, signal }));
    },
    placeholderData: keepPreviousData,
  });
}

export function useMeasuredReceipts(
  company: string,
  period: Period,
  chosen: Chosen,
): KeysetList<MeasuredReceipt, Page> {
  return useKeyset<MeasuredReceipt, Page>({
    key: ['measures', company, 'receipts', period, chosen],
    page: (page, signal) => {
      const { figure, currency, reason, payer } = chosen;
      const query: Query = {
        ...page,
        ...period,
        figure,
        ...(currency === undefined ? {} : { currency }),
        ...(reason === undefined ? {} : { reason }),
        ...(payer === undefined ? {} : { payer }),
      };
      const params = { path: { company }, query };
      return dataOf(api.GET('/api/v1/companies/{company}/cash/measures/receipts', { params, signal }));
    },
  });
}
