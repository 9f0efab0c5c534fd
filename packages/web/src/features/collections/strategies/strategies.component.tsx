/** How customers are collected from: which version holds, those before and proposed, and the form for the next. */
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { Instant } from '../../../ui/date/date.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { SimulateButton, SimulationNote } from './simulation-note.component.tsx';
import styles from './strategies.module.css';
import {
  type Simulation,
  type Strategies,
  simulationsQuery,
  strategiesOf,
  strategiesQuery,
  switchStrategies,
  useStrategyAct,
} from './strategies.queries.ts';
import { StrategiesForm } from './strategies-form.component.tsx';

export function StrategiesView(): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const { company: code } = useParams({ from: '/c/$company' });
  const found = useQuery(strategiesQuery(code));
  const [startedFrom, setStartedFrom] = useState<number | null>(null);
  if (found.error) return <ProblemNote error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return null;
  const { inForce, switches, versions } = found.data;
  const start = startedFrom ?? (inForce === 0 ? (versions[0]?.number ?? 0) : inForce);
  return (
    <div className={styles.page}>
      <p>{t('strategies.intro')}</p>
      <p className={styles.holds}>
        {inForce === 0
          ? t('strategies.none')
          : t('strategies.holds', { number: inForce, name: switches[0]?.switchedByName ?? '' })}
      </p>
      <Versions code={code} found={found.data} startFrom={setStartedFrom} />
      <StrategiesForm
        key={`${start} ${versions[0]?.number ?? 0}`}
        code={code}
        start={strategiesOf(found.data, start)}
        isFirst={versions.length === 0}
        mayPropose={may(company, 'policies.propose')}
      />
    </div>
  );
}

interface VersionsProps {
  readonly code: string;
  readonly found: Strategies;
  readonly startFrom: (number: number) => void;
}

function Versions({ code, found, startFrom }: VersionsProps): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const { inForce } = found;
  const { data: simulations } = useQuery(simulationsQuery(code));
  const mayPropose = may(company, 'policies.propose');
  if (found.versions.length === 0) return null;
  const simulationOf = (number: number) => simulations?.rows.find((one) => one.number === number);
  return (
    <section aria-label={t('strategies.versions')}>
      <h2 className={styles.heading}>{t('strategies.versions')}</h2>
      <ul className={styles.versions}>
        {found.versions.map((version) => (
          <li key={version.number} className={styles.version} data-in-force={version.number === inForce || undefined}>
            <div className={styles.line}>
              <b>
                {t('strategies.version')} {version.number}
              </b>
              {version.number === inForce && <span className={styles.inForce}>{t('strategies.inForce')}</span>}
              <span className={styles.quiet}>
                {t('strategies.proposedBy')} {version.proposedByName}, <Instant at={version.proposedAt} />
              </span>
              <span className={styles.quiet}>{version.strategies.map(({ name }) => name).join(' → ')}</span>
            </div>
            <p>{version.reason}</p>
            <div className={styles.line}>
              {mayPropose && (
                <>
                  <Button size="compact-xs" variant="default" onClick={() => startFrom(version.number)}>
                    {t('strategies.startFrom')}
                  </Button>
                  {simulationOf(version.number)?.state !== 'running' && (
                    <SimulateButton
                      code={code}
                      number={version.number}
                      isAgain={simulationOf(version.number) !== undefined}
                    />
                  )}
                </>
              )}
              {version.number !== inForce && may(company, 'policies.manage') && (
                <SwitchOn code={code} number={version.number} />
              )}
            </div>
            <SimulationOf code={code} simulation={simulationOf(version.number)} mayPropose={mayPropose} />
          </li>
        ))}
      </ul>
      {inForce !== 0 && may(company, 'policies.manage') && <SwitchOn code={code} number={0} />}
    </section>
  );
}

function SimulationOf(props: { code: string; simulation: Simulation | undefined; mayPropose: boolean }): ReactNode {
  const { code, simulation, mayPropose } = props;
  return simulation && <SimulationNote key={simulation.id} {...{ code, simulation, mayPropose }} />;
}

function SwitchOn({ code, number }: { code: string; number: number }): ReactNode {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const turn = useStrategyAct(
    () => switchStrategies(code, { number, reason: reason.trim() }),
    (answer) => (answer.number === 0 ? t('strategies.stopped') : t('strategies.switched', { number: answer.number })),
  );
  const word = number === 0 ? t('strategies.stop') : t('strategies.switchOn');
  return (
    <form
      className={styles.line}
      aria-label={number === 0 ? word : `${word}: ${t('strategies.version')} ${number}`}
      onSubmit={(event) => {
        event.preventDefault();
        turn.mutate(undefined);
      }}
    >
      {turn.error && <ProblemNote error={turn.error} />}
      <TextInput
        size="xs"
        className={styles.reason ?? ''}
        aria-label={t('strategies.switchWhy')}
        placeholder={t('strategies.switchWhy')}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" size="compact-sm" variant="default" loading={turn.isPending}>
        {word}
      </Button>
    </form>
  );
}
