import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from './tabs.module.css';

export interface Tab {
  readonly key: string;
  readonly word: string;
  /** A figure beside the word: how much waits there. */
  readonly count?: string;
  readonly link: { readonly to: string; readonly params?: object; readonly search?: object };
}

/** Parts of a page, each with an address of its own. */
export function Tabs(props: { label: string; tabs: readonly Tab[]; current: string; extra?: ReactNode }): ReactNode {
  return (
    <nav className={styles.tabs} aria-label={props.label}>
      {props.tabs.map((tab) => (
        <Link
          key={tab.key}
          {...(tab.link as { to: '/' })}
          className={styles.tab}
          data-current={tab.key === props.current || undefined}
          aria-current={tab.key === props.current ? 'page' : undefined}
        >
          {tab.word}
          {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
        </Link>
      ))}
      <span className={styles.extra}>{props.extra}</span>
    </nav>
  );
}
