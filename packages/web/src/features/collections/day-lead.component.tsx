/** Above the list: whose it is, how much it is, what waits today, and what changed since the last working evening. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type TextKey, useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { useFormats } from '../../ui/format/formats.context.ts';
import { MoneyInWords } from '../../ui/money/money.component.tsx';
import styles from './collections.module.css';
import { type Shown, WHOSE, type Whose, worklistChangesQuery, worklistSummaryQuery } from './worklist.queries.ts';

interface DayLeadProps {
  readonly code: string;
  readonly whose: Whose;
  readonly show: Shown;
  readonly hasOwn: boolean;
  readonly turn: (next: { whose?: Whose; show?: Shown | undefined }) => void;
}

const WHOSE_WORDS: Readonly<Record<Whose, TextKey>> = { mine: 'myDay.mine', team: 'myDay.team' };

export function DayLead(props: DayLeadProps): ReactNode {
  const { t } = useTexts();
  const { whose, hasOwn, turn } = props;
  return (
    <div className={styles.lead}>
      <div className={styles.leadLine}>
        {(hasOwn || whose === 'mine') && (
          <fieldset className={styles.switch} aria-label={t('myDay.whose')}>
            {WHOSE.map((one) => (
              <button key={one} type="button" aria-pressed={one === whose} onClick={() => turn({ whose: one })}>
                {t(WHOSE_WORDS[one])}
              </button>
            ))}
          </fieldset>
        )}
        <Summary {...props} />
      </div>
      <Today {...props} />
    </div>
  );
}

function Summary({ code, whose }: DayLeadProps): ReactNode {
  const { t } = useTexts();
  const { data } = useQuery(worklistSummaryQuery(code, whose));
  if (!data) return null;
  return (
    <p className={styles.summary}>
      <span>{t('myDay.needYou', { count: data.customers, all: data.customersInAll })}</span>
      <span>
        <MoneyInWords value={data.collectable} /> {t('myDay.collectable')}
      </span>
      {data.doneCustomers > 0 && (
        <span>
          {t('myDay.doneSoFar', { count: data.doneCustomers })} <MoneyInWords value={data.doneCollectable} />
        </span>
      )}
      {data.quietCustomers > 0 && <span>{t('myDay.quietCount', { count: data.quietCustomers })}</span>}
      <RankedBy code={code} number={data.strategyNumber} />
      {whose === 'mine' && data.coversFor.length > 0 && (
        <strong>{t('myDay.coversFor', { names: data.coversFor.map(({ name }) => name).join(', ') })}</strong>
      )}
    </p>
  );
}

/** By which version of the strategies, which is one step away. */
function RankedBy({ code, number }: { code: string; number: number }): ReactNode {
  const { t } = useTexts();
  return (
    <span>
      <Link to="/c/$company/company/$part" params={{ company: code, part: 'strategies' }} search={{}}>
        {number === 0 ? t('myDay.rankedByUsual') : t('myDay.rankedBy', { number })}
      </Link>
    </span>
  );
}

/** What waits, each leading to it; then what changed, in a sentence. */
function Today({ code, whose, show, turn }: DayLeadProps): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const company = useCompany();
  const { data } = useQuery(worklistChangesQuery(code, whose));
  const aside = useQuery(worklistSummaryQuery(code, whose)).data?.asideCustomers ?? 0;
  if (!data) return null;
  const changed = (
    [
      ['myDay.paidAndLeft', data.paid],
      ['myDay.leftOtherwise', data.left],
      ['myDay.arrived', data.arrived],
      ['myDay.movedUp', data.movedUp],
      ['myDay.promisesBroken', data.promisesBroken],
    ] as const
  ).filter(([, count]) => count > 0);
  const params = { company: code };
  return (
    <p className={styles.summary}>
      <Link to="/c/$company/tasks" params={params} search={{}}>
        {t('myDay.tasks', { count: data.tasksDue })}
      </Link>
      <Link to="/c/$company/calls/$part" params={{ ...params, part: 'backs' }} search={{}}>
        {t('myDay.callBacks', { count: data.callBacksDue })}
      </Link>
      {may(company, 'correspondence.read') && (
        <Link
          to="/c/$company/inbox/$part"
          params={{ ...params, part: 'waiting' }}
          search={whose === 'mine' ? { portfolio: 'mine' } : {}}
        >
          {t('myDay.replies', { count: data.repliesWaiting })}
        </Link>
      )}
      <Link to="/c/$company/promises/$list" params={{ ...params, list: 'due' }} search={{}}>
        {t('myDay.promises', { count: data.promisesDue })}
      </Link>
      <Link to="/c/$company/interest/$part" params={{ ...params, part: 'proposals' }} search={{}}>
        {t('interest.title')}
      </Link>
      {(aside > 0 || show === 'aside') && (
        <button
          type="button"
          className={styles.linkLike}
          aria-pressed={show === 'aside'}
          onClick={() => turn({ show: show === 'aside' ? undefined : 'aside' })}
        >
          {show === 'aside' ? t('myDay.backToList') : t('myDay.aside', { count: aside })}
        </button>
      )}
      {data.sinceOn !== null && (
        <span className={styles.quiet}>
          {t('myDay.since', { date: formats.date(data.sinceOn) })}{' '}
          {changed.length === 0
            ? t('myDay.nothingChanged')
            : changed.map(([word, count]) => t(word, { count })).join(' · ')}
        </span>
      )}
    </p>
  );
}
