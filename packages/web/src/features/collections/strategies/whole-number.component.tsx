import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import styles from './strategies.module.css';

const DIGITS_MAX = 10;

/** A whole number as it is typed; what is not one yet is kept in sight and marked, and changes nothing. */
export function WholeNumber(props: {
  value: number;
  disabled: boolean;
  change: (value: number) => void;
  label?: string;
  /** Names it where its label stands elsewhere. */
  name?: string;
  /** What it may be; beyond them it is marked, and kept. */
  bounds?: readonly [number, number];
}): ReactNode {
  const { value, disabled, change, label, name, bounds } = props;
  const [typed, setTyped] = useState(String(value));
  const read = (text: string): number | null =>
    /^-?\d+$/.test(text.trim()) && text.trim().length <= DIGITS_MAX ? Number(text) : null;
  const shown = read(typed) === null || read(typed) === value ? typed : String(value);
  return (
    <TextInput
      size="xs"
      inputMode="numeric"
      disabled={disabled}
      error={read(shown) === null || isOutside(value, bounds)}
      value={shown}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const next = read(text);
        if (next !== null) change(next);
      }}
      {...(label === undefined ? { className: styles.number ?? '' } : { label })}
      {...(name === undefined ? {} : { 'aria-label': name })}
    />
  );
}

function isOutside(value: number, bounds: readonly [number, number] | undefined): boolean {
  return bounds !== undefined && (value < bounds[0] || value > bounds[1]);
}
