/** A field that finds one of many by what is typed: arrows choose, Enter takes, `Esc` leaves it as it was. */
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import styles from './lookup.module.css';

export interface LookupChoice {
  readonly id: string;
  readonly name: string;
  /** Tells those of one name apart: a number, a place. */
  readonly detail: string;
}

export interface LookupProps {
  readonly label: string;
  readonly placeholder: string;
  /** What is chosen now. */
  readonly value: string;
  readonly choices: readonly LookupChoice[];
  readonly empty: string;
  readonly isSearching: boolean;
  /** What was typed; null when the field is left. */
  readonly search: (typed: string | null) => void;
  readonly pick: (choice: LookupChoice) => void;
}

export function Lookup(props: LookupProps): ReactNode {
  const { choices } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const listId = useId();
  const isOpen = typed !== null;
  const type = (text: string | null): void => {
    setTyped(text);
    setActive(0);
    props.search(text);
  };
  const take = (choice: LookupChoice | undefined): void => {
    if (!choice) return;
    type(null);
    props.pick(choice);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && isOpen) type(null);
    else if (event.key === 'Enter' && isOpen) take(choices[active]);
    else if (event.key === 'ArrowDown') isOpen ? setActive(Math.min(active + 1, choices.length - 1)) : type('');
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const activeChoice = isOpen ? choices[active] : undefined;
  return (
    <div className={styles.lookup}>
      <input
        role="combobox"
        aria-label={props.label}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={activeChoice ? `${listId}-${activeChoice.id}` : undefined}
        autoComplete="off"
        placeholder={props.placeholder}
        value={typed ?? props.value}
        onChange={(event) => type(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => !isOpen && type('')}
        onBlur={() => type(null)}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={props.label} className={styles.list} hidden={!isOpen}>
        {isOpen &&
          choices.map((choice, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points to the active option
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
            <div
              key={choice.id}
              id={`${listId}-${choice.id}`}
              role="option"
              aria-selected={index === active}
              className={styles.option}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(choice)}
            >
              {choice.name} <small>{choice.detail}</small>
            </div>
          ))}
      </div>
      {isOpen && choices.length === 0 && !props.isSearching && (
        <div role="status" className={styles.empty}>
          {props.empty}
        </div>
      )}
    </div>
  );
}
