/** Finds one customer by any part of number, name, tax id or account. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { api, dataOf } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import { Lookup } from '../../ui/lookup/lookup.component.tsx';

const OFFERED = 12;

export interface ChosenCustomer {
  readonly id: string;
  readonly name: string;
}

export function CustomerChoice(props: {
  code: string;
  label: string;
  chosen: ChosenCustomer | null;
  pick: (customer: ChosenCustomer) => void;
}): ReactNode {
  const { t } = useTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const search = useDeferredValue(typed?.trim() ?? '');
  const found = useQuery({
    queryKey: ['customer-find', props.code, search],
    queryFn: ({ signal }) => {
      const params = { path: { company: props.code }, query: { search, limit: OFFERED } };
      return dataOf(api.GET('/api/v1/companies/{company}/customers/find', { params, signal }));
    },
    enabled: search !== '',
    placeholderData: keepPreviousData,
  });
  return (
    <Lookup
      label={props.label}
      placeholder={t('customers.find')}
      value={props.chosen?.name ?? ''}
      choices={(found.data?.rows ?? []).map(({ id, name, number }) => ({ id, name, detail: number }))}
      empty={search === '' ? t('customers.find') : t('customers.noneFound')}
      isSearching={found.isFetching}
      search={setTyped}
      pick={props.pick}
    />
  );
}
