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
  return body.replace(/\s+/g, ' ').trim().slice(0, OPENING_WORDS_CHARS);
}
