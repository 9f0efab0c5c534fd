/** What can be noted where one item is in hand: a promise on it (`p`). */
import { type ReactNode, useState } from 'react';
import type { Item } from '../../../app/api.types.ts';
import { useTexts } from '../../../app/i18n.ts';
import { useKeys } from '../../../ui/keys/keys.ts';
import { MakePromise } from './make-promise.component.tsx';
import styles from './promises.module.css';

export function PromiseOnItem({ code, item }: { code: string; item: Item }): ReactNode {
  const { t } = useTexts();
  const [isWriting, setIsWriting] = useState(false);
  useKeys([{ key: 'p', label: t('promises.make'), act: () => setIsWriting(true) }]);
  if (isWriting)
    return <MakePromise code={code} customerId={item.customerId} items={[item]} close={() => setIsWriting(false)} />;
  return (
    <button type="button" className={styles.act} onClick={() => setIsWriting(true)}>
      {t('promises.make')} <kbd>p</kbd>
    </button>
  );
}
