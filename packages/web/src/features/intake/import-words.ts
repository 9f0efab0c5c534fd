import type { ImportBatch, ImportKind, ImportOutcome, ImportStatus } from '../../app/api.types.ts';
import type { TextKey } from '../../app/i18n.ts';
import type { Tone } from '../../ui/status/status.component.tsx';

export const KINDS: readonly ImportKind[] = ['items', 'customers', 'statement'];

export const KIND_WORDS: Readonly<Record<ImportKind, TextKey>> = {
  customers: 'imports.kindCustomers',
  items: 'imports.kindItems',
  statement: 'imports.kindStatement',
};

export const STATUS_WORDS: Readonly<Record<ImportStatus, { word: TextKey; tone: Tone }>> = {
  reading: { word: 'imports.reading', tone: 'accent' },
  preview: { word: 'imports.preview', tone: 'care' },
  posting: { word: 'imports.posting', tone: 'accent' },
  posted: { word: 'imports.posted', tone: 'good' },
  failed: { word: 'imports.failed', tone: 'alert' },
  undone: { word: 'imports.undone', tone: 'quiet' },
};

export const OUTCOMES: readonly ImportOutcome[] = ['added', 'changed', 'unchanged', 'refused'];

export const OUTCOME_WORDS: Readonly<Record<ImportOutcome, { word: TextKey; tone: Tone }>> = {
  added: { word: 'imports.added', tone: 'good' },
  changed: { word: 'imports.changed', tone: 'care' },
  unchanged: { word: 'imports.unchanged', tone: 'quiet' },
  refused: { word: 'imports.refused', tone: 'alert' },
};

/** Rows that posting would write. */
export function rowsToPost(batch: ImportBatch): number {
  return batch.added + batch.changed;
}
