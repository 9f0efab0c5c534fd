import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../app/i18n.ts';
import styles from './cash.module.css';

/** Money that is not for us goes to suspense, and somebody says why. */
export function NotOurs(props: { send: (reason: string) => void; isBusy: boolean; close: () => void }): ReactNode {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  return (
    <form
      className={styles.acts}
      onSubmit={(event) => {
        event.preventDefault();
        props.send(reason);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        props.close();
      }}
    >
      <TextInput
        className={styles.reason}
        aria-label={t('cash.notOursReason')}
        placeholder={t('cash.notOursReason')}
        required
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" loading={props.isBusy}>
        {t('cash.notOursAct')}
      </Button>
      <Button variant="default" onClick={props.close}>
        {t('act.cancel')}
      </Button>
    </form>
  );
}
