/** The filter of one column as a person fills it in: words and values, amounts from and to, days from and to. */
import { type ReactNode, useMemo, useState } from 'react';
import { type TextKey, useTexts } from '../../app/i18n.ts';
import { useFormats } from '../format/formats.context.ts';
import { CHOICES_MAX, type ColumnFilter, choiceOf, readColumnFilter, writeColumnFilter } from './column-filter.ts';
import styles from './column-panel.module.css';
import { dayWords } from './filter-chips.component.tsx';
import type { GridColumn } from './grid.types.ts';

interface FormProps<Row> {
  readonly column: GridColumn<Row>;
  readonly rows: readonly Row[];
  readonly text: string;
  readonly change: (text: string) => void;
  readonly close: () => void;
}

export function ColumnFilterForm<Row>(props: FormProps<Row>): ReactNode {
  const { t } = useTexts();
  const { column, text, change } = props;
  const filter = readColumnFilter(column.kind, text);
  const set = (next: ColumnFilter | null): void => change(writeColumnFilter(next));
  const isDay = column.kind === 'date' || column.kind === 'instant';
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        props.close();
      }}
    >
      {column.kind === 'text' ? (
        <TextFields {...props} filter={filter} set={set} />
      ) : isDay ? (
        <DayFields filter={filter} set={set} />
      ) : (
        <NumberFields {...props} filter={filter} set={set} />
      )}
      <div className={styles.blanks}>
        <Toggle isOn={filter?.kind === 'filled'} word={t('gridPanel.isFilled')} set={() => set({ kind: 'filled' })} />
        <Toggle isOn={filter?.kind === 'blank'} word={t('gridPanel.isBlank')} set={() => set({ kind: 'blank' })} />
        {text !== '' && (
          <button type="button" className={styles.clear} onClick={() => change('')}>
            {t('gridPanel.noFilter')}
          </button>
        )}
      </div>
      <button type="submit" className="visually-hidden" tabIndex={-1}>
        {t('act.close')}
      </button>
    </form>
  );
}

interface FieldProps {
  readonly filter: ColumnFilter | null;
  readonly set: (filter: ColumnFilter | null) => void;
}

function Toggle(props: { isOn: boolean; word: string; set: () => void }): ReactNode {
  return (
    <button type="button" aria-pressed={props.isOn} className={styles.toggle} onClick={props.set}>
      {props.word}
    </button>
  );
}

/** Values to tick are listed when they are few; of many, one types a part. */
const CHOICES_LISTED_MAX = 40;

function TextFields<Row>({ column, rows, filter, set }: FormProps<Row> & FieldProps): ReactNode {
  const { t } = useTexts();
  const choices = useMemo(() => choicesOf(column, rows), [column, rows]);
  const typed = filter?.kind === 'contains' || filter?.kind === 'begins' ? filter.text : '';
  const mode = filter?.kind === 'begins' ? 'begins' : 'contains';
  const ticked = filter?.kind === 'oneOf' ? filter.values : [];
  return (
    <>
      <div className={styles.pair}>
        <select
          aria-label={t('gridPanel.how')}
          value={mode}
          onChange={(event) =>
            set({ kind: event.currentTarget.value === 'begins' ? 'begins' : 'contains', text: typed })
          }
        >
          <option value="contains">{t('gridPanel.contains')}</option>
          <option value="begins">{t('gridPanel.begins')}</option>
        </select>
        <input
          data-first=""
          aria-label={t('gridPanel.part')}
          value={typed}
          onChange={(event) => set({ kind: mode, text: event.currentTarget.value })}
        />
      </div>
      {choices !== null && (
        <fieldset className={styles.choices}>
          <legend className="visually-hidden">{t('gridPanel.values')}</legend>
          {choices.map(({ code, word, count }) => (
            <label key={code}>
              <input
                type="checkbox"
                checked={ticked.includes(code)}
                onChange={(event) =>
                  set({
                    kind: 'oneOf',
                    values: event.currentTarget.checked
                      ? [...ticked, code].slice(0, CHOICES_MAX)
                      : ticked.filter((value) => value !== code),
                  })
                }
              />
              <span>{word}</span>
              <small>{count}</small>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}

/** The values of a column with how many rows have each; null when they are too many to choose from. */
function choicesOf<Row>(
  column: GridColumn<Row>,
  rows: readonly Row[],
): readonly { code: string; word: string; count: number }[] | null {
  const found = new Map<string, { code: string; word: string; count: number }>();
  for (const row of rows) {
    const code = choiceOf(column, row);
    if (code === '') continue;
    const known = found.get(code);
    if (known) known.count += 1;
    else found.set(code, { code, word: String(column.value(row) ?? code), count: 1 });
    if (found.size > CHOICES_LISTED_MAX) return null;
  }
  return [...found.values()].sort((left, right) => right.count - left.count);
}

/** An amount as it is typed, in the reader's notation, to the plain decimal of a filter; null when it is none. */
export function decimalOf(typed: string, decimalSign: '.' | ','): string | null {
  const compact = typed.replace(/[\s\u00a0\u202f'’]/g, '').replace(/^[−–]/, '-');
  const groupSign = decimalSign === ',' ? '.' : ',';
  const groups = compact.split(groupSign);
  const isGrouped = groups.length === 1 || groups.slice(1).every((part) => /^\d{3}(?!\d)/.test(part));
  const plain = isGrouped ? groups.join('').replace(decimalSign, '.') : compact.replace(groupSign, '.');
  return plain === '' || /^-?\d{1,15}(?:\.\d{1,4})?$/.test(plain) ? plain : null;
}

function NumberFields<Row>({ column, rows, filter, set }: FormProps<Row> & FieldProps): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const range = filter?.kind === 'range' ? filter : { kind: 'range' as const, from: '', to: '', currency: null };
  const currencies = useMemo(() => currenciesOf(column, rows), [column, rows]);
  const change = (part: Partial<typeof range>): void => {
    const next = { ...range, ...part };
    set(next.from === '' && next.to === '' && next.currency === null ? null : next);
  };
  return (
    <div className={styles.pair}>
      <DecimalField
        isFirst
        label={t('gridPanel.from')}
        value={range.from}
        decimalSign={formats.decimalSign}
        change={(from) => change({ from })}
      />
      <DecimalField
        label={t('gridPanel.to')}
        value={range.to}
        decimalSign={formats.decimalSign}
        change={(to) => change({ to })}
      />
      {currencies.length > 1 && (
        <select
          aria-label={t('gridPanel.currency')}
          value={range.currency ?? ''}
          onChange={(event) => change({ currency: event.currentTarget.value || null })}
        >
          <option value="">{t('gridPanel.anyCurrency')}</option>
          {currencies.map((currency) => (
            <option key={currency}>{currency}</option>
          ))}
        </select>
      )}
    </div>
  );
}

function DecimalField(props: {
  label: string;
  value: string;
  decimalSign: '.' | ',';
  isFirst?: boolean;
  change: (decimal: string) => void;
}): ReactNode {
  const [typed, setTyped] = useState(() => props.value.replace('.', props.decimalSign));
  const isWrong = decimalOf(typed, props.decimalSign) === null;
  return (
    <input
      data-first={props.isFirst ? '' : undefined}
      inputMode="decimal"
      placeholder={props.label}
      aria-label={props.label}
      aria-invalid={isWrong}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        const decimal = decimalOf(event.currentTarget.value, props.decimalSign);
        if (decimal !== null && decimal !== '-') props.change(decimal);
      }}
    />
  );
}

function currenciesOf<Row>(column: GridColumn<Row>, rows: readonly Row[]): string[] {
  if (column.kind !== 'money') return [];
  const found = new Set<string>();
  for (const row of rows) {
    const value = column.value(row);
    if (value) found.add(value.currency);
  }
  return [...found].sort();
}

const DAY_CHOICES: readonly { readonly text: string; readonly from: string; readonly to: string }[] = [
  { text: 'today', from: 'today', to: 'today' },
  { text: 'late', from: '', to: '1-day-ago' },
  { text: 'week', from: 'today', to: 'in-7-days' },
  { text: 'past', from: '30-days-ago', to: 'today' },
  { text: 'month', from: 'this-month', to: 'this-month' },
  { text: 'before', from: 'last-month', to: 'last-month' },
];
const DAY_CHOICE_WORDS: Readonly<Record<string, TextKey>> = {
  late: 'gridPanel.daysBefore',
  week: 'gridPanel.daysNext',
  past: 'gridPanel.daysLast',
};

function DayFields({ filter, set }: FieldProps): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const range = filter?.kind === 'range' ? filter : { kind: 'range' as const, from: '', to: '', currency: null };
  const change = (part: { from?: string; to?: string }): void => {
    const next = { ...range, ...part };
    set(next.from === '' && next.to === '' ? null : next);
  };
  const fixed = (word: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(word) ? word : '');
  return (
    <>
      <div className={styles.pair}>
        <input
          data-first=""
          type="date"
          aria-label={t('gridPanel.from')}
          value={fixed(range.from)}
          onChange={(event) => change({ from: event.currentTarget.value })}
        />
        <input
          type="date"
          aria-label={t('gridPanel.to')}
          value={fixed(range.to)}
          onChange={(event) => change({ to: event.currentTarget.value })}
        />
      </div>
      <div className={styles.days}>
        {DAY_CHOICES.map(({ text, from, to }) => (
          <Toggle
            key={text}
            isOn={range.from === from && range.to === to}
            word={DAY_CHOICE_WORDS[text] ? t(DAY_CHOICE_WORDS[text]) : dayWords(from, t, formats)}
            set={() => set({ ...range, from, to })}
          />
        ))}
      </div>
    </>
  );
}
