/** The form of a version: an ordered list of strategies, each with its customers, steps and limits. */
import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { LadderTable } from './ladder-table.component.tsx';
import { ScoringFields } from './scoring-fields.component.tsx';
import styles from './strategies.module.css';
import { proposeStrategies, type Strategy, useStrategyAct } from './strategies.queries.ts';
import { CustomerFields, LimitFields } from './strategy-fields.component.tsx';

export function StrategiesForm(props: {
  code: string;
  start: readonly Strategy[];
  /** Nothing was proposed yet: the usual one may be, as it is. */
  isFirst: boolean;
  mayPropose: boolean;
}): ReactNode {
  const { t } = useTexts();
  const { code, start, isFirst, mayPropose } = props;
  const [draft, setDraft] = useState<readonly Strategy[]>(start);
  const [reason, setReason] = useState('');
  const isNew = isFirst || JSON.stringify(draft) !== JSON.stringify(start);
  const propose = useStrategyAct(
    () => proposeStrategies(code, { strategies: [...draft], reason }),
    ({ number }) => t('strategies.proposed', { number }),
  );
  const replace = (at: number, strategy: Strategy): void =>
    setDraft(draft.map((one, index) => (index === at ? strategy : one)));
  const lift = (at: number): void => setDraft(moved(draft, at));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isNew) propose.mutate(undefined);
      }}
    >
      <h2 className={styles.heading}>{t('strategies.draft')}</h2>
      <p className={styles.quiet}>{t('strategies.customersHelp')}</p>
      {draft.map((strategy, index) => (
        <StrategyFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a strategy has no other name while it is written
          key={index}
          strategy={strategy}
          draft={draft}
          disabled={!mayPropose}
          change={(next) => replace(index, next)}
          acts={
            mayPropose && (
              <>
                {index > 0 && (
                  <Button size="compact-xs" variant="default" onClick={() => lift(index)}>
                    {t('strategies.up')}
                  </Button>
                )}
                {draft.length > 1 && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    onClick={() => setDraft(draft.filter((_, at) => at !== index))}
                  >
                    {t('strategies.remove')}
                  </Button>
                )}
              </>
            )
          }
        />
      ))}
      {mayPropose && (
        <>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => setDraft([copyOf(draft[0] ?? start[0]), ...draft])}
          >
            {t('strategies.add')}
          </Button>
          {propose.error && <ProblemNote error={propose.error} />}
          <div className={styles.foot}>
            <TextInput
              label={t('strategies.proposeWhy')}
              required
              withAsterisk={false}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Button type="submit" disabled={!isNew} loading={propose.isPending}>
              {t('strategies.propose')}
            </Button>
            {!isNew && <span className={styles.quiet}>{t('strategies.nothingChanged')}</span>}
          </div>
        </>
      )}
    </form>
  );
}

/** One place up: it is tried earlier. */
function moved(draft: readonly Strategy[], at: number): readonly Strategy[] {
  const next = [...draft];
  const [lifted] = next.splice(at, 1);
  return lifted === undefined ? draft : next.toSpliced(at - 1, 0, lifted);
}

/** A further strategy begins as the first one, without its name. */
function copyOf(strategy: Strategy | undefined): Strategy {
  if (strategy === undefined) throw new Error('a draft has a strategy');
  return { ...strategy, name: '' };
}

function StrategyFields(props: {
  strategy: Strategy;
  draft: readonly Strategy[];
  disabled: boolean;
  change: (strategy: Strategy) => void;
  acts: ReactNode;
}): ReactNode {
  const { t } = useTexts();
  const { strategy, draft, disabled, change, acts } = props;
  return (
    <section className={styles.strategy} aria-label={strategy.name}>
      <div className={styles.line}>
        <TextInput
          size="xs"
          label={t('strategies.name')}
          required
          withAsterisk={false}
          disabled={disabled}
          value={strategy.name}
          onChange={(event) => change({ ...strategy, name: event.currentTarget.value })}
        />
        {acts}
      </div>
      <CustomerFields {...{ strategy, disabled, change }} />
      <LadderTable {...{ strategy, disabled, change }} />
      <LimitFields {...{ strategy, disabled, change }} />
      <ScoringFields {...{ strategy, draft, disabled, change }} />
    </section>
  );
}
