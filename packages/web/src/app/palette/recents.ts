/** What a person opened from the palette last, by company, in this browser. */
import { remember, remembered } from '../preferences.ts';

export interface Recent {
  readonly kind: 'customer' | 'item' | 'receipt';
  readonly id: string;
  readonly title: string;
  readonly detail: string;
}

const RECENTS_MAX = 8;
const KINDS: readonly Recent['kind'][] = ['customer', 'item', 'receipt'];

export function recentsOf(company: string): Recent[] {
  try {
    const stored: unknown = JSON.parse(remembered(keyOf(company)) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isRecent).slice(0, RECENTS_MAX) : [];
  } catch {
    return [];
  }
}

export function rememberRecent(company: string, recent: Recent): void {
  const others = recentsOf(company).filter(({ id }) => id !== recent.id);
  remember(keyOf(company), JSON.stringify([recent, ...others].slice(0, RECENTS_MAX)));
}

function keyOf(company: string): string {
  return `quittance.recent.${company}`;
}

/** Storage may hold anything. */
function isRecent(value: unknown): value is Recent {
  const held = value as Partial<Recent> | null;
  return (
    typeof held === 'object' &&
    KINDS.some((kind) => kind === held?.kind) &&
    [held?.id, held?.title, held?.detail].every((text) => typeof text === 'string')
  );
}
