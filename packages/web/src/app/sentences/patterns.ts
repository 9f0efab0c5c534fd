/** Sentences that the server makes of fixed patterns, said by the same patterns of another language. */
import type { Sayings } from './code-texts.ts';
import type { Parameters } from './saying.ts';

interface Pattern {
  readonly key: string;
  readonly reads: RegExp;
}

const VALUE = '%s';

/** Patterns with the most words of their own first: they say most exactly what a sentence is. */
export function patternsOf(sayings: Sayings): readonly Pattern[] {
  return Object.keys(sayings)
    .sort((left, right) => wordsIn(right) - wordsIn(left))
    .map((key) => ({ key, reads: new RegExp(`^${key.split(VALUE).map(escaped).join('(.+?)')}$`) }));
}

/**
 * The pattern of a sentence and its values by their number: "entry 7 on 2026-01-05 is off by 3" is `entry %s on %s is off by %s`
 * with v1 7, v2 2026-01-05 and v3 3. Null when no pattern fits.
 */
export function readBy(patterns: readonly Pattern[], sentence: string): { key: string; values: Parameters } | null {
  for (const { key, reads } of patterns) {
    const found = reads.exec(sentence);
    if (found === null) continue;
    const values = found.slice(1).map((value, index) => [`v${index + 1}`, value]);
    return { key, values: Object.fromEntries(values) };
  }
  return null;
}

function wordsIn(pattern: string): number {
  return pattern.replaceAll(VALUE, '').length;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
