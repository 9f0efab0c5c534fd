/** One customer beside the list: what is owed, why now, what waits; from here one goes to the whole page. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import type { Item, WorklistEntry } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { DateText } from '../../ui/date/date.component.tsx';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { Grid } from '../../ui/grid/grid.component.tsx';
import { useKeys } from '../../ui/keys/keys.ts';
import { MoneyInWords } from '../../ui/money/money.component.tsx';
import { Panel } from '../../ui/panel/panel.component.tsx';
import { CustomerBalance } from '../customers/customer-balance.component.tsx';
import { useCustomerItems } from '../customers/customers.queries.ts';
import { useItemColumns } from '../customers/item-columns.component.tsx';
import styles from './collections.module.css';
import { figureInWords, PART_NAMES } from './score-words.ts';
import { worklistEntryQuery } from './worklist.queries.ts';

const MakePromise = lazy(async () => ({
  default: (await import('./promises/make-promise.component.tsx')).MakePromise,
}));

export function CustomerGlance(props: { code: string; customerId: string; close: () => void }): ReactNode {
  const { t } = useTexts();
  const { code, customerId, close } = props;
  const entry = useQuery(worklistEntryQuery(code, customerId));
  const [isPromising, setIsPromising] = useState(false);
  const mayPromise = may(useCompany(), 'holds.manage');
  useKeys(mayPromise ? [{ key: 'p', label: t('promises.make'), act: () => setIsPromising(true) }] : []);
  const openPage = {
    to: '/c/$company/customers/$customerId',
    params: { company: code, customerId },
    search: {},
  } as const;
  return (
    <Panel
      title={entry.data?.name ?? t('grid.reading')}
      acts={<Link {...openPage}>{t('myDay.openCustomer')}</Link>}
      close={close}
    >
      <div className={styles.glance}>
        {entry.error && <ProblemNote error={entry.error} retry={() => void entry.refetch()} />}
        <CustomerBalance code={code} customerId={customerId} />
        {isPromising ? (
          <Suspense fallback={null}>
            <MakePromise code={code} customerId={customerId} items={NO_ITEMS} close={() => setIsPromising(false)} />
          </Suspense>
        ) : (
          mayPromise && (
            <Button variant="default" size="compact-xs" onClick={() => setIsPromising(true)}>
              {t('promises.make')} <kbd>p</kbd>
            </Button>
          )
        )}
        {entry.data && <WhyNow entry={entry.data} />}
        <OpenItems code={code} customerId={customerId} />
      </div>
    </Panel>
  );
}

const NO_ITEMS: readonly Item[] = [];

/** Beside the list there is room for what is talked about on the phone. */
const COLUMNS: readonly string[] = ['number', 'due', 'late', 'open'];

/** The score as a sum that can be added up, and how the collectable amount comes about. */
function WhyNow({ entry }: { entry: WorklistEntry }): ReactNode {
  const { t } = useTexts();
  return (
    <section aria-label={t('myDay.whyNow')} className={styles.why}>
      <table className={styles.parts}>
        <caption>{t('myDay.scoreOf', { score: entry.score })}</caption>
        <tbody>
          {entry.parts.map((part) => (
            <tr key={part.code}>
              <th scope="row">{t(PART_NAMES[part.code])}</th>
              <td>{figureInWords(part, t)}</td>
              <td className={styles.points}>
                {part.points < 0 ? `−${-part.points}` : part.points}
                {part.pointsMax > 0 && <span className={styles.quiet}> / {part.pointsMax}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.quiet}>
        {t('myDay.collectableHead')} <MoneyInWords value={entry.collectable} /> = {t('customers.overdue')}{' '}
        <MoneyInWords value={entry.overdue} /> − {t('myDay.heldHead')} <MoneyInWords value={entry.held} /> −{' '}
        {t('myDay.creditsHead')} <MoneyInWords value={entry.credits} />
      </p>
      {entry.isQuiet && (
        <p>
          {t('myDay.isQuiet')} {entry.quietUntil && <DateText date={entry.quietUntil} />} {entry.quietReason}
        </p>
      )}
    </section>
  );
}

function OpenItems({ code, customerId }: { code: string; customerId: string }): ReactNode {
  const { t } = useTexts();
  const items = useCustomerItems({ code, customerId, status: 'open' });
  const all = useItemColumns(code);
  const columns = useMemo(() => all.filter(({ id }) => COLUMNS.includes(id)), [all]);
  return (
    <div className={styles.items}>
      <Grid<Item>
        id="glance-items"
        label={t('customers.openItems')}
        columns={columns}
        rows={items.rows}
        rowId={(row) => row.id}
        load={items.load}
        empty={t('customers.noItems')}
      />
    </div>
  );
}
