/** Messages with one customer about one thing, ours and theirs. */

export interface Conversation {
  readonly id: string;
  /** What an answer carries so that it is found again. */
  readonly token: string;
  readonly mailboxId: string;
  readonly subject: string;
  readonly customerId: string | null;
  readonly caseId: string | null;
  readonly state: 'open' | 'handled';
  readonly assignedTo: string | null;
  readonly assignedToName: string | null;
  readonly messageCount: number;
  readonly lastMessageAt: string;
  readonly lastDirection: 'in' | 'out';
  readonly lastFrom: string;
  readonly openingWords: string;
  readonly waitingSince: string | null;
}

/** A conversation in a list, with whose it is. */
export interface ConversationView extends Conversation {
  readonly customerNumber: string | null;
  readonly customerName: string | null;
}

export const OPENING_WORDS_CHARS = 200;
export const SUBJECT_CHARS_MAX = 500;

/** The beginning of a text in one line, as lists show it. */
export function openingWordsOf(body: string): string {
  return keptText(body.replace(/\s+/g, ' ').trim(), OPENING_WORDS_CHARS);
}

/** As much of a text as is kept: without zero characters and halves of signs, neither of which the database takes. */
export function keptText(text: string, charsMax: number): string {
  return wellFormed(text.replaceAll('\0', '').slice(0, charsMax));
}

/** Halves of signs, as cutting leaves them, become the sign for what cannot be read. */
export function wellFormed(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

/** Signs that turn the direction of what follows, by which "fdp.exe" reads as "exe.pdf". */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** What a stranger wrote to stand in one line: a subject, a name. */
export function keptLine(text: string, charsMax: number): string {
  return keptText(text.replace(TURNING, '').replace(/\s+/g, ' ').trim(), charsMax);
}
