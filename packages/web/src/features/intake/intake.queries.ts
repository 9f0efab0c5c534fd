/** Imports, and one import followed live while the server reads, posts or undoes it. */
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, dataOf } from '../../app/api.ts';
import type { ImportBatch, ImportMapping, ImportProblem, ImportRow, StatementMapping } from '../../app/api.types.ts';
import { askAnew } from '../../app/ask-anew.ts';
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

/**
 * Shows what an act answered. A question that was asked before the act may be answered after it, and would bring back what
 * was; such answers are dropped.
 */
export function useShowImport(company: string, id: string): (answer: ImportBatch) => Promise<void> {
  const queryClient = useQueryClient();
  const { queryKey } = importQuery(company, id);
  return async (answer) => {
    await queryClient.cancelQueries({ queryKey });
    queryClient.setQueryData(queryKey, answer);
  };
}

/** Says how an import is to be read; it is read again at once. */
export function useSaveMapping(company: string, id: string) {
  return useMutation({
    mutationFn: (body: ImportMapping | StatementMapping) => {
      const params = { path: { company, id } };
      return dataOf(api.PUT('/api/v1/companies/{company}/imports/{id}/mapping', { params, body }));
    },
    onSuccess: useShowImport(company, id),
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
      void askAnew(queryClient);
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
