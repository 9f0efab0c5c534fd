import { Button } from '@mantine/core';
import type { Role } from '@quittance/core/permissions';
import { type ReactNode, useState } from 'react';
import type { Person } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { useSession } from '../../app/session.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { say } from '../../ui/notice/notice.component.tsx';
import { Panel } from '../../ui/panel/panel.component.tsx';
import {
  type ChosenHandOver,
  HandOverChoice,
  useHandOver,
} from '../collections/hand-over/hand-over-choice.component.tsx';
import { useHandOverTexts } from '../collections/hand-over/hand-over-texts.ts';
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
  const [isDisabling, setIsDisabling] = useState(false);
  const isSelf = user.id === person.id;
  const losesRoles = person.roles.some((role) => !roles.includes(role));
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
        <Leaving
          key={roles.join()}
          {...{ code, person, act, isSelf }}
          roles={losesRoles ? roles : null}
          word={roles.length === 0 ? t('people.takeOut') : t('people.saveRoles')}
          send={(handOver) =>
            act.mutate(
              { kind: 'roles', roles, handOver },
              { onSuccess: () => say({ text: t('people.rolesSaved', { name: person.name }) }) },
            )
          }
        />
        <Button variant="default" disabled={isSelf} onClick={() => act.mutate({ kind: 'link' })}>
          {t('people.newLink')}
        </Button>
        {person.disabledAt ? (
          <Button variant="default" disabled={isSelf} onClick={() => act.mutate({ kind: 'enable' })}>
            {t('people.enable')}
          </Button>
        ) : isDisabling ? (
          <Leaving
            {...{ code, person, act, isSelf }}
            roles={[]}
            word={t('people.disable')}
            send={(handOver) => act.mutate({ kind: 'disable', handOver }, { onSuccess: () => setIsDisabling(false) })}
          />
        ) : (
          <Button variant="default" disabled={isSelf} onClick={() => setIsDisabling(true)}>
            {t('people.disable')}
          </Button>
        )}
      </div>
    </Panel>
  );
}

interface LeavingProps {
  readonly code: string;
  readonly person: Person;
  readonly act: ReturnType<typeof usePersonAct>;
  readonly isSelf: boolean;
  /** With which the person goes on; null: none is taken, and nothing is handed over. */
  readonly roles: readonly Role[] | null;
  readonly word: string;
  readonly send: (handOver: ChosenHandOver | null) => void;
}

/** What the person could not go on with, to whom it goes, and the button of the act. */
function Leaving({ code, person, act, isSelf, roles, word, send }: LeavingProps): ReactNode {
  const { own } = useHandOverTexts();
  const reason = own('handOver.reasonLeaves', { name: person.name });
  const state = useHandOver(code, { fromId: person.id, roles: isSelf ? null : roles, reason });
  const isReady = roles === null || state.isReady;
  return (
    <>
      {roles !== null && <HandOverChoice code={code} from={person} state={state} mayLeave />}
      <Button disabled={isSelf || !isReady} loading={act.isPending} onClick={() => send(state.chosen)}>
        {state.chosen === null ? word : `${word}, ${own('handOver.actToo')}`}
      </Button>
    </>
  );
}
