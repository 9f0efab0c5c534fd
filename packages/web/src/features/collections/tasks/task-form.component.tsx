/** A task, new or changed: what, who, by which day, how often. */
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { api, dataOf } from '../../../app/api.ts';
import { useTexts } from '../../../app/i18n.ts';
import { useCompany, useSession } from '../../../app/session.ts';
import { DateField } from '../../../ui/date/date-field.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import type { MoneyText } from '../../../ui/money/money-text.ts';
import { say } from '../../../ui/notice/notice.component.tsx';
import { NoteArea } from '../../customers/notes/note-area.component.tsx';
import { RHYTHM_WORDS, RHYTHMS, type Rhythm, rhythmOf, ruleOf } from './recurrence-choice.ts';
import { type TaskWords, taskWords } from './task-words.ts';
import styles from './tasks.module.css';
import { peopleQuery, type Recurrence, type Task } from './tasks.queries.ts';

interface Draft {
  readonly title: string;
  readonly note: string;
  readonly assigneeId: string;
  readonly dueOn: string;
  /** Instead of a day; null: by the end of work on the day. */
  readonly inHours: number | null;
  readonly rhythm: Rhythm;
  readonly isPinned: boolean;
}

const NO_WORDS: TaskWords = { title: '', note: '' };

/** Working hours from now, by the calendar of whoever has it: soon, within the morning, within a day, within a week. */
const HOURS = [1, 2, 4, 8, 16, 40] as const;

/** What a new task is about; nothing of the ledger when absent. */
export interface TaskSubject {
  readonly kind: 'customer' | 'item' | 'promise';
  readonly id: string;
}

/** `dueOn` is the day of the task in the company's zone. */
export function TaskForm(props: {
  code: string;
  task: Task | null;
  dueOn: string;
  about?: TaskSubject;
  close: () => void;
}): ReactNode {
  const { t } = useTexts();
  const { task, close } = props;
  const formats = useFormats();
  const money = ({ amount, currency }: MoneyText): string => formats.amountText(amount, currency);
  const words = task === null ? NO_WORDS : taskWords(task, { t, money });
  const me = useSession().user.id;
  const { today } = useCompany();
  const people = useQuery(peopleQuery(props.code)).data?.people ?? [];
  const [draft, setDraft] = useState<Draft>({
    ...words,
    assigneeId: task?.assigneeId ?? me,
    dueOn: props.dueOn,
    inHours: null,
    rhythm: rhythmOf(task?.recurrence ?? null),
    isPinned: task?.isPinned ?? false,
  });
  const save = useSaveTask(props.code, task, props.about);
  const nameOf = (id: string): string => people.find((one) => one.id === id)?.name ?? '';
  const send = (): void => {
    const { assigneeId, dueOn, rhythm, isPinned } = draft;
    // Words that were not touched stay as they were given: the screen says them in each reader's language.
    const title = task && draft.title === words.title ? task.title : draft.title;
    const note = task && draft.note === words.note ? task.note : draft.note;
    // A day that was not touched keeps its hour, and a rhythm its rule, which may be finer than the list.
    const dayDue = task && dueOn === props.dueOn ? { at: task.dueAt } : { on: dueOn };
    const due = draft.inHours === null ? dayDue : { inHours: draft.inHours };
    const isSameRhythm = task && rhythm === rhythmOf(task.recurrence) && dueOn === props.dueOn;
    const recurrence = isSameRhythm ? task.recurrence : ruleOf(rhythm, dueOn);
    const body = { title, note, assigneeId, due, recurrence, isPinned };
    save.mutate(body, {
      onSuccess: () => {
        say({
          text: task ? t('tasks.saved', { title: draft.title }) : t('tasks.added', { title, name: nameOf(assigneeId) }),
        });
        close();
      },
    });
  };
  return (
    <form
      className={styles.form}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.currentTarget.requestSubmit();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {save.error && <ProblemNote error={save.error} />}
      <TextInput
        size="xs"
        label={t('tasks.task')}
        required
        withAsterisk={false}
        autoFocus={task === null}
        maxLength={200}
        value={draft.title}
        onChange={(event) => setDraft({ ...draft, title: event.currentTarget.value })}
      />
      <div className={styles.row}>
        <NativeSelect
          size="xs"
          label={t('tasks.assignee')}
          value={draft.assigneeId}
          onChange={(event) => setDraft({ ...draft, assigneeId: event.currentTarget.value })}
          data={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <NativeSelect
          size="xs"
          label={t('tasks.dueBy')}
          value={draft.inHours === null ? '' : String(draft.inHours)}
          onChange={(event) => {
            const hours = event.currentTarget.value;
            setDraft({ ...draft, inHours: hours === '' ? null : Number(hours) });
          }}
          data={[
            { value: '', label: t('tasks.byDay') },
            ...HOURS.map((count) => ({ value: String(count), label: t('tasks.inHours', { count }) })),
          ]}
        />
        <DateField
          size="xs"
          disabled={draft.inHours !== null}
          label={t('tasks.dueOn')}
          required
          withAsterisk={false}
          min={task ? undefined : today}
          value={draft.dueOn}
          change={(day) => setDraft({ ...draft, dueOn: day })}
        />
        <NativeSelect
          size="xs"
          label={t('tasks.repeats')}
          value={draft.rhythm}
          onChange={(event) =>
            setDraft({ ...draft, rhythm: RHYTHMS.find((one) => one === event.currentTarget.value) ?? 'never' })
          }
          data={RHYTHMS.map((value) => ({ value, label: t(RHYTHM_WORDS[value]) }))}
        />
      </div>
      <NoteArea
        size="xs"
        label={t('tasks.note')}
        description={t('tasks.noteHelp')}
        autosize
        minRows={3}
        maxRows={10}
        value={draft.note}
        change={(note) => setDraft({ ...draft, note })}
      />
      <Checkbox
        size="xs"
        label={t('tasks.pin')}
        checked={draft.isPinned}
        onChange={(event) => setDraft({ ...draft, isPinned: event.currentTarget.checked })}
      />
      <Button type="submit" size="xs" loading={save.isPending}>
        {task ? t('tasks.act') : t('tasks.add')}
      </Button>
    </form>
  );
}

interface Body {
  readonly title: string;
  readonly note: string;
  readonly assigneeId: string;
  readonly due: { on: string } | { at: string } | { inHours: number };
  readonly recurrence: Recurrence | null;
  readonly isPinned: boolean;
}

function useSaveTask(company: string, task: Task | null, about: TaskSubject | undefined) {
  return useAct(async (body: Body) => {
    if (task === null) {
      await dataOf(
        api.POST('/api/v1/companies/{company}/tasks', {
          params: { path: { company } },
          body: { ...body, subjectKind: about?.kind ?? null, subjectId: about?.id ?? null, customerId: null },
        }),
      );
    } else
      await api.PUT('/api/v1/companies/{company}/tasks/{id}', { params: { path: { company, id: task.id } }, body });
  });
}
