/** How a bank's table is read: guessed, shown with its doubts and its first lines, corrected by whoever knows better, kept. */
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import type { ImportBatch, StatementMapping } from '../../../app/api.types.ts';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import styles from '../intake.module.css';
import { SavedMappings } from '../saved-mappings.component.tsx';
import { BankTableFields } from './bank-table-fields.component.tsx';
import { BankTableLines } from './bank-table-lines.component.tsx';
import { BankTableQuestions } from './bank-table-questions.component.tsx';
import { useBankTable } from './use-bank-table.ts';

export function BankTable(props: { code: string; batch: ImportBatch; mapping: StatementMapping }): ReactNode {
  const { t } = useTexts();
  const { code, batch } = props;
  const company = useCompany();
  const { draft, change, isBusy, error } = useBankTable(code, batch, props.mapping);
  useStaying(code, batch.id);
  const isOpen = batch.status === 'preview' || batch.status === 'failed' || batch.status === 'reading';
  const canChange = isOpen && may(company, 'imports.write');
  return (
    <div className={styles.mapping}>
      <BankTableQuestions batch={batch} draft={draft} change={canChange ? change : null} />
      {error && <ProblemNote error={error} />}
      <div className={styles.tableSides}>
        <fieldset disabled={!canChange}>
          <legend className="visually-hidden">{t('imports.columns')}</legend>
          <WholeFile draft={draft} change={change} />
          <Notations draft={draft} change={change} />
          <BankTableFields batch={batch} draft={draft} change={change} />
        </fieldset>
        <BankTableLines code={code} batch={batch} isBusy={isBusy} />
      </div>
      <SavedMappings code={code} batch={batch} mayChange={may(company, 'imports.write')} />
    </div>
  );
}

/** Whoever corrects columns stays with them, also when the last question is answered. */
function useStaying(company: string, importId: string): void {
  const navigate = useNavigate();
  useEffect(() => {
    const params = { company, importId };
    void navigate({ to: '/c/$company/imports/$importId', params, search: { show: 'columns' }, replace: true });
  }, [company, importId, navigate]);
}

interface DraftProps {
  readonly draft: StatementMapping;
  readonly change: (draft: StatementMapping) => void;
}

function WholeFile({ draft, change }: DraftProps): ReactNode {
  const { t } = useTexts();
  const { headerRow: _, ...anywhere } = draft;
  return (
    <div className={styles.notations} title={t('bankTable.wholeFile')}>
      <Said
        label={t('bankTable.currency')}
        hint={t('bankTable.accountHint')}
        value={draft.currency ?? ''}
        chars={3}
        onSaid={(text) => change({ ...draft, currency: text === '' ? null : text.toUpperCase() })}
      />
      <Said
        label={t('bankTable.account')}
        hint={t('bankTable.accountHint')}
        value={draft.account ?? ''}
        chars={64}
        onSaid={(text) => change({ ...draft, account: text === '' ? null : text })}
      />
      <Said
        label={t('intake.headerRow')}
        hint={t('intake.headerFound')}
        value={draft.headerRow === undefined ? '' : String(draft.headerRow)}
        chars={4}
        onSaid={(text) =>
          change(
            /^\d+$/.test(text) ? { ...anywhere, columns: {}, headerRow: Number(text) } : { ...anywhere, columns: {} },
          )
        }
      />
    </div>
  );
}

/** A text that counts when it is left, or on Enter. */
function Said(props: {
  label: string;
  hint: string;
  value: string;
  chars: number;
  onSaid: (text: string) => void;
}): ReactNode {
  const { label, hint, value, chars, onSaid } = props;
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const say = () => {
    if (text.trim() !== value) onSaid(text.trim());
  };
  return (
    <label>
      {label}
      <input
        value={text}
        placeholder={hint}
        maxLength={chars}
        className={chars < 10 ? styles.code : styles.number}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={say}
        onKeyDown={(event) => {
          if (event.key === 'Enter') say();
        }}
      />
    </label>
  );
}

function Notations({ draft, change }: DraftProps): ReactNode {
  const { t } = useTexts();
  return (
    <div className={styles.notations}>
      <label>
        {t('imports.decimalMark')}
        <select
          value={draft.decimalMark ?? ''}
          onChange={({ currentTarget: { value } }) =>
            change({ ...draft, decimalMark: value === 'point' || value === 'comma' ? value : null })
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
          onChange={({ currentTarget: { value } }) =>
            change({ ...draft, dateOrder: value === 'dmy' || value === 'mdy' ? value : null })
          }
        >
          <option value="">{t('imports.undecided')}</option>
          <option value="dmy">31/12/2026</option>
          <option value="mdy">12/31/2026</option>
        </select>
      </label>
    </div>
  );
}
