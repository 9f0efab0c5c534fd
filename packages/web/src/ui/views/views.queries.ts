import type { components } from '@quittance/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api, dataOf } from '../../app/api.ts';

export type SavedView = components['schemas']['View'];

export interface ViewDraft {
  readonly name: string;
  readonly state: string;
  readonly isShared: boolean;
}

/** The company of the address; null on the few pages that stand before one is chosen, which have no views. */
export function useCompanyCode(): string | null {
  const { company }: { company?: string } = useParams({ strict: false });
  return company ?? null;
}

const keyOf = (code: string | null) => ['views', code] as const;

/** The views of one grid that the person may use. All of the company's come at once and are kept. */
export function useViews(gridId: string): { readonly views: readonly SavedView[]; readonly isRead: boolean } {
  const code = useCompanyCode();
  const { data } = useQuery({
    queryKey: keyOf(code),
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/views', { params: { path: { company: code ?? '' } }, signal })),
    enabled: code !== null,
    staleTime: 5 * 60_000,
  });
  return {
    views: data?.rows.filter((view) => view.grid === gridId) ?? [],
    isRead: data !== undefined || code === null,
  };
}

export type ViewAct =
  | { readonly kind: 'save'; readonly draft: ViewDraft }
  | { readonly kind: 'change'; readonly id: string; readonly draft: ViewDraft }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'default'; readonly viewId: string | null };

export function useViewActs(gridId: string) {
  const code = useCompanyCode() ?? '';
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (act: ViewAct): Promise<void> => {
      const company = { company: code };
      switch (act.kind) {
        case 'save':
          await api.POST('/api/v1/companies/{company}/views', {
            params: { path: company },
            body: { grid: gridId, ...act.draft },
          });
          return;
        case 'change':
          await api.PUT('/api/v1/companies/{company}/views/{id}', {
            params: { path: { ...company, id: act.id } },
            body: act.draft,
          });
          return;
        case 'remove':
          await api.DELETE('/api/v1/companies/{company}/views/{id}', { params: { path: { ...company, id: act.id } } });
          return;
        case 'default':
          await api.PUT('/api/v1/companies/{company}/default-views/{grid}', {
            params: { path: { ...company, grid: gridId } },
            body: { viewId: act.viewId },
          });
      }
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(code) }),
  });
}
