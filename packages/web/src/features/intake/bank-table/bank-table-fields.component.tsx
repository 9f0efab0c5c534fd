/** Which column holds which field, with what the columns hold beside their names. */
import type { StatementField } from '@quittance/core/bank-formats';
import { type ReactNode, useState } from 'react';
import type { ImportBatch, StatementMapping } from '../../../app/api.types.ts';
import { useTexts } from '../../../app/i18n.ts';
import styles from '../intake.module.css';
import {
  AMOUNT_WAYS,
  type AmountWay,
  BANK_FIELD_WORDS,
  BANK_FIELDS,
  GATHERED,
  inWay,
  isShown,
  wayOf,
} from './bank-table-words.ts';

interface FieldsProps {
  readonly batch: ImportBatch;
  readonly draft: StatementMapping;
  readonly change: (draft: StatementMapping) => void;
}

export function BankTableFields({ batch, draft, change }: FieldsProps): ReactNode {
  const { t } = useTexts();
  const [chosen, setChosen] = useState<AmountWay | null>(null);
  const way = chosen ?? wayOf(draft);
  return (
    <>
      <label className={styles.way}>
        {t('bankTable.amountWay')}
        <select
          value={way}
          onChange={(event) => {
            const next = AMOUNT_WAYS.find((one) => one === event.currentTarget.value) ?? 'signed';
            setChosen(next);
            change(inWay(draft, next));
          }}
        >
          <option value="signed">{t('bankTable.signed')}</option>
          <option value="sides">{t('bankTable.sides')}</option>
          <option value="marked">{t('bankTable.marked')}</option>
        </select>
      </label>
      <table className={styles.fields}>
        <thead>
          <tr>
            <th scope="col">{t('imports.field')}</th>
            <th scope="col">{t('bankTable.ofColumn')}</th>
            <th scope="col" className={styles.example}>
              {t('bankTable.holds')}
            </th>
          </tr>
        </thead>
        <tbody>
          {BANK_FIELDS.filter((field) => isShown(field, way)).map((field) => (
            <FieldLine key={field} field={field} batch={batch} draft={draft} change={change} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function FieldLine({ field, batch, draft, change }: FieldsProps & { field: StatementField }): ReactNode {
  const { t } = useTexts();
  const word = t(BANK_FIELD_WORDS[field]);
  const names = draft.columns[field] ?? [];
  const set = (columns: readonly string[]) =>
    change({ ...draft, columns: { ...draft.columns, [field]: [...columns] } });
  const isGathered = GATHERED.has(field);
  const examples = names.map((name) => batch.examples[batch.header.indexOf(name)]?.[0] ?? '').filter(Boolean);
  return (
    <tr>
      <th scope="row">{word}</th>
      <td>
        {isGathered && names.length > 0 && <Gathered names={names} onChange={set} />}
        <select
          aria-label={t('imports.columnOf', { field: word })}
          value={isGathered ? '' : (names[0] ?? '')}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (isGathered) set([...names, value]);
            else set(value === '' ? [] : [value]);
          }}
        >
          <option value="">{isGathered && names.length > 0 ? t('bankTable.addColumn') : '—'}</option>
          {batch.header.map((name, index) =>
            name === '' || (isGathered && names.includes(name)) ? null : (
              <option key={name} value={name}>
                {optionText(name, batch.examples[index]?.[0])}
              </option>
            ),
          )}
        </select>
      </td>
      <td className={styles.example}>{examples.join(' · ')}</td>
    </tr>
  );
}

function Gathered(props: { names: readonly string[]; onChange: (names: readonly string[]) => void }): ReactNode {
  const { t } = useTexts();
  const { names, onChange } = props;
  return (
    <span className={styles.gathered}>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          aria-label={t('bankTable.removeColumn', { column: name })}
          onClick={() => onChange(names.filter((other) => other !== name))}
        >
          {name} ×
        </button>
      ))}
    </span>
  );
}

const EXAMPLE_CHARS = 24;

function optionText(name: string, example: string | undefined): string {
  if (!example) return name;
  return `${name} · ${example.length > EXAMPLE_CHARS ? `${example.slice(0, EXAMPLE_CHARS)}…` : example}`;
}
