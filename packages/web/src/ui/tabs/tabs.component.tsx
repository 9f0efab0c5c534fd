import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
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
  const bar = useRef<HTMLElement>(null);
  const { current } = props;
  // On a phone there are more parts than fit: the one that is shown is never out of sight.
  useEffect(() => {
    const shown = bar.current?.querySelector<HTMLElement>(`[data-current="${current}"]`);
    if (bar.current && shown)
      bar.current.scrollLeft = shown.offsetLeft - (bar.current.clientWidth - shown.offsetWidth) / 2;
  }, [current]);
  return (
    <nav ref={bar} className={styles.tabs} aria-label={props.label}>
      {props.tabs.map((tab) => (
        <Link
          key={tab.key}
          {...(tab.link as { to: '/' })}
          className={styles.tab}
          data-current={tab.key === current ? current : undefined}
          aria-current={tab.key === current ? 'page' : undefined}
        >
          {tab.word}
          {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
        </Link>
      ))}
      <span className={styles.extra}>{props.extra}</span>
    </nav>
  );
}
