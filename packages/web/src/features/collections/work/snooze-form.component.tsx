/** Until when a customer is left alone (`z`), with a reason if there is one. */
import { Button, TextInput } from '@mantine/core';
import { addDays } from '@quittance/core/calendar';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { DateField } from '../../../ui/date/date-field.component.tsx';
import { useFormats, useToday } from '../../../ui/format/formats.context.ts';
import styles from '../collections.module.css';
import type { SetAside } from './use-work-act.ts';
import { snoozeDays } from './weekdays.ts';

export function SnoozeForm(props: { isBusy: boolean; snooze: (act: SetAside) => void; close: () => void }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const today = useToday();
  const days = snoozeDays(today);
  const [backOn, setBackOn] = useState<string>(days[1] ?? addDays(today, 1));
  const [reason, setReason] = useState('');
  const send = (day: string): void =>
    props.snooze({ kind: 'snoozed', backOn: day, reason: reason.trim() === '' ? null : reason.trim() });
  return (
    <form
      className={styles.act}
      aria-label={t('myDay.snooze')}
      onKeyDown={(event) => {
        const isSent = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
        if (event.key !== 'Escape' && !isSent) return;
        event.preventDefault();
        event.stopPropagation();
        if (!isSent) props.close();
        else if (!props.isBusy && backOn > today) send(backOn);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        send(backOn);
      }}
    >
      <div className={styles.actLine}>
        {days.map((day) => (
          <Button key={day} size="compact-xs" variant="default" onClick={() => send(day)}>
            {formats.weekday(day)}
          </Button>
        ))}
      </div>
      <div className={styles.actLine}>
        <DateField
          size="xs"
          autoFocus
          required
          withAsterisk={false}
          min={addDays(today, 1)}
          label={t('myDay.backOn')}
          value={backOn}
          change={setBackOn}
        />
        <TextInput
          size="xs"
          label={t('myDay.snoozeReason')}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" loading={props.isBusy} disabled={backOn <= today}>
          {t('myDay.snooze')}
        </Button>
        <Button size="xs" variant="default" onClick={props.close}>
          {t('act.cancel')}
        </Button>
      </div>
    </form>
  );
}
