/** What the mail screens ask, and what people do there. */
import type { components } from '@quittance/client';
import {
  keepPreviousData,
  queryOptions,
  type UseMutationResult,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api, dataOf } from '../../app/api.ts';
import { askAnew } from '../../app/ask-anew.ts';
import { type KeysetList, useKeyset } from '../../app/keyset.ts';

export type Conversation = components['schemas']['Conversation'];
export type Message = components['schemas']['Message'];
export type Mailbox = components['schemas']['Mailbox'];
export type MailboxDraft = components['schemas']['MailboxDraft'];
export type LetterAgain = components['schemas']['LetterAgain'];
export type LetterSum = components['schemas']['LetterSum'];

export const INBOX_PARTS = ['unassigned', 'mine', 'waiting', 'all', 'handled', 'unsent'] as const;
export type InboxPart = (typeof INBOX_PARTS)[number];

const RENEWED_MS = 30_000;

export function useInbox(
  code: string,
  ask: {
    readonly part?: Exclude<InboxPart, 'unsent'>;
    readonly customer?: string;
    readonly words?: string;
    readonly portfolio?: string;
  },
): Pick<KeysetList<Conversation, never>, 'rows' | 'load'> {
  return useKeyset<Conversation>({
    key: ['conversations', code, ask],
    page: (query, signal) => {
      const params = { path: { company: code }, query: { ...query, ...ask } };
      return dataOf(api.GET('/api/v1/companies/{company}/conversations', { params, signal }));
    },
    renewed: { whileAny: () => true, everyMs: RENEWED_MS },
  });
}

export function inboxCountsQuery(code: string) {
  return queryOptions({
    queryKey: ['conversation-counts', code],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/companies/{company}/conversations/counts', { params: { path: { company: code } }, signal }),
      ),
    refetchInterval: RENEWED_MS,
  });
}

export function conversationQuery(code: string, id: string) {
  return queryOptions({
    queryKey: ['conversation', code, id],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/companies/{company}/conversations/{id}', { params: { path: { company: code, id } }, signal }),
      ),
  });
}

export function letterAgainQuery(code: string, id: string) {
  return queryOptions({
    queryKey: ['letter-again', code, id],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/companies/{company}/messages/{id}/again', { params: { path: { company: code, id } }, signal }),
      ),
    // It is taken over into a draft: what comes later would change nothing.
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
}

export function letterSumsQuery(
  code: string,
  about: { readonly customerId: string; readonly itemIds: readonly string[] },
) {
  const body = { customerId: about.customerId, itemIds: [...about.itemIds] };
  return queryOptions({
    queryKey: ['letter-sums', code, body],
    queryFn: ({ signal }) =>
      dataOf(
        api.POST('/api/v1/companies/{company}/letters/sums', { params: { path: { company: code } }, body, signal }),
      ),
    enabled: body.itemIds.length > 0,
    placeholderData: keepPreviousData,
  });
}

export function messageHtmlQuery(code: string, id: string) {
  return queryOptions({
    queryKey: ['message-html', code, id],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/companies/{company}/messages/{id}/html', { params: { path: { company: code, id } }, signal }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function deliveriesQuery(code: string) {
  return queryOptions({
    queryKey: ['deliveries', code],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/deliveries', { params: { path: { company: code } }, signal })),
    refetchInterval: RENEWED_MS,
  });
}

export function recipientsQuery(code: string, customerId: string) {
  return queryOptions({
    queryKey: ['recipients', code, customerId],
    queryFn: ({ signal }) => {
      const params = { path: { company: code, id: customerId } };
      return dataOf(api.GET('/api/v1/companies/{company}/customers/{id}/recipients', { params, signal }));
    },
  });
}

export function templatesQuery(code: string) {
  return queryOptions({
    queryKey: ['message-templates', code],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/message-templates', { params: { path: { company: code } }, signal })),
  });
}

export function mailboxesQuery(code: string) {
  return queryOptions({
    queryKey: ['mailboxes', code],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/mailboxes', { params: { path: { company: code } }, signal })),
  });
}

export function letterSettingsQuery(code: string) {
  return queryOptions({
    queryKey: ['letter-settings', code],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/letter-settings', { params: { path: { company: code } }, signal })),
  });
}

/** Of one customer, or the latest of the company. */
export function suppressedQuery(code: string, customer?: string) {
  const query = customer === undefined ? {} : { customer };
  return queryOptions({
    queryKey: ['suppressed-addresses', code, customer],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/companies/{company}/suppressed-addresses', {
          params: { path: { company: code }, query },
          signal,
        }),
      ),
  });
}

/** An act after which everything shown is asked anew. */
export function useMailAct<Input, Output>(
  act: (input: Input) => Promise<Output>,
  done: (output: Output) => void = () => {},
): UseMutationResult<Output, Error, Input> {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (output) => {
      await askAnew(queryClient);
      done(output);
    },
  });
}
