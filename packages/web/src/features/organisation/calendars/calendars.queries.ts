/** Calendars as the API gives them. */
import type { components, paths } from '@quittance/client';
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../../app/api.ts';

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

export type Calendars = Answer<'/api/v1/companies/{company}/calendars'>;
export type HolidayListView = Calendars['lists'][number];
export type Shift = components['schemas']['Shift'];
export type WorkTeam = components['schemas']['WorkTeam'];
export type Holiday = components['schemas']['Holiday'];
export type PlannedPerson = components['schemas']['PlannedPerson'];
export type Week = Shift['cycle'];

export function calendarsQuery(company: string) {
  return queryOptions({
    queryKey: ['calendars', company],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/calendars', { params: { path: { company } }, signal })),
  });
}

export function holidaysQuery(company: string, { code, year }: { code: string; year: number }) {
  return queryOptions({
    queryKey: ['calendars', company, 'days', code, year],
    queryFn: ({ signal }) => {
      const params = { path: { company, code }, query: { year } };
      return dataOf(api.GET('/api/v1/companies/{company}/holiday-lists/{code}/days', { params, signal }));
    },
  });
}

export function libraryQuery(company: string) {
  return queryOptions({
    queryKey: ['holiday-library', company],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/holiday-library', { params: { path: { company } }, signal })),
  });
}

export function regionsQuery(company: string, country: string) {
  return queryOptions({
    queryKey: ['holiday-library', company, country],
    staleTime: Number.POSITIVE_INFINITY,
    enabled: country !== '',
    queryFn: ({ signal }) => {
      const params = { path: { company, country } };
      return dataOf(api.GET('/api/v1/companies/{company}/holiday-library/{country}', { params, signal }));
    },
  });
}

export function planQuery(company: string, { from, days }: { from: string; days: number }) {
  return queryOptions({
    queryKey: ['calendars', company, 'plan', from, days],
    queryFn: ({ signal }) => {
      const params = { path: { company }, query: { from, days } };
      return dataOf(api.GET('/api/v1/companies/{company}/work-plan', { params, signal }));
    },
  });
}

export function assignmentsQuery(company: string, from: string, until: string) {
  return queryOptions({
    queryKey: ['calendars', company, 'assignments', from, until],
    queryFn: ({ signal }) => {
      const params = { path: { company }, query: { from, until } };
      return dataOf(api.GET('/api/v1/companies/{company}/work-assignments', { params, signal }));
    },
  });
}

export function countryHoursQuery(company: string, country: string) {
  return queryOptions({
    queryKey: ['calendars', company, 'countries', country],
    queryFn: ({ signal }) => {
      const params = { path: { company }, query: country === '' ? {} : { country } };
      return dataOf(api.GET('/api/v1/companies/{company}/country-hours', { params, signal }));
    },
  });
}
