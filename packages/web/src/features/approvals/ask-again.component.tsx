/** Asks again, changed, for what was sent back. What cannot be changed here is withdrawn and asked anew. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useAct } from '../../app/act.ts';
import { api } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import { itemQuery } from '../ledger/ledger.queries.ts';
import type { ApprovalDetail } from './approvals.types.ts';
import { AskForm, type AskKind } from './ask-form.component.tsx';
import type { Wish } from './ask-frame.component.tsx';

const ASKED_AGAIN: Readonly<Partial<Record<ApprovalDetail['kind'], AskKind>>> = {
  refund: 'refund',
  transfer: 'transfer',
  move: 'move',
  write_off: 'write_off',
  discount: 'cash_discount',
  deduction: 'deduction',
};

export function AskAgain(props: {
  code: string;
  detail: ApprovalDetail;
  close: () => void;
  withdraw: ReactNode;
}): ReactNode {
  const { t } = useTexts();
  const { code, detail } = props;
  const kind = ASKED_AGAIN[detail.kind];
  const item = useQuery({ ...itemQuery(code, detail.itemId ?? ''), enabled: detail.itemId !== null });
  const ask = useAct(
    (wish: Wish) =>
      api.POST('/api/v1/companies/{company}/approvals/{id}/ask-again', {
        params: { path: { company: code, id: detail.id } },
        body: wish,
      }),
    { said: () => t('approvals.wasAskedNow') },
  );
  if (!kind || !item.data || detail.itemId === null) return props.withdraw;
  const isCredit = item.data.open.amount.startsWith('-');
  const open = { amount: item.data.open.amount.replace('-', ''), currency: item.data.open.currency };
  return (
    <>
      <AskForm
        code={code}
        thing={{ itemId: detail.itemId, customerId: detail.customerId, open, isCredit }}
        kind={kind}
        word={t('approvals.askAgain')}
        isBusy={ask.isPending}
        error={ask.error}
        close={props.close}
        send={(wish) => ask.mutate(wish)}
      />
      {props.withdraw}
    </>
  );
}
