/** What is asked about notes over interest, and the letters that tell of them. */
import type { components, paths } from '@quittance/client';
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf, doneOf } from '../../../app/api.ts';
import { type KeysetList, useKeyset } from '../../../app/keyset.ts';

export type InterestNote = components['schemas']['InterestNote'];
type PreviewBody =
  paths['/api/v1/companies/{company}/interest-notes/preview']['post']['requestBody']['content']['application/json'];
export type PreviewedNote = PreviewBody['note'];
type Language = NonNullable<PreviewBody['letter']['language']>;
export type NoteLetter =
  | { readonly address: string; readonly name: string | null; readonly language?: Language }
  | { readonly postalAddress: string; readonly language?: Language };

export function useNotes(code: string): Pick<KeysetList<InterestNote, never>, 'rows' | 'load'> {
  return useKeyset<InterestNote>({
    key: ['interest-notes', code],
    page: (query, signal) => {
      const params = { path: { company: code }, query };
      return dataOf(api.GET('/api/v1/companies/{company}/interest-notes', { params, signal }));
    },
  });
}

export function noteQuery(company: string, itemId: string) {
  return queryOptions({
    queryKey: ['interest-notes', company, 'item', itemId],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/companies/{company}/interest-notes/{itemId}', {
          params: { path: { company, itemId } },
          signal,
        }),
      ),
  });
}

export function notePdfAddress(company: string, itemId: string): string {
  return `/api/v1/companies/${company}/interest-notes/${itemId}/pdf`;
}

export function previewNote(company: string, body: PreviewBody, signal: AbortSignal) {
  const params = { path: { company } };
  return dataOf(api.POST('/api/v1/companies/{company}/interest-notes/preview', { params, body, signal }));
}

const KEPT_MS = 60_000;

/** The PDF of a note that is not charged yet, in a window of its own. */
export async function openNotePdf(company: string, body: PreviewBody): Promise<void> {
  const answer = await dataOf(
    api.POST('/api/v1/companies/{company}/interest-notes/preview/pdf', {
      params: { path: { company } },
      body,
      parseAs: 'blob',
    }),
  );
  const address = URL.createObjectURL(new Blob([answer as unknown as Blob], { type: 'application/pdf' }));
  window.open(address, '_blank', 'noopener');
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}

export function tellOfNote(company: string, note: InterestNote, letter: NoteLetter) {
  const params = { path: { company, itemId: note.itemId } };
  const isCancelled = note.state === 'cancelled' || note.state === 'told_cancelled';
  return isCancelled
    ? dataOf(api.POST('/api/v1/companies/{company}/interest-notes/{itemId}/cancellations', { params, body: letter }))
    : dataOf(api.POST('/api/v1/companies/{company}/interest-notes/{itemId}/letters', { params, body: letter }));
}

export function toldOtherwise(company: string, itemId: string, how: string) {
  const params = { path: { company, itemId } };
  return doneOf(api.POST('/api/v1/companies/{company}/interest-notes/{itemId}/tellings', { params, body: { how } }));
}

export function wasPosted(company: string, messageId: string) {
  const params = { path: { company, id: messageId } };
  return doneOf(
    api.POST('/api/v1/companies/{company}/messages/{id}/delivery', { params, body: { answer: 'was_sent' } }),
  );
}
