/** What was just done, in words, for some seconds, with its undo. One at a time: the last act is the one that matters. */
import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { useKeys } from '../keys/keys.ts';
import styles from './notice.module.css';

export interface Notice {
  readonly text: string;
  readonly isProblem?: boolean;
  readonly undo?: () => void;
}

const SHOWN_FOR_MS = 9000;

let current: Notice | null = null;
const listeners = new Set<() => void>();

export function say(notice: Notice | null): void {
  current = notice;
  for (const listener of listeners) listener();
}

export function Notices(): ReactNode {
  const { t } = useTexts();
  const notice = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(() => say(null), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  const undo = (): void => {
    notice?.undo?.();
    say(null);
  };
  // A part of the page that undoes something itself, such as an open receipt, has the key before this.
  useKeys(notice?.undo ? [{ key: 'u', label: t('act.undo'), act: undo }] : []);
  return (
    <div role="status" className={styles.region}>
      {notice && (
        <div className={styles.notice} data-problem={notice.isProblem || undefined}>
          <span>{notice.text}</span>
          {notice.undo && (
            <button type="button" onClick={undo}>
              {t('act.undo')} <kbd>u</kbd>
            </button>
          )}
          <button type="button" aria-label={t('act.close')} onClick={() => say(null)}>
            ×
          </button>
        </div>
      )}
    </div>
  );
}
