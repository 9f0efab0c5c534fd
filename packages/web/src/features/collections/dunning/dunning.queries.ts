/** What is asked about dunning. */
import type { components } from '@quittance/client';
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf, doneOf } from '../../../app/api.ts';
import { useKeyset } from '../../../app/keyset.ts';

export type DunningRun = components['schemas']['DunningRun'];
export type DunningAction = components['schemas']['DunningAction'];
export type DunningHeld = components['schemas']['DunningHeld'];
export type PreviewCustomer = components['schemas']['DunningPreviewCustomer'];
export type HeldReason = DunningHeld['reason'];

export function previewQuery(company: string) {
  return queryOptions({
    queryKey: ['dunning', company, 'preview'],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/dunning/preview', { params: { path: { company } }, signal })),
  });
}

export type Preview = Awaited<ReturnType<NonNullable<ReturnType<typeof previewQuery>['queryFn']>>>;
export type Sums = Preview['sums'];

const RENEWED_MS = 1_000; // a run writes a page of customers in about that time

export function useRuns(company: string) {
  return useKeyset<DunningRun>({
    key: ['dunning', company, 'runs'],
    page: (query, signal) =>
      dataOf(api.GET('/api/v1/companies/{company}/dunning/runs', { params: { path: { company }, query }, signal })),
    renewed: { whileAny: ({ state }) => state === 'running', everyMs: RENEWED_MS },
  });
}

export function runQuery(company: string, id: string) {
  return queryOptions({
    queryKey: ['dunning', company, 'run', id],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/dunning/runs/{id}', { params: { path: { company, id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.run.state === 'running' ? RENEWED_MS : false),
  });
}

/** A run, and how it stands: what was read of it while it was on its way is asked for again when it is done. */
export interface RunAsked {
  readonly id: string;
  readonly state: DunningRun['state'];
}

export function useRunActions(company: string, { id, state }: RunAsked) {
  return useKeyset<DunningAction>({
    key: ['dunning', company, 'run', id, 'actions', state],
    page: (query, signal) => {
      const params = { path: { company, id }, query };
      return dataOf(api.GET('/api/v1/companies/{company}/dunning/runs/{id}/actions', { params, signal }));
    },
  });
}

export function useRunHeld(company: string, { id, state }: RunAsked, reason: HeldReason | null) {
  return useKeyset<DunningHeld>({
    key: ['dunning', company, 'run', id, 'held', reason, state],
    page: (query, signal) => {
      const params = { path: { company, id }, query: { ...query, ...(reason === null ? {} : { reason }) } };
      return dataOf(api.GET('/api/v1/companies/{company}/dunning/runs/{id}/held', { params, signal }));
    },
    isWanted: reason !== null,
  });
}

export function scheduleQuery(company: string) {
  return queryOptions({
    queryKey: ['dunning', company, 'schedule'],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/dunning/schedule', { params: { path: { company } }, signal })),
  });
}

export type Schedule = Awaited<ReturnType<NonNullable<ReturnType<typeof scheduleQuery>['queryFn']>>>;

export function startRun(company: string) {
  return dataOf(api.POST('/api/v1/companies/{company}/dunning/runs', { params: { path: { company } } }));
}

export function cancelRun(company: string, id: string) {
  return dataOf(
    api.POST('/api/v1/companies/{company}/dunning/runs/{id}/cancel', { params: { path: { company, id } } }),
  );
}

export function recallRun(company: string, id: string) {
  return dataOf(
    api.POST('/api/v1/companies/{company}/dunning/runs/{id}/recall', { params: { path: { company, id } } }),
  );
}

export type DunningPrint = components['schemas']['DunningPrint'];

export function printsQuery(company: string, { id, state }: RunAsked) {
  const params = { path: { company, id } };
  return queryOptions({
    queryKey: ['dunning', company, 'run', id, 'prints', state],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/dunning/runs/{id}/prints', { params, signal })),
  });
}

export function printedLettersQuery(company: string, id: string) {
  const params = { path: { company, id } };
  return queryOptions({
    queryKey: ['dunning', company, 'print', id],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/dunning/prints/{id}/letters', { params, signal })),
  });
}

export function makePrint(company: string, runId: string) {
  const params = { path: { company, id: runId } };
  return dataOf(api.POST('/api/v1/companies/{company}/dunning/runs/{id}/prints', { params }));
}

export function postPrint(company: string, id: string, except: readonly string[]) {
  const [params, body] = [{ path: { company, id } }, { except: [...except] }];
  return dataOf(api.POST('/api/v1/companies/{company}/dunning/prints/{id}/posted', { params, body }));
}

export function dropPrint(company: string, id: string) {
  return doneOf(
    api.POST('/api/v1/companies/{company}/dunning/prints/{id}/dropped', { params: { path: { company, id } } }),
  );
}

export function writeAgain(company: string, id: string) {
  return doneOf(
    api.POST('/api/v1/companies/{company}/dunning/letters/{id}/again', { params: { path: { company, id } } }),
  );
}

export function resumeRun(company: string, id: string) {
  return dataOf(
    api.POST('/api/v1/companies/{company}/dunning/runs/{id}/resume', { params: { path: { company, id } } }),
  );
}

export function saveSchedule(company: string, body: Schedule) {
  return dataOf(api.PUT('/api/v1/companies/{company}/dunning/schedule', { params: { path: { company } }, body }));
}
