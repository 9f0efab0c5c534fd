/** Days late by month, the months side by side: bars above the line are late, below it early; each says its figure itself. */
import type { ReactNode } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { monthsFrom } from './chart-months.ts';
import styles from './paying.module.css';
import type { Behaviour } from './paying.queries.ts';

const COLUMN = 44;
const BAR = 22;
const ROOM = 62; // above the line and below it, at most
const LABEL = 12;
const BUCKETS = [0, 30, 60, 90]; // the ramp of the agings

export function PaymentChart({ behaviour }: { behaviour: Behaviour }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const months = monthsFrom(behaviour.since);
  const paid = new Map(behaviour.months.map((month) => [month.month, month]));
  const figures = behaviour.months.map(({ daysLate }) => daysLate);
  const [most, least] = [Math.max(0, ...figures), Math.min(0, ...figures)];
  const scale = ROOM / Math.max(1, most - least);
  const line = LABEL + 4 + most * scale;
  const height = line - least * scale + (least < 0 ? LABEL : 0) + 34;
  const short = new Intl.DateTimeFormat(formats.locale, { month: 'short', timeZone: 'UTC' });
  return (
    <figure className={styles.chart}>
      <figcaption>{t('paying.chart')}</figcaption>
      <svg viewBox={`0 0 ${COLUMN * months.length} ${height}`} role="img" aria-label={t('paying.chart')}>
        <line x1="0" x2={COLUMN * months.length} y1={line} y2={line} className={styles.baseline} />
        {months.map((month, index) => {
          const found = paid.get(month);
          const middle = index * COLUMN + COLUMN / 2;
          const bar = (found?.daysLate ?? 0) * scale;
          return (
            <g key={month}>
              {found && (
                <>
                  <title>{`${formats.month(month)}: ${formats.money(found.paid)}`}</title>
                  <rect
                    x={middle - BAR / 2}
                    y={bar >= 0 ? line - bar : line}
                    width={BAR}
                    height={Math.max(1, Math.abs(bar))}
                    data-bucket={BUCKETS.filter((days) => found.daysLate > days).length}
                  />
                  <text x={middle} y={bar >= 0 ? line - bar - 3 : line - bar + LABEL - 1} className={styles.figure}>
                    {String(found.daysLate).replace('-', '−')}
                  </text>
                  <text x={middle} y={height - 3} className={styles.axis}>
                    {found.onTimePercent} %
                  </text>
                </>
              )}
              <text x={middle} y={height - 18} className={styles.axis}>
                {short.format(Date.parse(`${month}-15T12:00:00Z`))}
              </text>
            </g>
          );
        })}
      </svg>
      <p className={styles.quiet}>{t('paying.onTimeRow')}</p>
    </figure>
  );
}
