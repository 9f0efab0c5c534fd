/** Customers by what stands in one of the company's own fields: looked for among all of them, not only those loaded. */
import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { ownFieldsQuery } from './own-fields.queries.ts';

interface OwnFilterValue {
  /** '' for any customer. */
  readonly fieldId: string;
  readonly startsWith: string;
}

export const ANY_VALUE: OwnFilterValue = { fieldId: '', startsWith: '' };

export function OwnFilter(props: {
  code: string;
  value: OwnFilterValue;
  change: (value: OwnFilterValue) => void;
}): ReactNode {
  const { t } = useTexts();
  const { code, value, change } = props;
  const rows = useQuery(ownFieldsQuery(code)).data?.rows ?? [];
  const fields = rows.filter(({ subjectKind }) => subjectKind === 'customer');
  if (fields.length === 0) return null;
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={t('ownFields.filterBy')}
        value={value.fieldId}
        onChange={(event) => change({ fieldId: event.currentTarget.value, startsWith: '' })}
        data={[
          { value: '', label: `${t('ownFields.filterBy')}: ${t('ownFields.filterNone')}` },
          ...fields.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {value.fieldId !== '' && (
        <TextInput
          size="xs"
          aria-label={t('ownFields.beginsWith')}
          placeholder={t('ownFields.beginsWith')}
          value={value.startsWith}
          onChange={(event) => change({ ...value, startsWith: event.currentTarget.value })}
        />
      )}
    </>
  );
}
