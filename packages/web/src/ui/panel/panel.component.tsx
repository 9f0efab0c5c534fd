import type { ReactNode } from 'react';
import { useTexts } from '../../app/i18n.ts';
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
  const { t } = useTexts();
  useKeys([{ key: 'Escape', label: t('keys.back'), act: props.close }]);
  return (
    <section className={styles.panel}>
      <header className={styles.head}>
        <button
          type="button"
          className={styles.close}
          aria-label={t('act.close')}
          title={t('act.close')}
          onClick={props.close}
        >
          <Icon name="close" size={14} />
        </button>
        <div className={styles.title}>{props.title}</div>
        {props.acts && <div className={styles.acts}>{props.acts}</div>}
      </header>
      <div className={styles.body}>{props.children}</div>
    </section>
  );
}
