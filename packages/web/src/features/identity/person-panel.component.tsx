import { Button } from '@mantine/core';
import type { Role } from '@quittance/core/permissions';
import { type ReactNode, useState } from 'react';
import type { Person } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { useSession } from '../../app/session.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { say } from '../../ui/notice/notice.component.tsx';
import { Panel } from '../../ui/panel/panel.component.tsx';
import styles from './identity.module.css';
import { usePersonAct } from './identity.queries.ts';
import { OneTimeSecret } from './one-time-secret.component.tsx';
import { RoleChoice } from './role-choice.component.tsx';

/** A person's roles here, a new way in, and the end of it. Nobody changes their own. */
export function PersonPanel({ code, person, close }: { code: string; person: Person; close: () => void }): ReactNode {
  const { t } = useTexts();
  const { user } = useSession();
  const act = usePersonAct(code, person.id);
  const [roles, setRoles] = useState<readonly Role[]>(person.roles);
  const isSelf = user.id === person.id;
  if (act.data) {
    return (
      <Panel title={<h2>{person.name}</h2>} close={close}>
        <OneTimeSecret
          text={t('people.added', { name: person.name })}
          secret={new URL(act.data, window.location.origin).href}
          close={close}
        />
      </Panel>
    );
  }
  return (
    <Panel title={<h2>{person.name}</h2>} close={close}>
      <div className={styles.form}>
        {act.error && <ProblemNote error={act.error} />}
        {isSelf && <p className={styles.quiet}>{t('people.notYourself')}</p>}
        <RoleChoice roles={roles} change={setRoles} />
        <Button
          disabled={isSelf}
          loading={act.isPending}
          onClick={() =>
            act.mutate(
              { kind: 'roles', roles },
              { onSuccess: () => say({ text: t('people.rolesSaved', { name: person.name }) }) },
            )
          }
        >
          {roles.length === 0 ? t('people.takeOut') : t('people.saveRoles')}
        </Button>
        <Button variant="default" disabled={isSelf} onClick={() => act.mutate({ kind: 'link' })}>
          {t('people.newLink')}
        </Button>
        <Button
          variant="default"
          disabled={isSelf}
          onClick={() => act.mutate({ kind: person.disabledAt ? 'enable' : 'disable' })}
        >
          {person.disabledAt ? t('people.enable') : t('people.disable')}
        </Button>
      </div>
    </Panel>
  );
}
