/** Which key does what in a grid. Letters work as in a mail reader, the rest as in a spreadsheet. */
import type { Move } from './range.ts';

export type GridAct =
  | { readonly kind: 'move'; readonly move: Move; readonly isExtending: boolean }
  | { readonly kind: 'open' | 'tick' | 'filter' | 'selectAll' | 'edit' | 'narrower' | 'wider' };

interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const MOVES: Readonly<Record<string, Move>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'rowStart',
  End: 'rowEnd',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
};
const FAR_MOVES: Readonly<Record<string, Move>> = {
  ArrowUp: 'top',
  ArrowDown: 'bottom',
  ArrowLeft: 'rowStart',
  ArrowRight: 'rowEnd',
  Home: 'top',
  End: 'bottom',
};
const LETTER_MOVES: Readonly<Record<string, Move>> = { j: 'down', k: 'up' };
const PLAIN_ACTS: Readonly<Record<string, 'open' | 'tick' | 'filter' | 'edit'>> = {
  Enter: 'open',
  x: 'tick',
  ' ': 'tick',
  '/': 'filter',
  F2: 'edit',
};

/** What a key means, or null when it is none of the grid's business: Ctrl+End is the last row, Shift+Down extends. */
export function gridActOf(pressed: Pressed): GridAct | null {
  const withControl = pressed.ctrlKey || pressed.metaKey;
  if (pressed.altKey) return widthActOf(pressed);
  if (withControl && pressed.key.toLowerCase() === 'a') return { kind: 'selectAll' };
  const move = withControl ? FAR_MOVES[pressed.key] : (MOVES[pressed.key] ?? LETTER_MOVES[pressed.key]);
  if (move) return { kind: 'move', move, isExtending: pressed.shiftKey };
  if (withControl) return null;
  const act = PLAIN_ACTS[pressed.key];
  return act ? { kind: act } : null;
}

function widthActOf(pressed: Pressed): GridAct | null {
  if (!pressed.shiftKey) return null;
  if (pressed.key === 'ArrowLeft') return { kind: 'narrower' };
  if (pressed.key === 'ArrowRight') return { kind: 'wider' };
  return null;
}
