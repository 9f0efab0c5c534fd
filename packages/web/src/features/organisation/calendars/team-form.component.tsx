import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { api, dataOf } from '../../../app/api.ts';
import { useTexts } from '../../../app/i18n.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { Panel } from '../../../ui/panel/panel.component.tsx';
import styles from './calendars.module.css';
import type { Calendars, WorkTeam } from './calendars.queries.ts';
import { ListChoice } from './list-choice.component.tsx';
import { RemoveButton } from './remove-button.component.tsx';

interface Props {
  readonly code: string;
  readonly team: WorkTeam | null;
  readonly calendars: Calendars;
  readonly close: () => void;
}

export function TeamForm({ code, team, calendars, close }: Props): ReactNode {
  const { t } = useTexts();
  const [draft, setDraft] = useState<Omit<WorkTeam, 'id'>>(
    team ?? {
      name: '',
      shiftId: calendars.shifts[0]?.id ?? '',
      holidayLists: [...(calendars.company?.holidayLists ?? [])],
    },
  );
  const save = useSaveTeam(code, team);
  return (
    <Panel title={<h2>{team?.name ?? t('calendars.addTeam')}</h2>} close={close}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const { name, shiftId, holidayLists } = draft;
          save.mutate({ name, shiftId, holidayLists }, { onSuccess: close });
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
          label={t('calendars.shift')}
          value={draft.shiftId}
          onChange={(event) => setDraft({ ...draft, shiftId: event.currentTarget.value })}
          data={calendars.shifts.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <ListChoice
          lists={calendars.lists}
          chosen={draft.holidayLists}
          choose={(holidayLists) => setDraft({ ...draft, holidayLists })}
        />
        <div className={styles.row}>
          <Button type="submit" loading={save.isPending}>
            {t('calendars.saveTeam')}
          </Button>
          {team && (
            <RemoveButton
              name={team.name}
              remove={() =>
                api.DELETE('/api/v1/companies/{company}/work-teams/{id}', {
                  params: { path: { company: code, id: team.id } },
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

function useSaveTeam(code: string, team: WorkTeam | null) {
  const { t } = useTexts();
  return useAct(
    (body: Omit<WorkTeam, 'id'>) =>
      team === null
        ? dataOf(api.POST('/api/v1/companies/{company}/work-teams', { params: { path: { company: code } }, body }))
        : dataOf(
            api.PUT('/api/v1/companies/{company}/work-teams/{id}', {
              params: { path: { company: code, id: team.id } },
              body,
            }),
          ),
    { said: ({ name }) => t('calendars.saved', { name }) },
  );
}
