/** What becomes of what customers take off: posted up to caps, or claimed. */
import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { type TextKey, useTexts } from '../../../app/i18n.ts';
import { DEDUCTION_WORDS } from '../reason-words.ts';
import styles from './policies.module.css';
import { CAPS, type Cap, type DeductionDraft, isCap } from './policy-draft.ts';
import type { FormPart } from './policy-form.component.tsx';
import { POSTED_REASONS } from './policy-words.ts';

const CAP_WORDS: Readonly<Record<Cap, TextKey>> = {
  itemUnitsMax: 'policies.itemUnits',
  itemPercentMax: 'policies.itemPercent',
  dayUnitsMax: 'policies.dayUnits',
  analystDayUnitsMax: 'policies.analystDay',
};

export function DeductionTable({ draft, change, disabled }: FormPart): ReactNode {
  const { t } = useTexts();
  return (
    <section>
      <h2 className={styles.heading}>{t('policies.deductions')}</h2>
      <p className={styles.quiet}>{t('policies.capsHelp')}</p>
      <div className={styles.wide}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('policies.reason')}</th>
              <th scope="col">{t('policies.treatment')}</th>
              {CAPS.map((cap) => (
                <th key={cap} scope="col" data-figure>
                  {t(CAP_WORDS[cap])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {POSTED_REASONS.map((reason) => {
              const deduction = draft.deductions[reason];
              if (deduction === undefined) return null;
              const deductions = draft.deductions;
              return (
                <DeductionRow
                  key={reason}
                  word={t(DEDUCTION_WORDS[reason])}
                  deduction={deduction}
                  disabled={disabled}
                  change={(next) => change({ ...draft, deductions: { ...deductions, [reason]: next } })}
                />
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function DeductionRow(props: {
  word: string;
  deduction: DeductionDraft;
  disabled: boolean;
  change: (deduction: DeductionDraft) => void;
}): ReactNode {
  const { t } = useTexts();
  const { word, deduction, disabled, change } = props;
  return (
    <tr>
      <th scope="row">{word}</th>
      <td>
        <NativeSelect
          size="xs"
          aria-label={`${word}: ${t('policies.treatment')}`}
          disabled={disabled}
          value={deduction.isClaimed ? 'claimed' : 'posted'}
          onChange={(event) => change({ ...deduction, isClaimed: event.currentTarget.value === 'claimed' })}
          data={[
            { value: 'posted', label: t('policies.posted') },
            { value: 'claimed', label: t('policies.claimed') },
          ]}
        />
      </td>
      {CAPS.map((cap) => (
        <td key={cap} data-figure>
          <TextInput
            size="xs"
            inputMode="numeric"
            classNames={{ input: styles.number ?? '' }}
            aria-label={`${word}: ${t(CAP_WORDS[cap])}`}
            disabled={disabled || deduction.isClaimed}
            error={!isCap(deduction.caps[cap])}
            value={deduction.caps[cap]}
            onChange={(event) =>
              change({ ...deduction, caps: { ...deduction.caps, [cap]: event.currentTarget.value } })
            }
          />
        </td>
      ))}
    </tr>
  );
}
