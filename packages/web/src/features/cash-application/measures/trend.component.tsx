/** Week by week: how many receipts came, and how many of them posted by themselves. Each bar carries its figures. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { Why } from '../../../ui/why/why.component.tsx';
import type { ChoosingProps } from './figures.component.tsx';
import styles from './measures.module.css';
import type { Measures } from './measures.queries.ts';

type Week = Measures['trend']['weeks'][number];

const BAR_WIDTH = 44;
const GAP = 14;
const BAR_HEIGHT_MAX = 72;
const ABOVE = 30; // two lines of figures over a bar
const BELOW = 16; // the week's first day
const LABELS_MAX = 14; // more of them are nobody's reading; the table under the picture has them all
const NARROW_WIDTH = 10;
const SIDE = 18; // room for the first and the last day under narrow bars

export function Trend(props: ChoosingProps): ReactNode {
  const { weeks } = props.measures.trend;
  const { t } = useTexts();
  const formats = useFormats();
  const isLabelled = weeks.length <= LABELS_MAX;
  const step = isLabelled ? BAR_WIDTH + GAP : NARROW_WIDTH + GAP / 2;
  const width = Math.max(1, weeks.length) * step + 2 * SIDE;
  const height = ABOVE + BAR_HEIGHT_MAX + BELOW;
  const most = Math.max(1, ...weeks.map(({ denominator }) => denominator));
  const title = t('measures.trend');
  const every = Math.ceil(weeks.length / LABELS_MAX);
  const place = useRef<HTMLDivElement>(null);
  // Of a year the last weeks are looked at first.
  useEffect(() => {
    place.current?.scrollTo({ left: width });
  }, [width]);
  return (
    <section className={styles.trend}>
      <Why about={title} figure={<h2>{title}</h2>}>
        {t('measures.trendFormula')}
      </Why>
      <div className={styles.scrolls} ref={place}>
        <div className={styles.bars}>
          <svg
            width={width}
            height={height}
            viewBox={`${-SIDE} 0 ${width} ${height}`}
            aria-hidden="true"
            focusable="false"
          >
            {weeks.map((week, index) => (
              <Bar
                key={week.from}
                {...{ week, most, isLabelled }}
                left={index * step}
                width={isLabelled ? BAR_WIDTH : NARROW_WIDTH}
                day={index % every === 0 ? shortDay(formats.date(week.from)) : null}
              />
            ))}
          </svg>
          {weeks.map((week, index) => (
            <OpensWeek
              key={week.from}
              {...props}
              week={week}
              left={index * step}
              width={isLabelled ? BAR_WIDTH : NARROW_WIDTH}
            />
          ))}
        </div>
      </div>
      <table className={styles.heard}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('measures.week')}</th>
            <th scope="col">{t('measures.auto')}</th>
            <th scope="col">{t('measures.received')}</th>
            <th scope="col">{t('measures.autoPayments')}</th>
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ from, to, numerator, denominator, share }) => (
            <tr key={from}>
              <th scope="row">{`${formats.date(from)} – ${formats.date(to)}`}</th>
              <td>{formats.count(numerator)}</td>
              <td>{formats.count(denominator)}</td>
              <td>{share === null ? '–' : formats.percent(share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Over its bar: opens the receipts of the week. */
function OpensWeek(props: ChoosingProps & { week: Week; left: number; width: number }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { week, left, width, chosen, choose } = props;
  const { from, to, numerator, denominator } = week;
  if (denominator === 0) return null;
  const label = t('measures.openWeek', {
    from: formats.date(from),
    to: formats.date(to),
    part: formats.count(numerator),
    whole: formats.count(denominator),
  });
  return (
    <button
      type="button"
      className={styles.opensWeek}
      style={{ left: left - GAP / 4, width: width + GAP / 2 }}
      aria-label={label}
      title={label}
      aria-pressed={chosen?.figure === 'received' && chosen.week === from}
      onClick={() => choose({ figure: 'received', week: from })}
    />
  );
}

/** "23 Nov 2026" without its year. */
function shortDay(date: string): string {
  return date.replace(/\s+\d{4}$/, '');
}

function Bar(props: {
  week: Week;
  most: number;
  left: number;
  width: number;
  isLabelled: boolean;
  day: string | null;
}): ReactNode {
  const formats = useFormats();
  const { week, most, left, width, isLabelled, day } = props;
  const { numerator, denominator, share } = week;
  const foot = ABOVE + BAR_HEIGHT_MAX;
  const tall = (count: number): number => Math.round((count / most) * BAR_HEIGHT_MAX);
  const middle = left + width / 2;
  const top = foot - tall(denominator);
  return (
    <g>
      <rect className={styles.rest} x={left} width={width} y={top} height={tall(denominator)} />
      <rect className={styles.auto} x={left} width={width} y={foot - tall(numerator)} height={tall(numerator)} />
      <line className={styles.ground} x1={left} x2={left + width} y1={foot + 0.5} y2={foot + 0.5} />
      {isLabelled && share !== null && (
        <>
          <text className={styles.strong} x={middle} y={top - 16}>
            {formats.percent(share)}
          </text>
          <text x={middle} y={top - 4}>
            {`${formats.count(numerator)}/${formats.count(denominator)}`}
          </text>
        </>
      )}
      {day !== null && (
        <text x={middle} y={foot + 13}>
          {day}
        </text>
      )}
    </g>
  );
}
