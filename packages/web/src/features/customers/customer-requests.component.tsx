/** The requests about one customer, decided ones too. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { gridLoadOf } from '../../app/keyset.ts';
import { requestsQuery } from './customers.queries.ts';
import { RequestsSplit } from './requests.component.tsx';

export function CustomerRequests({ code, customerId }: { code: string; customerId: string }): ReactNode {
  const { t } = useTexts();
  const [open, setOpen] = useState<string | null>(null);
  const requests = useQuery(requestsQuery(code, { customerId }));
  return (
    <RequestsSplit
      code={code}
      rows={requests.data?.rows ?? []}
      load={gridLoadOf(requests)}
      open={open}
      setOpen={setOpen}
      empty={t('customers.noRequestsHere')}
    />
  );
}
