/** A mailbox that letters go out from and answers come in to. */
import type { MailboxLogin, SmtpLogin } from '../../../platform/mail/index.ts';

/** Names of settings that may hold a mailbox's password: no other part of the environment can be named. */
export const SECRET_NAME = /^QUITTANCE_SECRET_[A-Z0-9_]{1,60}$/;

export interface SmtpSettings extends Omit<SmtpLogin, 'password'> {
  /** The name of the setting that holds the password: `QUITTANCE_SECRET_…`. The password itself is never stored. */
  readonly passwordFrom: string | null;
}

export interface ImapSettings extends Omit<MailboxLogin, 'password'> {
  readonly passwordFrom: string;
  /** Where the server keeps copies of what was sent through it; null when it keeps none. */
  readonly sentFolder: string | null;
}

export interface MailboxDraft {
  /** As recipients see it: "Example GmbH, accounts receivable". */
  readonly name: string;
  readonly address: string;
  readonly smtp: SmtpSettings;
  /** Null for one that only sends. */
  readonly imap: ImapSettings | null;
  /** The server takes mail for name+anything@domain: answers then carry their conversation's token in the address. */
  readonly hasAddressTokens: boolean;
  /** The name in the Authentication-Results that the receiving server writes; without it no sender is believed or doubted. */
  readonly authority: string | null;
  readonly isDefault: boolean;
  readonly isEnabled: boolean;
}

export interface Mailbox extends MailboxDraft {
  readonly id: string;
  readonly checkedAt: string | null;
  readonly receivingError: string | null;
  readonly sendingError: string | null;
  readonly sendingFailures: number;
  /** Its server was away: nothing is tried before. */
  readonly sendAgainAt: string | null;
}
