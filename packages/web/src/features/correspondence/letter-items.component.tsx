/** Which open items a letter is about: its table, its sum, the reference and the code to scan follow. */
import { Button } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import type { Item } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridTicks } from '../../ui/grid/grid.types.ts';
import { useCustomerItems } from '../customers/customers.queries.ts';
import { useItemColumns } from '../customers/item-columns.component.tsx';
import type { Draft } from './composer.component.tsx';
import styles from './correspondence.module.css';
import { LetterSums } from './letter-sums.component.tsx';

const COLUMNS: readonly string[] = ['number', 'due', 'late', 'open'];
const MARKS = ['[[items]]', '[[payment]]'] as const;

export function LetterItems(props: {
  code: string;
  customerId: string;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
}): ReactNode {
  const { t } = useTexts();
  const { code, customerId, draft, change } = props;
  const { itemIds, body } = draft;
  const [isOpen, setIsOpen] = useState(false);
  const items = useCustomerItems({ code, customerId, status: 'open' });
  // Money that waits to be assigned is nothing that a letter asks for.
  const rows = useMemo(() => items.rows.filter(({ kind }) => kind !== 'receipt'), [items.rows]);
  const all = useItemColumns(code);
  const columns = useMemo(() => all.filter(({ id }) => COLUMNS.includes(id)), [all]);
  const ticks: GridTicks = {
    ids: useMemo(() => new Set(itemIds), [itemIds]),
    toggle: (rowIds, isOn) => {
      const changed = new Set(rowIds);
      const others = itemIds.filter((id) => !changed.has(id));
      change({ itemIds: isOn ? [...others, ...rowIds] : others });
    },
  };
  const missing = itemIds.length === 0 ? [] : MARKS.filter((mark) => !body.includes(mark));
  if (rows.length === 0) return null;
  return (
    <section className={styles.about} aria-label={t('mail.about')}>
      <p className={styles.acts}>
        <Button size="compact-xs" variant="default" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {itemIds.length === 0 ? t('mail.chooseItems') : t('mail.aboutItems', { count: itemIds.length })}
        </Button>
        <LetterSums code={code} customerId={customerId} itemIds={itemIds} />
        {missing.map((mark) => (
          <Button
            key={mark}
            size="compact-xs"
            variant="subtle"
            onClick={() => change({ body: `${body.trimEnd()}\n\n${mark}`.trimStart() })}
          >
            {t(mark === '[[items]]' ? 'mail.insertItems' : 'mail.insertPayment')}
          </Button>
        ))}
      </p>
      {isOpen && (
        <div className={styles.aboutTable}>
          <Grid<Item>
            id="letter-items"
            label={t('mail.about')}
            columns={columns}
            rows={rows}
            rowId={(row) => row.id}
            load={items.load}
            empty={t('customers.noItems')}
            ticks={ticks}
          />
        </div>
      )}
    </section>
  );
}
