/** Imports, and one import followed live while the server reads, posts or undoes it. */
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, dataOf } from '../../app/api.ts';
import type { ImportBatch, ImportProblem, ImportRow } from '../../app/api.types.ts';
import { useKeyset } from '../../app/keyset.ts';
import type { Outcome } from './import-words.ts';

/** While events cannot be had, the import is asked for this often. */
const ASK_AGAIN_MS = 2000;

export function importQuery(company: string, id: string) {
  return queryOptions({
    queryKey: ['import', company, id],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/imports/{id}', { params: { path: { company, id } }, signal })),
    refetchInterval: (query) => (isWorking(query.state.data) ? ASK_AGAIN_MS : false),
  });
}

export function isWorking(batch: ImportBatch | undefined): boolean {
  return batch?.status === 'reading' || batch?.status === 'posting' || batch?.status === 'undoing';
}

/** The import as it is now; server-sent events bring each step, and the slower asking takes over when they fail. */
export function useImport(company: string, id: string) {
  const queryClient = useQueryClient();
  const query = useQuery(importQuery(company, id));
  const works = isWorking(query.data);
  useEffect(() => {
    if (!works) return;
    const { queryKey } = importQuery(company, id);
    const events = new EventSource(`/api/v1/companies/${company}/imports/${id}/events`);
    events.onmessage = (event: MessageEvent<string>) => {
      const batch = JSON.parse(event.data) as ImportBatch;
      queryClient.setQueryData(queryKey, batch);
      if (isWorking(batch)) return;
      events.close();
      void queryClient.invalidateQueries({ predicate: (other) => other.queryKey[0] !== 'session' });
    };
    events.onerror = () => events.close();
    return () => events.close();
  }, [company, id, works, queryClient]);
  return query;
}

export function useImports(company: string) {
  return useKeyset<ImportBatch>({
    key: ['imports', company],
    page: (query, signal) =>
      dataOf(api.GET('/api/v1/companies/{company}/imports', { params: { path: { company }, query }, signal })),
    renewed: { whileAny: isWorking, everyMs: ASK_AGAIN_MS },
  });
}

/** Rows and problems are other ones after each step of the work, so its status is part of what is asked. */
export function useImportRows(company: string, batch: ImportBatch, outcome: Outcome) {
  return useKeyset<ImportRow>({
    key: ['import-rows', company, batch.id, outcome, batch.status],
    page: (ask, signal) => {
      const params = { path: { company, id: batch.id }, query: { ...ask, outcome } };
      return dataOf(api.GET('/api/v1/companies/{company}/imports/{id}/rows', { params, signal }));
    },
  });
}

export function useImportProblems(company: string, batch: ImportBatch) {
  return useKeyset<ImportProblem>({
    key: ['import-problems', company, batch.id, batch.status],
    page: (query, signal) => {
      const params = { path: { company, id: batch.id }, query };
      return dataOf(api.GET('/api/v1/companies/{company}/imports/{id}/problems', { params, signal }));
    },
  });
}
