import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { api } from '../../app/api.ts';
import { type TextKey, useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useAddressView } from '../../app/search.ts';
import { useCompany } from '../../app/session.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { say } from '../../ui/notice/notice.component.tsx';
import { Panel } from '../../ui/panel/panel.component.tsx';
import { Split } from '../../ui/split/split.component.tsx';
import styles from './organisation.module.css';
import { type PayerLink, usePayerLinks } from './organisation.queries.ts';

const MARK_WORDS: Readonly<Record<PayerLink['mark'], TextKey>> = {
  account: 'company.markAccount',
  name: 'company.markName',
};
const ORIGIN_WORDS: Readonly<Record<PayerLink['origin'], TextKey>> = {
  application: 'company.originApplication',
  imported: 'company.originImported',
  customer_account: 'company.originCustomer',
};

/** For whom accounts and names have paid, and where that is known from; what is wrong is revoked. */
export function PayersView(): ReactNode {
  const { t } = useTexts();
  const { company: code } = useParams({ from: '/c/$company' });
  const { view, onView } = useAddressView();
  const search = useDeferredValue(view.filter);
  const links = usePayerLinks(code, search);
  const [openId, setOpenId] = useState<string | null>(null);
  const columns = usePayerColumns();
  const open = links.rows.find(({ id }) => id === openId);
  return (
    <Split
      id="company"
      startPercent={62}
      left={
        <Grid
          id="payers"
          label={t('company.payers')}
          columns={columns}
          rows={links.rows}
          rowId={(row) => row.id}
          load={links.load}
          empty={t('company.noPayers')}
          view={view}
          onView={onView}
          isFilteredByServer
          onOpen={(row) => setOpenId(row.id)}
          isMain
        />
      }
      right={open ? <PayerPanel key={open.id} code={code} link={open} close={() => setOpenId(null)} /> : null}
    />
  );
}

function usePayerColumns(): readonly GridColumn<PayerLink>[] {
  const { t } = useTexts();
  return useMemo(
    (): readonly GridColumn<PayerLink>[] => [
      { id: 'mark', kind: 'text', header: t('company.mark'), width: 100, value: (row) => t(MARK_WORDS[row.mark]) },
      { id: 'key', kind: 'text', header: t('company.payerKey'), width: 230, grow: true, value: (row) => row.key },
      { id: 'number', kind: 'text', header: t('customers.number'), width: 96, value: (row) => row.customerNumber },
      {
        id: 'customer',
        kind: 'text',
        header: t('aging.customer'),
        width: 190,
        grow: true,
        value: (row) => row.customerName,
      },
      {
        id: 'origin',
        kind: 'text',
        header: t('company.origin'),
        width: 170,
        value: (row) => t(ORIGIN_WORDS[row.origin]),
      },
      { id: 'uses', kind: 'count', header: t('company.uses'), width: 80, value: (row) => row.uses },
      { id: 'last', kind: 'date', header: t('company.lastOn'), width: 110, value: (row) => row.lastOn },
    ],
    [t],
  );
}

function PayerPanel({ code, link, close }: { code: string; link: PayerLink; close: () => void }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  return (
    <Panel title={<h2>{link.key}</h2>} close={close}>
      <div className={styles.panelForm}>
        <p>
          {link.canRevoke &&
            `${t(link.mark === 'account' ? 'company.accountPays' : 'company.namePays', { count: link.uses })} `}
          <Link
            to="/c/$company/customers/$customerId"
            params={{ company: code, customerId: link.customerId }}
            search={{}}
          >
            {link.customerNumber} {link.customerName}
          </Link>
        </p>
        {!link.canRevoke && <p className={styles.quiet}>{t('company.fromCustomer')}</p>}
        {link.canRevoke && may(company, 'cash.apply') && <Revoke code={code} link={link} close={close} />}
      </div>
    </Panel>
  );
}

function Revoke({ code, link, close }: { code: string; link: PayerLink; close: () => void }): ReactNode {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const revoke = useMutation({
    mutationFn: () =>
      api.POST('/api/v1/companies/{company}/cash-application/knowledge/{id}/revocation', {
        params: { path: { company: code, id: link.id } },
        body: { reason },
      }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['payer-links', code] });
      say({ text: t('company.payerRevoked', { payer: link.key }) });
      close();
    },
  });
  return (
    <form
      className={styles.plainForm}
      onSubmit={(event) => {
        event.preventDefault();
        revoke.mutate();
      }}
    >
      <p className={styles.quiet}>{t('company.revokeHelp')}</p>
      {revoke.error && <ProblemNote error={revoke.error} />}
      <TextInput
        label={t('books.reason')}
        required
        withAsterisk={false}
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" loading={revoke.isPending}>
        {t('people.revoke')}
      </Button>
    </form>
  );
}
