/** Bank accounts that imports brought to customers that were there before: the ERP is believed, and somebody looks. */
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { api } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import { gridLoadOf } from '../../app/keyset.ts';
import { may } from '../../app/permissions.ts';
import { useAddressView } from '../../app/search.ts';
import { useCompany } from '../../app/session.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { Panel } from '../../ui/panel/panel.component.tsx';
import { Split } from '../../ui/split/split.component.tsx';
import styles from './customers.module.css';
import { accountReviewsQuery, useCustomerAct } from './customers.queries.ts';
import type { AccountReview } from './customers.types.ts';

const keyOf = (row: AccountReview): string => `${row.customerId} ${row.account}`;

export function AccountReviews({ code }: { code: string }): ReactNode {
  const { t } = useTexts();
  const [open, setOpen] = useState<string | null>(null);
  const { view, onView } = useAddressView();
  const reviews = useQuery(accountReviewsQuery(code));
  const rows = reviews.data?.rows ?? [];
  const columns = useReviewColumns();
  const shown = rows.find((row) => keyOf(row) === open);
  return (
    <Split
      id="account-reviews"
      startPercent={60}
      left={
        <Grid
          id="account-reviews"
          label={t('customers.accountReviews')}
          columns={columns}
          rows={rows}
          rowId={keyOf}
          load={gridLoadOf(reviews)}
          empty={t('customers.noAccountReviews')}
          view={view}
          onView={onView}
          onOpen={(row) => setOpen(keyOf(row))}
          isMain
        />
      }
      right={shown ? <Review key={keyOf(shown)} code={code} row={shown} close={() => setOpen(null)} /> : null}
    />
  );
}

function useReviewColumns(): readonly GridColumn<AccountReview>[] {
  const { t } = useTexts();
  return useMemo(
    (): readonly GridColumn<AccountReview>[] => [
      { id: 'number', kind: 'text', header: t('customers.number'), width: 110, value: (row) => row.customerNumber },
      {
        id: 'name',
        kind: 'text',
        header: t('customers.name'),
        width: 200,
        grow: true,
        value: (row) => row.customerName,
      },
      { id: 'account', kind: 'text', header: t('customers.newAccount'), width: 230, value: (row) => row.account },
      {
        id: 'earlier',
        kind: 'text',
        header: t('customers.earlierAccounts'),
        width: 230,
        value: (row) => row.earlierAccounts.join(', ') || null,
      },
      { id: 'at', kind: 'instant', header: t('customers.cameAt'), width: 140, value: (row) => row.createdAt },
    ],
    [t],
  );
}

function Review({ code, row, close }: { code: string; row: AccountReview; close: () => void }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const [note, setNote] = useState('');
  const review = useCustomerAct(
    () =>
      api.POST('/api/v1/companies/{company}/customers/{id}/account-reviews', {
        params: { path: { company: code, id: row.customerId } },
        body: { account: row.account, note: note.trim() === '' ? null : note },
      }),
    { said: t('customers.reviewed'), done: close },
  );
  return (
    <Panel title={<h2>{row.customerName}</h2>} close={close}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          review.mutate(undefined);
        }}
      >
        <table className={styles.changes}>
          <tbody>
            <tr>
              <th scope="row">{t('customers.earlierAccounts')}</th>
              <td>{row.earlierAccounts.length === 0 ? t('customers.nothing') : row.earlierAccounts.join(', ')}</td>
            </tr>
            <tr>
              <th scope="row">{t('customers.newAccount')}</th>
              <td>{row.account}</td>
            </tr>
          </tbody>
        </table>
        <p className={styles.quiet}>{t('customers.reviewHelp')}</p>
        <Link
          to="/c/$company/customers/$customerId"
          params={{ company: code, customerId: row.customerId }}
          search={{ show: 'record' }}
        >
          {t('customers.openCustomer')}
        </Link>
        {review.error && <ProblemNote error={review.error} />}
        {may(company, 'customers.approve') && (
          <>
            <TextInput
              label={t('customers.reviewNote')}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
            <div className={styles.acts}>
              <Button type="submit" loading={review.isPending}>
                {t('customers.accountIsTheirs')}
              </Button>
            </div>
          </>
        )}
      </form>
    </Panel>
  );
}
