import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { useKeys } from '../../ui/keys/keys.ts';
import type { ManyReceipts } from './use-many-receipts.ts';

/** Above the list, once receipts are ticked: all their proposals at once, with how far it is. */
export function ConfirmMany({ many }: { many: ManyReceipts }): ReactNode {
  const { t } = useTexts();
  const count = many.ticks.ids.size;
  useKeys(count > 0 ? [{ key: 'A', label: t('cash.confirmTicked'), act: many.confirm }] : []);
  if (count === 0) return <span>{t('cash.tickToConfirm')}</span>;
  return (
    <Button size="compact-sm" disabled={many.isBusy} onClick={many.confirm} rightSection={<kbd>A</kbd>}>
      {many.isBusy ? t('cash.confirmingMany', { done: many.doneCount, count }) : t('cash.confirmMany', { count })}
    </Button>
  );
}
