import type { ReactNode } from 'react';
import styles from './notes.module.css';
import type { Written } from './notes.queries.ts';

/** The piece of a text in which something was found, with what was found marked. */
export function Excerpt({ parts }: { parts: Written['excerpt'] }): ReactNode {
  let at = 0;
  return parts.map(({ text, isFound }) => {
    at += text.length;
    return isFound ? (
      <mark key={at} className={styles.found}>
        {text}
      </mark>
    ) : (
      <span key={at}>{text}</span>
    );
  });
}
