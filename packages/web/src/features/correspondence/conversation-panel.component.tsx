/** A conversation beside the list: its messages, and what can be done with it. */
import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, Suspense, useState } from 'react';
import { api, doneOf } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { useKeys } from '../../ui/keys/keys.ts';
import { Panel } from '../../ui/panel/panel.component.tsx';
import { latePart, useFetchedAhead } from '../../ui/part/late-part.ts';
import { CustomerPicker } from '../cash-application/customer-picker.component.tsx';
import { peopleQuery } from '../collections/tasks/tasks.queries.ts';
import styles from './correspondence.module.css';
import { type Conversation, conversationQuery, type Message, useMailAct } from './correspondence.queries.ts';
import { MessageView } from './message-view.component.tsx';
import { type BegunReply, useConversationActs } from './use-conversation-acts.ts';

const Composer = latePart(async () => (await import('./composer.component.tsx')).Composer);
const OPENED_BY_KEYS = [Composer];

export function ConversationPanel(props: {
  code: string;
  id: string;
  close: () => void;
  /** The conversation was done with: the list goes on. */
  goOn?: () => void;
  /** What was begun by a key on the row: after it one is back in the list. */
  begunInList?: BegunReply | null;
}): ReactNode {
  const { t } = useTexts();
  const { code, id, close } = props;
  const [begunInList] = useState(props.begunInList ?? null);
  const read = useQuery(conversationQuery(code, id));
  const [isReplying, setIsReplying] = useState(begunInList === 'reply');
  useFetchedAhead(OPENED_BY_KEYS);
  const mayWrite = may(useCompany(), 'correspondence.write');
  const conversation = read.data?.conversation;
  const messages = read.data?.messages ?? [];
  const leaveReply = (): void => {
    setIsReplying(false);
    if (begunInList === 'reply') close();
  };
  return (
    <Panel title={<h2>{conversation?.subject || t('mail.noSubject')}</h2>} close={close}>
      <div className={styles.conversation}>
        {read.error && <ProblemNote error={read.error} retry={() => void read.refetch()} />}
        {conversation && (
          <Head
            code={code}
            conversation={conversation}
            reply={mayWrite ? () => setIsReplying(true) : null}
            goOn={props.goOn ?? (() => {})}
            leaveLinking={begunInList === 'link' ? close : null}
          />
        )}
        {isReplying && conversation && (
          <Suspense fallback={null}>
            <Composer
              code={code}
              customerId={conversation.customerId}
              answers={{
                ...{ conversationId: id, subject: conversation.subject, to: answerTo(messages) },
                seenMessages: messages.length,
              }}
              close={leaveReply}
            />
          </Suspense>
        )}
        {[...messages].reverse().map((message) => (
          <MessageView key={message.id} code={code} message={message} customerId={conversation?.customerId ?? null} />
        ))}
      </div>
    </Panel>
  );
}

/** Whoever wrote last; else whom we wrote to. */
function answerTo(messages: readonly Message[]): { address: string; name: string | null }[] {
  const last = messages.findLast(({ direction, kind }) => direction === 'in' && kind === 'mail');
  if (last) return [{ address: last.fromAddress, name: last.fromName }];
  const sent = messages.findLast(({ direction }) => direction === 'out');
  return (sent?.recipients ?? []).filter(({ kind }) => kind === 'to').map(({ address, name }) => ({ address, name }));
}

function Head(props: {
  code: string;
  conversation: Conversation;
  reply: (() => void) | null;
  goOn: () => void;
  leaveLinking: (() => void) | null;
}): ReactNode {
  const { t } = useTexts();
  const { code, conversation, reply } = props;
  const { customerId, customerName, customerNumber, assignedToName } = conversation;
  return (
    <div className={styles.head}>
      <span>
        {customerId ? (
          <Link to="/c/$company/customers/$customerId" params={{ company: code, customerId }} search={{}}>
            {customerName} · {customerNumber}
          </Link>
        ) : (
          t('mail.noCustomer')
        )}
      </span>
      <span className={styles.quiet}>
        {assignedToName ? t('mail.assignedTo', { name: assignedToName }) : t('mail.nobodys')}
      </span>
      {reply && <Acts {...props} reply={reply} />}
    </div>
  );
}

/** Whom it can be given to; who has it stands there also when one may not see who works here. */
function usePeople(code: string, { assignedTo, assignedToName }: Conversation): { value: string; label: string }[] {
  const mayRead = may(useCompany(), 'calendars.read');
  const rows = useQuery({ ...peopleQuery(code), enabled: mayRead }).data?.people ?? [];
  const people = rows.map(({ id, name }) => ({ value: id, label: name }));
  if (assignedTo === null || people.some(({ value }) => value === assignedTo)) return people;
  return [...people, { value: assignedTo, label: assignedToName ?? '' }];
}

function Acts(props: {
  code: string;
  conversation: Conversation;
  reply: () => void;
  goOn: () => void;
  /** The customer was asked for from the list: once chosen, one is back there. */
  leaveLinking: (() => void) | null;
}): ReactNode {
  const { t } = useTexts();
  const { code, conversation, reply, goOn, leaveLinking } = props;
  const params = { path: { company: code, id: conversation.id } };
  const [isLinking, setIsLinking] = useState(leaveLinking !== null);
  const people = usePeople(code, conversation);
  const { assign, handle, isMine, turn } = useConversationActs(code, ({ isHandled: isDone }) => isDone && goOn());
  const isHandled = conversation.state === 'handled';
  const turnHandled = (): void => handle.mutate({ id: conversation.id, isHandled: !isHandled });
  const turnOwner = (): void => turn(conversation);
  const link = useMailAct(
    (customerId: string | null) =>
      doneOf(api.POST('/api/v1/companies/{company}/conversations/{id}/customer', { params, body: { customerId } })),
    () => {
      setIsLinking(false);
      leaveLinking?.();
    },
  );
  useKeys([
    { key: 'r', label: t('mail.reply'), act: reply, opensForm: true },
    { key: 'a', label: t(isMine(conversation) ? 'mail.leaveIt' : 'mail.takeIt'), act: turnOwner },
    { key: 'e', label: t(isHandled ? 'mail.openAgain' : 'mail.markHandled'), act: turnHandled },
    { key: 'l', label: t('mail.linkCustomer'), act: () => setIsLinking(true), opensForm: true },
  ]);
  const error = assign.error ?? handle.error ?? link.error;
  return (
    <>
      <span className={styles.acts}>
        <Button size="compact-xs" onClick={reply}>
          {t('mail.reply')} <kbd>r</kbd>
        </Button>
        <Button size="compact-xs" variant="default" onClick={turnOwner}>
          {t(isMine(conversation) ? 'mail.leaveIt' : 'mail.takeIt')} <kbd>a</kbd>
        </Button>
        <NativeSelect
          size="xs"
          aria-label={t('mail.whose')}
          value={conversation.assignedTo ?? ''}
          onChange={(event) => assign.mutate({ id: conversation.id, personId: event.currentTarget.value || null })}
          data={[{ value: '', label: t('mail.nobodys') }, ...people]}
        />
        <Button size="compact-xs" variant="default" onClick={() => setIsLinking(!isLinking)}>
          {t('mail.linkCustomer')} <kbd>l</kbd>
        </Button>
        <Button size="compact-xs" variant="default" onClick={turnHandled}>
          {t(isHandled ? 'mail.openAgain' : 'mail.markHandled')} <kbd>e</kbd>
        </Button>
      </span>
      {error && <ProblemNote error={error} />}
      {isLinking && <CustomerPicker code={code} name={conversation.customerName} pick={({ id }) => link.mutate(id)} />}
    </>
  );
}
