/** A message that is to go out. */
import type { MailAddress } from '../../../platform/mail/index.ts';
import type { AsWritten, TemplateUse } from '../messages/message.ts';
import type { Paper } from '../paper/paper.ts';

export interface DraftFile {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
  /** Shown in the text as `cid:…`. */
  readonly contentId?: string | undefined;
}

export interface MessageDraft {
  /** The company's default mailbox when absent. */
  readonly mailboxId?: string | undefined;
  /** The conversation it belongs to; a new one when absent. */
  readonly conversationId?: string | undefined;
  /** So many messages the conversation had when it was written; absent: whatever it has now. */
  readonly seenMessages?: number | undefined;
  readonly customerId: string | null;
  readonly to: readonly MailAddress[];
  readonly cc?: readonly MailAddress[];
  /** A letter on paper, to nobody’s mail address: somebody prints and posts it. */
  readonly onPaper?: { readonly postalAddress: string; readonly letter: Paper } | undefined;
  readonly subject: string;
  readonly text: string;
  readonly html?: string | null;
  readonly language?: string | null;
  readonly template?: TemplateUse | null;
  readonly itemIds?: readonly string[];
  /** What of each it asks for; items that stand otherwise when it is sent take it back. */
  readonly askedMinor?: ReadonlyMap<string, bigint>;
  readonly paymentReference?: string | null;
  /** Of a letter by hand: what is needed to write it again. */
  readonly asWritten?: AsWritten | undefined;
  /**
   * What it is sent for, one key for each: "policy 7, item 018f…, level 2". A key is taken once and for ever: whatever crashes
   * or runs twice, nothing goes out for it a second time.
   */
  readonly keys?: readonly string[];
  readonly files?: readonly DraftFile[];
  /** Calls off what they agreed to: it also goes to who does not want to be written to. */
  readonly isCancellation?: boolean;
  /** Nobody wrote it: it tells other machines so, and they do not answer. */
  readonly isAutomatic?: boolean;
}

export interface QueuedMessage {
  readonly id: string;
  readonly conversationId: string;
  /** False when all its keys were taken by this very message before. */
  readonly isNew: boolean;
}

export const RECIPIENTS_MAX = 20;
export const BODY_CHARS_MAX = 200_000;
/** Of all files together: what receiving servers commonly take (25 MB) less what encoding adds. */
export const FILES_BYTES_MAX = 17 * 1024 * 1024;
export const FILES_MAX = 20;
