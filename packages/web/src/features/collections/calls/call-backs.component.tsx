/** Call-backs by their instant, with when both sides work; the sheet to call by opens beside them. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { instantInZone, parseLocalDate } from '@quittance/core/calendar';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { DateField, TimeField } from '../../../ui/date/date-field.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { clockIn, dayIn, placeOf } from '../../../ui/format/zone.ts';
import { Grid } from '../../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../../ui/grid/grid.types.ts';
import { Split } from '../../../ui/split/split.component.tsx';
import { Status } from '../../../ui/status/status.component.tsx';
import { peopleQuery } from '../tasks/tasks.queries.ts';
import styles from './calls.module.css';
import { type CallBackRow, cancelCallBack, moveCallBack, useCallBacks, type Whose } from './calls.queries.ts';

const CallSheet = lazy(async () => ({ default: (await import('./call-sheet.component.tsx')).CallSheet }));

export function CallBacks({ code }: { code: string }): ReactNode {
  const { t } = useTexts();
  const [whose, setWhose] = useState<Whose>('mine');
  const [openId, setOpenId] = useState<string | null>(null);
  const list = useCallBacks(code, whose);
  const columns = useColumns();
  const open = list.rows.find(({ id }) => id === openId);
  const close = (): void => setOpenId(null);
  return (
    <Split
      id="call-backs"
      startPercent={58}
      left={
        <Grid
          id="call-backs"
          label={t('calls.backs')}
          columns={columns}
          rows={list.rows}
          rowId={(row) => row.id}
          load={list.load}
          empty={t('calls.noBacks')}
          activeId={openId}
          onActive={(row) => openId !== null && setOpenId(row.id)}
          onOpen={(row) => setOpenId(row.id)}
          isMain
          lead={
            <NativeSelect
              size="xs"
              aria-label={t('calls.whose')}
              value={whose}
              onChange={({ currentTarget }) => setWhose(currentTarget.value === 'all' ? 'all' : 'mine')}
              data={[
                { value: 'mine', label: t('tasks.mine') },
                { value: 'all', label: t('tasks.all') },
              ]}
            />
          }
        />
      }
      right={
        open === undefined ? null : (
          <div key={open.id}>
            <ChangeCallBack code={code} row={open} done={close} />
            <Suspense fallback={null}>
              <CallSheet code={code} customerId={open.customerId} callBackId={open.id} close={close} />
            </Suspense>
          </div>
        )
      }
    />
  );
}

function useColumns(): readonly GridColumn<CallBackRow>[] {
  const { t } = useTexts();
  const formats = useFormats();
  return useMemo((): readonly GridColumn<CallBackRow>[] => {
    const theirTime = (row: CallBackRow): string =>
      `${formats.clock(row.dueAt, row.theirZone)} ${placeOf(row.theirZone)}`;
    const stateOf = (row: CallBackRow): 'late' | 'now' | 'closed' => {
      if (row.window?.isNow !== true) return 'closed';
      return Date.parse(row.dueAt) < Date.now() ? 'late' : 'now';
    };
    const words = { late: t('calls.backLate'), now: t('calls.backNow'), closed: t('calls.backClosed') };
    const tones = { late: 'alert', now: 'good', closed: 'quiet' } as const;
    return [
      { id: 'due', kind: 'instant', header: t('calls.callBackAt'), width: 165, value: (row) => row.dueAt },
      { id: 'theirs', kind: 'text', header: t('calls.theirTime'), width: 140, value: theirTime },
      {
        id: 'customer',
        kind: 'text',
        header: t('tasks.about'),
        width: 200,
        grow: true,
        value: (row) => row.customerName,
      },
      { id: 'contact', kind: 'text', header: t('calls.whom'), width: 140, value: (row) => row.contactName },
      {
        id: 'state',
        kind: 'text',
        header: t('calls.hours'),
        width: 150,
        code: stateOf,
        value: (row) => words[stateOf(row)],
        render: (row) => <Status tone={tones[stateOf(row)]} word={words[stateOf(row)]} />,
      },
      { id: 'note', kind: 'text', header: t('tasks.note'), width: 200, value: (row) => row.note },
      { id: 'who', kind: 'text', header: t('tasks.assignee'), width: 130, value: (row) => row.assigneeName },
    ];
  }, [t, formats]);
}

/** Another time, another person, or not at all. */
function ChangeCallBack({ code, row, done }: { code: string; row: CallBackRow; done: () => void }): ReactNode {
  const { t } = useTexts();
  const mayWrite = may(useCompany(), 'activities.write');
  const people = useQuery(peopleQuery(code)).data?.people ?? [];
  const client = useQueryClient();
  const [day, setDay] = useState<string>(() => dayIn(row.dueAt, row.theirZone));
  const [time, setTime] = useState(() => clockIn(row.dueAt, row.theirZone));
  const [assigneeId, setAssigneeId] = useState(row.assigneeId);
  const [reason, setReason] = useState('');
  const onSuccess = async (): Promise<void> => {
    done();
    await client.invalidateQueries({ queryKey: ['call-backs', code] });
  };
  const date = parseLocalDate(day);
  const move = useMutation({
    mutationFn: () =>
      moveCallBack(code, row.id, { at: date ? instantInZone(date, time, row.theirZone) : '', assigneeId }),
    onSuccess,
  });
  const cancel = useMutation({ mutationFn: () => cancelCallBack(code, row.id, reason.trim()), onSuccess });
  if (!mayWrite) return null;
  const problem = move.error ?? cancel.error;
  return (
    <details className={styles.change}>
      <summary>{t('calls.changeBack')}</summary>
      {problem && <ProblemNote error={problem} />}
      <div className={styles.line}>
        <DateField size="xs" aria-label={t('calls.day')} value={day} change={setDay} />
        <TimeField size="xs" aria-label={t('calls.time')} value={time} change={setTime} />
        <NativeSelect
          size="xs"
          aria-label={t('tasks.assignee')}
          value={assigneeId}
          onChange={(event) => setAssigneeId(event.currentTarget.value)}
          data={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button
          size="xs"
          disabled={date === null || time === ''}
          loading={move.isPending}
          onClick={() => move.mutate()}
        >
          {t('calls.moveBack')}
        </Button>
      </div>
      <div className={styles.line}>
        <TextInput
          size="xs"
          className={styles.grow}
          aria-label={t('calls.cancelWhy')}
          placeholder={t('calls.cancelWhy')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button
          size="xs"
          variant="default"
          disabled={reason.trim() === ''}
          loading={cancel.isPending}
          onClick={() => cancel.mutate()}
        >
          {t('calls.cancelBack')}
        </Button>
      </div>
    </details>
  );
}
