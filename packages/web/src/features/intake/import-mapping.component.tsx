/** Which column is which field, how the file writes amounts and dates, and what the reading still has to know. */
import { Button } from '@mantine/core';
import { type ExtractField, fieldsOf, REQUIRED_FIELDS } from '@quittance/core/extracts';
import { type ReactNode, useState } from 'react';
import type { ImportBatch, ImportMapping } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { BankTable } from './bank-table/bank-table.component.tsx';
import { ImportPlace } from './import-place.component.tsx';
import { ImportQuestions } from './import-questions.component.tsx';
import { FIELD_WORDS } from './import-words.ts';
import styles from './intake.module.css';
import { isWorking, useSaveMapping } from './intake.queries.ts';
import { SavedMappings } from './saved-mappings.component.tsx';

export function ImportMappingView({ code, batch }: { code: string; batch: ImportBatch }): ReactNode {
  const { t } = useTexts();
  const { mapping } = batch;
  if (mapping === null) return <p className={styles.blank}>{t('imports.noColumns')}</p>;
  if (mapping.kind === 'statement') return <BankTable code={code} batch={batch} mapping={mapping} />;
  return <ExtractColumns code={code} batch={batch} mapping={mapping} />;
}

function ExtractColumns(props: { code: string; batch: ImportBatch; mapping: ImportMapping }): ReactNode {
  const { t } = useTexts();
  const { code, batch } = props;
  const company = useCompany();
  const [draft, setDraft] = useState(props.mapping);
  const save = useSaveMapping(code, batch.id);
  const canChange = batch.status === 'preview' && may(company, 'imports.write') && !isWorking(batch);
  return (
    <form
      className={styles.mapping}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(draft);
      }}
    >
      <ImportQuestions batch={batch} draft={draft} onAnswer={canChange ? (answered) => save.mutate(answered) : null} />
      <fieldset disabled={!canChange}>
        <legend className="visually-hidden">{t('imports.columns')}</legend>
        <ImportPlace batch={batch} draft={draft} onRead={(placed) => save.mutate(placed)} />
        <Notations draft={draft} setDraft={setDraft} />
        <FieldTable batch={batch} draft={draft} setDraft={setDraft} />
        <Filters draft={draft} setDraft={setDraft} />
      </fieldset>
      {save.error && <ProblemNote error={save.error} />}
      {canChange && (
        <Button type="submit" loading={save.isPending}>
          {t('imports.readAgain')}
        </Button>
      )}
      <SavedMappings code={code} batch={batch} mayChange={may(company, 'imports.write')} />
    </form>
  );
}

interface DraftProps {
  readonly draft: ImportMapping;
  readonly setDraft: (draft: ImportMapping) => void;
}

function Notations({ draft, setDraft }: DraftProps): ReactNode {
  const { t } = useTexts();
  return (
    <div className={styles.notations}>
      <label>
        {t('imports.decimalMark')}
        <select
          value={draft.decimalMark ?? ''}
          onChange={(event) =>
            setDraft({ ...draft, decimalMark: oneOf(event.currentTarget.value, ['point', 'comma']) })
          }
        >
          <option value="">{t('imports.undecided')}</option>
          <option value="point">1,234.56</option>
          <option value="comma">1.234,56</option>
        </select>
      </label>
      <label>
        {t('imports.dateOrder')}
        <select
          value={draft.dateOrder ?? ''}
          onChange={(event) => setDraft({ ...draft, dateOrder: oneOf(event.currentTarget.value, ['dmy', 'mdy']) })}
        >
          <option value="">{t('imports.undecided')}</option>
          <option value="dmy">31/12/2026</option>
          <option value="mdy">12/31/2026</option>
        </select>
      </label>
      {draft.columns.clearedOn && (
        <label>
          {t('imports.clearedRows')}
          <select
            value={draft.clearedRows ?? ''}
            onChange={(event) => setDraft(withClearedRows(draft, event.currentTarget.value))}
          >
            <option value="">{t('imports.undecided')}</option>
            <option value="take">{t('imports.clearedTake')}</option>
            <option value="leave_out">{t('imports.clearedLeaveOut')}</option>
          </select>
        </label>
      )}
    </div>
  );
}

function withClearedRows({ clearedRows: _, ...draft }: ImportMapping, text: string): ImportMapping {
  const choice = oneOf(text, ['take', 'leave_out']);
  return choice === null ? draft : { ...draft, clearedRows: choice };
}

function oneOf<const Value extends string>(text: string, values: readonly Value[]): Value | null {
  return values.find((value) => value === text) ?? null;
}

function FieldTable({ batch, draft, setDraft }: DraftProps & { batch: ImportBatch }): ReactNode {
  const { t } = useTexts();
  const required: readonly string[] = REQUIRED_FIELDS[draft.kind];
  return (
    <table className={styles.fields}>
      <thead>
        <tr>
          <th scope="col">{t('imports.field')}</th>
          <th scope="col">{t('imports.column')}</th>
          <th scope="col">{t('imports.constant')}</th>
        </tr>
      </thead>
      <tbody>
        {fieldsOf(draft.kind).map((field) => (
          <FieldLine
            key={field}
            field={field}
            header={batch.header}
            isRequired={required.includes(field)}
            draft={draft}
            setDraft={setDraft}
          />
        ))}
      </tbody>
    </table>
  );
}

function FieldLine(
  props: DraftProps & { field: ExtractField; header: readonly string[]; isRequired: boolean },
): ReactNode {
  const { t } = useTexts();
  const { field, draft, setDraft } = props;
  const word = t(FIELD_WORDS[field]);
  const column = draft.columns[field] ?? '';
  return (
    <tr>
      <th scope="row">
        {word}
        {props.isRequired && <span className={styles.quiet}> · {t('imports.needed')}</span>}
      </th>
      <td>
        <select
          aria-label={t('imports.columnOf', { field: word })}
          value={column}
          onChange={(event) =>
            setDraft({ ...draft, columns: withText(draft.columns, field, event.currentTarget.value) })
          }
        >
          <option value="">—</option>
          {props.header.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </td>
      <td>
        {column === '' && (
          <input
            aria-label={t('imports.constantOf', { field: word })}
            value={draft.constants[field] ?? ''}
            onChange={(event) =>
              setDraft({ ...draft, constants: withText(draft.constants, field, event.currentTarget.value) })
            }
          />
        )}
      </td>
    </tr>
  );
}

/** A field that is left blank is not in the mapping at all. */
function withText(texts: ImportMapping['columns'], field: ExtractField, text: string): ImportMapping['columns'] {
  const { [field]: _, ...others } = texts;
  return text === '' ? others : { ...others, [field]: text };
}

function Filters({ draft, setDraft }: DraftProps): ReactNode {
  const { t } = useTexts();
  if (draft.filters.length === 0) return null;
  return (
    <ul className={styles.filters}>
      {draft.filters.map((filter) => (
        <li key={`${filter.column} ${filter.keep} ${filter.value}`}>
          {filter.keep === 'empty'
            ? t('imports.onlyEmpty', { column: filter.column })
            : t('imports.onlyEqual', { column: filter.column, value: filter.value })}{' '}
          <button
            type="button"
            onClick={() => setDraft({ ...draft, filters: draft.filters.filter((other) => other !== filter) })}
          >
            {t('imports.takeAll')}
          </button>
        </li>
      ))}
    </ul>
  );
}
