/** What field :86: tells of an entry, whatever the dialect. */
export interface EntryDetails {
  readonly name: string | null;
  readonly account: string | null;
  readonly ultimateName: string | null;
  readonly endToEndId: string | null;
  readonly customerReference: string | null;
  readonly structuredReference: string | null;
  /** A transaction code of the country, such as the German "166". */
  readonly code: string | null;
  readonly textLines: readonly string[];
  /** The bank's own words, and what has no field of its own (mandate, creditor, charges). */
  readonly information: string | null;
}

export const NO_DETAILS: EntryDetails = {
  name: null,
  account: null,
  ultimateName: null,
  endToEndId: null,
  customerReference: null,
  structuredReference: null,
  code: null,
  textLines: [],
  information: null,
};
