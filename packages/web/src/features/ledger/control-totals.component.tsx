import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { api, dataOf } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import { gridLoadOf } from '../../app/keyset.ts';
import { useWords } from '../../app/words.ts';
import { useFormats } from '../../ui/format/formats.context.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import type { MoneyText } from '../../ui/money/money-text.ts';
import { Panel } from '../../ui/panel/panel.component.tsx';

interface ControlTotal {
  readonly account: string;
  readonly amount: MoneyText;
  readonly functional: MoneyText;
}

const NO_TOTALS: readonly ControlTotal[] = [];

/** Every account of a closed month, as it was when the month was closed: what the general ledger must agree with. */
export function ControlTotals({ month, close }: { month: string; close: () => void }): ReactNode {
  const { t } = useTexts();
  const words = useWords();
  const formats = useFormats();
  const { company } = useParams({ from: '/c/$company' });
  const totals = useQuery({
    queryKey: ['control-totals', company, month],
    queryFn: ({ signal }) => {
      const params = { path: { company, month } };
      return dataOf(api.GET('/api/v1/companies/{company}/periods/{month}/control-totals', { params, signal }));
    },
  });
  const columns = useMemo(
    (): readonly GridColumn<ControlTotal>[] => [
      {
        id: 'account',
        kind: 'text',
        header: t('posting.account'),
        width: 180,
        grow: true,
        value: (row) => words.account(row.account),
      },
      { id: 'amount', kind: 'money', header: t('posting.amount'), width: 150, value: (row) => row.amount },
      {
        id: 'functional',
        kind: 'money',
        header: t('posting.functional'),
        width: 150,
        isTotalled: true,
        value: (row) => row.functional,
      },
    ],
    [t, words],
  );
  return (
    <Panel title={<h2>{t('books.controlTotals', { month: formats.month(month) })}</h2>} close={close}>
      <Grid
        id="control-totals"
        label={t('books.controlTotals', { month: formats.month(month) })}
        columns={columns}
        rows={totals.data?.controlTotals ?? NO_TOTALS}
        rowId={(row) => `${row.account} ${row.amount.currency}`}
        load={gridLoadOf(totals)}
        empty={t('books.noControlTotals')}
      />
    </Panel>
  );
}
