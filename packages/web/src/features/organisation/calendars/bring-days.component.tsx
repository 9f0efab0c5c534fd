/** Days from elsewhere: pasted lines, or the text of a calendar file, shown as they are understood before they are saved. */
import { Button, Textarea } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { api, dataOf } from '../../../app/api.ts';
import { useTexts } from '../../../app/i18n.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { Panel } from '../../../ui/panel/panel.component.tsx';
import styles from './calendars.module.css';
import type { HolidayListView } from './calendars.queries.ts';
import { readDayLines } from './day-lines.ts';

export function BringDays(props: { code: string; list: HolidayListView; year: number; close: () => void }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const [text, setText] = useState('');
  const lines = useMemo(() => readDayLines(text, { isMonthFirst: formats.locale === 'en-US' }), [text, formats.locale]);
  const good = lines.flatMap(({ day, name }) => (day === null || name === '' ? [] : { day, name }));
  const bring = useAct(
    (days: readonly { day: string; name: string }[]) =>
      dataOf(
        api.POST('/api/v1/companies/{company}/holiday-lists/{code}/days', {
          params: { path: { company: props.code, code: props.list.code } },
          body: { days: days.map((day) => ({ ...day, kind: 'own' as const, effect: 'closed' as const })) },
        }),
      ),
    { said: ({ count }) => t('calendars.daysBrought', { count }) },
  );
  return (
    <Panel title={<h2>{t('calendars.bringDays')}</h2>} close={props.close}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          bring.mutate(good, { onSuccess: props.close });
        }}
      >
        {bring.error && <ProblemNote error={bring.error} />}
        <Textarea
          size="xs"
          label={t('calendars.dayLines', { name: props.list.name })}
          description={t('calendars.dayLinesHelp')}
          placeholder={`${props.year}-11-08  Diwali`}
          autosize
          minRows={5}
          maxRows={14}
          autoFocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <ul className={styles.lines}>
          {lines.map(({ line, day, name, text: typed }) => (
            <li key={`${line} ${day}`} data-problem={day === null || name === '' || undefined}>
              {day === null || name === ''
                ? t('calendars.lineWrong', { line, text: typed })
                : `${formats.weekday(day)} ${day.slice(0, 4)}: ${name}`}
            </li>
          ))}
        </ul>
        <Button type="submit" loading={bring.isPending} disabled={good.length === 0 || good.length < lines.length}>
          {t('calendars.saveDays', { count: good.length })}
        </Button>
      </form>
    </Panel>
  );
}
