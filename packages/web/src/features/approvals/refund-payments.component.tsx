/** Approved refunds on their way: ticked and handed to the bank in a list, then found again as the bank's debit line. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { useAct } from '../../app/act.ts';
import { api, dataOf } from '../../app/api.ts';
import { type TextKey, useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { DateText } from '../../ui/date/date.component.tsx';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { useTicks } from '../../ui/grid/use-ticks.ts';
import { MoneyInWords } from '../../ui/money/money.component.tsx';
import { Panel } from '../../ui/panel/panel.component.tsx';
import { Split } from '../../ui/split/split.component.tsx';
import { Status, type Tone } from '../../ui/status/status.component.tsx';
import styles from './approvals.module.css';
import { useDebitLines, usePayments } from './approvals.queries.ts';
import type { RefundPayment } from './approvals.types.ts';

const STATES: Readonly<Record<RefundPayment['state'], { word: TextKey; tone: Tone }>> = {
  due: { word: 'approvals.paymentDue', tone: 'alert' },
  handed_over: { word: 'approvals.paymentHandedOver', tone: 'accent' },
  paid: { word: 'approvals.paymentPaid', tone: 'good' },
  failed: { word: 'approvals.paymentFailed', tone: 'care' },
  cancelled: { word: 'approvals.paymentCancelled', tone: 'quiet' },
};
const ON_THEIR_WAY: readonly RefundPayment['state'][] = ['due', 'handed_over', 'failed'];

export function RefundPayments({ code }: { code: string }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const ticks = useTicks();
  const [openId, setOpenId] = useState<string | null>(null);
  const [isAll, setIsAll] = useState(false);
  const payments = usePayments(code);
  const mayPay = may(company, 'refunds.pay');
  const columns = usePaymentColumns();
  const rows = useMemo(
    () => (isAll ? payments.rows : payments.rows.filter((row) => ON_THEIR_WAY.includes(row.state))),
    [isAll, payments.rows],
  );
  const due = rows.filter((row) => ticks.ids.has(row.id) && row.state === 'due').map((row) => row.id);
  const shown = payments.rows.find((row) => row.id === openId);
  return (
    <Split
      id="refund-payments"
      startPercent={60}
      left={
        <Grid
          id="refund-payments"
          label={t('approvals.payments')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          load={payments.load}
          empty={t('approvals.emptyPayments')}
          activeId={openId}
          onActive={(row) => setOpenId(row.id)}
          onOpen={(row) => setOpenId(row.id)}
          {...(mayPay ? { ticks } : {})}
          lead={
            <>
              {mayPay && (
                <HandOver code={code} ids={due} ownAccounts={payments.first?.ownAccounts ?? []} done={ticks.clear} />
              )}
              <Button variant="default" onClick={() => setIsAll(!isAll)} aria-pressed={isAll}>
                {isAll ? t('approvals.openPayments') : t('approvals.allPayments')}
              </Button>
            </>
          }
          isMain
        />
      }
      right={
        shown ? (
          <PaymentPanel
            key={shown.id}
            code={code}
            payment={shown}
            ownAccounts={payments.first?.ownAccounts ?? []}
            close={() => setOpenId(null)}
          />
        ) : null
      }
    />
  );
}

function HandOver(props: {
  code: string;
  ids: readonly string[];
  ownAccounts: readonly string[];
  done: () => void;
}): ReactNode {
  const { t } = useTexts();
  const { code, ids, ownAccounts } = props;
  const [made, setMade] = useState<{ listId: string; count: number } | null>(null);
  const make = useAct(
    (wanted: readonly string[]) =>
      dataOf(
        api.POST('/api/v1/companies/{company}/refund-payments/lists', {
          params: { path: { company: code } },
          body: { ids: [...wanted] },
        }),
      ),
    {
      said: (_answer, wanted) => t('approvals.listMade', { count: wanted.length }),
      done: ({ listId }, wanted) => {
        setMade({ listId, count: wanted.length });
        props.done();
      },
    },
  );
  return (
    <>
      <Button disabled={ids.length === 0} loading={make.isPending} onClick={() => make.mutate(ids)}>
        {t('approvals.makeList', { count: ids.length })}
      </Button>
      {make.error && <ProblemNote error={make.error} />}
      {made && <ListFiles code={code} listId={made.listId} ownAccounts={ownAccounts} />}
    </>
  );
}

/** The files of a list: again whenever they are needed, the same payments each time. */
function ListFiles(props: { code: string; listId: string; ownAccounts: readonly string[] }): ReactNode {
  const { t } = useTexts();
  const { code, listId, ownAccounts } = props;
  const [chosen, setChosen] = useState(ownAccounts[0] ?? '');
  const address = `/api/v1/companies/${code}/refund-payments/lists/${listId}/file`;
  return (
    <span className={styles.listFiles}>
      <a href={`${address}?format=csv`} download>
        {t('approvals.fileCsv')}
      </a>
      {ownAccounts.length > 0 && (
        <>
          <NativeSelect
            size="xs"
            aria-label={t('approvals.payFrom')}
            value={chosen}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={[...ownAccounts]}
          />
          <a href={`${address}?format=pain001&account=${encodeURIComponent(chosen)}`} download>
            {t('approvals.filePain')}
          </a>
        </>
      )}
    </span>
  );
}

function usePaymentColumns(): readonly GridColumn<RefundPayment>[] {
  const { t } = useTexts();
  return useMemo(
    (): readonly GridColumn<RefundPayment>[] => [
      {
        id: 'customer',
        kind: 'text',
        header: t('approvals.customer'),
        width: 170,
        grow: true,
        value: (row) => row.customerName,
      },
      {
        id: 'amount',
        kind: 'money',
        header: t('approvals.amount'),
        width: 120,
        isTotalled: true,
        value: (row) => row.amount,
      },
      {
        id: 'state',
        kind: 'text',
        header: t('approvals.state'),
        width: 120,
        code: (row) => row.state,
        value: (row) => t(STATES[row.state].word),
        render: (row) => <Status tone={STATES[row.state].tone} word={t(STATES[row.state].word)} />,
      },
      { id: 'account', kind: 'text', header: t('approvals.bankAccount'), width: 200, value: (row) => row.account },
      { id: 'holder', kind: 'text', header: t('approvals.holder'), width: 140, value: (row) => row.holder },
      { id: 'reference', kind: 'text', header: t('approvals.reference'), width: 140, value: (row) => row.reference },
      { id: 'item', kind: 'text', header: t('approvals.item'), width: 130, value: (row) => row.itemNumber },
      {
        id: 'since',
        kind: 'instant',
        header: t('approvals.since'),
        width: 140,
        value: (row) => row.settledAt ?? row.handedOverAt ?? row.createdAt,
      },
    ],
    [t],
  );
}

function PaymentPanel(props: {
  code: string;
  payment: RefundPayment;
  ownAccounts: readonly string[];
  close: () => void;
}): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const { code, payment } = props;
  const mayPay = may(company, 'refunds.pay');
  return (
    <Panel title={<h2>{payment.customerName}</h2>} close={props.close}>
      <div className={styles.stack}>
        <div className={styles.headline}>
          <span className={styles.figure}>
            <MoneyInWords value={payment.amount} />
          </span>
          <Status tone={STATES[payment.state].tone} word={t(STATES[payment.state].word)} />
        </div>
        <div className={styles.facts}>
          <span>{t('approvals.toAccount', { account: payment.account, holder: payment.holder })}</span>
          <span>{payment.reference}</span>
          <Link
            to="/c/$company/approvals/$part"
            params={{ company: code, part: 'settled' }}
            search={{ request: payment.requestId }}
          >
            {t('approvals.openRequest')}
          </Link>
        </div>
        {payment.settledWords && <p>{payment.settledWords}</p>}
        {payment.listId && <ListFiles code={code} listId={payment.listId} ownAccounts={props.ownAccounts} />}
        {mayPay && payment.state === 'handed_over' && <MarkPaid code={code} payment={payment} />}
        {mayPay && (payment.state === 'handed_over' || payment.state === 'paid') && (
          <CameBack code={code} payment={payment} />
        )}
        {mayPay && payment.state === 'failed' && <PayAgain code={code} payment={payment} />}
      </div>
    </Panel>
  );
}

interface PaymentProps {
  readonly code: string;
  readonly payment: RefundPayment;
}

function MarkPaid({ code, payment }: PaymentProps): ReactNode {
  const { t } = useTexts();
  const lines = useDebitLines(code, payment.id);
  const [words, setWords] = useState('');
  const params = { path: { company: code, id: payment.id } };
  const paid = useAct(
    (body: { bankLineId: string | null; words: string | null }) =>
      api.POST('/api/v1/companies/{company}/refund-payments/{id}/paid', { params, body }),
    { said: () => t('approvals.markedPaid', { reference: payment.reference }) },
  );
  const rows = lines.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        paid.mutate({ bankLineId: null, words });
      }}
    >
      <h3 className={styles.heading}>{t('approvals.paidBy')}</h3>
      {paid.error && <ProblemNote error={paid.error} />}
      {lines.data && rows.length === 0 && <p className={styles.quiet}>{t('approvals.noLine')}</p>}
      <ul className={styles.lines}>
        {rows.map((line) => (
          <li key={line.id}>
            <span>
              {line.bookedOn && <DateText date={line.bookedOn} />} {line.text}
              {line.saysReference && <b> {t('approvals.saysReference', { reference: payment.reference })}</b>}
            </span>
            <Button
              size="xs"
              variant={line.saysReference ? 'filled' : 'default'}
              loading={paid.isPending}
              onClick={() => paid.mutate({ bankLineId: line.id, words: null })}
            >
              {t('approvals.thisLine')}
            </Button>
          </li>
        ))}
      </ul>
      {lines.hasNextPage && (
        <Button
          size="xs"
          variant="default"
          loading={lines.isFetchingNextPage}
          onClick={() => void lines.fetchNextPage()}
        >
          {t('approvals.moreLines')}
        </Button>
      )}
      <TextInput
        label={t('approvals.paidWords')}
        value={words}
        maxLength={500}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div className={styles.acts}>
        <Button type="submit" variant="default" disabled={words.trim() === ''} loading={paid.isPending}>
          {t('approvals.markPaid')}
        </Button>
      </div>
    </form>
  );
}

function CameBack({ code, payment }: PaymentProps): ReactNode {
  const { t } = useTexts();
  const [words, setWords] = useState('');
  const params = { path: { company: code, id: payment.id } };
  const failed = useAct(
    () => api.POST('/api/v1/companies/{company}/refund-payments/{id}/failure', { params, body: { words } }),
    { said: () => t('approvals.markedFailed', { reference: payment.reference }) },
  );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        failed.mutate(undefined);
      }}
    >
      {failed.error && <ProblemNote error={failed.error} />}
      <TextInput
        label={t('approvals.cameBackWhy')}
        value={words}
        maxLength={500}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div className={styles.acts}>
        <Button type="submit" variant="default" disabled={words.trim() === ''} loading={failed.isPending}>
          {t('approvals.cameBack')}
        </Button>
      </div>
    </form>
  );
}

function PayAgain({ code, payment }: PaymentProps): ReactNode {
  const { t } = useTexts();
  const params = { path: { company: code, id: payment.id } };
  const again = useAct(
    () => dataOf(api.POST('/api/v1/companies/{company}/refund-payments/{id}/repetition', { params })),
    { said: () => t('approvals.paysAgain') },
  );
  return (
    <>
      {again.error && <ProblemNote error={again.error} />}
      <div className={styles.acts}>
        <Button loading={again.isPending} onClick={() => again.mutate(undefined)}>
          {t('approvals.payAgain')}
        </Button>
      </div>
    </>
  );
}
