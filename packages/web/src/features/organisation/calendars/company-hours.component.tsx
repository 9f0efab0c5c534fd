import { Button, NativeSelect } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { api } from '../../../app/api.ts';
import { useTexts } from '../../../app/i18n.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { Panel } from '../../../ui/panel/panel.component.tsx';
import styles from './calendars.module.css';
import type { Calendars } from './calendars.queries.ts';
import { ListChoice } from './list-choice.component.tsx';

/** By which hours agreed times run. */
export function CompanyHoursForm(props: { code: string; calendars: Calendars; close: () => void }): ReactNode {
  const { t } = useTexts();
  const { code, calendars, close } = props;
  const [shiftId, setShiftId] = useState(calendars.company?.shiftId ?? calendars.shifts[0]?.id ?? '');
  const [holidayLists, setHolidayLists] = useState(calendars.company?.holidayLists ?? []);
  const save = useAct(
    () =>
      api.PUT('/api/v1/companies/{company}/calendars/company', {
        params: { path: { company: code } },
        body: { shiftId, holidayLists },
      }),
    { said: () => t('calendars.companySaved') },
  );
  return (
    <Panel title={<h2>{t('calendars.companyHours')}</h2>} close={close}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined, { onSuccess: close });
        }}
      >
        <p className={styles.quiet}>{t('calendars.companyHelp')}</p>
        {save.error && <ProblemNote error={save.error} />}
        <NativeSelect
          size="xs"
          label={t('calendars.shift')}
          value={shiftId}
          onChange={(event) => setShiftId(event.currentTarget.value)}
          data={calendars.shifts.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <ListChoice lists={calendars.lists} chosen={holidayLists} choose={setHolidayLists} />
        <Button type="submit" loading={save.isPending}>
          {t('calendars.saveCompany')}
        </Button>
      </form>
    </Panel>
  );
}
