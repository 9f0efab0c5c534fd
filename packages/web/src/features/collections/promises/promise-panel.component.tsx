/** One promise: how it came to stand as it does, line by line, and taking it back. */
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { askAnew } from '../../../app/ask-anew.ts';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { DateText, Instant } from '../../../ui/date/date.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { MoneyInWords } from '../../../ui/money/money.component.tsx';
import { isZero } from '../../../ui/money/money-text.ts';
import { say } from '../../../ui/notice/notice.component.tsx';
import { Panel } from '../../../ui/panel/panel.component.tsx';
import { Status } from '../../../ui/status/status.component.tsx';
import { TaskAbout } from '../tasks/task-about.component.tsx';
import { CAUSE_WORDS, STATE_TONES, STATE_WORDS } from './promise-words.ts';
import styles from './promises.module.css';
import { promiseQuery, withdrawPromise } from './promises.queries.ts';

export function PromisePanel({ code, id, close }: { code: string; id: string; close: () => void }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const { data: promise, error, refetch } = useQuery(promiseQuery(code, id));
  if (error) {
    return (
      <Panel title={t('promises.one')} close={close}>
        <ProblemNote error={error} retry={() => void refetch()} />
      </Panel>
    );
  }
  if (!promise) {
    return (
      <Panel title={t('grid.reading')} close={close}>
        {null}
      </Panel>
    );
  }
  return (
    <Panel
      title={
        <>
          <MoneyInWords value={promise.amount} /> {t('promises.byDay')} <DateText date={promise.promisedOn} />
        </>
      }
      close={close}
    >
      <div className={styles.panel}>
        <p>
          <Link
            to="/c/$company/customers/$customerId"
            params={{ company: code, customerId: promise.customerId }}
            search={{ show: 'promises' }}
          >
            {promise.customerName}
          </Link>
          {' · '}
          <Status tone={STATE_TONES[promise.state]} word={t(STATE_WORDS[promise.state])} />
        </p>
        <p className={styles.quiet}>
          {t('promises.inTimeUntil')} <DateText date={promise.deadlineOn} />
          {!isZero(promise.tolerance) && (
            <>
              {' · '}
              {t('promises.letGo')} <MoneyInWords value={promise.tolerance} />
            </>
          )}
        </p>
        {promise.planId !== null && (
          <p className={styles.quiet}>
            {t('promises.partOf', { part: promise.part, parts: promise.parts })}
            {!isZero(promise.interest) && (
              <>
                {' · '}
                {t('promises.interestWith')} <MoneyInWords value={promise.interest} />
              </>
            )}
          </p>
        )}
        {promise.note && <p>{promise.note}</p>}
        {promise.withdrawnReason && (
          <p>
            {t('promises.withdrawnBy', { who: promise.withdrawnByName ?? '' })} {promise.withdrawnReason}
          </p>
        )}
        <ol className={styles.judgements} aria-label={t('promises.history')}>
          {promise.judgements.map((line) => (
            <li key={line.number}>
              <Status tone={STATE_TONES[line.state]} word={t(STATE_WORDS[line.state])} />
              <MoneyInWords value={line.inTime} />
              <span className={styles.quiet}>
                {t(CAUSE_WORDS[line.cause] ?? 'promises.causePosting')} · <Instant at={line.judgedAt} />
              </span>
            </li>
          ))}
        </ol>
        {may(company, 'activities.write') && <TaskOfPromise code={code} id={id} />}
        {promise.state === 'open' && may(company, 'holds.manage') && (
          <Withdraw code={code} id={id} isPlan={promise.planId !== null} />
        )}
      </div>
    </Panel>
  );
}

function TaskOfPromise({ code, id }: { code: string; id: string }): ReactNode {
  const { t } = useTexts();
  const [isWriting, setIsWriting] = useState(false);
  if (isWriting) return <TaskAbout code={code} about={{ kind: 'promise', id }} close={() => setIsWriting(false)} />;
  return (
    <button type="button" className={styles.act} onClick={() => setIsWriting(true)}>
      {t('tasks.add')}
    </button>
  );
}

function Withdraw({ code, id, isPlan }: { code: string; id: string; isPlan: boolean }): ReactNode {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const withdraw = useMutation({
    mutationFn: () => withdrawPromise(code, id, reason),
    onSuccess: async () => {
      say({ text: t('promises.wasWithdrawn') });
      await askAnew(queryClient);
    },
  });
  return (
    <form
      className={styles.line}
      onSubmit={(event) => {
        event.preventDefault();
        withdraw.mutate();
      }}
    >
      {withdraw.error && <ProblemNote error={withdraw.error} />}
      <TextInput
        size="xs"
        required
        className={styles.grow}
        aria-label={t('books.reason')}
        placeholder={t('promises.withdrawWhy')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" variant="default" loading={withdraw.isPending} disabled={reason.trim() === ''}>
        {t(isPlan ? 'promises.withdrawPlan' : 'promises.withdraw')}
      </Button>
    </form>
  );
}
