import type { components } from '@quittance/client';
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../../app/api.ts';
import { useKeyset } from '../../../app/keyset.ts';

export type Task = components['schemas']['Task'];
export type Recurrence = NonNullable<Task['recurrence']>;
export type Whose = 'mine' | 'all';

interface TaskAsk {
  readonly whose: Whose;
  readonly status: 'open' | 'done';
  /** Words of title and note; '' asks for all. */
  readonly search: string;
  readonly customerId?: string | undefined;
}

export function useTasks(company: string, { whose, status, search, customerId }: TaskAsk) {
  return useKeyset<Task>({
    key: ['tasks', company, whose, status, search, customerId],
    page: (ask, signal) => {
      const narrow = {
        ...(search === '' ? {} : { search }),
        ...(customerId === undefined ? {} : { customer: customerId }),
      };
      const params = { path: { company }, query: { ...ask, whose, status, ...narrow } };
      return dataOf(api.GET('/api/v1/companies/{company}/tasks', { params, signal }));
    },
  });
}

/** One by its id: named in it, one may open a task of somebody else. */
export function taskQuery(company: string, id: string) {
  return queryOptions({
    queryKey: ['tasks', company, 'task', id],
    queryFn: ({ signal }) => {
      const params = { path: { company, id } };
      return dataOf(api.GET('/api/v1/companies/{company}/tasks/{id}', { params, signal }));
    },
  });
}

export function escalationQuery(company: string) {
  return queryOptions({
    queryKey: ['tasks', company, 'escalation'],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/task-escalation', { params: { path: { company } }, signal })),
  });
}

export function changesQuery(company: string, id: string) {
  return queryOptions({
    queryKey: ['tasks', company, 'changes', id],
    queryFn: ({ signal }) => {
      const params = { path: { company, id } };
      return dataOf(api.GET('/api/v1/companies/{company}/tasks/{id}/changes', { params, signal }));
    },
  });
}

/** Who can have a task: everybody who is planned today. */
export function peopleQuery(company: string) {
  return queryOptions({
    queryKey: ['tasks', company, 'people'],
    queryFn: ({ signal }) => {
      const params = { path: { company }, query: { days: 1 } };
      return dataOf(api.GET('/api/v1/companies/{company}/work-plan', { params, signal }));
    },
  });
}
