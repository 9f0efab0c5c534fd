/** Imports, and one import followed live while the server reads or posts it. */
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { address, get } from '../../app/api.ts';
import type { ImportBatch } from '../../app/api.types.ts';

/** While events cannot be had, the import is asked for this often. */
const ASK_AGAIN_MS = 1500;

export function importQuery(company: string, importId: string) {
  return queryOptions({
    queryKey: ['import', company, importId],
    queryFn: ({ signal }) => get<ImportBatch>(`/companies/${company}/imports/${importId}`, {}, signal),
    refetchInterval: (query) => (isWorking(query.state.data) ? ASK_AGAIN_MS : false),
  });
}

export function isWorking(batch: ImportBatch | undefined): boolean {
  return batch?.status === 'reading' || batch?.status === 'posting';
}

/** The import as it is now; server-sent events bring each step, and the slower asking takes over when they fail. */
export function useImport(company: string, importId: string) {
  const queryClient = useQueryClient();
  const query = useQuery(importQuery(company, importId));
  const works = isWorking(query.data);
  useEffect(() => {
    if (!works) return;
    const { queryKey } = importQuery(company, importId);
    const events = new EventSource(address(`/companies/${company}/imports/${importId}/events`));
    events.onmessage = (event: MessageEvent<string>) => {
      const batch = JSON.parse(event.data) as ImportBatch;
      queryClient.setQueryData(queryKey, batch);
      if (isWorking(batch)) return;
      events.close();
      void queryClient.invalidateQueries({ queryKey: [`/companies/${company}/imports`] });
      void queryClient.invalidateQueries({ queryKey });
    };
    events.onerror = () => events.close();
    return () => events.close();
  }, [company, importId, works, queryClient]);
  return query;
}
