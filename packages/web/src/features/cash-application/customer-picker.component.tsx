import { Combobox, InputBase, useCombobox } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, dataOf } from '../../app/api.ts';

const OFFERED = 12;

/** Finds a customer by any part of name or number. */
export function CustomerPicker(props: {
  code: string;
  name: string | null;
  pick: (customer: { id: string; name: string }) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const search = typed ?? '';
  const found = useQuery({
    queryKey: ['customer-search', props.code, search],
    queryFn: ({ signal }) => {
      const params = { path: { company: props.code }, query: { limit: OFFERED, ...(search ? { search } : {}) } };
      return dataOf(api.GET('/api/v1/companies/{company}/customers', { params, signal }));
    },
    enabled: combobox.dropdownOpened,
    placeholderData: keepPreviousData,
  });
  const rows = found.data?.rows ?? [];
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        const row = rows.find((candidate) => candidate.id === id);
        if (row) props.pick({ id: row.id, name: row.name });
        setTyped(null);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target>
        <InputBase
          size="xs"
          aria-label={t('cash.customer')}
          placeholder={t('cash.findCustomer')}
          value={typed ?? props.name ?? ''}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
            combobox.selectFirstOption();
          }}
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => {
            setTyped(null);
            combobox.closeDropdown();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={320} style={{ overflowY: 'auto' }}>
          {rows.slice(0, OFFERED).map((row) => (
            <Combobox.Option key={row.id} value={row.id}>
              {row.name} <small>{row.number}</small>
            </Combobox.Option>
          ))}
          {rows.length === 0 && found.isSuccess && <Combobox.Empty>{t('cash.noCustomerFound')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
