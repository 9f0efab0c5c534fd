import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { api, dataOf } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import { Lookup } from '../../ui/lookup/lookup.component.tsx';

const OFFERED = 12;

/** Finds a customer by any part of name or number. */
export function CustomerPicker(props: {
  code: string;
  name: string | null;
  pick: (customer: { id: string; name: string }) => void;
}): ReactNode {
  const { t } = useTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const search = useDeferredValue(typed);
  const found = useQuery({
    queryKey: ['customer-search', props.code, search],
    queryFn: ({ signal }) => {
      const params = { path: { company: props.code }, query: { limit: OFFERED, ...(search ? { search } : {}) } };
      return dataOf(api.GET('/api/v1/companies/{company}/customers', { params, signal }));
    },
    enabled: search !== null,
    placeholderData: keepPreviousData,
  });
  const rows = found.data?.rows ?? [];
  return (
    <Lookup
      label={t('cash.customer')}
      placeholder={t('cash.findCustomer')}
      value={props.name ?? ''}
      choices={rows.map(({ id, name, number }) => ({ id, name, detail: number }))}
      empty={t('cash.noCustomerFound')}
      isSearching={found.isFetching}
      search={setTyped}
      pick={props.pick}
    />
  );
}
