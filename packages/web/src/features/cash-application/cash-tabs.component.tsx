/** The queues of the cash desk, and beside them the research of what stays unapplied, the measures, and what it has learnt. */
import type { ReactNode } from 'react';
import { type TextKey, useTexts } from '../../app/i18n.ts';
import { useFormats } from '../../ui/format/formats.context.ts';
import { Tabs } from '../../ui/tabs/tabs.component.tsx';
import { RECEIPT_QUEUES, type ReceiptQueue } from './cash.types.ts';

export const QUEUE_WORDS: Readonly<Record<ReceiptQueue, TextKey>> = {
  to_confirm: 'cash.toConfirm',
  exceptions: 'cash.exceptions',
  unidentified: 'cash.unidentified',
  unapplied: 'cash.unapplied',
  posted: 'cash.posted',
};

export function CashTabs(props: {
  code: string;
  current: ReceiptQueue | 'deductions' | 'research' | 'measures' | 'knowledge';
  counts: Readonly<Record<ReceiptQueue, number>> | undefined;
  extra?: ReactNode;
}): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { code, counts } = props;
  return (
    <Tabs
      label={t('cash.queues')}
      current={props.current}
      tabs={[
        ...RECEIPT_QUEUES.map((queue) => ({
          key: queue,
          word: t(QUEUE_WORDS[queue]),
          ...(counts ? { count: formats.count(counts[queue]) } : {}),
          link: { to: '/c/$company/cash/$queue', params: { company: code, queue }, search: {} },
        })),
        {
          key: 'deductions',
          word: t('takenOff.title'),
          link: { to: '/c/$company/cash/deductions', params: { company: code }, search: {} },
        },
        {
          key: 'research',
          word: t('research.title'),
          link: { to: '/c/$company/cash/research', params: { company: code }, search: {} },
        },
        {
          key: 'measures',
          word: t('measures.title'),
          link: { to: '/c/$company/cash/measures', params: { company: code }, search: {} },
        },
        {
          key: 'knowledge',
          word: t('learnt.title'),
          link: { to: '/c/$company/cash/knowledge', params: { company: code }, search: {} },
        },
      ]}
      extra={props.extra}
    />
  );
}
