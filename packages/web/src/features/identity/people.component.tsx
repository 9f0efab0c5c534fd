import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import type { Person } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useAddressView } from '../../app/search.ts';
import { useCompany } from '../../app/session.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { Split } from '../../ui/split/split.component.tsx';
import { Status } from '../../ui/status/status.component.tsx';
import { AddPerson } from './add-person.component.tsx';
import { usePeople } from './identity.queries.ts';
import { PersonPanel } from './person-panel.component.tsx';
import { useRoleWords } from './roles.ts';

export function PeopleView(): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const { company: code } = useParams({ from: '/c/$company' });
  const [open, setOpen] = useState<'new' | string | null>(null);
  const people = usePeople(code);
  const columns = usePeopleColumns();
  const { view, onView } = useAddressView();
  const person = people.rows.find(({ id }) => id === open);
  const mayManage = may(company, 'people.manage');
  const close = (): void => setOpen(null);
  return (
    <Split
      id="people"
      startPercent={62}
      left={
        <Grid
          id="people"
          label={t('people.title')}
          columns={columns}
          rows={people.rows}
          rowId={(row) => row.id}
          load={people.load}
          empty={t('people.empty')}
          view={view}
          onView={onView}
          isMain
          activeId={person?.id ?? null}
          {...(mayManage
            ? { onOpen: (row: Person) => setOpen(row.id), onActive: (row: Person) => open !== 'new' && setOpen(row.id) }
            : {})}
          lead={mayManage && <Button onClick={() => setOpen('new')}>{t('people.add')}</Button>}
        />
      }
      right={
        open === 'new' ? (
          <AddPerson code={code} close={close} />
        ) : person ? (
          <PersonPanel key={person.id} code={code} person={person} close={close} />
        ) : null
      }
    />
  );
}

function usePeopleColumns(): readonly GridColumn<Person>[] {
  const { t } = useTexts();
  const roleWords = useRoleWords();
  return useMemo(
    (): readonly GridColumn<Person>[] => [
      { id: 'name', kind: 'text', header: t('people.name'), width: 170, grow: true, value: (row) => row.name },
      { id: 'email', kind: 'text', header: t('signIn.email'), width: 210, value: (row) => row.email },
      {
        id: 'roles',
        kind: 'text',
        header: t('people.roles'),
        width: 220,
        grow: true,
        value: (row) => roleWords(row.roles),
      },
      {
        id: 'state',
        kind: 'text',
        header: t('books.status'),
        width: 130,
        code: (row) => (row.disabledAt ? 'disabled' : 'active'),
        value: (row) => (row.disabledAt ? t('people.disabled') : t('people.active')),
        render: (row) => (
          <Status
            tone={row.disabledAt ? 'quiet' : 'good'}
            word={row.disabledAt ? t('people.disabled') : t('people.active')}
          />
        ),
      },
      { id: 'seen', kind: 'instant', header: t('people.lastSeen'), width: 150, value: (row) => row.lastSeenAt },
    ],
    [t, roleWords],
  );
}
