/** One session: who, when, what was said point by point, tasks and promises that follow; changed, cancelled, held or missed. */
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { Instant } from '../../../ui/date/date.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { Panel } from '../../../ui/panel/panel.component.tsx';
import { Status } from '../../../ui/status/status.component.tsx';
import { PointMinutes } from './point-minutes.component.tsx';
import { SessionForm } from './session-form.component.tsx';
import { ANSWER_TONES, ANSWER_WORDS, STATE_TONES, STATE_WORDS } from './session-words.ts';
import styles from './sessions.module.css';
import { cancelSession, closeSession, sessionQuery, type WholeSession } from './sessions.queries.ts';

export function SessionPanel({ code, id, close }: { code: string; id: string; close: () => void }): ReactNode {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(sessionQuery(code, id));
  const [isChanging, setIsChanging] = useState(false);
  return (
    <Panel title={<h2>{data?.title ?? t('grid.reading')}</h2>} close={close}>
      {error && <ProblemNote error={error} retry={() => void refetch()} />}
      {data && isChanging && (
        <SessionForm code={code} customerId={data.customerId} session={data} done={() => setIsChanging(false)} />
      )}
      {data && !isChanging && <Whole code={code} session={data} change={() => setIsChanging(true)} />}
    </Panel>
  );
}

function Whole({ code, session, change }: { code: string; session: WholeSession; change: () => void }): ReactNode {
  const { t } = useTexts();
  return (
    <div className={styles.form}>
      <p className={styles.line}>
        <Status tone={STATE_TONES[session.state]} word={t(STATE_WORDS[session.state])} />
        <Instant at={session.startsAt} />
        <Link
          to="/c/$company/customers/$customerId"
          params={{ company: code, customerId: session.customerId }}
          search={{}}
        >
          {session.customerName}
        </Link>
        <span>{session.place}</span>
      </p>
      {session.reason && <p>{session.reason}</p>}
      <People session={session} />
      {session.sequence > 0 && <p className={styles.quiet}>{t('sessions.toldTimes', { count: session.sequence })}</p>}
      {session.state === 'planned' && <Acts code={code} session={session} change={change} />}
      <h3>{t('sessions.agenda')}</h3>
      {session.points.length === 0 && <p className={styles.quiet}>{t('sessions.noPoints')}</p>}
      {session.points.map((point) => (
        <PointMinutes key={point.id} code={code} session={session} point={point} />
      ))}
    </div>
  );
}

/** Who is invited, and what each one's calendar answered. */
function People({ session }: { session: WholeSession }): ReactNode {
  const { t } = useTexts();
  return (
    <ul className={styles.people} aria-label={t('sessions.people')}>
      {session.people.map(({ address, name, answer }) => (
        <li key={address}>
          <span title={address}>{name}</span>
          {answer === null ? (
            <span className={styles.quiet}>{t('sessions.noAnswer')}</span>
          ) : (
            <>
              <Status
                tone={answer.isToEarlier ? 'quiet' : ANSWER_TONES[answer.answer]}
                word={t(ANSWER_WORDS[answer.answer])}
                since={answer.answeredAt}
              />
              {answer.isToEarlier && <span className={styles.quiet}>{t('sessions.toEarlier')}</span>}
              {answer.comment !== '' && <span>“{answer.comment}”</span>}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Acts({ code, session, change }: { code: string; session: WholeSession; change: () => void }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const [reason, setReason] = useState('');
  const end = useAct((state: 'held' | 'no_show') => closeSession(code, session.id, state));
  const cancel = useAct(() => cancelSession(code, session.id, reason.trim()));
  const problem = end.error ?? cancel.error;
  const hasBegun = Date.parse(session.startsAt) <= Date.now();
  return (
    <>
      {problem && <ProblemNote error={problem} />}
      <div className={styles.line}>
        {hasBegun && may(company, 'activities.write') && (
          <>
            <Button size="xs" loading={end.isPending} onClick={() => end.mutate('held')}>
              {t('sessions.tookPlace')}
            </Button>
            <Button size="xs" variant="default" loading={end.isPending} onClick={() => end.mutate('no_show')}>
              {t('sessions.didNotCome')}
            </Button>
          </>
        )}
        {may(company, 'correspondence.write') && (
          <>
            <Button size="xs" variant="default" onClick={change}>
              {t('sessions.change')}
            </Button>
            <TextInput
              size="xs"
              className={styles.grow}
              aria-label={t('sessions.cancelWhy')}
              placeholder={t('sessions.cancelWhy')}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Button
              size="xs"
              variant="default"
              disabled={reason.trim() === ''}
              loading={cancel.isPending}
              onClick={() => cancel.mutate(undefined)}
            >
              {t('sessions.cancel')}
            </Button>
          </>
        )}
      </div>
    </>
  );
}
