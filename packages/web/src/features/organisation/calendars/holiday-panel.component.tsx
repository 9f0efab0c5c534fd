/** One day of a list: what it is called and what it does to the hours. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { api } from '../../../app/api.ts';
import { type TextKey, useTexts } from '../../../app/i18n.ts';
import { TimeField } from '../../../ui/date/date-field.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { Panel } from '../../../ui/panel/panel.component.tsx';
import styles from './calendars.module.css';
import { type Holiday, type HolidayListView, holidaysQuery } from './calendars.queries.ts';
import { minuteOfTime, timeText } from './hours-text.ts';

type Effect = Holiday['effect'];

const EFFECTS: readonly Effect[] = ['closed', 'half', 'working', 'ordinary'];
const EFFECT_WORDS: Readonly<Record<Effect, TextKey>> = {
  closed: 'calendars.closed',
  half: 'calendars.half',
  working: 'calendars.working',
  ordinary: 'calendars.ordinary',
};
const KIND_WORDS: Readonly<Record<Holiday['kind'], TextKey>> = {
  public: 'calendars.public',
  bank: 'calendars.bank',
  optional: 'calendars.optional',
  own: 'calendars.own',
};
const ORIGIN_WORDS: Readonly<Record<Holiday['origin'], TextKey>> = {
  library: 'calendars.fromLibrary',
  person: 'calendars.fromPerson',
  import: 'calendars.fromImport',
};
const NEW_DAY = { name: '', kind: 'own', effect: 'closed', fromMinute: null, untilMinute: null } as const;
const MORNING = { fromMinute: 0, untilMinute: 780 };

interface Props {
  readonly code: string;
  readonly list: HolidayListView;
  readonly year: number;
  readonly day: string;
  readonly mayManage: boolean;
  readonly close: () => void;
}

export function HolidayPanel(props: Props): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const days = useQuery(holidaysQuery(props.code, { code: props.list.code, year: props.year }));
  const found = days.data?.rows.find(({ day }) => day === props.day);
  return (
    <Panel title={<h2>{formats.weekday(props.day)}</h2>} close={props.close}>
      <div className={styles.form}>
        {found && (
          <p className={styles.quiet}>
            {t(KIND_WORDS[found.kind])} · {t(ORIGIN_WORDS[found.origin])}
          </p>
        )}
        {props.mayManage ? (
          <DayForm {...props} start={found ?? NEW_DAY} />
        ) : (
          <p>{found ? `${found.name}: ${t(EFFECT_WORDS[found.effect])}` : t('calendars.usualDay')}</p>
        )}
      </div>
    </Panel>
  );
}

type Draft = Pick<Holiday, 'name' | 'kind' | 'effect' | 'fromMinute' | 'untilMinute'>;

function DayForm({ code, list, day, start, close }: Props & { start: Draft }): ReactNode {
  const { t } = useTexts();
  const [draft, setDraft] = useState<Draft>(start);
  const save = useAct(
    ({ name, kind, effect, fromMinute, untilMinute }: Draft) =>
      api.PUT('/api/v1/companies/{company}/holiday-lists/{code}/days/{day}', {
        params: { path: { company: code, code: list.code, day } },
        body: { name, kind, effect, fromMinute, untilMinute },
      }),
    { said: () => t('calendars.daySaved') },
  );
  const hasHours = draft.effect === 'half' || draft.effect === 'working';
  const choose = (effect: Effect): void => {
    const isOpen = effect === 'half' || effect === 'working';
    const hours = isOpen
      ? { fromMinute: draft.fromMinute ?? MORNING.fromMinute, untilMinute: draft.untilMinute ?? MORNING.untilMinute }
      : { fromMinute: null, untilMinute: null };
    setDraft({ ...draft, effect, ...hours });
  };
  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(draft, { onSuccess: close });
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
        label={t('calendars.effect')}
        value={draft.effect}
        onChange={(event) => choose(EFFECTS.find((one) => one === event.currentTarget.value) ?? 'closed')}
        data={EFFECTS.map((value) => ({ value, label: t(EFFECT_WORDS[value]) }))}
      />
      {hasHours && (
        <div className={styles.row}>
          <TimeField
            size="xs"
            label={t('calendars.from')}
            value={timeText(draft.fromMinute ?? 0)}
            change={(time) => setDraft({ ...draft, fromMinute: minuteOfTime(time) })}
          />
          <TimeField
            size="xs"
            label={t('calendars.until')}
            value={timeText(draft.untilMinute ?? 0)}
            change={(time) => setDraft({ ...draft, untilMinute: minuteOfTime(time) })}
          />
        </div>
      )}
      <p className={styles.quiet}>{t('calendars.dayHelp')}</p>
      <Button type="submit" loading={save.isPending}>
        {t('calendars.saveDay')}
      </Button>
    </form>
  );
}
