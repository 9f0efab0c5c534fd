/** A form that stands within a line: its fields say what they are for by themselves, and Enter sends it. */
import { TextInput, type TextInputProps } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';

export function LineForm(props: Omit<ComponentProps<'form'>, 'onSubmit'> & { submit: () => void }): ReactNode {
  const { submit, ...form } = props;
  return (
    <form
      {...form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    />
  );
}

export function LineField(
  props: Pick<TextInputProps, 'autoFocus' | 'required'> & {
    label: string;
    value: string;
    change: (value: string) => void;
  },
): ReactNode {
  const { label, change, ...field } = props;
  return (
    <TextInput
      size="xs"
      aria-label={label}
      placeholder={label}
      onChange={(event) => change(event.currentTarget.value)}
      {...field}
    />
  );
}
