import { Button } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { Dropdown } from '../../ui/dropdown/dropdown.component.tsx';
import { type KeyBinding, useKeys } from '../../ui/keys/keys.ts';
import styles from './cash.module.css';

/** The acts of a receipt: the first as buttons, all of them in the menu that `.` opens, each with its key. */
export function ActMenu(props: {
  acts: readonly KeyBinding[];
  /** How many have buttons of their own where there is room; the menu has them all. */
  buttonsMax: number;
  isBusy: boolean;
}): ReactNode {
  const { acts, isBusy } = props;
  const { t } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  useKeys([{ key: '.', label: t('grid.acts'), act: () => place.current?.querySelector('button')?.click() }]);
  return (
    <>
      {acts.slice(0, props.buttonsMax).map(({ key, label, act }) => (
        <Button
          key={key}
          variant="default"
          className={styles.wideOnly}
          disabled={isBusy}
          onClick={act}
          rightSection={<kbd>{key}</kbd>}
        >
          {label}
        </Button>
      ))}
      <div ref={place} className={styles.more}>
        <Dropdown
          label={t('grid.acts')}
          align="end"
          faceClass={styles.moreFace}
          face={
            <>
              {t('cash.more')} <kbd>.</kbd>
            </>
          }
        >
          {(close) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: the arrows go from one button to the next
            <div className={styles.menu} onKeyDown={goAlong}>
              {acts.map(({ key, label, act }) => (
                <button
                  key={key}
                  type="button"
                  disabled={isBusy}
                  onClick={() => {
                    close();
                    act();
                  }}
                >
                  {label} <kbd>{key}</kbd>
                </button>
              ))}
            </div>
          )}
        </Dropdown>
      </div>
    </>
  );
}

function goAlong(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button.matches(':focus'));
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
}
