/** Where the receipts of a bank account come from, and its lines of money in that are no receipts yet. */
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { api, doneOf } from '../../../app/api.ts';
import type { StatementAccount, WaitingLine } from '../../../app/api.types.ts';
import { askAnew } from '../../../app/ask-anew.ts';
import { type TextKey, useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { DateText, Instant } from '../../../ui/date/date.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { Amount } from '../../../ui/money/money.component.tsx';
import styles from '../intake.module.css';
import { waitingLinesQuery } from './arrival.queries.ts';

type BankReport = StatementAccount['receiptsBy'];

export const REPORT_WORDS: Readonly<Record<BankReport, TextKey>> = {
  statement: 'arrival.byStatement',
  notification: 'arrival.byNotification',
  lockbox: 'arrival.byLockbox',
};
const REPORTS = Object.keys(REPORT_WORDS) as BankReport[];

export function AccountReceipts({ code, account }: { code: string; account: StatementAccount }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const { receiptsBy, receiptsByWord } = account;
  return (
    <section className={styles.receipts}>
      <h3>{t('arrival.receiptsBy')}</h3>
      <p>
        <b>{t(REPORT_WORDS[receiptsBy])}</b>{' '}
        <span className={styles.quiet}>
          {receiptsByWord ? (
            <>
              {receiptsByWord.by}, <Instant at={receiptsByWord.at} />: {receiptsByWord.reason}
            </>
          ) : (
            t('arrival.learnedFromFirst')
          )}
        </span>
      </p>
      <p className={styles.quiet}>{t('arrival.receiptsByText')}</p>
      {may(company, 'organisation.manage') && <ChangeReceiptsBy key={receiptsBy} code={code} account={account} />}
      {account.waitingCount > 0 && <WaitingLines code={code} account={account.account} />}
    </section>
  );
}

function ChangeReceiptsBy({ code, account }: { code: string; account: StatementAccount }): ReactNode {
  const { t } = useTexts();
  const [chosen, setChosen] = useState(account.receiptsBy);
  const [reason, setReason] = useState('');
  const change = useBankAct(() => {
    const params = { path: { company: code, account: account.account } };
    const body = { receiptsBy: chosen, reason: reason.trim() };
    return doneOf(api.PUT('/api/v1/companies/{company}/bank-accounts/{account}/receipts-by', { params, body }));
  });
  return (
    <form
      className={styles.acts}
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate();
      }}
    >
      <select
        aria-label={t('arrival.receiptsBy')}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value as BankReport)}
      >
        {REPORTS.map((report) => (
          <option key={report} value={report}>
            {t(REPORT_WORDS[report])}
          </option>
        ))}
      </select>
      {chosen !== account.receiptsBy && (
        <>
          <input
            aria-label={t('arrival.why')}
            placeholder={t('arrival.why')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            required
          />
          <Button type="submit" variant="default" loading={change.isPending} disabled={reason.trim() === ''}>
            {t('arrival.change')}
          </Button>
        </>
      )}
      {change.error && <ProblemNote error={change.error} />}
    </form>
  );
}

function WaitingLines({ code, account }: { code: string; account: string }): ReactNode {
  const { t } = useTexts();
  const lines = useQuery(waitingLinesQuery(code));
  const ofAccount = lines.data?.rows.filter(
    (line) => (line.account ?? '').replace(/\s/g, '').toUpperCase() === account,
  );
  return (
    <section>
      <h3>{t('arrival.waitingHead')}</h3>
      <p className={styles.quiet}>{t('arrival.waitingText')}</p>
      {lines.error && <ProblemNote error={lines.error} />}
      <ul className={styles.waiting}>
        {ofAccount?.map((line) => (
          <Waiting key={line.id} code={code} line={line} />
        ))}
      </ul>
    </section>
  );
}

function Waiting({ code, line }: { code: string; line: WaitingLine }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const [reason, setReason] = useState<string | null>(null);
  const params = { path: { company: code, id: line.id } };
  const post = useBankAct(() => doneOf(api.POST('/api/v1/companies/{company}/waiting-lines/{id}/post', { params })));
  const setAside = useBankAct(() => {
    const body = { reason: (reason ?? '').trim() };
    return doneOf(api.POST('/api/v1/companies/{company}/waiting-lines/{id}/set-aside', { params, body }));
  });
  const error = post.error ?? setAside.error;
  return (
    <li>
      <span className={styles.waitingFacts}>
        {line.bookedOn && <DateText date={line.bookedOn} />} <span>{line.payer ?? line.reference ?? ''}</span>{' '}
        <Link
          className={styles.quiet}
          to="/c/$company/imports/$importId"
          params={{ company: code, importId: line.importId }}
          search={{}}
        >
          {line.fileName}
        </Link>
      </span>
      <Amount value={line.amount} withCurrency />
      {may(company, 'imports.write') && (
        <form
          className={styles.acts}
          onSubmit={(event) => {
            event.preventDefault();
            setAside.mutate();
          }}
        >
          {reason === null ? (
            <>
              <Button size="compact-sm" variant="default" loading={post.isPending} onClick={() => post.mutate()}>
                {t('arrival.postLine')}
              </Button>
              <Button size="compact-sm" variant="subtle" onClick={() => setReason('')}>
                {t('arrival.setAside')}
              </Button>
            </>
          ) : (
            <>
              <input
                aria-label={t('arrival.why')}
                placeholder={t('arrival.why')}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
                required
              />
              <Button
                size="compact-sm"
                type="submit"
                variant="default"
                loading={setAside.isPending}
                disabled={reason.trim() === ''}
              >
                {t('arrival.isKnown')}
              </Button>
            </>
          )}
        </form>
      )}
      {error && <ProblemNote error={error} />}
    </li>
  );
}

function useBankAct(act: () => Promise<unknown>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => askAnew(queryClient),
  });
}
