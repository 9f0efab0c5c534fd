import { mentionSpans } from '@quittance/core/tasks';
import { Fragment, type ReactNode } from 'react';
import styles from './mention.module.css';
import type { MentionPerson } from './mention.types.ts';

/** A text as it was written, with those it names marked. */
export function MentionText({ text, people }: { text: string; people: readonly MentionPerson[] }): ReactNode {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of mentionSpans(text, people)) {
    if (start < at) continue;
    parts.push(<Fragment key={at}>{text.slice(at, start)}</Fragment>);
    parts.push(
      <span key={`@${start}`} className={styles.chip}>
        {text.slice(start, end)}
      </span>,
    );
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
