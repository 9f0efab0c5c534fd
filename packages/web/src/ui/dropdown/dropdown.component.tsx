/** A button that opens a small panel under itself: settings, a date, a list of columns. `Esc` and a click elsewhere close it. */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import styles from './dropdown.module.css';

export interface DropdownProps {
  /** Names button and panel for a screen reader; the button shows `face`. */
  readonly label: string;
  readonly face: ReactNode;
  readonly faceClass?: string | undefined;
  readonly isMarked?: boolean;
  readonly title?: string;
  /** The edge of the button at which the panel hangs. */
  readonly align: 'start' | 'end';
  readonly children: (close: () => void) => ReactNode;
}

export function Dropdown(props: DropdownProps): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const panelId = useId();
  const close = (): void => {
    setIsOpen(false);
    place.current?.querySelector('button')?.focus();
  };
  useCloseElsewhere(place, isOpen, () => setIsOpen(false));
  const closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    close();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape pressed anywhere inside closes the panel
    <div ref={place} className={styles.place} onKeyDown={closeOnEscape}>
      <button
        type="button"
        className={props.faceClass}
        data-marked={props.isMarked || undefined}
        aria-label={props.label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        title={props.title}
        onClick={() => setIsOpen(!isOpen)}
      >
        {props.face}
      </button>
      {isOpen && (
        <OpenPanel id={panelId} label={props.label} align={props.align}>
          {props.children(close)}
        </OpenPanel>
      )}
    </div>
  );
}

/** Takes the focus as it opens, so that the next key already works in it. */
function OpenPanel(props: { id: string; label: string; align: 'start' | 'end'; children: ReactNode }): ReactNode {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const first = panel.current?.querySelector<HTMLElement>('input:checked, input, button, select, a[href]');
    (first ?? panel.current)?.focus();
  }, []);
  return (
    <div
      ref={panel}
      id={props.id}
      role="dialog"
      aria-label={props.label}
      tabIndex={-1}
      className={styles.panel}
      data-align={props.align}
    >
      {props.children}
    </div>
  );
}

function useCloseElsewhere(place: React.RefObject<HTMLElement | null>, isOpen: boolean, close: () => void): void {
  useEffect(() => {
    if (!isOpen) return;
    const elsewhere = (event: Event): void => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) close();
    };
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('focusin', elsewhere);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('focusin', elsewhere);
    };
  });
}
