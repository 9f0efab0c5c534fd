import { Checkbox } from '@mantine/core';
import type { Role } from '@quittance/core/permissions';
import type { ReactNode } from 'react';
import { useTexts } from '../../app/i18n.ts';
import styles from './identity.module.css';
import { ROLES_OF_PEOPLE, useRoleWords } from './roles.ts';

/** A person may hold several roles; what they may do is what any of them allows. */
export function RoleChoice(props: { roles: readonly Role[]; change: (roles: readonly Role[]) => void }): ReactNode {
  const { t } = useTexts();
  const roleWords = useRoleWords();
  return (
    <fieldset className={styles.roles}>
      <legend>{t('people.roles')}</legend>
      {ROLES_OF_PEOPLE.map((role) => (
        <Checkbox
          key={role}
          size="xs"
          label={roleWords([role])}
          checked={props.roles.includes(role)}
          onChange={(event) =>
            props.change(
              event.currentTarget.checked ? [...props.roles, role] : props.roles.filter((other) => other !== role),
            )
          }
        />
      ))}
    </fieldset>
  );
}
