/** Whether an item file lists all items open on a day: then what the ledger has otherwise is proposed as a correction. */
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { api, dataOf } from '../../app/api.ts';
import type { ImportBatch } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { DateText } from '../../ui/date/date.component.tsx';
import { DateField } from '../../ui/date/date-field.component.tsx';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import styles from './intake.module.css';
import { useShowImport } from './intake.queries.ts';

export function FullList({ code, batch }: { code: string; batch: ImportBatch }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const [isAsking, setIsAsking] = useState(false);
  const set = useSetList(code, batch, () => setIsAsking(false));
  if (batch.kind !== 'items') return null;
  const canSet = batch.status === 'preview' && may(company, 'imports.write');
  if (batch.snapshotOn !== null) {
    return (
      <p className={styles.acts}>
        <span>
          {t('differences.isList')} <DateText date={batch.snapshotOn} />.
        </span>
        {batch.status === 'posted' && (
          <Link to="/c/$company/imports/part/$part" params={{ company: code, part: 'differences' }} search={{}}>
            {t('arrival.differences')}
          </Link>
        )}
        {canSet && (
          <Button variant="default" loading={set.isPending} onClick={() => set.mutate(null)}>
            {t('differences.onlyAdds')}
          </Button>
        )}
      </p>
    );
  }
  if (!canSet) return null;
  if (!isAsking) {
    return (
      <p className={styles.acts}>
        <Button variant="default" onClick={() => setIsAsking(true)}>
          {t('differences.setList')}
        </Button>
      </p>
    );
  }
  return <DayForm set={set} today={company.today} cancel={() => setIsAsking(false)} />;
}

function DayForm(props: { set: ReturnType<typeof useSetList>; today: string; cancel: () => void }): ReactNode {
  const { t } = useTexts();
  const { set, today, cancel } = props;
  const [day, setDay] = useState(today);
  return (
    <form
      className={styles.acts}
      onSubmit={(event) => {
        event.preventDefault();
        set.mutate(day);
      }}
    >
      {set.error && <ProblemNote error={set.error} />}
      <DateField
        size="xs"
        label={t('differences.isList')}
        max={today}
        required
        withAsterisk={false}
        autoFocus
        value={day}
        change={setDay}
      />
      <Button type="submit" loading={set.isPending}>
        {t('differences.compare')}
      </Button>
      <Button variant="default" onClick={cancel}>
        {t('act.cancel')}
      </Button>
      <span className={styles.quiet}>{t('differences.setListHint')}</span>
    </form>
  );
}

/** Null says that the file only adds. The file is then read again. */
function useSetList(code: string, batch: ImportBatch, done: () => void) {
  const show = useShowImport(code, batch.id);
  return useMutation({
    mutationFn: (listedOn: string | null) => {
      const params = { path: { company: code, id: batch.id } };
      return dataOf(api.PUT('/api/v1/companies/{company}/imports/{id}/snapshot', { params, body: { listedOn } }));
    },
    onSuccess: async (next) => {
      await show(next);
      done();
    },
  });
}
