import { Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../app/i18n.ts';
import styles from './identity.module.css';

/** What is shown once and never again: a sign-in link, an API token. */
export function OneTimeSecret(props: { text: string; secret: string | undefined; close: () => void }): ReactNode {
  const { t } = useTexts();
  return (
    <div className={styles.form}>
      <p>{props.text}</p>
      {props.secret && (
        <TextInput
          label={t('people.shownOnce')}
          readOnly
          value={props.secret}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
      <Button variant="default" onClick={props.close}>
        {t('act.close')}
      </Button>
    </div>
  );
}
