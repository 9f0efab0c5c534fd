import { ActionIcon } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../icon/icon.component.tsx';
import { useKeys } from '../keys/keys.ts';
import styles from './panel.module.css';

/** The right side of a split: what it is, what can be done with it, and a way out (`Esc`). */
export function Panel(props: {
  title: ReactNode;
  acts?: ReactNode;
  close: () => void;
  children: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  useKeys([{ key: 'Escape', label: t('keys.back'), act: props.close }]);
  return (
    <section className={styles.panel}>
      <header className={styles.head}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={26}
          aria-label={t('act.close')}
          title={t('act.close')}
          onClick={props.close}
        >
          <Icon name="close" size={14} />
        </ActionIcon>
        <div className={styles.title}>{props.title}</div>
        {props.acts && <div className={styles.acts}>{props.acts}</div>}
      </header>
      <div className={styles.body}>{props.children}</div>
    </section>
  );
}
