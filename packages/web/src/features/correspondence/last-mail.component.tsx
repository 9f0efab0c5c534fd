/** The mail with a customer, in short, beside the list: what waits for us first; opened whole by one key. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { Instant } from '../../ui/date/date.component.tsx';
import { useKeys } from '../../ui/keys/keys.ts';
import { Status } from '../../ui/status/status.component.tsx';
import styles from './correspondence.module.css';
import { useInbox } from './correspondence.queries.ts';

const SHOWN_MAX = 3;

export function LastMail(props: {
  code: string;
  customerId: string;
  open: (conversationId: string) => void;
}): ReactNode {
  const { t } = useTexts();
  const { code, customerId, open } = props;
  const { rows } = useInbox(code, { customer: customerId, part: 'all' });
  const waiting = rows.filter(({ waitingSince }) => waitingSince !== null);
  const shown = [...waiting, ...rows.filter(({ waitingSince }) => waitingSince === null)].slice(0, SHOWN_MAX);
  const [first] = shown;
  useKeys(first ? [{ key: 'r', label: t('mail.openMail'), act: () => open(first.id) }] : []);
  if (first === undefined) return null;
  return (
    <section aria-label={t('mail.openMail')} className={styles.lastMail}>
      {shown.map((row) => (
        <p key={row.id}>
          {row.waitingSince !== null && <Status tone="care" word={t('mail.waits')} since={row.waitingSince} />}
          <Button size="compact-xs" variant="subtle" onClick={() => open(row.id)}>
            {row.subject || t('mail.noSubject')} {row === first && <kbd>r</kbd>}
          </Button>
          <span className={styles.quiet}>
            {row.lastFrom} · <Instant at={row.lastMessageAt} /> · {row.openingWords}
          </span>
        </p>
      ))}
    </section>
  );
}
