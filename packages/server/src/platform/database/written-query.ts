/** What somebody types to find what was written, as the full-text search of the database takes it. */
import { searchedWords } from '@quittance/core/excerpts';

/** Every word must begin a word: "reten 10%" asks for `'reten':* & '10':*`. Null: no word was typed. To be folded by `fold_text`. */
export function writtenQuery(typed: string): string | null {
  const words = searchedWords(typed);
  return words.length === 0 ? null : words.map((word) => `'${word}':*`).join(' & ');
}
