import { Button, TextInput } from '@mantine/core';
import type { Role } from '@quittance/core/permissions';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, dataOf } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { fieldProblem } from '../../ui/form/problem-text.ts';
import { Panel } from '../../ui/panel/panel.component.tsx';
import styles from './identity.module.css';
import { OneTimeSecret } from './one-time-secret.component.tsx';
import { RoleChoice } from './role-choice.component.tsx';

export function AddPerson({ code, close }: { code: string; close: () => void }): ReactNode {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<readonly Role[]>([]);
  const add = useMutation({
    mutationFn: () =>
      dataOf(
        api.POST('/api/v1/companies/{company}/people', {
          params: { path: { company: code } },
          body: { name, email, roles: [...roles] },
        }),
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['people', code] }),
  });
  if (add.data) {
    const path = add.data.signInLink?.path;
    return (
      <Panel title={<h2>{t('people.add')}</h2>} close={close}>
        <OneTimeSecret
          text={path ? t('people.added', { name }) : t('people.addedKnown', { name })}
          secret={path && new URL(path, window.location.origin).href}
          close={close}
        />
      </Panel>
    );
  }
  return (
    <Panel title={<h2>{t('people.add')}</h2>} close={close}>
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
          autoFocus
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
        <RoleChoice roles={roles} change={setRoles} />
        <Button type="submit" loading={add.isPending} disabled={roles.length === 0}>
          {t('people.add')}
        </Button>
      </form>
    </Panel>
  );
}
