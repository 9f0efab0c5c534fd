/** What keeps an item of a customer from being asked for, and which notice it had: beside its amounts, where people decide what to say. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Item } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { useFormats } from '../../ui/format/formats.context.ts';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { customerDunningQuery } from '../collections/dunning/customer-dunning.queries.ts';
import { HOLD_WORDS } from '../ledger/hold-words.ts';
import { type Hold, holdsQuery } from '../ledger/holds.queries.ts';

/** "Promise 600.00 until 27 Nov · Dispute" and "2, 9 Nov": what is asked for besides the items, so that they show before it has come. */
export function useItemStateColumns(code: string, customerId: string, isShown: boolean): readonly GridColumn<Item>[] {
  const { t } = useTexts();
  const formats = useFormats();
  const holds = useQuery(holdsQuery(code, { subject: 'customer', id: customerId })).data?.rows;
  const levels = useQuery({ ...customerDunningQuery(code, customerId), enabled: isShown }).data?.levels;
  return useMemo(() => {
    if (!isShown) return [];
    const inWords = ({ kind, amount, untilOn }: Hold): string => {
      const word = HOLD_WORDS[kind];
      const parts = [word ? t(word) : kind.replaceAll('_', ' ')];
      if (amount) parts.push(formats.amountText(amount.amount, amount.currency));
      if (untilOn) parts.push(t('item.until', { day: formats.date(untilOn) }));
      return parts.join(' ');
    };
    const held = new Map<string, string[]>();
    for (const hold of holds ?? []) {
      if (!hold.isInForce || hold.itemId === null) continue;
      held.set(hold.itemId, [...(held.get(hold.itemId) ?? []), inWords(hold)]);
    }
    const noticed = new Map((levels ?? []).map((one) => [one.itemId, one]));
    const notice = ({ id }: Item): string | null => {
      const one = noticed.get(id);
      return one ? `${one.level}, ${formats.date(one.takenOn)}` : null;
    };
    return [
      {
        id: 'held',
        kind: 'text',
        header: t('item.held'),
        width: 170,
        grow: true,
        value: ({ id }) => held.get(id)?.join(' · ') ?? null,
      },
      { id: 'notice', kind: 'text', header: t('item.notice'), width: 92, value: notice },
    ];
  }, [isShown, holds, levels, t, formats]);
}
