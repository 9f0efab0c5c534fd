/** The command palette (`Ctrl K`): any customer, item, receipt, amount, page or command by a few letters. */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { Icon } from '../../ui/icon/icon.component.tsx';
import { useTexts } from '../i18n.ts';
import styles from './palette.module.css';
import type { PaletteEntry, PaletteSection } from './palette-entries.ts';
import { type PaletteInput, usePaletteSections } from './use-palette-sections.tsx';

export function Palette(props: PaletteInput & { close: () => void }): ReactNode {
  const { t } = useTexts();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const { sections, error, isBusy } = usePaletteSections(props, typed);
  const entries = sections.flatMap((section) => section.entries);
  const chosen = Math.min(active, Math.max(0, entries.length - 1));
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    document.getElementById(`${listId}-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, chosen]);
  const take = (entry: PaletteEntry | undefined): void => {
    if (!entry) return;
    props.close();
    entry.act();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Keys of the page under the palette sleep.
    event.stopPropagation();
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) {
      const last = entries.length - 1;
      const next = chosen + step;
      setActive(Math.abs(step) === 1 ? (next < 0 ? last : next > last ? 0 : next) : Math.max(0, Math.min(last, next)));
    } else if (event.key === 'Enter') take(entries[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      aria-label={t('palette.title')}
      className={styles.palette}
      onClose={props.close}
      onKeyDown={onKeyDown}
      onClick={(event) => event.target === dialog.current && props.close()}
    >
      <div className={styles.box}>
        <div className={styles.field} data-busy={isBusy || undefined}>
          <Icon name="search" />
          <input
            role="combobox"
            aria-label={t('palette.title')}
            aria-expanded="true"
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={entries.length > 0 ? `${listId}-${chosen}` : undefined}
            autoComplete="off"
            spellCheck={false}
            placeholder={t('palette.placeholder')}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setActive(0);
            }}
          />
          <kbd>Esc</kbd>
        </div>
        <div id={listId} role="listbox" aria-label={t('palette.found')} className={styles.list}>
          <Sections sections={sections} listId={listId} chosen={chosen} setActive={setActive} take={take} />
        </div>
        {error && <ProblemNote error={error} />}
        {entries.length === 0 && !isBusy && (
          <p role="status" className={styles.nothing}>
            {t('palette.nothing', { typed })}
          </p>
        )}
        <footer className={styles.foot}>{t('palette.help')}</footer>
      </div>
    </dialog>
  );
}

function Sections(props: {
  sections: readonly PaletteSection[];
  listId: string;
  chosen: number;
  setActive: (index: number) => void;
  take: (entry: PaletteEntry) => void;
}): ReactNode {
  let index = -1;
  return props.sections.map((section) => (
    // biome-ignore lint/a11y/useSemanticElements: a group of options in a list box has no element of its own
    <div key={section.id} role="group" aria-label={section.title}>
      <div className={styles.heading} aria-hidden="true">
        {section.title}
      </div>
      {section.entries.map((entry) => {
        index += 1;
        const at = index;
        return (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points to the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
          <div
            key={entry.id}
            id={`${props.listId}-${at}`}
            role="option"
            aria-selected={at === props.chosen}
            className={styles.option}
            onMouseMove={() => at !== props.chosen && props.setActive(at)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => props.take(entry)}
          >
            <span className={styles.title}>{entry.title}</span>
            {entry.detail && <span className={styles.detail}>{entry.detail}</span>}
            {entry.end && <span className={styles.end}>{entry.end}</span>}
          </div>
        );
      })}
    </div>
  ));
}
