/** What is done with a conversation at once: whose it is, and that it is handled. The same from its row and from its panel. */
import { useQuery } from '@tanstack/react-query';
import { api, doneOf } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { sessionQuery, useCompany } from '../../app/session.ts';
import { useProblemText } from '../../ui/form/problem-text.ts';
import type { RowKey } from '../../ui/grid/use-row-keys.ts';
import { say } from '../../ui/notice/notice.component.tsx';
import { type Conversation, useMailAct } from './correspondence.queries.ts';

interface Assigning {
  readonly id: string;
  readonly personId: string | null;
}

interface Handling {
  readonly id: string;
  readonly isHandled: boolean;
}

export function useConversationActs(code: string, handled: (done: Handling) => void = () => {}) {
  const me = useQuery(sessionQuery).data?.user.id ?? null;
  const assign = useMailAct(({ id, personId }: Assigning) => {
    const params = { path: { company: code, id } };
    return doneOf(
      api.POST('/api/v1/companies/{company}/conversations/{id}/assignment', { params, body: { personId } }),
    );
  });
  const handle = useMailAct(async (given: Handling) => {
    const params = { path: { company: code, id: given.id } };
    const body = { isHandled: given.isHandled };
    await doneOf(api.POST('/api/v1/companies/{company}/conversations/{id}/handled', { params, body }));
    return given;
  }, handled);
  const isMine = ({ assignedTo }: Conversation): boolean => assignedTo === me && me !== null;
  /** Takes it, or leaves it where one has it. */
  const turn = (row: Conversation) => assign.mutate({ id: row.id, personId: isMine(row) ? null : me });
  return { assign, handle, isMine, turn };
}

/** What a key on a row of the list opens in the panel. */
export type BegunReply = 'reply' | 'link';

/** The keys of a list of conversations. */
export function useConversationKeys(
  code: string,
  begin: (id: string, what: BegunReply) => void,
): readonly RowKey<Conversation>[] {
  const { t } = useTexts();
  const problemText = useProblemText();
  const onError = (error: Error): void => say({ text: problemText(error), isProblem: true });
  const { assign, handle, isMine } = useConversationActs(code);
  const mayWrite = may(useCompany(), 'correspondence.write');
  const me = useQuery(sessionQuery).data?.user.id ?? null;
  if (!mayWrite) return [];
  const take = (row: Conversation): void => {
    const text = t(isMine(row) ? 'mail.leftNow' : 'mail.takenNow', { subject: row.subject || t('mail.noSubject') });
    assign.mutate({ id: row.id, personId: isMine(row) ? null : me }, { onSuccess: () => say({ text }), onError });
  };
  const turnHandled = (row: Conversation): void => {
    const isHandled = row.state !== 'handled';
    const subject = row.subject || t('mail.noSubject');
    const undo = (): void => handle.mutate({ id: row.id, isHandled: !isHandled }, { onError });
    const text = t(isHandled ? 'mail.handledNow' : 'mail.openNow', { subject });
    handle.mutate({ id: row.id, isHandled }, { onSuccess: () => say({ text, undo }), onError });
  };
  return [
    { key: 'r', label: t('mail.reply'), act: ({ id }) => begin(id, 'reply'), opensForm: true },
    { key: 'a', label: t('mail.takeOrLeave'), act: take },
    { key: 'e', label: t('mail.handledOrOpen'), act: turnHandled, movesOn: true },
    { key: 'l', label: t('mail.linkCustomer'), act: ({ id }) => begin(id, 'link'), opensForm: true },
  ];
}
