import { randomInt } from 'node:crypto';
import { TOKEN_CHARS, TOKEN_LETTERS } from '@quittance/core/correspondence';

/** Not to be guessed: whoever knows it writes into the conversation (30 letters, eight of them: 6.5 × 10^11). */
export function newToken(): string {
  return Array.from({ length: TOKEN_CHARS }, () => TOKEN_LETTERS[randomInt(TOKEN_LETTERS.length)]).join('');
}
