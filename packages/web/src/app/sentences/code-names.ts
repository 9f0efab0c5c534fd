/** Names of checks, acts and things. The English ones are in no sentence of the server; only what shows names fetches them. */
import { useMemo, useSyncExternalStore } from 'react';
import { useTexts } from '../i18n.ts';
import { codesEn } from '../locales/codes.en.ts';
import { codeTextsIn, onCodeTexts } from './brought-texts.ts';
import type { CodeNames, CodeTexts } from './code-texts.ts';

interface NamesOfCodes {
  readonly invariant: (code: string) => string;
  readonly act: (code: string) => string;
  readonly subject: (code: string) => string;
}

export function useCodeNames(): NamesOfCodes {
  const { language } = useTexts();
  const texts = useSyncExternalStore(onCodeTexts, () => codeTextsIn(language));
  return useMemo(() => codeNamesOf(texts), [texts]);
}

/** Without a catalogue the names are English. */
export function codeNamesOf(texts: CodeTexts | null): NamesOfCodes {
  return {
    invariant: (code) => nameIn([texts?.invariant, codesEn.invariant], code),
    act: (code) => nameIn([texts?.act, codesEn.act], code),
    subject: (code) => nameIn([texts?.subject, codesEn.subject], code),
  };
}

function nameIn(catalogues: readonly (CodeNames | undefined)[], code: string): string {
  const found = catalogues.find((names) => names !== undefined && Object.hasOwn(names, code));
  return found?.[code] ?? plain(code);
}

/** "entries_balance" as "Entries balance": a code that no catalogue has is still readable. */
function plain(code: string): string {
  const text = code.replaceAll(/[_.]/g, ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
