import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../../app/api.ts';
import type { Person } from '../../app/api.types.ts';
import { useKeyset } from '../../app/keyset.ts';
import { may } from '../../app/permissions.ts';
import { useAddressView } from '../../app/search.ts';
import { useCompany } from '../../app/session.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { fieldProblem } from '../../ui/form/problem-text.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { Panel } from '../../ui/panel/panel.component.tsx';
import { Split } from '../../ui/split/split.component.tsx';
import styles from './identity.module.css';
import { OneTimeSecret } from './one-time-secret.component.tsx';
import { ROLES, type Role, roleWord } from './roles.ts';

export function PeopleView(): ReactNode {
  const { t } = useTranslation();
  const company = useCompany();
  const { company: code } = useParams({ from: '/c/$company' });
  const [isAdding, setIsAdding] = useState(false);
  const people = useKeyset<Person>(`/companies/${code}/people`);
  const columns = usePeopleColumns();
  const { view, onView } = useAddressView();
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
          lead={may(company, 'managePeople') && <Button onClick={() => setIsAdding(true)}>{t('people.add')}</Button>}
        />
      }
      right={isAdding ? <AddPerson code={code} close={() => setIsAdding(false)} /> : null}
    />
  );
}

function usePeopleColumns(): readonly GridColumn<Person>[] {
  const { t } = useTranslation();
  return useMemo((): readonly GridColumn<Person>[] => {
    const words = (roles: readonly string[]): string =>
      roles
        .map((role) => {
          const key = roleWord(role);
          return key ? t(key) : role;
        })
        .join(', ');
    return [
      { id: 'name', kind: 'text', header: t('people.name'), width: 180, grow: true, value: (row) => row.name },
      { id: 'email', kind: 'text', header: t('signIn.email'), width: 220, value: (row) => row.email },
      {
        id: 'roles',
        kind: 'text',
        header: t('people.roles'),
        width: 220,
        grow: true,
        value: (row) => words(row.roles),
      },
      { id: 'seen', kind: 'instant', header: t('people.lastSeen'), width: 150, value: (row) => row.lastSeenAt },
    ];
  }, [t]);
}

function AddPerson({ code, close }: { code: string; close: () => void }): ReactNode {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<ReadonlySet<Role>>(new Set());
  const add = useMutation({
    mutationFn: () =>
      send<{ id: string; signInLink?: string }>('POST', `/companies/${code}/people`, {
        name,
        email,
        roles: [...roles],
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: [`/companies/${code}/people`] }),
  });
  const turn = (role: Role, isOn: boolean): void => {
    const next = new Set(roles);
    if (isOn) next.add(role);
    else next.delete(role);
    setRoles(next);
  };
  return (
    <Panel title={<h2>{t('people.add')}</h2>} close={close}>
      {add.data ? (
        <OneTimeSecret text={t('people.added', { name })} secret={add.data.signInLink} close={close} />
      ) : (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            add.mutate();
          }}
        >
          {add.error && <ProblemNote error={add.error} />}
          <TextInput
            label={t('people.name')}
            required
            withAsterisk={false}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={fieldProblem(add.error, 'name')}
          />
          <TextInput
            label={t('signIn.email')}
            type="email"
            required
            withAsterisk={false}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={fieldProblem(add.error, 'email')}
          />
          <fieldset className={styles.roles}>
            <legend>{t('people.roles')}</legend>
            {ROLES.map((role) => {
              const key = roleWord(role);
              return (
                <Checkbox
                  key={role}
                  size="xs"
                  label={key ? t(key) : role}
                  checked={roles.has(role)}
                  onChange={(event) => turn(role, event.currentTarget.checked)}
                />
              );
            })}
          </fieldset>
          <Button type="submit" loading={add.isPending} disabled={roles.size === 0}>
            {t('people.add')}
          </Button>
        </form>
      )}
    </Panel>
  );
}
