import { describe, expect, it } from 'vitest';
import { gridActOf } from './grid-keys.ts';

const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

describe('keys of a grid', () => {
  it('j and k move like the arrows', () => {
    expect(gridActOf({ ...plain, key: 'j' })).toEqual({ kind: 'move', move: 'down', isExtending: false });
    expect(gridActOf({ ...plain, key: 'ArrowUp' })).toEqual({ kind: 'move', move: 'up', isExtending: false });
  });

  it('shift extends, control goes to the end', () => {
    expect(gridActOf({ ...plain, key: 'ArrowDown', shiftKey: true })).toEqual({
      kind: 'move',
      move: 'down',
      isExtending: true,
    });
    expect(gridActOf({ ...plain, key: 'End', ctrlKey: true })).toEqual({
      kind: 'move',
      move: 'bottom',
      isExtending: false,
    });
    expect(gridActOf({ ...plain, key: 'End' })).toEqual({ kind: 'move', move: 'rowEnd', isExtending: false });
  });

  it('Enter opens, x ticks, / filters, Ctrl+A selects everything', () => {
    expect(gridActOf({ ...plain, key: 'Enter' })).toEqual({ kind: 'open' });
    expect(gridActOf({ ...plain, key: 'x' })).toEqual({ kind: 'tick' });
    expect(gridActOf({ ...plain, key: '/' })).toEqual({ kind: 'filter' });
    expect(gridActOf({ ...plain, key: 'a', metaKey: true })).toEqual({ kind: 'selectAll' });
  });

  it('leaves the browser its own: Ctrl+C, Ctrl+F, Alt+Left, and letters of the page', () => {
    expect(gridActOf({ ...plain, key: 'c', ctrlKey: true })).toBeNull();
    expect(gridActOf({ ...plain, key: 'f', ctrlKey: true })).toBeNull();
    expect(gridActOf({ ...plain, key: 'ArrowLeft', altKey: true })).toBeNull();
    expect(gridActOf({ ...plain, key: 'u' })).toBeNull();
  });
});
