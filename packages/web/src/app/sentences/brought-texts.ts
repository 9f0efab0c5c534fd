/** Catalogues of codes that the page has fetched so far. English needs none: the server speaks it. */
import type { Language } from '../preferences.ts';
import type { CodeTexts } from './code-texts.ts';

const brought = new Map<Language, CodeTexts>();
const listeners = new Set<() => void>();

export function codeTextsIn(language: Language): CodeTexts | null {
  return brought.get(language) ?? null;
}

export function onCodeTexts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export async function bringCodeTexts(language: Language): Promise<void> {
  if (language !== 'it' || brought.has(language)) return;
  const { codesIt } = await import('../locales/codes.it.ts');
  brought.set(language, codesIt);
  for (const listener of listeners) listener();
}
