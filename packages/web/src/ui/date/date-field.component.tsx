/**
 * The one field for a day and the one for a time: typed and shown as the reader's locale writes them, which the browser's own fields do not do,
 * since they go by the browser's language. A day is also chosen from the browser's calendar; up and down are the next and the day before.
 */
import { TextInput } from '@mantine/core';
import { addDays, localDate, parseLocalDate } from '@quittance/core/calendar';
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { useFormats, useToday } from '../format/formats.context.ts';
import { Icon } from '../icon/icon.component.tsx';
import styles from './date-field.module.css';
import { type DatePart, dateOrderOf, readDate, readTime, writeDate } from './typed-date.ts';

interface FieldProps {
  /** "2026-11-27", "14:30", or '' for none. */
  readonly value: string;
  /** What is typed and is no day (no time) yet is ''. */
  readonly change: (value: string) => void;
  readonly size?: 'xs' | 'sm';
  readonly className?: string;
  readonly label?: ReactNode;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly 'aria-label'?: string;
  readonly title?: string;
  readonly required?: boolean;
  readonly withAsterisk?: boolean;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
}

/** What is typed stands as it is until the field is left or its value comes from elsewhere. */
function useTyped(
  value: string,
  written: string,
  given: { read: (typed: string) => string; change: (value: string) => void },
) {
  const [typed, setTyped] = useState<{ readonly text: string; readonly value: string } | null>(null);
  const isOwn = typed !== null && typed.value === value;
  const set = (text: string): void => {
    const next = given.read(text);
    setTyped({ text, value: next });
    if (next !== value) given.change(next);
  };
  return {
    shown: isOwn ? typed.text : written,
    isUnread: isOwn && typed.text.trim() !== '' && value === '',
    set,
    leave: () => isOwn && (value !== '' || typed.text.trim() === '') && setTyped(null),
    forget: () => setTyped(null),
  };
}

export function DateField(
  props: FieldProps & { readonly min?: string | undefined; readonly max?: string | undefined },
): ReactNode {
  const { value, change, min, max, error, ...rest } = props;
  const { t } = useTexts();
  const { locale } = useFormats();
  const today = useToday();
  const order = useMemo(() => dateOrderOf(locale), [locale]);
  const picker = useRef<HTMLInputElement>(null);
  const date = parseLocalDate(value);
  const written = date === null ? '' : writeDate(date, order);
  const typed = useTyped(value, written, { read: (text) => readDate(text, order, today) ?? '', change });
  const [isLeft, setIsLeft] = useState(false);
  const take = (day: string): void => {
    typed.forget();
    change(day);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (by === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    take(addDays(date ?? localDate(today), date === null ? 0 : by));
  };
  const letters: Readonly<Record<DatePart, string>> = { day: t('date.dd'), month: t('date.mm'), year: t('date.yyyy') };
  return (
    <TextInput
      classNames={{ wrapper: styles.day ?? '' }}
      {...rest}
      inputMode="numeric"
      autoComplete="off"
      placeholder={order.order.map((part) => letters[part]).join(order.between)}
      error={error ?? (isLeft && typed.isUnread ? t('date.noSuchDay') : null)}
      value={typed.shown}
      onChange={(event) => {
        setIsLeft(false);
        typed.set(event.currentTarget.value);
      }}
      onKeyDown={onKeyDown}
      onBlur={() => {
        setIsLeft(true);
        typed.leave();
      }}
      rightSectionWidth={26}
      rightSection={
        <>
          <button
            type="button"
            className={styles.open}
            tabIndex={-1}
            disabled={rest.disabled}
            aria-label={t('date.choose')}
            title={t('date.choose')}
            onClick={() => picker.current?.showPicker()}
          >
            <Icon name="day" size={13} />
          </button>
          <input
            ref={picker}
            type="date"
            className={styles.picker}
            tabIndex={-1}
            aria-hidden="true"
            {...{ min, max, value }}
            onChange={(event) => take(event.currentTarget.value)}
          />
        </>
      }
    />
  );
}

export function TimeField({ value, change, error, ...rest }: FieldProps): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const [isLeft, setIsLeft] = useState(false);
  const written = value === '' ? '' : formats.timeOfDay(value);
  const typed = useTyped(value, written, { read: (text) => readTime(text) ?? '', change });
  return (
    <TextInput
      classNames={{ wrapper: styles.time ?? '' }}
      {...rest}
      autoComplete="off"
      error={error ?? (isLeft && typed.isUnread ? t('date.noSuchTime') : null)}
      value={typed.shown}
      onChange={(event) => {
        setIsLeft(false);
        typed.set(event.currentTarget.value);
      }}
      onBlur={() => {
        setIsLeft(true);
        typed.leave();
      }}
    />
  );
}
