/** What a catalogue of codes holds. The engine's codes are checked by the compiler, the server's by `scripts/codes.test.ts`. */
import type { Change, EvidenceKind, QuestionCode, RejectionReason } from '@quittance/core/matching';
import type { Saying } from './saying.ts';

export type Sayings = Readonly<Record<string, Saying>>;
/** What has a name and no parameters: checks, acts, things. */
export type CodeNames = Readonly<Record<string, string>>;

export interface MatchTexts {
  readonly evidence: { readonly [Kind in EvidenceKind | 'ledger_refused']: Saying };
  readonly question: { readonly [Code in QuestionCode]: Saying };
  readonly change: { readonly [Code in Change['code']]: Saying };
  readonly rejection: { readonly [Reason in RejectionReason]: Saying };
  /** How a decision begins or ends. */
  readonly standing: {
    readonly nothingHolds: string;
    readonly noOther: string;
    readonly others: Saying;
    readonly ledgerRefused: string;
    /** Several numbers that were settled on one day. */
    readonly settled: string;
    readonly itemsOf: string;
    readonly andMore: string;
  };
  readonly settlement: Readonly<Record<'by_itself' | 'confirmed' | 'corrected' | 'on_account' | 'not_ours', string>>;
}

/** The catalogue of a language that is not the server's own. */
export interface CodeTexts {
  readonly match: MatchTexts;
  /** What the server refused, by the code of its problem+json. */
  readonly refusal: Sayings;
  /** Problems, notes and questions of files; `{{value}}` is what the file says. */
  readonly file: Sayings;
  readonly blocker: Sayings;
  readonly invariant: CodeNames;
  /** What the checks of the ledger found, by the pattern of the server's sentence. */
  readonly failure: Sayings;
  readonly act: CodeNames;
  readonly subject: CodeNames;
}
