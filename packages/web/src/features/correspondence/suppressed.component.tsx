/** Addresses that get no mail any more: they were reported gone, or somebody complained. Lifted with a reason. */
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api, doneOf } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import { Instant } from '../../ui/date/date.component.tsx';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import styles from './correspondence.module.css';
import { suppressedQuery, useMailAct } from './correspondence.queries.ts';

const REASON_WORDS = {
  bounced: 'mail.reasonBounced',
  complained: 'mail.reasonComplained',
  unsubscribed: 'mail.reasonUnsubscribed',
} as const;

export function Suppressed({ code, mayLift }: { code: string; mayLift: boolean }): ReactNode {
  const { t } = useTexts();
  const { data, error } = useQuery(suppressedQuery(code));
  const [lifting, setLifting] = useState<string | null>(null);
  return (
    <section aria-label={t('mail.suppressed')}>
      <h2>{t('mail.suppressed')}</h2>
      {error && <ProblemNote error={error} />}
      {data?.rows.length === 0 && <p className={styles.quiet}>{t('mail.noSuppressed')}</p>}
      {data?.rows.map((row) => (
        <div key={row.id} className={styles.suppressed}>
          <b>{row.address}</b>
          <span>{t(REASON_WORDS[row.reason])}</span>
          <Instant at={row.since} />
          {row.note && <span className={styles.quiet}>{row.note}</span>}
          {mayLift && lifting !== row.id && (
            <Button size="compact-xs" variant="default" onClick={() => setLifting(row.id)}>
              {t('mail.lift')}
            </Button>
          )}
          {lifting === row.id && <Lift code={code} id={row.id} close={() => setLifting(null)} />}
        </div>
      ))}
    </section>
  );
}

function Lift({ code, id, close }: { code: string; id: string; close: () => void }): ReactNode {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const lift = useMailAct(() => {
    const params = { path: { company: code, id } };
    return doneOf(
      api.POST('/api/v1/companies/{company}/suppressed-addresses/{id}/lift', {
        params,
        body: { reason: reason.trim() },
      }),
    );
  }, close);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (reason.trim() !== '') lift.mutate(undefined);
  };
  return (
    <form className={styles.acts} onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && close()}>
      <TextInput
        size="xs"
        autoFocus
        aria-label={t('mail.liftReason')}
        placeholder={t('mail.liftReason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button size="xs" type="submit" loading={lift.isPending} disabled={reason.trim() === ''}>
        {t('mail.lift')}
      </Button>
      <Button size="xs" variant="default" onClick={close}>
        {t('act.cancel')}
      </Button>
      {lift.error && <ProblemNote error={lift.error} />}
    </form>
  );
}
