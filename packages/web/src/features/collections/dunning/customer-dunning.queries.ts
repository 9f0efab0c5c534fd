/** What a customer was reminded of: beside its items, too, so it comes alone. */
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../../app/api.ts';

export function customerDunningQuery(company: string, id: string) {
  return queryOptions({
    queryKey: ['dunning', company, 'customer', id],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/companies/{company}/customers/{id}/dunning', { params: { path: { company, id } }, signal }),
      ),
  });
}
