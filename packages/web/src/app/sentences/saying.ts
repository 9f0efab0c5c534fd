/**
 * Sentences made from a code and its parameters: what the engine found, what the server refused, what is wrong with a row.
 * The server says each in English; a catalogue says the same in another language. What a catalogue lacks, or cannot fill
 * in, keeps the server's words, so that nothing is ever said with a hole in it.
 */
import type { Formats } from '../../ui/format/formats.ts';

/** A text with `{{name}}` where a parameter goes; one of two by the number in `counted`. */
type OneSaying = string | { readonly counted: string; readonly one: string; readonly other: string };

/** Or several: the first that can be filled in is said, so that the exact one stands before the general one. */
export type Saying = OneSaying | readonly OneSaying[];

export type Parameters = Readonly<Record<string, unknown>>;

/** More of a list than this is only counted. */
const LISTED_MAX = 6;

/** What a reader's language does with the parameters of a sentence. */
export interface Voice {
  readonly formats: Formats;
  /** "A, B" and how many more there are. */
  readonly andMore: (shown: string, count: number) => string;
}

/**
 * `{{total}} in {{date}}` with an amount and a day as "1.200,00 EUR in 09 nov 2026". Null when the saying is missing or one
 * of its parameters is.
 */
export function said(saying: Saying | undefined, parameters: Parameters, voice: Voice): string | null {
  if (saying === undefined) return null;
  if (isList(saying)) {
    for (const one of saying) {
      const text = said(one, parameters, voice);
      if (text !== null) return text;
    }
    return null;
  }
  const template =
    typeof saying === 'string' ? saying : countOf(parameters, saying.counted) === 1 ? saying.one : saying.other;
  let isWhole = true;
  const text = template.replace(/\{\{(\w+)\}\}/g, (_place, name: string) => {
    const shown = shownValue(parameters[name], voice);
    if (shown === null) isWhole = false;
    return shown ?? '';
  });
  return isWhole ? text : null;
}

function isList(saying: Saying): saying is readonly OneSaying[] {
  return Array.isArray(saying);
}

function countOf(parameters: Parameters, name: string): number {
  const value = parameters[name];
  return Array.isArray(value) ? value.length : Number(value);
}

function shownValue(value: unknown, { formats, andMore }: Voice): string | null {
  if (typeof value === 'number') return formats.count(value);
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formats.date(value) : value;
  if (Array.isArray(value)) {
    const shown = value.slice(0, LISTED_MAX).map(String).join(', ');
    return value.length > LISTED_MAX ? andMore(shown, value.length - LISTED_MAX) : shown;
  }
  return isMoney(value) ? formats.money(value) : null;
}

function isMoney(value: unknown): value is { amount: string; currency: string } {
  const { amount, currency } = (value ?? {}) as { amount?: unknown; currency?: unknown };
  return typeof amount === 'string' && typeof currency === 'string';
}

/** Parts as one sentence: "Totale esatto; nessun'altra spiegazione." */
export function oneSentence(parts: readonly string[]): string {
  const text = parts.join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** The value that a message quotes, such as the 31/02/2026 of `"31/02/2026" is not a date`; undefined when it quotes none. */
export function quotedValue(message: string): string | undefined {
  const quoted = /"(?:[^"\\]|\\.)*"/.exec(message)?.[0];
  if (quoted === undefined) return undefined;
  try {
    return String(JSON.parse(quoted));
  } catch {
    return undefined;
  }
}
