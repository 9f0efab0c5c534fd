/** The versions, the latest first, with what each changes; who may switches one on or goes back to it. */
import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { api, dataOf } from '../../../app/api.ts';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { Instant } from '../../../ui/date/date.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import styles from './policies.module.css';
import type { Policies, PolicyVersion } from './policies.queries.ts';
import { usePolicyWords } from './policy-words.ts';
import { TrialNote, TryButton } from './trial-note.component.tsx';

interface VersionsProps {
  readonly code: string;
  readonly policies: Policies;
  readonly startFrom: (number: number) => void;
}

export function PolicyVersions({ code, policies, startFrom }: VersionsProps): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  if (policies.versions.length === 0) return <p className={styles.quiet}>{t('policies.noVersions')}</p>;
  return (
    <section aria-label={t('policies.versions')}>
      <h2 className={styles.heading}>{t('policies.versions')}</h2>
      <ul className={styles.versions}>
        {policies.versions.map((version) => (
          <Version key={version.number} code={code} version={version} policies={policies} startFrom={startFrom} />
        ))}
      </ul>
      {policies.inForce !== 0 && may(company, 'policies.manage') && (
        <SwitchOn code={code} number={0} word={t('policies.goBack')} label={t('policies.usualPolicy')} />
      )}
    </section>
  );
}

function Version(props: VersionsProps & { readonly version: PolicyVersion }): ReactNode {
  const { version, policies, code } = props;
  const { t } = useTexts();
  const company = useCompany();
  const words = usePolicyWords();
  const { number } = version;
  const isInForce = policies.inForce === number;
  const mayPropose = may(company, 'policies.propose');
  const isTried =
    policies.versions.some(({ trial }) => trial?.state === 'running') || version.trial?.isStillTrue === true;
  const held = policies.switches.some((one) => one.number === number);
  const changes = words.changes(version.changes, policies.usual);
  return (
    <li className={styles.version} data-in-force={isInForce || undefined}>
      <div className={styles.versionHead}>
        <b>
          {t('policies.version')} {number}
        </b>
        {isInForce && <span className={styles.inForce}>{t('policies.inForce')}</span>}
        <span className={styles.quiet}>
          {t('policies.proposedBy')} {version.proposedByName}, <Instant at={version.proposedAt} />
        </span>
      </div>
      <p>{version.reason}</p>
      <ul className={styles.changes}>
        {(changes.length > 0 ? changes : [t('policies.noChanges')]).map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
      {version.trial && <TrialNote code={code} trial={version.trial} mayPropose={mayPropose} />}
      <div className={styles.acts}>
        {mayPropose && (
          <Button size="compact-xs" variant="default" onClick={() => props.startFrom(number)}>
            {t('policies.startFrom')}
          </Button>
        )}
        {!isInForce && mayPropose && !isTried && <TryButton code={code} number={number} />}
        {!isInForce && may(company, 'policies.manage') && (
          <SwitchOn
            code={code}
            number={number}
            word={t(held ? 'policies.goBack' : 'policies.switchOn')}
            label={`${t('policies.version')} ${number}`}
          />
        )}
      </div>
    </li>
  );
}

function SwitchOn(props: { code: string; number: number; word: string; label: string }): ReactNode {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const turn = useAct(
    (number: number) =>
      dataOf(
        api.POST('/api/v1/companies/{company}/cash/policies/in-force', {
          params: { path: { company: props.code } },
          body: { number, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) },
        }),
      ),
    { said: ({ number }) => (number === 0 ? t('policies.switchedUsual') : t('policies.switched', { number })) },
  );
  return (
    <form
      className={styles.inline}
      aria-label={`${props.word}: ${props.label}`}
      onSubmit={(event) => {
        event.preventDefault();
        turn.mutate(props.number);
      }}
    >
      {turn.error && <ProblemNote error={turn.error} />}
      <TextInput
        size="xs"
        className={styles.reason ?? ''}
        aria-label={t('policies.switchWhy')}
        placeholder={t('policies.switchWhy')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" size="compact-sm" variant="default" loading={turn.isPending}>
        {props.number === 0 ? `${props.word}: ${props.label}` : props.word}
      </Button>
    </form>
  );
}
