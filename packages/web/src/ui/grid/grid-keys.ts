/** Which key does what in a grid. Letters work as in a mail reader, the rest as in a spreadsheet. */
import type { Move } from './range.ts';

export type GridAct =
  | { readonly kind: 'move'; readonly move: Move; readonly isExtending: boolean }
  | {
      readonly kind:
        | PlainAct
        | 'sortAlso'
        | 'selectAll'
        | 'fillDown'
        | 'undoPaste'
        | 'narrower'
        | 'wider'
        | 'columnPanel';
    };

type PlainAct = 'open' | 'tick' | 'filter' | 'edit' | 'clear';

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
const PLAIN_ACTS: Readonly<Record<string, PlainAct>> = {
  Enter: 'open',
  x: 'tick',
  ' ': 'tick',
  '/': 'filter',
  F2: 'edit',
  Delete: 'clear',
};
const CONTROL_ACTS: Readonly<Record<string, 'selectAll' | 'fillDown' | 'undoPaste'>> = {
  a: 'selectAll',
  d: 'fillDown',
  z: 'undoPaste',
};

/** What a key means, or null when it is none of the grid's business: Ctrl+End is the last row, Shift+Down extends. */
export function gridActOf(pressed: Pressed): GridAct | null {
  const withControl = pressed.ctrlKey || pressed.metaKey;
  if (pressed.altKey) return columnActOf(pressed);
  const move = withControl ? FAR_MOVES[pressed.key] : (MOVES[pressed.key] ?? LETTER_MOVES[pressed.key]);
  if (move) return { kind: 'move', move, isExtending: pressed.shiftKey };
  if (withControl) {
    const act = CONTROL_ACTS[pressed.key.toLowerCase()];
    return act && !pressed.shiftKey ? { kind: act } : null;
  }
  if (pressed.key === 'Enter' && pressed.shiftKey) return { kind: 'sortAlso' };
  const act = PLAIN_ACTS[pressed.key];
  return act ? { kind: act } : null;
}

/** Alt+Down opens the column's panel as in a spreadsheet; with Shift the arrows change its width. */
function columnActOf(pressed: Pressed): GridAct | null {
  if (!pressed.shiftKey) return pressed.key === 'ArrowDown' ? { kind: 'columnPanel' } : null;
  if (pressed.key === 'ArrowLeft') return { kind: 'narrower' };
  if (pressed.key === 'ArrowRight') return { kind: 'wider' };
  return null;
}
