/** The customers of a review: in the grid, which exports them, and on paper as a plain table. */
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { type Translate, useTexts } from '../../../app/i18n.ts';
import { useFormats } from '../../../ui/format/formats.context.ts';
import type { Formats } from '../../../ui/format/formats.ts';
import { Grid } from '../../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../../ui/grid/grid.types.ts';
import { Amount } from '../../../ui/money/money.component.tsx';
import styles from './huddle.module.css';
import type { ReviewedCustomer } from './huddle.queries.ts';

const READ = { isLoading: false, isBusy: false, error: null, retry: () => undefined };

export function ReviewedCustomers(props: { code: string; customers: readonly ReviewedCustomer[] }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const navigate = useNavigate();
  const { code, customers } = props;
  const columns = useMemo(() => columnsOf(t, formats), [t, formats]);
  return (
    <>
      <div className={styles.grid}>
        <Grid
          id="review-customers"
          label={t('huddle.reviewCustomers')}
          columns={columns}
          rows={customers}
          rowId={(row) => row.customerId}
          load={READ}
          empty={t('customers.nothingOpen')}
          onOpen={(row) =>
            void navigate({
              to: '/c/$company/customers/$customerId',
              params: { company: code, customerId: row.customerId },
              search: {},
            })
          }
          isMain
        />
      </div>
      <table className={`${styles.table} ${styles.printOnly}`}>
        <thead>
          <tr>
            <th scope="col">{t('huddle.customer')}</th>
            <th scope="col">{t('huddle.open')}</th>
            <th scope="col">{t('huddle.overdue')}</th>
            <th scope="col" className={styles.words}>
              {t('huddle.lastNote')}
            </th>
            <th scope="col" className={styles.words}>
              {t('huddle.nextStep')}
            </th>
          </tr>
        </thead>
        <tbody>
          {customers.map((row) => (
            <tr key={row.customerId}>
              <th scope="row">{row.name}</th>
              <td>
                <Amount value={row.open} />
              </td>
              <td>
                <Amount value={row.overdue} />
              </td>
              <td className={styles.words}>{row.lastNote?.text}</td>
              <td className={styles.words}>{nextStep(row, t, formats)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function nextStep({ task, promise }: ReviewedCustomer, t: Translate, formats: Formats): string | null {
  const promised = promise && { amount: formats.money(promise.amount), day: formats.date(promise.on) };
  const steps = [task && `${task.title} (${task.of})`, promised && t('huddle.promisedFor', promised)];
  return steps.filter((step) => step !== null).join('; ') || null;
}

function columnsOf(t: Translate, formats: Formats): readonly GridColumn<ReviewedCustomer>[] {
  const isTotalled = true;
  return [
    { id: 'name', kind: 'text', header: t('huddle.customer'), width: 190, phoneWidth: 150, value: (row) => row.name },
    {
      id: 'open',
      kind: 'money',
      header: t('huddle.open'),
      width: 120,
      isTotalled,
      value: (row) => row.open,
    },
    {
      id: 'overdue',
      kind: 'money',
      header: t('huddle.overdue'),
      width: 120,
      phoneWidth: 120,
      isTotalled,
      value: (row) => row.overdue,
    },
    { id: 'held', kind: 'money', header: t('huddle.held'), width: 110, isTotalled, value: (row) => row.held },
    {
      id: 'collectable',
      kind: 'money',
      header: t('huddle.collectable'),
      width: 120,
      isTotalled,
      value: (row) => row.collectable,
    },
    { id: 'oldest', kind: 'date', header: t('huddle.oldest'), width: 105, value: (row) => row.oldestDueOn },
    {
      id: 'note',
      kind: 'text',
      header: t('huddle.lastNote'),
      width: 220,
      grow: true,
      value: (row) => row.lastNote?.text ?? null,
    },
    {
      id: 'next',
      kind: 'text',
      header: t('huddle.nextStep'),
      width: 200,
      grow: true,
      value: (row) => nextStep(row, t, formats),
    },
    {
      id: 'noteAt',
      kind: 'instant',
      header: t('huddle.lastContact'),
      width: 150,
      value: (row) => row.lastNote?.at ?? null,
    },
  ];
}
