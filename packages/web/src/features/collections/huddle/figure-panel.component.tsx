/** What a figure counts, line by line. */
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { Grid } from '../../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../../ui/grid/grid.types.ts';
import { Panel } from '../../../ui/panel/panel.component.tsx';
import styles from './huddle.module.css';
import { type HuddleLine, type Span, useFigureLines } from './huddle.queries.ts';
import { FIGURE_WORDS, type FigureName } from './huddle-figures.ts';

export function FigurePanel(props: {
  code: string;
  figure: FigureName;
  owner: string | undefined;
  span: Span;
  close: () => void;
}): ReactNode {
  const { t } = useTexts();
  const navigate = useNavigate();
  const { code, figure, close } = props;
  const list = useFigureLines(props);
  const columns = useLineColumns(figure !== 'contacts' && figure !== 'escalations');
  const open = (line: HuddleLine): void => {
    if (figure.startsWith('cash_') || figure === 'held') {
      const params = { company: code, itemId: line.id };
      return void navigate({ to: '/c/$company/items/$itemId', params, search: {} });
    }
    if (figure === 'escalations') return void navigate({ to: '/c/$company/tasks', params: { company: code } });
    if (line.customerId === null) return;
    const params = { company: code, customerId: line.customerId };
    const search = { show: figure === 'contacts' ? ('notes' as const) : ('promises' as const) };
    void navigate({ to: '/c/$company/customers/$customerId', params, search });
  };
  return (
    <Panel title={<h2>{t(FIGURE_WORDS[figure])}</h2>} close={close}>
      <div className={styles.lines}>
        <Grid
          id="huddle-lines"
          label={t('huddle.what')}
          columns={columns}
          rows={list.rows}
          rowId={(row) => row.id}
          load={list.load}
          empty={t('customers.nothing')}
          onOpen={open}
          isMain
        />
      </div>
    </Panel>
  );
}

function useLineColumns(hasAmounts: boolean): readonly GridColumn<HuddleLine>[] {
  const { t } = useTexts();
  return useMemo((): readonly GridColumn<HuddleLine>[] => {
    const amount: GridColumn<HuddleLine> = {
      id: 'amount',
      kind: 'money',
      header: t('field.amount'),
      width: 120,
      isTotalled: true,
      value: (row) => row.amount,
    };
    return [
      { id: 'on', kind: 'date', header: t('huddle.day'), width: 100, value: (row) => row.on },
      {
        id: 'customer',
        kind: 'text',
        header: t('huddle.customer'),
        width: 160,
        grow: true,
        value: (row) => row.customerName,
      },
      { id: 'text', kind: 'text', header: t('huddle.text'), width: 140, grow: true, value: (row) => row.text || null },
      ...(hasAmounts ? [amount] : []),
      { id: 'by', kind: 'text', header: t('huddle.by'), width: 110, value: (row) => row.byName },
    ];
  }, [t, hasAmounts]);
}
