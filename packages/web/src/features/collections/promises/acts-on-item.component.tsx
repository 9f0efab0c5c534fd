/** What can be noted where one item is in hand: a promise on it (`p`), a task about it (`t`), what holds it up (`b`). */
import { type ReactNode, useState } from 'react';
import type { Item } from '../../../app/api.types.ts';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { useKeys } from '../../../ui/keys/keys.ts';
import { toMoney } from '../../../ui/money/money-text.ts';
import { BlockerForm } from '../huddle/blocker-form.component.tsx';
import { ItemBlockers } from '../huddle/customer-blockers.component.tsx';
import { TaskAbout } from '../tasks/task-about.component.tsx';
import { MakePromise } from './make-promise.component.tsx';
import styles from './promises.module.css';

export function ActsOnItem({ code, item }: { code: string; item: Item }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const [writing, setWriting] = useState<'promise' | 'task' | 'blocker' | null>(null);
  const isOpenDebit = toMoney(item.open).amountMinor > 0n;
  const acts = [
    ...(may(company, 'holds.manage') && isOpenDebit
      ? [{ key: 'p', label: t('promises.make'), act: () => setWriting('promise') }]
      : []),
    ...(may(company, 'activities.write')
      ? [
          { key: 't', label: t('tasks.add'), act: () => setWriting('task') },
          { key: 'b', label: t('huddle.blocker'), act: () => setWriting('blocker') },
        ]
      : []),
  ];
  useKeys(acts);
  const close = (): void => setWriting(null);
  if (writing === 'promise')
    return <MakePromise code={code} customerId={item.customerId} items={[item]} close={close} />;
  if (writing === 'task') return <TaskAbout code={code} about={{ kind: 'item', id: item.id }} close={close} />;
  if (writing === 'blocker') {
    return <BlockerForm code={code} blocker={null} about={{ itemId: item.id }} isFocused done={close} cancel={close} />;
  }
  return (
    <>
      <ItemBlockers code={code} item={item} />
      <div className={styles.line}>
        {acts.map(({ key, label, act }) => (
          <button key={key} type="button" className={styles.act} onClick={act}>
            {label} <kbd>{key}</kbd>
          </button>
        ))}
      </div>
    </>
  );
}
