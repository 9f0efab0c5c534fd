/** What came of a message of ours: gone, waiting until when, asked about; where nobody else knows, somebody says. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { api, doneOf } from '../../app/api.ts';
import { type TextKey, useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { Instant } from '../../ui/date/date.component.tsx';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { Status } from '../../ui/status/status.component.tsx';
import styles from './correspondence.module.css';
import { type Message, useMailAct } from './correspondence.queries.ts';
import { DELIVERY_TONES, DELIVERY_WORDS } from './mail-words.ts';
import { WriteAgain } from './write-again.component.tsx';

type Delivery = NonNullable<Message['delivery']>;
type Answer = 'was_sent' | 'send_again' | 'give_up';

export function DeliveryLine(props: {
  code: string;
  messageId: string;
  delivery: Delivery;
  isOnPaper: boolean;
}): ReactNode {
  const { t } = useTexts();
  const { code, messageId, delivery, isOnPaper } = props;
  const { state, asksPerson, missing, said } = delivery;
  const answer = useMailAct((given: Answer) => {
    const params = { path: { company: code, id: messageId } };
    return doneOf(api.POST('/api/v1/companies/{company}/messages/{id}/delivery', { params, body: { answer: given } }));
  });
  const mayWrite = may(useCompany(), 'correspondence.write');
  const answers = mayWrite ? answersTo(delivery, isOnPaper) : [];
  const cameBack = state === 'withdrawn' && delivery.cameBack;
  const tone = cameBack ? 'alert' : state === 'queued' && asksPerson ? 'care' : DELIVERY_TONES[state];
  const word = cameBack ? 'mail.cameBack' : isOnPaper && state === 'sent' ? 'mail.posted' : DELIVERY_WORDS[state];
  return (
    <div className={styles.delivery}>
      <Status tone={tone} word={t(word)} since={delivery.sentAt} />
      {state === 'queued' && <Waiting delivery={delivery} />}
      {said && state !== 'sent' && <span className={styles.quiet}>{said}</span>}
      {missing.length > 0 && <span className={styles.care}>{t('mail.notYetTo', { names: missing.join(', ') })}</span>}
      {isOnPaper && (
        <a href={`/api/v1/companies/${code}/messages/${messageId}/paper`} download>
          {t('mail.print')}
        </a>
      )}
      {answer.error && <ProblemNote error={answer.error} />}
      {mayWrite && delivery.canBeWrittenAgain && <WriteAgain code={code} messageId={messageId} />}
      <span className={styles.acts}>
        {answers.map(([given, label]) => (
          <Button key={given} size="compact-xs" variant="default" onClick={() => answer.mutate(given)}>
            {t(label)}
          </Button>
        ))}
      </span>
    </div>
  );
}

/** Until when it waits, or what it waits for. */
function Waiting({ delivery }: { delivery: Delivery }): ReactNode {
  const { t } = useTexts();
  const { mailboxState, attempts, tryAt, asksPerson, said } = delivery;
  if (mailboxState !== 'in_use') {
    return <span className={styles.care}>{t(mailboxState === 'paused' ? 'mail.boxPaused' : 'mail.boxRemoved')}</span>;
  }
  if (attempts === 0 && said === null) return null;
  return (
    <span className={asksPerson ? styles.care : styles.quiet}>
      {asksPerson && `${t('mail.waitsLong')} `}
      {t('mail.nextTry')} <Instant at={tryAt} />
      {attempts > 0 && ` · ${t('mail.tries', { count: attempts })}`}
    </span>
  );
}

function answersTo(delivery: Delivery, isOnPaper: boolean): readonly (readonly [Answer, TextKey])[] {
  const { state, asksPerson, cameBack } = delivery;
  if (state === 'withdrawn' && cameBack) return [['give_up', 'mail.leaveAtThat']];
  const giveUp = ['give_up', 'mail.giveUp'] as const;
  if (isOnPaper) {
    if (state === 'to_print') return [['was_sent', 'mail.wasPosted'], giveUp];
    return state === 'sent' || state === 'withdrawn' ? [['send_again', 'mail.printAgain']] : [];
  }
  const again = ['send_again', state === 'queued' ? 'mail.tryNow' : 'mail.sendAgain'] as const;
  if (state === 'uncertain') return [['was_sent', 'mail.wasSent'], again, giveUp];
  return state === 'failed' || (state === 'queued' && asksPerson) ? [again, giveUp] : [];
}
