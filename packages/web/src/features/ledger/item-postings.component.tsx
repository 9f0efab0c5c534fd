/** An item's open amount is the sum of its postings and nothing else: here they are, adding up to it. */
import { abs, formatAmount } from '@quittance/core/money';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import type { Item, Posting } from '../../app/api.types.ts';
import { useAsOf } from '../../app/as-of.component.tsx';
import { useTexts } from '../../app/i18n.ts';
import { gridLoadOf } from '../../app/keyset.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { useWords } from '../../app/words.ts';
import { DateText } from '../../ui/date/date.component.tsx';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { MoneyInWords } from '../../ui/money/money.component.tsx';
import { isZero, toMoney } from '../../ui/money/money-text.ts';
import { AskButton } from '../approvals/ask-button.component.tsx';
import { Holds } from './holds.component.tsx';
import styles from './ledger.module.css';
import { itemQuery, postingsQuery } from './ledger.queries.ts';
import { useOtherCompanies } from './transfers.queries.ts';

const SendToCompany = lazy(async () => ({ default: (await import('./send-to-company.component.tsx')).SendToCompany }));

const ActsOnItem = lazy(async () => ({
  default: (await import('../collections/promises/acts-on-item.component.tsx')).ActsOnItem,
}));

const NoteOfItem = lazy(async () => ({
  default: (await import('../collections/interest/note-of-item.component.tsx')).NoteOfItem,
}));

const OwnValues = lazy(async () => ({
  default: (await import('../customers/own-values.component.tsx')).OwnValues,
}));

const NO_POSTINGS: readonly Posting[] = [];

export function ItemPostingsView(props: {
  itemId: string;
  openEntry: (entryId: string) => void;
  withItemLink?: boolean;
}): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const { company: code } = useParams({ from: '/c/$company' });
  const { at } = useAsOf(company);
  const words = useWords();
  const item = useQuery(itemQuery(code, props.itemId));
  const postings = useQuery(postingsQuery(code, props.itemId, at));
  const columns = usePostingColumns();
  return (
    <div className={styles.page}>
      {item.data && (
        <div className={styles.facts}>
          <b>
            {props.withItemLink ? (
              <Link to="/c/$company/items/$itemId" params={{ company: code, itemId: props.itemId }} search={{}}>
                {item.data.number}
              </Link>
            ) : (
              item.data.number
            )}
          </b>
          <span>{words.document(item.data.kind)}</span>
          <Link
            to="/c/$company/customers/$customerId"
            params={{ company: code, customerId: item.data.customerId }}
            search={{}}
          >
            {item.data.customerName}
          </Link>
          <span className={styles.quiet}>
            {t('item.due')} <DateText date={item.data.dueOn} />
          </span>
          {postings.data && (
            <span>
              {t('item.openAsOf')} <DateText date={at.asOf} />: <MoneyInWords value={postings.data.open} />
            </span>
          )}
        </div>
      )}
      {item.data && <Holds thing={{ subject: 'item', id: props.itemId, open: item.data.open }} />}
      {item.data && <AskAbout key={`ask ${props.itemId}`} code={code} item={item.data} />}
      {item.data && <ActsOfCustomer key={`acts ${props.itemId}`} code={code} item={item.data} />}
      {item.data?.kind === 'debit_note' && (
        <Suspense fallback={null}>
          <NoteOfItem key={`note ${props.itemId}`} code={code} itemId={props.itemId} />
        </Suspense>
      )}
      {item.data?.kind === 'receipt' && <ReceiptOfAnother key={props.itemId} code={code} item={item.data} />}
      <div className={styles.fill}>
        <Grid
          id="postings"
          label={t('item.postings')}
          columns={columns}
          rows={postings.data?.rows ?? NO_POSTINGS}
          rowId={(row) => row.id}
          load={gridLoadOf(postings)}
          empty={t('item.noPostings')}
          onOpen={(row) => props.openEntry(row.entryId)}
          lead={<span className={styles.quiet}>{t('item.sumIsOpen')}</span>}
        />
      </div>
    </div>
  );
}

/** What takes another person's word is asked for from here. */
function AskAbout({ code, item }: { code: string; item: Item }): ReactNode {
  const { amountMinor, currency } = toMoney(item.open);
  const open = { amount: formatAmount(abs(amountMinor), currency), currency };
  return (
    <div className={styles.holds}>
      <AskButton
        code={code}
        thing={{ itemId: item.id, customerId: item.customerId, open, isCredit: amountMinor < 0n }}
      />
    </div>
  );
}

/** A promise on it, a task about it. */
function ActsOfCustomer({ code, item }: { code: string; item: Item }): ReactNode {
  const mayWrite = may(useCompany(), 'activities.write');
  return (
    <div className={styles.holds}>
      <Suspense fallback={null}>
        <ActsOnItem code={code} item={item} />
        <OwnValues code={code} about={{ kind: 'item', id: item.id }} canChange={mayWrite} />
      </Suspense>
    </div>
  );
}

/** A receipt that came to the wrong company can be sent on from here. */
function ReceiptOfAnother({ code, item }: { code: string; item: Item }): ReactNode {
  const { t } = useTexts();
  const others = useOtherCompanies();
  const [isSending, setIsSending] = useState(false);
  if (others.length === 0 || isZero(item.open)) return null;
  const { amountMinor, currency } = toMoney(item.open);
  const open = { amount: formatAmount(abs(amountMinor), currency), currency };
  return (
    <div className={styles.holds}>
      {isSending ? (
        <Suspense fallback={null}>
          <SendToCompany code={code} receipt={{ ...item, open }} close={() => setIsSending(false)} />
        </Suspense>
      ) : (
        <div className={styles.lineActs}>
          <button type="button" className={styles.lineAct} onClick={() => setIsSending(true)}>
            {t('transfers.send')}
          </button>
        </div>
      )}
    </div>
  );
}

function usePostingColumns(): readonly GridColumn<Posting>[] {
  const { t } = useTexts();
  const words = useWords();
  return useMemo(
    (): readonly GridColumn<Posting>[] => [
      { id: 'effective', kind: 'date', header: t('posting.effective'), width: 104, value: (row) => row.effectiveOn },
      {
        id: 'entry',
        kind: 'text',
        header: t('entry.title'),
        width: 130,
        grow: true,
        value: (row) => words.entry(row.entryKind),
      },
      {
        id: 'account',
        kind: 'text',
        header: t('posting.account'),
        width: 140,
        value: (row) => words.account(row.account),
      },
      {
        id: 'amount',
        kind: 'money',
        header: t('posting.amount'),
        width: 120,
        isTotalled: true,
        value: (row) => row.amount,
      },
      {
        id: 'functional',
        kind: 'money',
        header: t('posting.functional'),
        width: 120,
        isHiddenAtFirst: true,
        isTotalled: true,
        value: (row) => row.functionalAmount,
      },
      { id: 'due', kind: 'date', header: t('item.due'), width: 104, value: (row) => row.dueOn },
      { id: 'recorded', kind: 'instant', header: t('posting.recorded'), width: 150, value: (row) => row.recordedAt },
    ],
    [t, words],
  );
}
