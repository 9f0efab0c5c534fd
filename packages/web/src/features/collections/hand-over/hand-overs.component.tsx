/** Hand-overs, the latest first, each taken back as far as nobody went on with it. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { Instant } from '../../../ui/date/date.component.tsx';
import { MadeActs } from '../portfolios/made-acts.component.tsx';
import type { PortfolioPart } from '../portfolios/portfolios.component.tsx';
import table from '../portfolios/portfolios.module.css';
import styles from './hand-over.module.css';
import { type HandOver, useHandOvers } from './hand-over.queries.ts';
import { useHandOverTexts, workInWords } from './hand-over-texts.ts';
import { useTakeBack } from './use-take-back.ts';

export function HandOversView({ code }: PortfolioPart): ReactNode {
  const { own } = useHandOverTexts();
  const { rows, load } = useHandOvers(code);
  const manages = may(useCompany(), 'portfolios.manage');
  const takeBack = useTakeBack(code);
  return (
    <MadeActs
      load={load}
      problem={takeBack.error}
      none={own('handOver.none')}
      head={
        <>
          <th scope="col">{own('handOver.when')}</th>
          <th scope="col" className={table.text}>
            {own('handOver.from')}
          </th>
          <th scope="col" className={table.text}>
            {own('handOver.what')}
          </th>
          <th scope="col" className={table.text}>
            {own('handOver.reason')}
          </th>
          <th scope="col" className={table.text}>
            {own('handOver.by')}
          </th>
          <th aria-label={own('handOver.undo')} />
        </>
      }
      lines={rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <Instant at={row.madeAt} />
          </th>
          <td className={table.text}>{row.fromName}</td>
          <td className={table.text}>
            <Totals row={row} />
          </td>
          <td className={table.text}>{row.reason}</td>
          <td className={table.text}>{row.madeByName}</td>
          <td>
            {row.undoneAt !== null && own('handOver.undoneBy', { name: row.undoneByName ?? '' })}
            {row.undoneAt === null && manages && (
              <Button
                size="compact-xs"
                variant="default"
                loading={takeBack.isPending && takeBack.variables?.id === row.id}
                onClick={() => takeBack.mutate(row)}
              >
                {own('handOver.undo')}
              </Button>
            )}
          </td>
        </tr>
      ))}
    />
  );
}

function Totals({ row }: { row: HandOver }): ReactNode {
  const { own } = useHandOverTexts();
  const receivers = [...new Map(row.totals.map(({ toId, toName }) => [toId, toName]))];
  return (
    <ul className={styles.plain}>
      {receivers.map(([toId, name]) => (
        <li key={toId}>
          {workInWords(
            own,
            row.totals.filter((one) => one.toId === toId),
          )}{' '}
          → {name ?? own('handOver.team')}
        </li>
      ))}
    </ul>
  );
}
