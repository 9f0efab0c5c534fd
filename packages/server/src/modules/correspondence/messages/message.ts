/** A message of a conversation: what we wrote, what came. It is never changed. */
import type { MailAddress } from '../../../platform/mail/index.ts';
import type { Paper } from '../paper/paper.ts';
import type { StatementFormat } from '../statements/statement.ts';

export interface Recipient extends MailAddress {
  readonly kind: 'to' | 'cc';
}

/** `meeting_answer`: a calendar's answer to an invitation of ours. */
export type MessageKind = 'mail' | 'automatic' | 'bounce' | 'complaint' | 'meeting_answer';
export type MatchedBy = 'headers' | 'token' | 'sender' | 'numbers';
export type Authentication = 'passed' | 'failed' | 'unknown';

/** Which version of which template a text was made from. Number 0 is the text that comes with the product. */
export interface TemplateUse {
  readonly purpose: string;
  readonly language: string;
  readonly number: number;
  /** Forms of the statement that go with it; what its purpose says when absent. */
  readonly attached?: readonly StatementFormat[] | undefined;
}

export interface Message {
  readonly id: string;
  readonly conversationId: string;
  readonly mailboxId: string;
  readonly direction: 'in' | 'out';
  readonly kind: MessageKind;
  readonly messageId: string;
  readonly inReplyTo: string | null;
  readonly referenceIds: readonly string[];
  readonly fromAddress: string;
  readonly fromName: string | null;
  readonly recipients: readonly Recipient[];
  /** Where a letter on paper goes; null: it is mail. */
  readonly postalAddress: string | null;
  readonly subject: string;
  readonly body: string;
  readonly language: string | null;
  readonly template: TemplateUse | null;
  readonly paymentReference: string | null;
  readonly isAutomatic: boolean;
  readonly matchedBy: MatchedBy | null;
  readonly authentication: Authentication | null;
  readonly authenticationDetail: string | null;
  readonly rawSha256: string | null;
  readonly byteCount: bigint | null;
  /** As the sender's clock says. */
  readonly happenedAt: string;
  /** When it came to us. */
  readonly arrivedAt: string;
  /** Who wrote it, or took it in. */
  readonly actorId: string;
  readonly actorName: string;
}

/** A letter by hand as its writer left it: words with their marks, and the files chosen. */
export interface AsWritten {
  readonly body: string;
  /** False: the template's words, nobody changed them. */
  readonly hasOwnWords: boolean;
  readonly files: readonly { readonly sha256: string; readonly name: string }[];
}

export type NewMessage = Omit<Message, 'actorId' | 'actorName' | 'arrivedAt'> & {
  readonly html: string | null;
  readonly paper: Paper | null;
  readonly asWritten: AsWritten | null;
};

export interface Attachment {
  readonly messageId: string;
  readonly number: number;
  readonly name: string;
  readonly mediaType: string;
  readonly byteCount: bigint;
  readonly sha256: string | null;
  readonly isInline: boolean;
  readonly refusal: string | null;
}

/** `to_print`: a letter on paper that somebody prints, posts, and says so. */
export type DeliveryState = 'queued' | 'sending' | 'sent' | 'failed' | 'uncertain' | 'withdrawn' | 'to_print';

export interface Delivery {
  readonly messageId: string;
  readonly mailboxId: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly tryAt: string;
  readonly queuedAt: string;
  readonly claimedAt: string | null;
  readonly rawSha256: string | null;
  readonly sentAt: string | null;
  /** Recipients who have not got it: of one that waits, whom it is tried for; of a sent one, who was refused. Null: all alike. */
  readonly leftTo: readonly string[] | null;
  readonly said: string | null;
  /** Who wrote what did not go out after all, until they have seen it. */
  readonly comesBackTo: string | null;
}
