/** What the owner of a portfolio and the manager look at together: now and a month ago, the customers that matter, what changed. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { withoutBlanks } from '../../../app/search.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { Amount, MoneyInWords } from '../../../ui/money/money.component.tsx';
import { type MoneyText, toMoney, toMoneyText } from '../../../ui/money/money-text.ts';
import { Split } from '../../../ui/split/split.component.tsx';
import { bucketLabels } from '../../ledger/buckets.ts';
import { FigureList } from './figure-list.component.tsx';
import { FigurePanel } from './figure-panel.component.tsx';
import styles from './huddle.module.css';
import { type ReviewPack, reviewQuery } from './huddle.queries.ts';
import { type FigureName, REVIEW_FIGURES } from './huddle-figures.ts';
import { PortfolioChoice } from './portfolio-choice.component.tsx';
import { ReviewedCustomers } from './reviewed-customers.component.tsx';

export function ReviewPage(): ReactNode {
  const { company: code } = useParams({ from: '/c/$company/review' });
  const { owner, figure } = useSearch({ from: '/c/$company/review' });
  const navigate = useNavigate({ from: '/c/$company/review' });
  const pack = useQuery(reviewQuery(code, owner));
  const show = (next: FigureName | undefined): void =>
    void navigate({ search: (now) => withoutBlanks({ ...now, figure: next }), replace: figure !== undefined });
  if (pack.error) return <ProblemNote error={pack.error} retry={() => void pack.refetch()} />;
  if (!pack.data) return null;
  const { since, today } = pack.data;
  const panel = figure && (
    <FigurePanel
      key={figure}
      code={code}
      figure={figure}
      owner={owner}
      span={{ from: since, until: today }}
      close={() => show(undefined)}
    />
  );
  return (
    <Split
      id="review"
      startPercent={60}
      left={<Review code={code} pack={pack.data} owner={owner} open={show} />}
      right={panel ?? null}
    />
  );
}

function Review(props: {
  code: string;
  pack: ReviewPack;
  owner: string | undefined;
  open: (name: FigureName) => void;
}): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const navigate = useNavigate({ from: '/c/$company/review' });
  const { code, pack, owner, open } = props;
  const name = pack.owners.find(({ id }) => id === owner)?.name ?? t('huddle.whole');
  return (
    <div className={styles.sheet}>
      <header className={styles.head}>
        <h2>{t('huddle.reviewOf', { name })}</h2>
        <span className={styles.quiet}>{formats.date(pack.today)}</span>
        <span className={`${styles.row} ${styles.end} ${styles.noPrint}`}>
          <PortfolioChoice
            owners={pack.owners}
            owner={owner}
            choose={(next) => void navigate({ search: (now) => withoutBlanks({ ...now, owner: next }) })}
          />
          <Button size="compact-xs" variant="default" onClick={() => window.print()}>
            {t('huddle.print')}
          </Button>
        </span>
      </header>
      <div className={styles.columns}>
        <section className={styles.section}>
          <h3>{t('huddle.open')}</h3>
          <AgingThenAndNow pack={pack} />
        </section>
        <section className={styles.section}>
          <h3>{t('huddle.sinceDay', { day: formats.date(pack.since) })}</h3>
          <div className={styles.row}>
            <span>{t('huddle.cashIn')}</span>
            {pack.cash.totals.map((total) => (
              <b key={total.currency}>
                <MoneyInWords value={total} />
              </b>
            ))}
            <span className={styles.quiet}>{formats.count(pack.cash.count)}</span>
          </div>
          <FigureList names={REVIEW_FIGURES} figures={pack.figures} open={open} />
        </section>
      </div>
      <section className={styles.section}>
        <h3>{t('huddle.reviewCustomers')}</h3>
        <ReviewedCustomers code={code} customers={pack.customers} />
      </section>
    </div>
  );
}

type AgingOf = ReviewPack['now'][number];

/** One block for each currency: as it is, as it was, what changed. */
function AgingThenAndNow({ pack }: { pack: ReviewPack }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const currencies = [...new Set([...pack.now, ...pack.before].map(({ currency }) => currency))].sort();
  const labels = [t('aging.notDue'), ...bucketLabels(pack.buckets), t('aging.unapplied'), t('grid.total')];
  const figuresOf = (rows: readonly AgingOf[], currency: string): MoneyText[] => {
    const row = rows.find((one) => one.currency === currency);
    const none = labels.map(() => ({ amount: '0', currency }));
    return row ? [row.notDue, ...row.buckets, row.unapplied, row.total] : none;
  };
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" aria-label={t('huddle.open')} />
          <th scope="col">{t('huddle.agingNow')}</th>
          <th scope="col">{t('huddle.agingBefore', { day: formats.date(pack.since) })}</th>
          <th scope="col">{t('huddle.agingChange')}</th>
        </tr>
      </thead>
      <tbody>
        {currencies.map((currency) => {
          const [now, before] = [figuresOf(pack.now, currency), figuresOf(pack.before, currency)];
          return (
            <Fragment key={currency}>
              {currencies.length > 1 && (
                <tr>
                  <th scope="rowgroup" colSpan={4}>
                    <b>{currency}</b>
                  </th>
                </tr>
              )}
              {labels.map((label, index) => (
                <AgingLine
                  key={label}
                  label={label}
                  isTotal={index === labels.length - 1}
                  now={now[index]}
                  before={before[index]}
                />
              ))}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

function AgingLine(props: {
  label: string;
  isTotal: boolean;
  now: MoneyText | undefined;
  before: MoneyText | undefined;
}): ReactNode {
  const { label, isTotal, now, before } = props;
  if (!now || !before) return null;
  const { amountMinor, currency } = toMoney(now);
  const change = toMoneyText({ amountMinor: amountMinor - toMoney(before).amountMinor, currency });
  return (
    <tr data-total={isTotal || undefined}>
      <th scope="row">{label}</th>
      <td>
        <Amount value={now} />
      </td>
      <td>
        <Amount value={before} />
      </td>
      <td>
        <Amount value={change} />
      </td>
    </tr>
  );
}
