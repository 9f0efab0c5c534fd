import type { ReactNode } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { Instant } from '../date/date.component.tsx';
import styles from './status.module.css';

/** What a state asks of people: nothing, someone's attention soon, or an act today. Colour only supports the word. */
export type Tone = 'quiet' | 'good' | 'care' | 'alert' | 'accent';

/** One way to show a state everywhere: dot, word, since when. */
export function Status({ tone, word, since }: { tone: Tone; word: string; since?: string | null }): ReactNode {
  const { t } = useTexts();
  return (
    <span className={styles.status}>
      <span className={styles.dot} data-tone={tone} aria-hidden="true" />
      {word}
      {since && (
        <span className={styles.since}>
          {t('status.since')} <Instant at={since} />
        </span>
      )}
    </span>
  );
}
