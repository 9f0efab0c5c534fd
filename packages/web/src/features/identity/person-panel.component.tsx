import { Button } from '@mantine/core';
import type { Role } from '@quittance/core/permissions';
import { type ReactNode, useState } from 'react';
import type { Person } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { useSession } from '../../app/session.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { say } from '../../ui/notice/notice.component.tsx';
import { Panel } from '../../ui/panel/panel.component.tsx';
import type { HandOver } from '../collections/hand-over/hand-over.queries.ts';
import {
  type ChosenHandOver,
  HandOverChoice,
  useHandOver,
} from '../collections/hand-over/hand-over-choice.component.tsx';
import { goingInWords, useHandOverTexts } from '../collections/hand-over/hand-over-texts.ts';
import { useTakeBack } from '../collections/hand-over/use-take-back.ts';
import styles from './identity.module.css';
import { type DoneToPerson, type PersonAct, usePersonAct } from './identity.queries.ts';
import { OneTimeSecret } from './one-time-secret.component.tsx';
import { RoleChoice } from './role-choice.component.tsx';

/** A person's roles here, a new way in, and the end of it. Nobody changes their own. */
export function PersonPanel({ code, person, close }: { code: string; person: Person; close: () => void }): ReactNode {
  const { t } = useTexts();
  const { user } = useSession();
  const act = usePersonAct(code, person.id, useSaid(code, person));
  const [roles, setRoles] = useState<readonly Role[]>(person.roles);
  const [isDisabling, setIsDisabling] = useState(false);
  const isSelf = user.id === person.id;
  const losesRoles = person.roles.some((role) => !roles.includes(role));
  if (act.data?.link) {
    return (
      <Panel title={<h2>{person.name}</h2>} close={close}>
        <OneTimeSecret
          text={t('people.added', { name: person.name })}
          secret={new URL(act.data.link, window.location.origin).href}
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
          send={(handOver, totals) => act.mutate({ kind: 'roles', roles, handOver, totals })}
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
            send={(handOver, totals) =>
              act.mutate({ kind: 'disable', handOver, totals }, { onSuccess: () => setIsDisabling(false) })
            }
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

/** What was done, and what went to whom with it: that can be taken back at once. */
function useSaid(code: string, { name }: Person): (act: PersonAct, answer: DoneToPerson) => void {
  const { t } = useTexts();
  const { own } = useHandOverTexts();
  const takeBack = useTakeBack(code);
  return (act, { handOverId }) => {
    const saved = act.kind === 'roles' ? t('people.rolesSaved', { name }) : null;
    if (handOverId === null || !('totals' in act)) {
      if (saved !== null) say({ text: saved });
      return;
    }
    const { totals } = act;
    const gone = own('handOver.done', { name, work: goingInWords(own, totals) });
    const undo = (): void => takeBack.mutate({ id: handOverId, fromName: name, totals });
    say({ text: saved === null ? gone : `${saved} ${gone}`, undo });
  };
}

interface LeavingProps {
  readonly code: string;
  readonly person: Person;
  readonly act: ReturnType<typeof usePersonAct>;
  readonly isSelf: boolean;
  /** With which the person goes on; null: none is taken, and nothing is handed over. */
  readonly roles: readonly Role[] | null;
  readonly word: string;
  readonly send: (handOver: ChosenHandOver | null, totals: HandOver['totals']) => void;
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
      <Button
        disabled={isSelf || !isReady}
        loading={act.isPending}
        onClick={() => send(state.chosen, state.preview?.totals ?? [])}
      >
        {state.chosen === null ? word : `${word}, ${own('handOver.actToo')}`}
      </Button>
    </>
  );
}
