/** What the palette offers: places and commands by their words, what the server found, and what was opened last. */
import type { ReactNode } from 'react';
import { folded, wordsOf } from '../../ui/grid/filter.ts';

export interface PaletteEntry {
  readonly id: string;
  readonly title: string;
  readonly detail?: ReactNode;
  /** At the end of the line: an amount, a key. */
  readonly end?: ReactNode;
  readonly act: () => void;
}

export interface PaletteSection {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly PaletteEntry[];
}

/**
 * Entries of which every typed word begins a word: "dar" finds "Theme: dark", "boo per" finds "Books › Periods". Those whose
 * title begins with it come first.
 */
export function matching(entries: readonly PaletteEntry[], typed: string): PaletteEntry[] {
  const words = wordsOf(typed);
  const fits = ({ title }: PaletteEntry): boolean => {
    const own = folded(title).split(/[^\p{L}\p{N}]+/u);
    return words.every((word) => own.some((part) => part.startsWith(word)));
  };
  const begins = ({ title }: PaletteEntry): number => (folded(title).startsWith(folded(typed.trim())) ? 0 : 1);
  return entries.filter(fits).sort((left, right) => begins(left) - begins(right));
}
