/** A task about the customer (`t`), for oneself by a day. */
import { Button, TextInput } from '@mantine/core';
import { addDays } from '@quittance/core/calendar';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, dataOf } from '../../../app/api.ts';
import { askAnew } from '../../../app/ask-anew.ts';
import { useTexts } from '../../../app/i18n.ts';
import { useSession } from '../../../app/session.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useToday } from '../../../ui/format/formats.context.ts';
import { say } from '../../../ui/notice/notice.component.tsx';
import styles from '../collections.module.css';

export function CustomerTask(props: { code: string; customerId: string; close: () => void }): ReactNode {
  const { t } = useTexts();
  const { user } = useSession();
  const today = useToday();
  const queryClient = useQueryClient();
  const [title, setTitle] = useState('');
  const [dueOn, setDueOn] = useState<string>(addDays(today, 1));
  const save = useMutation({
    mutationFn: () => {
      const subject = { subjectKind: 'customer', subjectId: props.customerId, customerId: props.customerId } as const;
      const rest = { note: '', recurrence: null, isPinned: false };
      const body = { title, assigneeId: user.id, due: { on: dueOn }, ...rest, ...subject };
      return dataOf(api.POST('/api/v1/companies/{company}/tasks', { params: { path: { company: props.code } }, body }));
    },
    onSuccess: () => {
      say({ text: t('tasks.added', { title, name: user.name }) });
      void askAnew(queryClient);
      props.close();
    },
  });
  return (
    <form
      className={styles.act}
      aria-label={t('tasks.task')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        props.close();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      {save.error && <ProblemNote error={save.error} />}
      <TextInput
        size="xs"
        autoFocus
        required
        withAsterisk={false}
        maxLength={200}
        label={t('tasks.task')}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <div className={styles.actLine}>
        <TextInput
          size="xs"
          type="date"
          required
          withAsterisk={false}
          min={today}
          label={t('tasks.dueOn')}
          value={dueOn}
          onChange={(event) => setDueOn(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" loading={save.isPending} disabled={title.trim() === ''}>
          {t('tasks.add')}
        </Button>
        <Button size="xs" variant="default" onClick={props.close}>
          {t('act.cancel')}
        </Button>
      </div>
    </form>
  );
}
