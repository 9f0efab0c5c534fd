/** Why, who at the customer asked, and how: with every request. */
import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { fieldProblem } from '../../ui/form/problem-text.ts';
import styles from './customers.module.css';
import type { CustomerRequest } from './customers.types.ts';
import { CHANNEL_WORDS } from './request-words.ts';

export interface Asked {
  readonly reason: string;
  readonly askedBy: string;
  readonly channel: CustomerRequest['channel'];
}

export const NOT_ASKED: Asked = { reason: '', askedBy: '', channel: 'email' };

export function askedBody({ reason, askedBy, channel }: Asked) {
  return { reason, askedBy: askedBy.trim() === '' ? null : askedBy, channel };
}

export function AskedFields(props: { asked: Asked; change: (asked: Asked) => void; error: Error | null }): ReactNode {
  const { t } = useTexts();
  const { asked, change, error } = props;
  return (
    <>
      <div className={styles.two}>
        <label className={styles.choice}>
          {t('customers.askedHow')}
          <select
            value={asked.channel}
            onChange={(event) => change({ ...asked, channel: event.currentTarget.value as Asked['channel'] })}
          >
            {Object.entries(CHANNEL_WORDS).map(([channel, word]) => (
              <option key={channel} value={channel}>
                {t(word)}
              </option>
            ))}
          </select>
        </label>
        <TextInput
          label={t('customers.askedByWhom')}
          value={asked.askedBy}
          onChange={(event) => change({ ...asked, askedBy: event.currentTarget.value })}
        />
      </div>
      <TextInput
        label={t('customers.reason')}
        required
        withAsterisk={false}
        value={asked.reason}
        onChange={(event) => change({ ...asked, reason: event.currentTarget.value })}
        error={fieldProblem(error, 'reason')}
      />
    </>
  );
}
