/** What is asked about how a customer pays. */
import type { components } from '@quittance/client';
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../../app/api.ts';

export type Profile = components['schemas']['CustomerProfile'];
export type ProfileFields = Profile['fields'];
export type PayRun = NonNullable<ProfileFields['payRun']>;
export type Behaviour = components['schemas']['CustomerBehaviour'];
export type Pattern = NonNullable<Behaviour['rhythm']['pattern']>;
export type Consent = components['schemas']['ContactConsent'];

export function behaviourQuery(company: string, id: string) {
  return queryOptions({
    queryKey: ['customer-behaviour', company, id],
    queryFn: ({ signal }) => {
      const params = { path: { company, id } };
      return dataOf(api.GET('/api/v1/companies/{company}/customers/{id}/behaviour', { params, signal }));
    },
  });
}

export function profileQuery(company: string, id: string) {
  return queryOptions({
    queryKey: ['customer-profile', company, id],
    queryFn: ({ signal }) => {
      const params = { path: { company, id } };
      return dataOf(api.GET('/api/v1/companies/{company}/customers/{id}/profile', { params, signal }));
    },
  });
}

export function consentsQuery(company: string, id: string) {
  return queryOptions({
    queryKey: ['customer-consents', company, id],
    queryFn: ({ signal }) => {
      const params = { path: { company, id } };
      return dataOf(api.GET('/api/v1/companies/{company}/customers/{id}/consents', { params, signal }));
    },
  });
}

export function hoursQuery(company: string, id: string) {
  return queryOptions({
    queryKey: ['customer-hours', company, id],
    queryFn: ({ signal }) => {
      const params = { path: { company, id } };
      return dataOf(api.GET('/api/v1/companies/{company}/customers/{id}/hours', { params, signal }));
    },
  });
}
