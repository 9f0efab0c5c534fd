/** Beside the words of a letter: which items they do not ask for and why, and what speaks against writing now. */
import type { ReactNode } from 'react';
import { type TextKey, useTexts } from '../../app/i18n.ts';
import styles from './correspondence.module.css';
import type { About } from './use-occasion.ts';

const WARNINGS: Readonly<Record<About['warnings'][number], TextKey>> = {
  daily_cap: 'mail.warnDailyCap',
  quiet_days: 'mail.warnQuietDays',
  no_account: 'mail.warnNoAccount',
};

const REASONS: Readonly<Record<About['leftOut'][number]['reason'], TextKey>> = {
  customer_hold: 'mail.leftCustomerHold',
  item_hold: 'mail.leftItemHold',
  credits_cover: 'mail.leftCreditsCover',
  too_firm: 'mail.leftTooFirm',
  too_soon: 'mail.leftTooSoon',
  not_open: 'mail.leftNotOpen',
};

const NUMBERS_SHOWN_MAX = 3;

export function LetterAbout({ about }: { about: About }): ReactNode {
  const { t } = useTexts();
  const { leftOut, warnings } = about;
  const reasons = [...new Set(leftOut.map(({ reason }) => reason))];
  if (reasons.length + warnings.length === 0) return null;
  return (
    <ul className={styles.leftOut}>
      {warnings.map((warning) => (
        <li key={warning} className={styles.care}>
          {t(WARNINGS[warning])}
        </li>
      ))}
      {reasons.map((reason) => {
        const numbers = leftOut.filter((one) => one.reason === reason).map(({ number }) => number);
        const rest = numbers.length - NUMBERS_SHOWN_MAX;
        const named = numbers.slice(0, NUMBERS_SHOWN_MAX).join(', ');
        return (
          <li key={reason}>
            {t(REASONS[reason], { items: rest > 0 ? t('mail.leftMore', { named, count: rest }) : named })}
          </li>
        );
      })}
    </ul>
  );
}
