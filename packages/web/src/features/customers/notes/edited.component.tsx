/** "edited 14:02, see before": what a line said before each time its author changed it. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { TextAct } from '../../../ui/act/text-act.component.tsx';
import { Instant } from '../../../ui/date/date.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import type { ActivityLine } from '../customers.types.ts';
import styles from './notes.module.css';
import { noteHistoryQuery } from './notes.queries.ts';

export function Edited({ code, line }: { code: string; line: ActivityLine }): ReactNode {
  const { t } = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  if (line.supersedesId === null) return null;
  return (
    <>
      <span className={styles.quiet}>
        {t('notes.edited')} <Instant at={line.recordedAt} />
        {' · '}
        <TextAct aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {t(isOpen ? 'notes.hideBefore' : 'notes.seeBefore')}
        </TextAct>
      </span>
      {isOpen && <Before code={code} id={line.id} />}
    </>
  );
}

function Before({ code, id }: { code: string; id: string }): ReactNode {
  const { t } = useTexts();
  const history = useQuery(noteHistoryQuery(code, id));
  if (history.error) return <ProblemNote error={history.error} retry={() => void history.refetch()} />;
  const [, ...before] = history.data?.rows ?? [];
  return (
    <ol className={styles.before} aria-label={t('notes.before')}>
      {before.map((line) => (
        <li key={line.id}>
          <span className={styles.quiet}>
            <Instant at={line.recordedAt} />
          </span>
          <p>{line.text}</p>
        </li>
      ))}
    </ol>
  );
}
