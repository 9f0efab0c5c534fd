/** The receipts of an advice, and linking by hand: those of its amount are offered first. */
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type Translate, useTexts } from '../../../app/i18n.ts';
import { DateText } from '../../../ui/date/date.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { Amount } from '../../../ui/money/money.component.tsx';
import { isZero } from '../../../ui/money/money-text.ts';
import styles from './advices.module.css';
import { type AdviceDetail, type AdviceReceipt, receiptsQuery, useAdviceAct } from './advices.queries.ts';

export function AdviceReceipts(props: { code: string; advice: AdviceDetail; mayApply: boolean }): ReactNode {
  const { t } = useTexts();
  const { code, advice, mayApply } = props;
  const [leaving, setLeaving] = useState<{ receiptId: string; reason: string } | null>(null);
  const act = useAdviceAct(code, advice.id, (done) => t(done === 'link' ? 'advices.linkedNow' : 'advices.unlinkedNow'));
  return (
    <section>
      <h3>{t('advices.links')}</h3>
      {act.error && <ProblemNote error={act.error} />}
      {advice.links.length === 0 && <p className={styles.quiet}>{t('advices.noLinks')}</p>}
      {advice.links.map((link) => (
        <div key={link.receiptId} className={styles.receipt}>
          <ReceiptWords code={code} receipt={link} />
          <span className={styles.quiet}>{howLinked(link, t)}</span>
          {mayApply && leaving?.receiptId !== link.receiptId && (
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => setLeaving({ receiptId: link.receiptId, reason: '' })}
            >
              {t('advices.unlink')}
            </Button>
          )}
          {leaving?.receiptId === link.receiptId && (
            <form
              className={styles.leaving}
              onSubmit={(event) => {
                event.preventDefault();
                act.mutate({ act: 'unlink', ...leaving }, { onSuccess: () => setLeaving(null) });
              }}
            >
              <TextInput
                size="xs"
                required
                autoFocus
                aria-label={t('advices.unlinkReason')}
                placeholder={t('advices.unlinkReason')}
                value={leaving.reason}
                onChange={(event) => setLeaving({ ...leaving, reason: event.currentTarget.value })}
              />
              <Button type="submit" size="compact-xs" loading={act.isPending}>
                {t('advices.unlink')}
              </Button>
              <Button size="compact-xs" variant="default" onClick={() => setLeaving(null)}>
                {t('act.cancel')}
              </Button>
            </form>
          )}
        </div>
      ))}
      {mayApply && advice.links.length === 0 && (
        <LinkForm
          code={code}
          id={advice.id}
          isWorking={act.isPending}
          link={(receiptId) => act.mutate({ act: 'link', receiptId })}
        />
      )}
    </section>
  );
}

function howLinked({ linkedBy, linkedByName }: AdviceDetail['links'][number], t: Translate): string {
  if (linkedBy === 'person') return t('advices.byPerson', { name: linkedByName });
  const words = { trace: 'advices.byTrace', payer_and_amount: 'advices.byPayer', amount: 'advices.byAmount' } as const;
  return t(words[linkedBy]);
}

function ReceiptWords({ code, receipt }: { code: string; receipt: AdviceReceipt }): ReactNode {
  const { t } = useTexts();
  const queue = isZero(receipt.unapplied) ? 'posted' : 'to_confirm';
  return (
    <span className={styles.receiptWords}>
      <Link to="/c/$company/cash/$queue" params={{ company: code, queue }} search={{ receipt: receipt.receiptId }}>
        {receipt.number}
      </Link>
      <DateText date={receipt.bookedOn} />
      <span>{receipt.payerName}</span>
      <Amount value={receipt.amount} withCurrency />
      {isZero(receipt.unapplied) && <span className={styles.quiet}>{t('advices.allApplied')}</span>}
    </span>
  );
}

function LinkForm(props: {
  code: string;
  id: string;
  isWorking: boolean;
  link: (receiptId: string) => void;
}): ReactNode {
  const { t } = useTexts();
  const [search, setSearch] = useState('');
  const { data, error } = useQuery(receiptsQuery(props.code, props.id, search));
  return (
    <div className={styles.linking}>
      <TextInput
        size="xs"
        label={t('advices.linkWith')}
        placeholder={t('advices.findReceipt')}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {error && <ProblemNote error={error} />}
      {data?.rows.length === 0 && <p className={styles.quiet}>{t('advices.noReceipts')}</p>}
      {data?.rows.map((receipt) => (
        <div key={receipt.receiptId} className={styles.receipt}>
          <ReceiptWords code={props.code} receipt={receipt} />
          <Button size="compact-xs" loading={props.isWorking} onClick={() => props.link(receipt.receiptId)}>
            {t('advices.link')}
          </Button>
        </div>
      ))}
    </div>
  );
}
