/** The steps of a strategy, one under the other as they are taken. */
import { Button, NativeSelect } from '@mantine/core';
import { BOUNDARIES, STEP_CHANNELS, STEP_KINDS, STEP_PURPOSES } from '@quittance/core/strategies';
import type { ReactNode } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { useCompany } from '../../../app/session.ts';
import { useDunningWords } from '../dunning/dunning-words.ts';
import styles from './strategies.module.css';
import type { Step } from './strategies.queries.ts';
import type { FieldsProps } from './strategy-fields.component.tsx';
import { WholeNumber } from './whole-number.component.tsx';

const KINDS = {
  pre_due: 'strategies.kind_pre_due',
  statement: 'strategies.kind_statement',
  notice: 'strategies.kind_notice',
  call: 'strategies.kind_call',
  escalation: 'strategies.kind_escalation',
  hold_proposal: 'strategies.kind_hold_proposal',
  legal: 'strategies.kind_legal',
} as const;
const FROM = {
  due_date: 'strategies.from_due_date',
  last_step: 'strategies.from_last_step',
  month_end: 'strategies.from_month_end',
} as const;

export function LadderTable({ strategy, disabled, change }: FieldsProps): ReactNode {
  const { t } = useTexts();
  const currency = useCompany().functionalCurrency;
  const { ladder } = strategy;
  const replace = (at: number, step: Step): void =>
    change({ ...strategy, ladder: ladder.map((one, index) => (index === at ? step : one)) });
  return (
    <>
      <h3>{t('strategies.ladder')}</h3>
      <div className={styles.wide}>
        <table className={styles.ladder}>
          <thead>
            <tr>
              <th scope="col">#</th>
              <th scope="col">{t('strategies.kind')}</th>
              <th scope="col">{t('strategies.channel')}</th>
              <th scope="col">{t('strategies.purpose')}</th>
              <th scope="col">{t('strategies.days')}</th>
              <th scope="col">{t('strategies.boundary')}</th>
              <th scope="col">{t('strategies.waitDays')}</th>
              <th scope="col">{t('strategies.itemUnitsMin', { currency })}</th>
            </tr>
          </thead>
          <tbody>
            {ladder.map((step, index) => (
              <StepRow
                key={step.key}
                step={step}
                level={index + 1}
                disabled={disabled}
                change={(next) => replace(index, next)}
                remove={
                  ladder.length > 1
                    ? () => change({ ...strategy, ladder: ladder.filter((_, at) => at !== index) })
                    : null
                }
              />
            ))}
          </tbody>
        </table>
      </div>
      {!disabled && (
        <div>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => change({ ...strategy, ladder: [...ladder, newStep(ladder)] })}
          >
            {t('strategies.addStep')}
          </Button>
        </div>
      )}
    </>
  );
}

/** A call a week after the last step, under a name that no step of the ladder has. */
function newStep(ladder: readonly Step[]): Step {
  const keys = new Set(ladder.map(({ key }) => key));
  let number = ladder.length + 1;
  while (keys.has(`step_${number}`)) number += 1;
  return {
    ...{ key: `step_${number}`, kind: 'call', channel: 'person', purpose: null },
    ...{ boundary: 'last_step', days: 7, waitDays: 7, itemUnitsMin: 0 },
  };
}

function StepRow(props: {
  step: Step;
  level: number;
  disabled: boolean;
  change: (step: Step) => void;
  remove: (() => void) | null;
}): ReactNode {
  const { step, level, disabled, change, remove } = props;
  const { t } = useTexts();
  const { what } = useDunningWords();
  const name = (word: string): string => `${level}: ${word}`;
  return (
    <tr>
      <th scope="row">{level}</th>
      <td>
        <NativeSelect
          size="xs"
          aria-label={name(t('strategies.kind'))}
          disabled={disabled}
          value={step.kind}
          onChange={(event) => {
            const kind = STEP_KINDS.find((one) => one === event.currentTarget.value);
            if (kind !== undefined) change({ ...step, kind });
          }}
          data={STEP_KINDS.map((value) => ({ value, label: t(KINDS[value]) }))}
        />
      </td>
      <td>
        <NativeSelect
          size="xs"
          aria-label={name(t('strategies.channel'))}
          disabled={disabled}
          value={step.channel}
          onChange={(event) => {
            const channel = STEP_CHANNELS.find((one) => one === event.currentTarget.value) ?? 'person';
            change({ ...step, channel, purpose: channel === 'person' ? null : (step.purpose ?? 'notice_1') });
          }}
          data={[
            { value: 'mail', label: t('strategies.byMail') },
            { value: 'paper', label: t('strategies.byPaper') },
            { value: 'person', label: t('strategies.byPerson') },
          ]}
        />
      </td>
      <td>
        {step.channel !== 'person' && (
          <NativeSelect
            size="xs"
            aria-label={name(t('strategies.purpose'))}
            disabled={disabled}
            value={step.purpose ?? ''}
            onChange={(event) => {
              const purpose = STEP_PURPOSES.find((one) => one === event.currentTarget.value);
              if (purpose !== undefined) change({ ...step, purpose });
            }}
            data={STEP_PURPOSES.map((value) => ({ value, label: what(value) }))}
          />
        )}
      </td>
      <td>
        <WholeNumber
          name={name(t('strategies.days'))}
          value={step.days}
          disabled={disabled}
          change={(days) => change({ ...step, days })}
        />
      </td>
      <td>
        <NativeSelect
          size="xs"
          aria-label={name(t('strategies.boundary'))}
          disabled={disabled}
          value={step.boundary}
          onChange={(event) => {
            const boundary = BOUNDARIES.find((one) => one === event.currentTarget.value);
            if (boundary !== undefined) change({ ...step, boundary });
          }}
          data={BOUNDARIES.map((value) => ({ value, label: t(FROM[value]) }))}
        />
      </td>
      <td>
        <WholeNumber
          name={name(t('strategies.waitDays'))}
          value={step.waitDays}
          disabled={disabled}
          change={(waitDays) => change({ ...step, waitDays })}
        />
      </td>
      <td>
        <WholeNumber
          name={name(t('strategies.itemUnitsMin'))}
          value={step.itemUnitsMin}
          disabled={disabled}
          change={(itemUnitsMin) => change({ ...step, itemUnitsMin })}
        />
      </td>
      <td>
        {!disabled && remove !== null && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('strategies.removeStep', { number: level })}
            onClick={remove}
          >
            ×
          </Button>
        )}
      </td>
    </tr>
  );
}
