import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { api, dataOf } from '../../../app/api.ts';
import { useTexts } from '../../../app/i18n.ts';
import { useCompany } from '../../../app/session.ts';
import { DateField } from '../../../ui/date/date-field.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { Panel } from '../../../ui/panel/panel.component.tsx';
import styles from './calendars.module.css';
import type { Shift } from './calendars.queries.ts';
import { RemoveButton } from './remove-button.component.tsx';
import { cycleOf, WeekField, type WeekText, weekTextOf } from './week-field.component.tsx';

/** Any Monday: a week repeats itself for ever. */
const MONDAY = '1970-01-05';
const WEEK_DAYS = 7;
const CYCLE_DAYS_MAX = 56;
const OFFICE: WeekText = ['09:00–17:00', '09:00–17:00', '09:00–17:00', '09:00–17:00', '09:00–17:00', '', ''];

interface Draft {
  readonly name: string;
  readonly timeZone: string;
  readonly anchor: string;
  readonly lines: WeekText;
}

export function ShiftForm({ code, shift, close }: { code: string; shift: Shift | null; close: () => void }): ReactNode {
  const { t } = useTexts();
  const { timeZone, today } = useCompany();
  const [draft, setDraft] = useState<Draft>(
    shift ? { ...shift, lines: weekTextOf(shift.cycle) } : { name: '', timeZone, anchor: MONDAY, lines: OFFICE },
  );
  const cycle = cycleOf(draft.lines);
  const isWeek = draft.lines.length === WEEK_DAYS;
  const save = useSaveShift(code, shift);
  const setLength = (days: number): void => {
    const lines = Array.from({ length: days }, (_, index) => draft.lines[index] ?? '');
    const anchor = days === WEEK_DAYS ? MONDAY : draft.anchor === MONDAY ? today : draft.anchor;
    setDraft({ ...draft, lines, anchor });
  };
  return (
    <Panel title={<h2>{shift?.name ?? t('calendars.addShift')}</h2>} close={close}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (cycle === null) return;
          const { name, timeZone: zone, anchor } = draft;
          save.mutate({ name, timeZone: zone, anchor, cycle }, { onSuccess: close });
        }}
      >
        {save.error && <ProblemNote error={save.error} />}
        <TextInput
          size="xs"
          label={t('people.name')}
          required
          withAsterisk={false}
          autoFocus
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
        />
        <NativeSelect
          size="xs"
          label={t('people.zone')}
          description={t('calendars.zoneHelp')}
          value={draft.timeZone}
          onChange={(event) => setDraft({ ...draft, timeZone: event.currentTarget.value })}
          data={timeZones(draft.timeZone)}
        />
        <div className={styles.row}>
          <TextInput
            type="number"
            label={t('calendars.cycleDays')}
            min={1}
            max={CYCLE_DAYS_MAX}
            value={draft.lines.length}
            onChange={(event) => {
              const days = Number(event.currentTarget.value);
              if (Number.isInteger(days) && days >= 1 && days <= CYCLE_DAYS_MAX) setLength(days);
            }}
          />
          {!isWeek && (
            <DateField
              size="xs"
              label={t('calendars.anchor')}
              required
              withAsterisk={false}
              value={draft.anchor}
              change={(day) => setDraft({ ...draft, anchor: day })}
            />
          )}
        </div>
        <WeekField lines={draft.lines} change={(lines) => setDraft({ ...draft, lines })} />
        <div className={styles.row}>
          <Button type="submit" loading={save.isPending} disabled={cycle === null}>
            {t('calendars.saveShift')}
          </Button>
          {shift && (
            <RemoveButton
              name={shift.name}
              remove={() =>
                api.DELETE('/api/v1/companies/{company}/shifts/{id}', {
                  params: { path: { company: code, id: shift.id } },
                })
              }
              close={close}
            />
          )}
        </div>
      </form>
    </Panel>
  );
}

/** What the browser knows, and the one that is chosen even if it does not list it (such as UTC). */
export function timeZones(chosen: string): string[] {
  return [...new Set([chosen, ...Intl.supportedValuesOf('timeZone')])].sort();
}

function useSaveShift(code: string, shift: Shift | null) {
  const { t } = useTexts();
  return useAct(
    (body: Omit<Shift, 'id'>) =>
      shift === null
        ? dataOf(api.POST('/api/v1/companies/{company}/shifts', { params: { path: { company: code } }, body }))
        : dataOf(
            api.PUT('/api/v1/companies/{company}/shifts/{id}', {
              params: { path: { company: code, id: shift.id } },
              body,
            }),
          ),
    { said: ({ name }) => t('calendars.saved', { name }) },
  );
}
