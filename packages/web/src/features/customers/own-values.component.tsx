/** The company's own fields of a customer or an item, in place. Nothing is shown where the company has none. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { fieldValue } from '@quittance/core/custom-fields';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { useCompany } from '../../app/session.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../ui/format/formats.context.ts';
import styles from './customers.module.css';
import { useCustomerAct } from './customers.queries.ts';
import { type OwnField, type OwnSubject, ownFieldsQuery, ownValuesQuery, saveOwnValues } from './own-fields.queries.ts';

export function OwnValues(props: { code: string; about: OwnSubject; canChange: boolean }): ReactNode {
  const { t } = useTexts();
  const { code, about } = props;
  const fields = (useQuery(ownFieldsQuery(code)).data?.rows ?? []).filter((one) => one.subjectKind === about.kind);
  const values = useQuery({ ...ownValuesQuery(code, about), enabled: fields.length > 0 });
  if (fields.length === 0) return null;
  if (values.error) return <ProblemNote error={values.error} retry={() => void values.refetch()} />;
  if (!values.data) return null;
  const standing = Object.fromEntries(values.data.rows.map(({ fieldId, value }) => [fieldId, value]));
  return (
    <section className={styles.section}>
      <h3>{t('ownFields.title')}</h3>
      <ValuesForm key={JSON.stringify(standing)} {...props} fields={fields} standing={standing} />
    </section>
  );
}

interface ValuesFormProps {
  readonly code: string;
  readonly about: OwnSubject;
  readonly canChange: boolean;
  readonly fields: readonly OwnField[];
  readonly standing: Readonly<Record<string, string>>;
}

function ValuesForm({ code, about, canChange, fields, standing }: ValuesFormProps): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { functionalCurrency } = useCompany();
  const shown = (field: OwnField): string => asTyped(field, standing[field.id] ?? '', formats.decimalSign);
  const [draft, setDraft] = useState<Readonly<Record<string, string>>>({});
  const typed = (field: OwnField): string => draft[field.id] ?? shown(field);
  const read = (field: OwnField): string | null =>
    fieldValue(field, asKept(field, typed(field), { decimalSign: formats.decimalSign, currency: functionalCurrency }));
  const changed = fields.filter((field) => typed(field) !== shown(field));
  const isWrong = (field: OwnField): boolean => typed(field).trim() !== '' && read(field) === null;
  const save = useCustomerAct(
    () => saveOwnValues(code, about, Object.fromEntries(changed.map((field) => [field.id, read(field)]))),
    { said: t('ownFields.saved') },
  );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!changed.some(isWrong)) save.mutate(undefined);
      }}
    >
      {save.error && <ProblemNote error={save.error} />}
      <div className={styles.two}>
        {fields.map((field) => (
          <OneValue
            key={field.id}
            field={field}
            value={typed(field)}
            isDisabled={!canChange}
            error={isWrong(field) ? t('ownFields.wrong') : null}
            onChange={(value) => setDraft({ ...draft, [field.id]: value })}
          />
        ))}
      </div>
      {canChange && changed.length > 0 && (
        <div className={styles.acts}>
          <Button size="xs" type="submit" loading={save.isPending} disabled={changed.some(isWrong)}>
            {t('ownFields.save')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setDraft({})}>
            {t('act.cancel')}
          </Button>
        </div>
      )}
    </form>
  );
}

function OneValue(props: {
  field: OwnField;
  value: string;
  isDisabled: boolean;
  error: string | null;
  onChange: (value: string) => void;
}): ReactNode {
  const { t } = useTexts();
  const { field, value, isDisabled, error } = props;
  const common = {
    size: 'xs',
    label: field.name,
    disabled: isDisabled,
    value,
    error,
    onChange: (event: { currentTarget: { value: string } }) => props.onChange(event.currentTarget.value),
  } as const;
  if (field.kind === 'choice') return <NativeSelect {...common} data={['', ...new Set([...field.choices, value])]} />;
  if (field.kind === 'yes_no') {
    const data = [
      { value: '', label: '' },
      { value: 'yes', label: t('ownFields.yes') },
      { value: 'no', label: t('ownFields.no') },
    ];
    return <NativeSelect {...common} data={data} />;
  }
  return <TextInput {...common} type={field.kind === 'date' ? 'date' : 'text'} />;
}

/** With the reader's decimal sign. */
function asTyped({ kind }: OwnField, value: string, decimalSign: string): string {
  return kind === 'number' || kind === 'money' ? value.replace('.', decimalSign) : value;
}

/** "1.234,5" with a decimal comma is 1234.5; an amount without a currency is in the company's. */
function asKept(
  { kind }: OwnField,
  typed: string,
  { decimalSign, currency }: { readonly decimalSign: string; readonly currency: string },
): string {
  if (kind !== 'number' && kind !== 'money') return typed;
  const grouping = decimalSign === ',' ? /\.(?=\d{3})/g : /,(?=\d{3})/g;
  const plain = typed.trim().replace(grouping, '').replace(decimalSign, '.');
  return kind === 'number' || plain === '' || / [A-Za-z]{3}$/.test(plain)
    ? plain.toUpperCase()
    : `${plain} ${currency}`;
}
