/** One customer beside the list: what is owed, why now, what waits; from here one goes to the whole page. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, Suspense, useMemo, useState } from 'react';
import type { Item, WorklistEntry } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { DateText } from '../../ui/date/date.component.tsx';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../ui/format/formats.context.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import { MoneyInWords } from '../../ui/money/money.component.tsx';
import { Panel } from '../../ui/panel/panel.component.tsx';
import { latePart } from '../../ui/part/late-part.ts';
import { CustomerBalance } from '../customers/customer-balance.component.tsx';
import { useCustomerItems } from '../customers/customers.queries.ts';
import { useItemColumns } from '../customers/item-columns.component.tsx';
import styles from './collections.module.css';
import { OwnerWords } from './portfolios/owner-words.component.tsx';
import { figureInWords, PART_NAMES, whatTakesOff, whyNow } from './score-words.ts';
import { useAside } from './work/use-work-act.ts';
import type { Begun } from './work/work-acts.ts';
import { OPENED_BY_KEYS as FORMS, WorkBar } from './work/work-bar.component.tsx';
import { worklistEntryQuery } from './worklist.queries.ts';

const CallSheet = latePart(async () => (await import('./calls/call-sheet.component.tsx')).CallSheet);
const ConversationPanel = latePart(
  async () => (await import('../correspondence/conversation-panel.component.tsx')).ConversationPanel,
);
const LastMail = latePart(async () => (await import('../correspondence/last-mail.component.tsx')).LastMail);
/** Fetched with the panel: a key on a row of the list may ask for one at once. */
export const OPENED_BY_KEYS = [CallSheet, ConversationPanel, ...FORMS];

interface CustomerGlanceProps {
  readonly code: string;
  readonly customerId: string;
  /** As the list has it: shown until the customer is read. */
  readonly known: WorklistEntry | undefined;
  /** What was begun by a key on the row: after it one is back in the list. */
  readonly begunInList: Begun | null;
  readonly next: () => void;
  readonly close: () => void;
}

export function CustomerGlance(props: CustomerGlanceProps): ReactNode {
  const { t } = useTexts();
  const { code, customerId, close } = props;
  const entry = useQuery({ ...worklistEntryQuery(code, customerId), placeholderData: () => props.known });
  const [isFromList] = useState(props.begunInList !== null);
  const [begun, begin] = useState(props.begunInList);
  const next = isFromList ? close : props.next;
  const leaveForm = (): void => {
    begin(null);
    if (isFromList) close();
  };
  const [reading, setReading] = useState<string | null>(null);
  const mayRead = may(useCompany(), 'correspondence.read');
  const { finish } = useAside(code, { entry: { customerId, name: entry.data?.name ?? '', aside: null }, next });
  if (begun === 'call') {
    // A call that is written down is done with for today: its next step is in the sheet.
    return (
      <Suspense fallback={null}>
        <CallSheet code={code} customerId={customerId} close={leaveForm} onSaved={finish} />
      </Suspense>
    );
  }
  if (reading !== null) {
    return (
      <Suspense fallback={null}>
        <ConversationPanel key={reading} code={code} id={reading} close={() => setReading(null)} />
      </Suspense>
    );
  }
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
        {entry.data && <WorkBar {...{ code, begun, begin, next }} entry={entry.data} close={leaveForm} />}
        <CustomerBalance code={code} customerId={customerId} />
        <Suspense fallback={null}>
          {mayRead && <LastMail code={code} customerId={customerId} open={setReading} />}
        </Suspense>
        {entry.data && <WhyNow code={code} entry={entry.data} />}
        <OpenItems code={code} customerId={customerId} />
      </div>
    </Panel>
  );
}

/** Beside the list there is room for what is talked about on the phone. */
const COLUMNS: readonly string[] = ['number', 'due', 'late', 'open'];

/** The score as a sum that can be added up, and how the collectable amount comes about. */
function WhyNow({ code, entry }: { code: string; entry: WorklistEntry }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  return (
    <section aria-label={t('myDay.whyNow')} className={styles.why}>
      <p>
        {t(entry.aside ? 'myDay.asideSentence' : 'myDay.whySentence', {
          ...{ why: whyNow(entry, { t, formats }), off: whatTakesOff(entry, { t, formats }) },
        })}
      </p>
      {entry.owner && <OwnerWords code={code} customerId={entry.customerId} customerName={entry.name} />}
      <table className={styles.parts}>
        <caption>{t('myDay.scoreOf', { score: entry.score })}</caption>
        <tbody>
          {entry.parts.map((part) => (
            <tr key={part.code}>
              <th scope="row">{t(PART_NAMES[part.code])}</th>
              <td>{figureInWords(part, { t, formats })}</td>
              <td className={styles.points}>
                {part.points < 0 ? `−${-part.points}` : part.points}
                {part.pointsMax > 0 && <span className={styles.quiet}> / {part.pointsMax}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {entry.strategyName !== null && (
        <p className={styles.quiet}>{t('myDay.rankedByStrategy', { name: entry.strategyName })}</p>
      )}
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
