/** The first steps of a customer that came by a request, on its page until it has paid for the first time. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, dataOf } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { Status } from '../../ui/status/status.component.tsx';
import styles from './customers.module.css';
import { firstStepsQuery, useCustomerAct } from './customers.queries.ts';
import { STEP_WORDS } from './newcomers.component.tsx';

export function FirstSteps({ code, customerId }: { code: string; customerId: string }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const steps = useQuery(firstStepsQuery(code, customerId));
  const received = useCustomerAct(
    (itemId: string | null) =>
      dataOf(
        api.POST('/api/v1/companies/{company}/customers/{id}/activities', {
          params: { path: { company: code, id: customerId } },
          body: { kind: 'invoice_received', text: t('customers.invoiceIsThere'), ...(itemId ? { itemId } : {}) },
        }),
      ),
    { said: t('customers.receivedNoted') },
  );
  const [newcomer] = steps.data?.rows ?? [];
  if (!newcomer || newcomer.waitsFor === null) return null;
  return (
    <div className={styles.facts}>
      <Status
        tone="care"
        word={t('customers.isNew', { step: t(STEP_WORDS[newcomer.waitsFor]) })}
        since={newcomer.decidedAt}
      />
      {newcomer.waitsFor === 'invoice_received' && may(company, 'activities.write') && (
        <Button
          variant="default"
          size="compact-xs"
          loading={received.isPending}
          onClick={() => received.mutate(newcomer.invoiceItemId)}
        >
          {t('customers.noteReceived', { number: newcomer.invoiceNumber ?? '' })}
        </Button>
      )}
      {received.error && <ProblemNote error={received.error} />}
    </div>
  );
}
