/** Two panes with a divider that can be dragged or moved by keys; its place is remembered. On a phone one shows at a time. */
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { remember, remembered } from '../../app/preferences.ts';
import styles from './split.module.css';

const NARROWEST_PERCENT = 20;
const WIDEST_PERCENT = 80;
const STEP_PERCENT = 2;

export interface SplitProps {
  /** Names the place that is remembered. */
  readonly id: string;
  /** Share of the left pane at first, in percent. */
  readonly startPercent: number;
  readonly left: ReactNode;
  /** Null leaves the whole width to the left pane. */
  readonly right: ReactNode | null;
}

export function Split({ id, startPercent, left, right }: SplitProps): ReactNode {
  const { t } = useTexts();
  const key = `quittance.split.${id}`;
  const frame = useRef<HTMLDivElement>(null);
  const [percent, setPercent] = useState(() => Number(remembered(key)) || startPercent);
  const place = (next: number): void => {
    const kept = Math.round(Math.max(NARROWEST_PERCENT, Math.min(WIDEST_PERCENT, next)));
    setPercent(kept);
    remember(key, String(kept));
  };
  const drag = (event: PointerEvent<HTMLElement>): void => {
    const box = frame.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    place(((event.clientX - box.left) / box.width) * 100);
  };
  const step = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowLeft') place(percent - STEP_PERCENT);
    else if (event.key === 'ArrowRight') place(percent + STEP_PERCENT);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={frame}
      className={styles.split}
      data-both={right !== null || undefined}
      style={{ '--left': `${percent}%` } as React.CSSProperties}
    >
      <div className={styles.left}>{left}</div>
      {right !== null && (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot be dragged */}
          <div
            role="separator"
            aria-orientation="vertical"
            aria-label={t('split.divider')}
            aria-valuenow={percent}
            aria-valuemin={NARROWEST_PERCENT}
            aria-valuemax={WIDEST_PERCENT}
            tabIndex={0}
            className={styles.divider}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={drag}
            onKeyDown={step}
            onDoubleClick={() => place(startPercent)}
          />
          <div className={styles.right}>{right}</div>
        </>
      )}
    </div>
  );
}
