/** What everybody must know of a customer before they do anything: pinned lines, above the timeline and on the call sheet. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../../app/api.ts';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { TextAct } from '../../../ui/act/text-act.component.tsx';
import { Instant } from '../../../ui/date/date.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { MentionText } from '../../../ui/mention/mention-text.component.tsx';
import { useCustomerAct } from '../customers.queries.ts';
import type { ActivityLine } from '../customers.types.ts';
import styles from './notes.module.css';
import { pinsQuery } from './notes.queries.ts';

export function PinnedNotes({ code, customerId }: { code: string; customerId: string }): ReactNode {
  const { t } = useTexts();
  const pins = useQuery(pinsQuery(code, customerId));
  const { setPin, error } = usePin(code);
  const mayWrite = may(useCompany(), 'activities.write');
  if (pins.error) return <ProblemNote error={pins.error} retry={() => void pins.refetch()} />;
  if (!pins.data || pins.data.rows.length === 0) return null;
  return (
    <section className={styles.pinned} aria-label={t('notes.pinned')}>
      {error && <ProblemNote error={error} />}
      <ul>
        {pins.data.rows.map((line) => (
          <li key={line.id}>
            <span className={styles.pinText}>
              <MentionText text={line.text} people={line.mentions} />
            </span>
            <span className={styles.quiet}>
              {line.actorName}, <Instant at={line.happenedAt} />
            </span>
            {mayWrite && <TextAct onClick={() => setPin(line, false)}>{t('notes.unpin')}</TextAct>}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function usePin(code: string): { setPin: (line: ActivityLine, isPinned: boolean) => void; error: Error | null } {
  const { t } = useTexts();
  const send = (line: ActivityLine, isPinned: boolean) => {
    const params = { path: { company: code, id: line.id } };
    const path = '/api/v1/companies/{company}/activities/{id}/pin' as const;
    return isPinned ? api.PUT(path, { params }) : api.DELETE(path, { params });
  };
  const pin = useCustomerAct((line: ActivityLine) => send(line, true), { said: t('notes.isPinned') });
  const unpin = useCustomerAct((line: ActivityLine) => send(line, false), { said: t('notes.isUnpinned') });
  return {
    setPin: (line, isPinned) => (isPinned ? pin : unpin).mutate(line),
    error: pin.error ?? unpin.error,
  };
}
