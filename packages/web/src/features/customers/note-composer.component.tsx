/** Writing down a note or a call where one stands (`n`): Ctrl Enter saves, `Esc` leaves. */
import { Button } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { api, dataOf } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { ACTIVITY_WORDS } from './activity-words.ts';
import styles from './customers.module.css';
import { useCustomerAct } from './customers.queries.ts';
import { NoteArea } from './notes/note-area.component.tsx';

const SECONDS_PER_MINUTE = 60;

export const WRITTEN_KINDS = ['note', 'call', 'mail', 'meeting'] as const;
export function NoteComposer(props: { code: string; customerId: string; close: () => void }): ReactNode {
  const { t } = useTexts();
  const { code, customerId, close } = props;
  const [kind, setKind] = useState<string>('note');
  const [text, setText] = useState('');
  const [minutes, setMinutes] = useState('');
  const write = useCustomerAct(
    () => {
      const durationSeconds = minutes === '' ? undefined : Number(minutes) * SECONDS_PER_MINUTE;
      const params = { path: { company: code, id: customerId } };
      const body = { kind, text, ...(durationSeconds === undefined ? {} : { durationSeconds }) };
      return dataOf(api.POST('/api/v1/companies/{company}/customers/{id}/activities', { params, body }));
    },
    { said: t('customers.noted'), done: close },
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim() !== '') write.mutate(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form
      className={styles.composer}
      aria-label={t('customers.writeNote')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        write.mutate(undefined);
      }}
    >
      {write.error && <ProblemNote error={write.error} />}
      <NoteArea
        autoFocus
        autosize
        minRows={2}
        maxRows={12}
        aria-label={t('customers.noteText')}
        placeholder={t('customers.notePlaceholder')}
        value={text}
        change={setText}
      />
      <div className={styles.line}>
        <select aria-label={t('customers.what')} value={kind} onChange={(event) => setKind(event.currentTarget.value)}>
          {WRITTEN_KINDS.map((one) => (
            <option key={one} value={one}>
              {t(ACTIVITY_WORDS[one] ?? 'customers.activityNote')}
            </option>
          ))}
        </select>
        <input
          className={styles.minutes}
          inputMode="numeric"
          pattern="\d{1,4}"
          aria-label={t('customers.minutes')}
          placeholder={t('customers.minutes')}
          value={minutes}
          onChange={(event) => setMinutes(event.currentTarget.value)}
        />
        <Button size="xs" type="submit" loading={write.isPending} disabled={text.trim() === ''}>
          {t('customers.saveNote')}
        </Button>
        <Button size="xs" variant="default" onClick={close}>
          {t('act.cancel')}
        </Button>
        <span className={styles.quiet}>{t('customers.noteKeys')}</span>
      </div>
    </form>
  );
}
