/** A text of several lines in which an @ offers colleagues: arrows choose, Enter or Tab takes, `Esc` leaves it as typed. */
import { Textarea, type TextareaProps } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, type RefObject, useId, useLayoutEffect, useRef, useState } from 'react';
import styles from './mention.module.css';
import type { MentionPerson } from './mention.types.ts';
import { mentionAsked, peopleLike, withMention } from './mention-asked.ts';

export interface MentionAreaProps extends Omit<TextareaProps, 'value' | 'onChange' | 'onKeyDown'> {
  readonly people: readonly MentionPerson[];
  /** What the list of colleagues is called, for a screen reader. */
  readonly listLabel: string;
  readonly value: string;
  readonly change: (text: string) => void;
}

export function MentionArea(props: MentionAreaProps): ReactNode {
  const { people, listLabel, value, change, ...rest } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const caretToBe = useCaret(field, value);
  const listId = useId();
  const { ask, caret, follow, leave } = useAsk(value);
  const [active, setActive] = useState(0);
  const choices = ask === null ? [] : peopleLike(people, ask.typed);
  const chosen = Math.min(active, choices.length - 1);
  const take = (person: MentionPerson | undefined): void => {
    if (ask === null || person === undefined) return;
    const next = withMention(value, { ask, caret, name: person.name });
    change(next.text);
    leave();
    caretToBe.current = next.caret;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (choices.length === 0 || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowDown') setActive((chosen + 1) % choices.length);
    else if (event.key === 'ArrowUp') setActive((chosen + choices.length - 1) % choices.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(choices[chosen]);
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.area}>
      <Textarea
        {...rest}
        ref={field}
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={choices[chosen] ? `${listId}-${choices[chosen].id}` : undefined}
        value={value}
        onChange={(event) => {
          change(event.currentTarget.value);
          setActive(0);
          follow(event.currentTarget.selectionStart);
        }}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          leave();
          rest.onBlur?.(event);
        }}
      />
      <div id={listId} role="listbox" aria-label={listLabel} className={styles.list} hidden={choices.length === 0}>
        {choices.map((person, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points to the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
          <div
            key={person.id}
            id={`${listId}-${person.id}`}
            role="option"
            aria-selected={index === chosen}
            className={styles.option}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(person)}
          >
            {person.name}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Where the caret goes with the next text: before the next letter is typed, or that letter would stand in the wrong place. */
function useCaret(field: RefObject<HTMLTextAreaElement | null>, value: string): RefObject<number | null> {
  const caret = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the new text that the caret waits for
  useLayoutEffect(() => {
    if (caret.current === null) return;
    field.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [field, value]);
  return caret;
}

/** The name that is being typed; null once it was taken or left, until the next letter. */
function useAsk(value: string) {
  const [caret, setCaret] = useState<number | null>(null);
  return {
    ask: caret === null ? null : mentionAsked(value, caret),
    caret: caret ?? 0,
    follow: setCaret,
    leave: () => setCaret(null),
  };
}
