/**
 * What a problem means for money. `line_lost`: a line that may be money was left out, so somebody must look before the rest
 * is posted. `note`: nothing is lost, or a total says so beside it. `file`: nothing of the file is taken.
 * A test finds every code in the sources here, so that a new one must be judged.
 */
export type ProblemWeight = 'line_lost' | 'note' | 'file';

const WEIGHTS: Readonly<Record<ProblemWeight, readonly string[]>> = {
  line_lost: [
    'bad_amount',
    'bad_currency',
    'bad_direction',
    'bad_entry',
    'day_missing',
    'decimal_mark_undecided',
    'line_without_account',
    'too_many_problems', // those behind it are not told, and may be lost lines
    'unknown_record',
  ],
  note: [
    'bad_balance',
    'bad_date',
    'bad_total',
    'bank_error',
    'control_total_off',
    'count_off',
    'currency_assumed',
    'date_moved',
    'details_do_not_add_up',
    'field_too_long',
    'group_status',
    'header_missing',
    'investment_account',
    'no_closing_balance',
    'page_missing',
    'record_too_long',
    'totals_do_not_agree',
    'trailer_missing',
    'unknown_version',
  ],
  file: [
    'broken_off',
    'currency_missing',
    'doctype_refused',
    'file_broken_off',
    'line_too_long',
    'no_header',
    'no_statement',
    'table_has_no_lines',
    'table_is_empty',
    'value_too_long',
    'xml_not_well_formed',
    'xml_too_deep',
    'xml_too_large',
  ],
};

const WEIGHT_OF: ReadonlyMap<string, ProblemWeight> = new Map(
  (Object.keys(WEIGHTS) as ProblemWeight[]).flatMap((weight) => WEIGHTS[weight].map((code) => [code, weight] as const)),
);

/** `bad_amount` is a lost line. Null for a code that nobody has judged. */
export function weightOf(code: string): ProblemWeight | null {
  return WEIGHT_OF.get(code) ?? null;
}

/** A code that nobody has judged is taken for a lost line: too careful is better than money lost. */
export function isLineLost(code: string): boolean {
  return (weightOf(code) ?? 'line_lost') === 'line_lost';
}
