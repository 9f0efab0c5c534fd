/**
 * The keys of a screen. Each part of a screen says which keys it answers to and in what words; the part mounted last
 * wins, and `?` lists them. Keys are left alone while somebody types.
 */
import { useEffect, useRef, useSyncExternalStore } from 'react';

export interface KeyBinding {
  /** As `KeyboardEvent.key` has it: "u", "Escape", "?"; "mod+Enter" with Ctrl or the command key. */
  readonly key: string;
  readonly label: string;
  readonly act: () => void;
  /** Held down it goes on: for moving, never for what changes something. */
  readonly repeats?: boolean;
  /** What is typed next is meant for the form that it opens: until that has the focus, letters are no keys. */
  readonly opensForm?: boolean;
}

interface Layer {
  bindings: readonly KeyBinding[];
}

let layers: readonly Layer[] = [];
const listeners = new Set<() => void>();

function announce(next: readonly Layer[]): void {
  layers = next;
  for (const listener of listeners) listener();
}

/** Answers to these keys while the component is on the screen. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const layer = useRef<Layer>({ bindings: [] });
  layer.current.bindings = bindings;
  useEffect(() => {
    const own = layer.current;
    announce([...layers, own]);
    return () => announce(layers.filter((other) => other !== own));
  }, []);
}

/** The keys that work now, the nearest first, each named once. */
export function currentKeys(): KeyBinding[] {
  const seen = new Map<string, KeyBinding>();
  for (const layer of [...layers].reverse()) {
    for (const binding of layer.bindings) {
      if (!seen.has(binding.key)) seen.set(binding.key, binding);
    }
  }
  return [...seen.values()];
}

export function useCurrentKeys(): KeyBinding[] {
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => layers,
  );
  return currentKeys();
}

/** The name under which a pressed key is bound. */
export function bindingKey(event: { key: string; ctrlKey: boolean; metaKey: boolean }): string {
  return event.ctrlKey || event.metaKey ? `mod+${event.key}` : event.key;
}

/** True while the person types into a field, where letters are letters. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
  return target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT';
}

/** A form that is not there by then does not come. */
const FORM_COMES_MS = 1_500;

/** Installed once by the frame. */
export function useKeyListener(): void {
  useEffect(() => {
    let formComesUntil = 0;
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey) return;
      const name = bindingKey(event);
      if (isTyping(event.target) && !name.startsWith('mod+')) return;
      // A dialog that asks something has the keys to itself: Escape closes it and nothing behind it.
      if (event.target instanceof Element && event.target.closest('dialog[open]')) return;
      if (name.length === 1 && performance.now() < formComesUntil) {
        event.preventDefault();
        return;
      }
      const binding = currentKeys().find((candidate) => candidate.key === name);
      if (!binding) return;
      event.preventDefault();
      if (event.repeat && !binding.repeats) return;
      formComesUntil = binding.opensForm ? performance.now() + FORM_COMES_MS : 0;
      binding.act();
    };
    const came = ({ target }: FocusEvent): void => {
      if (isTyping(target)) formComesUntil = 0;
    };
    window.addEventListener('keydown', listen);
    window.addEventListener('focusin', came);
    return () => {
      window.removeEventListener('keydown', listen);
      window.removeEventListener('focusin', came);
    };
  }, []);
}
