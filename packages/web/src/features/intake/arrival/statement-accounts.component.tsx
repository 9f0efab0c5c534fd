/** Bank accounts by their statements: what came last, what is late, where lines are missing. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import type { StatementAccount } from '../../../app/api.types.ts';
import { type Translate, useTexts } from '../../../app/i18n.ts';
import { gridLoadOf } from '../../../app/keyset.ts';
import { useAddressView } from '../../../app/search.ts';
import { DateText } from '../../../ui/date/date.component.tsx';
import { Grid } from '../../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../../ui/grid/grid.types.ts';
import { MoneyInWords } from '../../../ui/money/money.component.tsx';
import { Panel } from '../../../ui/panel/panel.component.tsx';
import { Split } from '../../../ui/split/split.component.tsx';
import { Status } from '../../../ui/status/status.component.tsx';
import styles from '../intake.module.css';
import { AccountReceipts, REPORT_WORDS } from './account-receipts.component.tsx';
import { statementAccountsQuery } from './arrival.queries.ts';

const NO_ROWS: readonly StatementAccount[] = [];

export function StatementAccountsView({ code }: { code: string }): ReactNode {
  const { t } = useTexts();
  const accounts = useQuery(statementAccountsQuery(code));
  const [open, setOpen] = useState<string | null>(null);
  const columns = useAccountColumns();
  const { view, onView } = useAddressView();
  const rows = accounts.data?.rows ?? NO_ROWS;
  const shown = rows.find((row) => row.account === open);
  return (
    <Split
      id="statement-accounts"
      startPercent={64}
      left={
        <Grid
          id="statement-accounts"
          label={t('arrival.accounts')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.account}
          load={gridLoadOf(accounts)}
          empty={t('arrival.noAccounts')}
          view={view}
          onView={onView}
          onOpen={(row) => setOpen(row.account)}
          isMain
        />
      }
      right={shown ? <AccountPanel code={code} account={shown} close={() => setOpen(null)} /> : null}
    />
  );
}

function useAccountColumns(): readonly GridColumn<StatementAccount>[] {
  const { t } = useTexts();
  return useMemo(
    (): readonly GridColumn<StatementAccount>[] => [
      {
        id: 'account',
        kind: 'text',
        header: t('arrival.account'),
        width: 230,
        phoneWidth: 150,
        grow: true,
        value: (row) => row.account,
      },
      {
        id: 'state',
        kind: 'text',
        header: t('books.status'),
        width: 220,
        phoneWidth: 150,
        code: toneOf,
        value: (row) => stateOf(row, t),
        render: (row) => <Status tone={toneOf(row)} word={stateOf(row, t)} />,
      },
      {
        id: 'last',
        kind: 'date',
        header: t('arrival.lastStatement'),
        width: 120,
        phoneWidth: 90,
        value: (row) => row.lastOn,
      },
      { id: 'number', kind: 'text', header: t('arrival.statementNumber'), width: 90, value: (row) => row.lastNumber },
      {
        id: 'balance',
        kind: 'money',
        header: t('arrival.closingBalance'),
        width: 140,
        value: (row) => row.closingBalance,
      },
      {
        id: 'receiptsBy',
        kind: 'text',
        header: t('arrival.receiptsByColumn'),
        width: 150,
        code: (row) => row.receiptsBy,
        value: (row) => t(REPORT_WORDS[row.receiptsBy]),
      },
      { id: 'rhythm', kind: 'text', header: t('arrival.rhythm'), width: 150, value: (row) => rhythmOf(row, t) },
      { id: 'count', kind: 'count', header: t('arrival.statements'), width: 100, value: (row) => row.statementCount },
    ],
    [t],
  );
}

function isWhole({ missingDays, gaps }: StatementAccount): boolean {
  return missingDays.length === 0 && gaps.length === 0;
}

function toneOf(account: StatementAccount): 'good' | 'care' {
  return isWhole(account) && account.waitingCount === 0 ? 'good' : 'care';
}

function stateOf(account: StatementAccount, t: Translate): string {
  const waiting = account.waitingCount > 0 ? t('arrival.linesWait', { count: account.waitingCount }) : '';
  if (isWhole(account)) {
    return waiting || t(account.statementCount > 0 ? 'arrival.complete' : 'arrival.noStatement');
  }
  const late = account.missingDays.length > 0 ? t('arrival.daysMissing', { count: account.missingDays.length }) : '';
  const gaps = account.gaps.length > 0 ? t('arrival.gaps', { count: account.gaps.length }) : '';
  return [late, gaps, waiting].filter(Boolean).join(', ');
}

function rhythmOf({ everyWorkingDays }: StatementAccount, t: Translate): string {
  if (everyWorkingDays === null) return t('arrival.rhythmUnknown');
  return everyWorkingDays === 1 ? t('arrival.daily') : t('arrival.everyDays', { count: everyWorkingDays });
}

function AccountPanel(props: { code: string; account: StatementAccount; close: () => void }): ReactNode {
  const { code, account, close } = props;
  const { t } = useTexts();
  return (
    <Panel title={<h2>{account.account}</h2>} close={close}>
      <div className={styles.told}>
        <AccountReceipts code={code} account={account} />
        {account.statementCount > 0 && isWhole(account) && <p>{t('arrival.completeText')}</p>}
        {account.missingDays.length > 0 && (
          <section>
            <h3>{t('arrival.missingHead')}</h3>
            <p className={styles.quiet}>{t('arrival.missingText')}</p>
            <ul>
              {account.missingDays.map((day) => (
                <li key={day}>
                  <DateText date={day} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {account.gaps.length > 0 && (
          <section>
            <h3>{t('arrival.gapsHead')}</h3>
            <p className={styles.quiet}>{t('arrival.gapsText')}</p>
            <ul>
              {account.gaps.map((gap) => (
                <li key={`${gap.afterOn} ${gap.beforeOn} ${gap.beforeNumber}`}>
                  <DateText date={gap.afterOn} /> {gap.afterNumber} → <DateText date={gap.beforeOn} />{' '}
                  {gap.beforeNumber}:{' '}
                  <b>
                    <MoneyInWords value={gap.difference} />
                  </b>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Panel>
  );
}
