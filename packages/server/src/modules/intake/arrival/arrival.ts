/** How files come: by hand, by program, or by themselves from a place that is looked at every minute. */
import type { FileKind } from '../reading/messages.ts';

export type Channel = 'page' | 'api' | 'command_line' | 'folder' | 'mailbox';

/** Where a file came from, as far as its channel says. */
export interface Origin {
  readonly channel: Channel;
  /** The folder or mailbox it came by. */
  readonly sourceId: string | null;
  readonly sender: string | null;
  readonly place: string | null;
}

export type ArrivalOutcome = 'imported' | 'repeated' | 'refused';

/** What is done with a file that came by itself, once it is read. */
export type SourcePosting = 'preview' | 'good_rows' | 'all';

export interface FolderSettings {
  /** Below the drop directory of the installation, as `DE01/bank`. */
  readonly path: string;
}

export interface MailboxSettings {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'none';
  readonly user: string;
  /** The name of the setting that holds the password: `QUITTANCE_SECRET_…`. The password itself is never stored. */
  readonly passwordFrom: string;
  readonly folder: string;
}

export type SourcePlace =
  | { readonly kind: 'folder'; readonly settings: FolderSettings }
  | { readonly kind: 'mailbox'; readonly settings: MailboxSettings };

interface SourceRule {
  readonly name: string;
  /** What its files are; found from each file when null. */
  readonly fileKind: FileKind | null;
  readonly posting: SourcePosting;
  /** Its item files list all open items of the day they come. */
  readonly isFullList: boolean;
  readonly isEnabled: boolean;
}

export type ArrivalSourceDraft = SourceRule & SourcePlace;

export type ArrivalSource = ArrivalSourceDraft & {
  readonly id: string;
  readonly checkedAt: string | null;
  readonly error: string | null;
};
