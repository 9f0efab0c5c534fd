/** What is open with the customer, in sight while one speaks: items, promises, disputes, the last contacts. */
import type { ReactNode } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { DateText, Instant } from '../../../ui/date/date.component.tsx';
import { MoneyInWords } from '../../../ui/money/money.component.tsx';
import { Status } from '../../../ui/status/status.component.tsx';
import { ACTIVITY_WORDS } from '../../customers/activity-words.ts';
import { STATE_TONES, STATE_WORDS } from '../promises/promise-words.ts';
import type { PromiseState } from '../promises/promises.queries.ts';
import styles from './calls.module.css';
import type { CallSheetData } from './calls.queries.ts';

interface CallMattersProps {
  readonly sheet: CallSheetData;
  readonly ticked: readonly string[];
  readonly tick: (ids: readonly string[]) => void;
}

export function CallMatters({ sheet, ticked, tick }: CallMattersProps): ReactNode {
  const { t } = useTexts();
  return (
    <section className={styles.part} aria-label={t('calls.whatIsOpen')}>
      <h3>{t('calls.whatIsOpen')}</h3>
      <Items sheet={sheet} ticked={ticked} tick={tick} />
      {sheet.promises.map(({ id, state, amount, promisedOn }) => (
        <p key={id} className={styles.fact}>
          <Status tone={STATE_TONES[state as PromiseState]} word={t(STATE_WORDS[state as PromiseState])} />
          <MoneyInWords value={amount} /> {t('promises.byDay')} <DateText date={promisedOn} />
        </p>
      ))}
      {sheet.disputes.map(({ id, itemNumber, reason }) => (
        <p key={id} className={styles.fact}>
          <Status tone="care" word={t('calls.disputed')} /> {itemNumber} {reason}
        </p>
      ))}
      {sheet.callBacks.map(({ id, dueAt, assigneeName, contactName, note }) => (
        <p key={id} className={styles.fact}>
          <Status tone="accent" word={t('calls.callBackAt')} /> <Instant at={dueAt} /> {contactName} · {assigneeName}
          {note !== '' && ` · ${note}`}
        </p>
      ))}
      {sheet.lastContacts.length > 0 && (
        <ol className={styles.contacts} aria-label={t('calls.lastContacts')}>
          {sheet.lastContacts.map(({ id, kind, at, by, text }) => (
            <li key={id}>
              <span className={styles.quiet}>
                <Instant at={at} /> · {ACTIVITY_WORDS[kind] ? t(ACTIVITY_WORDS[kind]) : kind} · {by}
              </span>
              <span className={styles.said}>{text}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function ItemState({ item }: { item: CallSheetData['items'][number] }): ReactNode {
  const { t } = useTexts();
  if (item.isDisputed) return t('calls.disputed');
  if (item.promisedUntil !== null) {
    return (
      <>
        {t('calls.promisedUntil')} <DateText date={item.promisedUntil} />
      </>
    );
  }
  return t(item.isOverdue ? 'calls.overdue' : 'calls.notDue');
}

function Items({ sheet, ticked, tick }: CallMattersProps): ReactNode {
  const { t } = useTexts();
  if (sheet.items.length === 0) return <p className={styles.quiet}>{t('calls.nothingOpen')}</p>;
  const toggle = (id: string): void => tick(ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id]);
  return (
    <div className={styles.items}>
      <table>
        <tbody>
          {sheet.items.map((item) => (
            <tr key={item.id} data-overdue={item.isOverdue || undefined}>
              <td>
                <label>
                  <input type="checkbox" checked={ticked.includes(item.id)} onChange={() => toggle(item.id)} />{' '}
                  {item.number}
                </label>
              </td>
              <td>
                <DateText date={item.dueOn} />
              </td>
              <td>
                <ItemState item={item} />
              </td>
              <td className={styles.money}>
                <MoneyInWords value={item.open} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {sheet.itemCount > sheet.items.length && (
        <p className={styles.quiet}>{t('calls.moreItems', { count: sheet.itemCount - sheet.items.length })}</p>
      )}
    </div>
  );
}
