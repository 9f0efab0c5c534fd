/** Whom a strategy is for, and its limits. */
import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { useCompany } from '../../../app/session.ts';
import styles from './strategies.module.css';
import type { Strategy } from './strategies.queries.ts';
import { WholeNumber } from './whole-number.component.tsx';

export interface FieldsProps {
  readonly strategy: Strategy;
  readonly disabled: boolean;
  readonly change: (strategy: Strategy) => void;
}

const LISTS = [
  ['channels', 'strategies.channels'],
  ['segments', 'strategies.segments'],
  ['tiers', 'strategies.tiers'],
  ['countries', 'strategies.countries'],
  ['tags', 'strategies.tags'],
] as const;

export function CustomerFields({ strategy, disabled, change }: FieldsProps): ReactNode {
  const { t } = useTexts();
  return (
    <>
      <h3>{t('strategies.customers')}</h3>
      <div className={styles.fields}>
        {LISTS.map(([list, word]) => (
          <Words
            key={list}
            label={t(word)}
            disabled={disabled}
            words={strategy.customers[list]}
            change={(words) => change({ ...strategy, customers: { ...strategy.customers, [list]: words } })}
          />
        ))}
      </div>
    </>
  );
}

function Words(props: {
  label: string;
  disabled: boolean;
  words: readonly string[];
  change: (words: string[]) => void;
}): ReactNode {
  const [typed, setTyped] = useState(props.words.join(', '));
  return (
    <TextInput
      size="xs"
      label={props.label}
      disabled={props.disabled}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        const words = event.currentTarget.value.split(',').map((word) => word.trim());
        props.change(words.filter((word) => word !== ''));
      }}
    />
  );
}

const LIMITS = [
  ['messagesPerDayMax', 'strategies.messagesPerDayMax'],
  ['quietDays', 'strategies.quietDays'],
  ['customerUnitsMin', 'strategies.customerUnitsMin'],
  ['bankDataDaysMax', 'strategies.bankDataDaysMax'],
] as const;

export function LimitFields({ strategy, disabled, change }: FieldsProps): ReactNode {
  const { t } = useTexts();
  const currency = useCompany().functionalCurrency;
  return (
    <>
      <h3>{t('strategies.limits')}</h3>
      <div className={styles.fields}>
        {LIMITS.map(([name, word]) => (
          <WholeNumber
            key={name}
            label={t(word, { currency })}
            value={strategy.limits[name]}
            disabled={disabled}
            change={(value) => change({ ...strategy, limits: { ...strategy.limits, [name]: value } })}
          />
        ))}
      </div>
    </>
  );
}
