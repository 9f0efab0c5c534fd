/** What the command needs of the server: its `importFile`, and cash application on what came, both bound to a ledger. */

import type { StatementMapping } from '@quittance/core/bank-formats';
import type { LocalDate } from '@quittance/core/calendar';
import type { ExtractKind, ExtractMapping } from '@quittance/core/extracts';

export interface Importer {
  readonly importFile: (request: ImportRequest) => Promise<ImportReport>;
  /** Looks at every receipt that is unapplied, as when a file is posted in the browser. */
  readonly applyUnapplied: () => Promise<AppliedReport>;
}

/** What became of the receipts that were looked at. */
export interface AppliedReport {
  readonly considered: number;
  readonly posted: number;
  readonly suggested: number;
  readonly exceptions: number;
  readonly unchanged: number;
  readonly passedOver: number;
}

export interface ImportRequest {
  readonly kind: ExtractKind | 'statement' | 'remittance';
  readonly fileName: string;
  readonly content: AsyncIterable<Uint8Array>;
  readonly byteCount: number;
  readonly mapping: ExtractMapping | StatementMapping | undefined;
  readonly upTo: 'preview' | 'all' | 'good_rows';
  /** The day of which an item file lists all open items. */
  readonly snapshotOn?: LocalDate | undefined;
}

interface ImportQuestion {
  readonly field: string;
  readonly code: string;
  readonly message: string;
  readonly choices: readonly string[];
  readonly isBlocking: boolean;
}

export interface ImportReport {
  readonly batch: {
    readonly id: string;
    readonly kind: string;
    readonly status: string;
    readonly rowsKnown: number | null;
    readonly added: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly refused: number;
    readonly leftOut: number;
    readonly newCustomers: number;
    readonly mapping: ExtractMapping | StatementMapping | null;
    readonly questions: readonly ImportQuestion[];
    readonly error: string | null;
  };
  readonly isNew: boolean;
  readonly problems: readonly {
    readonly row: number;
    readonly field: string | null;
    readonly code: string;
    readonly message: string;
    readonly isNote: boolean;
  }[];
  readonly refusal: { readonly code: string; readonly message: string } | null;
}
