/** Moves by hand, the latest first, each undone as one. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAct } from '../../../app/act.ts';
import { api } from '../../../app/api.ts';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { DateText, Instant } from '../../../ui/date/date.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { MadeActs } from './made-acts.component.tsx';
import type { PortfolioPart } from './portfolios.component.tsx';
import styles from './portfolios.module.css';
import { type PortfolioMove, usePortfolioMoves } from './portfolios.queries.ts';

export function MovesView({ code }: PortfolioPart): ReactNode {
  const { t } = useTexts();
  const { rows, load } = usePortfolioMoves(code);
  const manages = may(useCompany(), 'portfolios.manage');
  const undo = useAct(
    (id: string) =>
      api.POST('/api/v1/companies/{company}/portfolio-moves/{id}/undo', { params: { path: { company: code, id } } }),
    { said: () => t('portfolios.moveUndone') },
  );
  return (
    <MadeActs
      load={load}
      problem={undo.error}
      none={t('portfolios.noMoves')}
      head={
        <>
          <th scope="col">{t('portfolios.madeAt')}</th>
          <th scope="col">{t('portfolios.moveCount')}</th>
          <th scope="col" className={styles.text}>
            {t('portfolios.moveWhat')}
          </th>
          <th scope="col" className={styles.text}>
            {t('portfolios.reason')}
          </th>
          <th scope="col" className={styles.text}>
            {t('portfolios.madeBy')}
          </th>
          <th scope="col" className={styles.text}>
            {t('portfolios.until')}
          </th>
          <th aria-label={t('portfolios.undo')} />
        </>
      }
      lines={rows.map((row) => (
        <MoveRow
          key={row.id}
          row={row}
          undo={manages && row.undoneAt === null ? () => undo.mutate(row.id) : null}
          isBusy={undo.isPending && undo.variables === row.id}
        />
      ))}
    />
  );
}

function MoveRow({ row, undo, isBusy }: { row: PortfolioMove; undo: (() => void) | null; isBusy: boolean }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  return (
    <tr>
      <th scope="row">
        <Instant at={row.madeAt} />
      </th>
      <td>{formats.count(row.customerCount)}</td>
      <td className={styles.text}>{t(row.kind === 'hand' ? 'portfolios.moveHand' : 'portfolios.moveLevel')}</td>
      <td className={styles.text}>{row.reason}</td>
      <td className={styles.text}>{row.madeByName}</td>
      <td className={styles.text}>{row.untilOn && <DateText date={row.untilOn} />}</td>
      <td>
        {undo && (
          <Button size="compact-xs" variant="default" loading={isBusy} onClick={undo}>
            {t('portfolios.undo')}
          </Button>
        )}
        {row.undoneByName !== null && (
          <span className={styles.quiet}>
            {t('portfolios.undone')} {row.undoneByName}
          </span>
        )}
      </td>
    </tr>
  );
}
