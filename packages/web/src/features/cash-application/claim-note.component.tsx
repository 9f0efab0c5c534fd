import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { useFormats, useTimeZone } from '../../ui/format/formats.context.ts';
import styles from './cash.module.css';
import type { ClaimState } from './use-claim.ts';

/** Somebody else is at this receipt: who, since when, and how to take it over with a word. */
export function ClaimNote({ claim }: { claim: ClaimState }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const timeZone = useTimeZone();
  const [reason, setReason] = useState<string | null>(null);
  const { other } = claim;
  if (other === null) return null;
  const since = formats.instant(other.since, timeZone);
  return (
    <div role="status" className={styles.claim}>
      <span>{t('cash.claimedBy', { name: other.byName, since })}</span>
      {reason === null ? (
        <Button size="compact-xs" variant="default" onClick={() => setReason('')}>
          {t('cash.takeOver')}
        </Button>
      ) : (
        <form
          className={styles.acts}
          onSubmit={(event) => {
            event.preventDefault();
            claim.takeOver(reason);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setReason(null);
          }}
        >
          <TextInput
            size="xs"
            aria-label={t('cash.takeOverWord')}
            placeholder={t('cash.takeOverWord')}
            required
            autoFocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button size="compact-xs" type="submit" loading={claim.isBusy}>
            {t('cash.takeOver')}
          </Button>
        </form>
      )}
      {claim.error && <ProblemNote error={claim.error} />}
    </div>
  );
}
