/** What is asked and sent about calls. */
import type { components, paths } from '@quittance/client';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../../app/api.ts';
import { useKeyset } from '../../../app/keyset.ts';

export type CallSheetData = components['schemas']['CallSheet'];
export type Reach = CallSheetData['reaches'][number];
export type Situation = CallSheetData['situation'];
export type ScriptLanguage = CallSheetData['language'];
export type CallBackRow = components['schemas']['CallBack'];
export type CallBody =
  paths['/api/v1/companies/{company}/customers/{id}/calls']['post']['requestBody']['content']['application/json'];
export type Outcome = CallBody['outcome'];
export type NextBody = NonNullable<CallBody['next']>;

export interface SheetChoice {
  readonly contact?: string;
  readonly situation?: Situation;
  readonly language?: ScriptLanguage;
}

export function callSheetQuery(company: string, id: string, query: SheetChoice) {
  return queryOptions({
    queryKey: ['call-sheet', company, id, query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const params = { path: { company, id }, query };
      return dataOf(api.GET('/api/v1/companies/{company}/customers/{id}/call-sheet', { params, signal }));
    },
  });
}

export function recordCall(company: string, id: string, body: CallBody) {
  return dataOf(
    api.POST('/api/v1/companies/{company}/customers/{id}/calls', { params: { path: { company, id } }, body }),
  );
}

export type Whose = 'mine' | 'all';

/** Open call-backs, the soonest first: My day shows one's own. */
export function useCallBacks(company: string, whose: Whose) {
  return useKeyset<CallBackRow>({
    key: ['call-backs', company, whose],
    page: (ask, signal) => {
      const params = { path: { company }, query: { ...ask, whose } };
      return dataOf(api.GET('/api/v1/companies/{company}/call-backs', { params, signal }));
    },
  });
}

export function moveCallBack(company: string, id: string, body: { at: string; assigneeId: string }) {
  return api.PUT('/api/v1/companies/{company}/call-backs/{id}', { params: { path: { company, id } }, body });
}

export function cancelCallBack(company: string, id: string, reason: string) {
  const params = { path: { company, id } };
  return api.POST('/api/v1/companies/{company}/call-backs/{id}/cancel', { params, body: { reason } });
}

export function callMeasuresQuery(company: string, query: { from: string; until: string; by: 'person' | 'day' }) {
  return queryOptions({
    queryKey: ['call-measures', company, query],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/call-measures', { params: { path: { company }, query }, signal })),
  });
}

export function callScriptsQuery(company: string) {
  return queryOptions({
    queryKey: ['call-scripts', company],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/call-scripts', { params: { path: { company } }, signal })),
  });
}

export function previewScript(company: string, body: string) {
  return dataOf(
    api.POST('/api/v1/companies/{company}/call-scripts/preview', { params: { path: { company } }, body: { body } }),
  );
}

export function saveScript(
  company: string,
  which: { situation: Situation; language: ScriptLanguage },
  body: string | null,
) {
  const params = { path: { company, ...which } };
  return dataOf(api.PUT('/api/v1/companies/{company}/call-scripts/{situation}/{language}', { params, body: { body } }));
}
