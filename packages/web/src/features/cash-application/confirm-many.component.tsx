import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { useFormats } from '../../ui/format/formats.context.ts';
import { useKeys } from '../../ui/keys/keys.ts';
import { sumByCurrency, toMoneyText } from '../../ui/money/money-text.ts';
import styles from './cash.module.css';
import type { ManyReceipts } from './use-many-receipts.ts';

/**
 * Above the list: all proposals of a reason are ticked with one key, what they come to is shown, and they are confirmed at once,
 * with how far it is and a way to stop.
 */
export function ConfirmMany({ many, groupCount }: { many: ManyReceipts; groupCount: number }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const count = many.ticked.length;
  const canTickGroup = groupCount > count && !many.isBusy;
  useKeys([
    ...(count > 0 ? [{ key: 'A', label: t('cash.confirmTicked'), act: many.confirm }] : []),
    ...(canTickGroup ? [{ key: 'G', label: t('cash.tickGroupKey'), act: many.tickGroup }] : []),
  ]);
  const total = sumByCurrency(many.ticked.map(({ unapplied }) => unapplied))
    .map((sum) => formats.money(toMoneyText(sum)))
    .join(' · ');
  return (
    <span className={styles.many}>
      {canTickGroup && (
        <Button
          size="compact-sm"
          variant="default"
          loading={many.isTicking}
          onClick={many.tickGroup}
          rightSection={<kbd>G</kbd>}
        >
          {t('cash.tickGroup', { count: groupCount })}
        </Button>
      )}
      {count > 0 && (
        <Button
          size="compact-sm"
          disabled={many.isBusy}
          onClick={many.confirm}
          rightSection={<kbd className={styles.onAccent}>A</kbd>}
        >
          {many.isBusy ? t('cash.confirmingMany', { done: many.doneCount, count }) : t('cash.confirmMany', { count })}
        </Button>
      )}
      {many.isBusy && (
        <Button size="compact-sm" variant="default" onClick={many.stop}>
          {t('cash.stop')}
        </Button>
      )}
      {count > 0 && <b title={t('cash.ofCustomers', { count: many.customersCount })}>{total}</b>}
    </span>
  );
}
