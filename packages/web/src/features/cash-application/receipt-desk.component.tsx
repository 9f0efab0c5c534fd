/** Where a receipt is applied: the customer, its open items to tick or to type a part of, and the running difference. */
import { Link } from '@tanstack/react-router';
import { type ReactNode, type RefObject, useEffect } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { Grid } from '../../ui/grid/grid.component.tsx';
import { MoneyInWords } from '../../ui/money/money.component.tsx';
import styles from './cash.module.css';
import type { ReceiptDetail } from './cash.types.ts';
import { CustomerPicker } from './customer-picker.component.tsx';
import { DeskActs } from './desk-acts.component.tsx';
import { useDeskColumns } from './desk-columns.component.tsx';
import type { Proposal } from './proposal.ts';
import { useDesk } from './use-desk.ts';

export function ReceiptDesk(props: {
  code: string;
  receipt: ReceiptDetail;
  proposal: Proposal;
  setProposal: (proposal: Proposal) => void;
  onEnter: RefObject<(() => void) | null>;
  goOn: () => void;
}): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const desk = useDesk(props);
  const columns = useDeskColumns({ desk, isAcrossCustomers: desk.customerId === null });
  const canApply = may(company, 'cash.apply') && desk.isWorkable;
  const { onEnter } = props;
  useEffect(() => {
    onEnter.current = canApply ? desk.enter : null;
    return () => {
      onEnter.current = null;
    };
  });
  const askCustomer = (): void => desk.place.current?.querySelector<HTMLElement>('[role="combobox"]')?.focus();

  return (
    <section aria-label={t('cash.desk')} className={styles.desk} ref={desk.place}>
      {props.receipt.applied.length > 0 && <AppliedList code={props.code} receipt={props.receipt} />}
      {desk.isWorkable && (
        <div className={styles.deskGrid}>
          <Grid
            id="desk"
            label={t('cash.items')}
            columns={columns}
            rows={desk.rows}
            rowId={(row) => row.id}
            load={desk.load}
            view={desk.view}
            onView={desk.onView}
            {...(canApply ? { onOpen: desk.apply } : {})}
            empty={desk.customerId === null ? t('cash.noCandidates') : t('cash.noOpenItems')}
            {...(canApply ? { ticks: desk.ticks } : {})}
            lead={<DeskCustomer {...props} canChange={canApply} />}
          />
        </div>
      )}
      {desk.error && <ProblemNote error={desk.error} />}
      {may(company, 'cash.apply') && (
        <DeskActs code={props.code} desk={desk} receipt={props.receipt} askCustomer={askCustomer} goOn={props.goOn} />
      )}
    </section>
  );
}

function DeskCustomer(props: {
  code: string;
  proposal: Proposal;
  setProposal: (proposal: Proposal) => void;
  canChange: boolean;
}): ReactNode {
  if (!props.canChange) return <span>{props.proposal.customerName}</span>;
  return (
    <div className={styles.customer}>
      <CustomerPicker
        code={props.code}
        name={props.proposal.customerName}
        pick={({ id, name }) => props.setProposal({ customerId: id, customerName: name, allocations: [] })}
      />
    </div>
  );
}

/** Where the money of a receipt already went. */
function AppliedList({ code, receipt }: { code: string; receipt: ReceiptDetail }): ReactNode {
  const { t } = useTexts();
  return (
    <div className={styles.applied}>
      <h3>{t('cash.appliedTo')}</h3>
      <ul>
        {receipt.applied.map(({ itemId, number, amount }) => (
          <li key={itemId}>
            <Link to="/c/$company/items/$itemId" params={{ company: code, itemId }} search={{}}>
              {number}
            </Link>
            <MoneyInWords value={amount} />
          </li>
        ))}
      </ul>
    </div>
  );
}
