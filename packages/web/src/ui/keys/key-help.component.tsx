import { type ReactNode, useEffect, useRef } from 'react';
import { type TextKey, useTexts } from '../../app/i18n.ts';
import styles from './key-help.module.css';
import { useCurrentKeys } from './keys.ts';

/** The keys that every grid answers to while it has the focus. */
const GRID_KEYS: readonly (readonly [string, TextKey])[] = [
  ['↑ ↓ ← → · j k', 'keys.move'],
  ['Home End · PgUp PgDn', 'keys.far'],
  ['Ctrl Home · Ctrl End', 'keys.firstLast'],
  ['Shift + ↑ ↓ ← →', 'keys.extend'],
  ['Ctrl A · Ctrl C', 'keys.copy'],
  ['Enter', 'keys.open'],
  ['x', 'keys.tick'],
  ['F2 · 0–9 · a–z', 'keys.edit'],
  ['Alt Shift ← →', 'keys.width'],
];

const KEY_NAMES: Readonly<Record<string, string>> = { Escape: 'Esc' };

/** `mod+k` is "Ctrl K", and ⌘ K where that is the key. */
function keyName(key: string): string {
  const [modifier, letter = ''] = key.split('+');
  if (modifier !== 'mod' || letter === '') return KEY_NAMES[key] ?? key;
  const name = navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl';
  return `${name} ${letter.length === 1 ? letter.toUpperCase() : letter}`;
}

/** The keys of this screen, asked for with `?`. */
export function KeyHelp({ close }: { close: () => void }): ReactNode {
  const { t } = useTexts();
  const bindings = useCurrentKeys();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.help} aria-label={t('keys.title')} onClose={close}>
      <h2>{t('keys.title')}</h2>
      <dl>
        {bindings.map(({ key, label }) => (
          <div key={key}>
            <dt>
              <kbd>{keyName(key)}</kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('keys.inGrids')}</h3>
      <dl>
        {GRID_KEYS.map(([key, label]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(label)}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit" className={styles.close}>
          {t('act.close')}
        </button>
      </form>
    </dialog>
  );
}
