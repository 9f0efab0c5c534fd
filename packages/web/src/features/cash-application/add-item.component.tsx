/** Any open item of any customer, by number, its end, a purchase order or an amount: found, taken in and ticked. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { useFormats } from '../../ui/format/formats.context.ts';
import { Lookup } from '../../ui/lookup/lookup.component.tsx';
import styles from './cash.module.css';
import { type ItemSearch, searchItems } from './cash.queries.ts';
import type { Candidate } from './cash.types.ts';

const TYPED_MIN = 2;

export function AddItem(props: {
  code: string;
  receiptId: string;
  /** Items in the receipt's currency, or in others. */
  currency?: ItemSearch['currency'];
  add: (item: Candidate) => void;
  close: () => void;
}): ReactNode {
  const { currency = 'receipt' } = props;
  const { t } = useTexts();
  const formats = useFormats();
  const place = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const words = useDeferredValue(typed?.trim() ?? '');
  const found = useQuery({
    queryKey: ['desk-item-search', props.code, props.receiptId, currency, words],
    queryFn: ({ signal }) => searchItems(props.code, props.receiptId, { words, currency }, signal),
    enabled: words.length >= TYPED_MIN,
    placeholderData: keepPreviousData,
  });
  useEffect(() => place.current?.querySelector('input')?.focus(), []);
  const rows = words.length >= TYPED_MIN ? (found.data?.rows ?? []) : [];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape pressed anywhere inside closes the panel
    <div
      ref={place}
      className={styles.addItem}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.close();
      }}
    >
      <Lookup
        label={t(currency === 'other' ? 'cash.otherCurrency' : 'cash.addItem')}
        placeholder={t('cash.addItemHelp')}
        value=""
        choices={rows.map((row) => ({
          id: row.id,
          name: row.number,
          detail: `${formats.money(row.open)} · ${row.customerName} · ${formats.date(row.dueOn)}`,
        }))}
        empty={
          words.length < TYPED_MIN
            ? t('cash.addItemHelp')
            : t(currency === 'other' ? 'cash.otherCurrencyNone' : 'cash.addItemNone')
        }
        isSearching={found.isFetching}
        search={setTyped}
        pick={({ id }) => {
          const item = rows.find((row) => row.id === id);
          if (item) props.add(item);
        }}
      />
    </div>
  );
}
