/** Requests about customers: what waits first, each with exactly what it changes. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { gridLoadOf } from '../../app/keyset.ts';
import { may } from '../../app/permissions.ts';
import { useAddressView } from '../../app/search.ts';
import { useCompany } from '../../app/session.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { Split } from '../../ui/split/split.component.tsx';
import { Status } from '../../ui/status/status.component.tsx';
import { requestsQuery } from './customers.queries.ts';
import type { CustomerRequest } from './customers.types.ts';
import { NewCustomer } from './new-customer.component.tsx';
import { RequestPanel } from './request-panel.component.tsx';
import { REQUEST_TONES } from './request-tones.ts';
import { STATE_WORDS, useRequestWords } from './request-words.ts';

export function Requests({ code }: { code: string }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const [open, setOpen] = useState<'new' | string | null>(null);
  const [isAll, setIsAll] = useState(false);
  const requests = useQuery(requestsQuery(code, isAll ? {} : { state: 'waiting' }));
  const rows = requests.data?.rows ?? [];
  return (
    <RequestsSplit
      code={code}
      rows={rows}
      load={gridLoadOf(requests)}
      open={open}
      setOpen={setOpen}
      empty={isAll ? t('customers.noRequests') : t('customers.noWaitingRequests')}
      lead={
        <>
          {may(company, 'customers.write') && <Button onClick={() => setOpen('new')}>{t('customers.askNew')}</Button>}
          <Button variant="default" onClick={() => setIsAll(!isAll)} aria-pressed={isAll}>
            {isAll ? t('customers.onlyWaiting') : t('customers.allRequests')}
          </Button>
        </>
      }
    />
  );
}

export function RequestsSplit(props: {
  code: string;
  rows: readonly CustomerRequest[];
  load: ReturnType<typeof gridLoadOf>;
  open: string | null;
  setOpen: (id: string | null) => void;
  empty: string;
  lead?: ReactNode;
}): ReactNode {
  const { t } = useTexts();
  const { code, rows, open, setOpen } = props;
  const { view, onView } = useAddressView();
  const columns = useRequestColumns();
  const close = (): void => setOpen(null);
  const shown = rows.find((row) => row.id === open);
  return (
    <Split
      id="customer-requests"
      startPercent={56}
      left={
        <Grid
          id="customer-requests"
          label={t('customers.requests')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          load={props.load}
          empty={props.empty}
          view={view}
          onView={onView}
          onOpen={(row) => setOpen(row.id)}
          lead={props.lead}
          isMain
        />
      }
      right={
        open === 'new' ? (
          <NewCustomer code={code} close={close} />
        ) : shown ? (
          <RequestPanel key={shown.id} code={code} request={shown} close={close} />
        ) : null
      }
    />
  );
}

function useRequestColumns(): readonly GridColumn<CustomerRequest>[] {
  const { t } = useTexts();
  const words = useRequestWords();
  return useMemo(
    (): readonly GridColumn<CustomerRequest>[] => [
      {
        id: 'customer',
        kind: 'text',
        header: t('customers.customer'),
        width: 200,
        grow: true,
        value: (row) => row.customerName ?? String(row.after.name ?? ''),
      },
      { id: 'what', kind: 'text', header: t('customers.what'), width: 170, grow: true, value: words.about },
      {
        id: 'state',
        kind: 'text',
        header: t('customers.state'),
        width: 120,
        value: (row) => t(STATE_WORDS[row.state]),
        render: (row) => <Status tone={REQUEST_TONES[row.state]} word={t(STATE_WORDS[row.state])} />,
      },
      { id: 'by', kind: 'text', header: t('customers.askedBy'), width: 130, value: (row) => row.requestedByName },
      { id: 'at', kind: 'instant', header: t('customers.askedAt'), width: 140, value: (row) => row.requestedAt },
    ],
    [t, words],
  );
}
