/** "Ask for…" beside a receipt or an item, and the request that waits about it already. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { useFormats } from '../../ui/format/formats.context.ts';
import { isZero } from '../../ui/money/money-text.ts';
import { KIND_WORDS } from './approval-words.ts';
import styles from './approvals.module.css';
import { openApprovalQuery } from './approvals.queries.ts';
import type { AskedThing } from './ask-form.component.tsx';

const AskApproval = lazy(async () => ({ default: (await import('./ask-form.component.tsx')).AskApproval }));

export function AskButton({ code, thing }: { code: string; thing: AskedThing }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const formats = useFormats();
  const [isAsking, setIsAsking] = useState(false);
  const open = useQuery({ ...openApprovalQuery(code, thing.itemId), enabled: may(company, 'approvals.read') }).data;
  if (open) {
    return (
      <p className={styles.notice}>
        {t('approvals.waitsHere', {
          kind: t(KIND_WORDS[open.kind]),
          amount: formats.money(open.amount),
          name: open.requestedByName,
        })}
        <Link
          to="/c/$company/approvals/$part"
          params={{ company: code, part: open.isOwn ? 'mine' : 'waiting' }}
          search={{ request: open.id }}
        >
          {t('approvals.open')}
        </Link>
      </p>
    );
  }
  if (!may(company, 'approvals.request') || isZero(thing.open)) return null;
  if (isAsking) {
    return (
      <Suspense fallback={null}>
        <AskApproval code={code} thing={thing} close={() => setIsAsking(false)} />
      </Suspense>
    );
  }
  return (
    <Button size="xs" variant="default" className={styles.askButton} onClick={() => setIsAsking(true)}>
      {t('approvals.askFor')}
    </Button>
  );
}
