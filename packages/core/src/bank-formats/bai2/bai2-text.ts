/** The text of a BAI2 transaction, and what American and British banks label in it: who paid, from which account. */
import { doubtAboutAccount } from '../../parties/index.ts';
import type { RecordLine } from './bai2-record.ts';

/**
 * Text lines as the bank sent them. A slash at a line's end is the record's own sign when the bank ends its records
 * so, and text where a bank cuts "22/" and "03/66" apart: it goes on the transaction line itself, on the last line, and
 * on all when every continuation has one.
 */
export function textLinesOf(here: RecordLine | null, following: readonly RecordLine[]): string[] {
  const isEndedThroughout = following.every((line) => line.hasSlash);
  const lines = following.map((line, index) =>
    line.hasSlash && !isEndedThroughout && index < following.length - 1 ? `${line.text}/` : line.text,
  );
  // Blanks at the end pad a line to its width.
  return [...(here === null ? [] : [here.text]), ...lines]
    .map((line) => line.trimEnd())
    .filter((line) => line !== '' && line.trim() !== '/');
}

type Party = 'payer' | 'payee';

const NAME_LABELS: Readonly<Record<Party, readonly string[]>> = {
  payer: [
    'ORIG CO NAME',
    'ORIGINATOR NAME',
    'ORIGINATOR',
    'ORIG NAME',
    'ORIG',
    'ORG',
    'B/O CUSTOMER',
    'B/O',
    'BY ORDER OF',
    'BO1',
    'ORDERING CUSTOMER',
    'ORDERING CUST',
    'SENDER NAME',
    'SNDR NAME',
    'REMITTER NAME',
    'REMITTER',
    'PAYER NAME',
    'PAYOR NAME',
    'PAYER',
    'PAYOR',
    'DEBTOR NAME',
    'COMPANY NAME',
  ],
  payee: ['BENEFICIARY NAME', 'BENEFICIARY', 'BNF NAME', 'BNF', 'BENE', 'CREDITOR NAME', 'PAYEE NAME', 'PAYEE'],
};
const ACCOUNT_LABELS: Readonly<Record<Party, readonly string[]>> = {
  payer: ['ORIG ACCT', 'ORIGINATOR ACCOUNT', 'ORIG ACCOUNT', 'BO', 'DEBTOR ACCOUNT', 'SENDER ACCOUNT', 'PAYER ACCOUNT'],
  payee: ['BNF ACCT', 'BENE ACCT', 'BENEFICIARY ACCOUNT', 'CREDITOR ACCOUNT', 'PAYEE ACCOUNT'],
};
const END_TO_END_LABELS = ['END TO END ID', 'END-TO-END ID', 'ENDTOENDID', 'END TO END', 'E2E ID', 'E2E', 'EREF'];
/** Labels whose values are of no use here, but end the value before them. */
const OTHER_LABELS = (
  'ORIG ID|CO ID|CO ENTRY DESCR|DESC DATE|DES|ID|INDN|IND ID|IND NAME|SEC|TRACE#|TRACE|EED|TRN|SEQ|SND BK|SENDER BANK|ORDERING BANK|OB|OB1|OB2|OB3|' +
  'BO2|BO3|BO4|BI|PY|FR|ENDT|TRID|PMT DET|PMT INFO|OBI|BBI|RFB|REF|SVC REF|IMAD|OMAD|FED ID|CHIPS ID|BNF BK|BNFBK|BK TO BK|INS|VIA|DATE|TIME|ADDR|ADDRESS|DETAILS|AMT|CCY'
).split('|');

const ALL_LABELS = [
  ...NAME_LABELS.payer,
  ...NAME_LABELS.payee,
  ...ACCOUNT_LABELS.payer,
  ...ACCOUNT_LABELS.payee,
  ...END_TO_END_LABELS,
  ...OTHER_LABELS,
].sort((left, right) => right.length - left.length);
const LABEL = new RegExp(
  `(?:^|[\\s,;/])(${ALL_LABELS.map((label) => label.replace(/[/#-]/g, '\\$&')).join('|')})\\s?[:=]`,
  'gi',
);
/** Lines searched for labels; what follows is the payer's own remittance text. */
const LABEL_LINES_MAX = 50;
const LINE_CHARS_MAX = 2_000;

/** The labelled values of the text, the first of each label: "ORIG CO NAME:ACME INC  ORIG ID:77" names ACME INC. */
function labelledValues(lines: readonly string[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const whole of lines.slice(0, LABEL_LINES_MAX)) {
    if (!/[:=]/.test(whole)) continue;
    const line = whole.slice(0, LINE_CHARS_MAX);
    const found = [...line.matchAll(LABEL)];
    found.forEach((match, index) => {
      const label = (match[1] ?? '').toUpperCase();
      const end = found[index + 1]?.index ?? line.length;
      const [value = ''] = line
        .slice(match.index + match[0].length, end)
        .trim()
        .split(/\s{2,}/);
      const clean = value.replace(/[\s,;/]+$/, '');
      if (clean !== '' && !values.has(label)) values.set(label, clean);
    });
  }
  return values;
}

export interface TextFacts {
  readonly name: string | null;
  readonly account: string | null;
  readonly endToEndId: string | null;
}

/** Who is on the other side of money in (`payer`) or out (`payee`), as far as the bank labels it. */
export function readTextFacts(lines: readonly string[], party: Party): TextFacts {
  const values = labelledValues(lines);
  const first = (labels: readonly string[]) => {
    const label = labels.find((known) => values.has(known));
    return label === undefined ? null : (values.get(label) ?? null);
  };
  const account = uncutIban(first(ACCOUNT_LABELS[party])?.replace(/\s+/g, '') ?? null, lines);
  return {
    name: first(NAME_LABELS[party]) ?? achCompany(lines[0] ?? ''),
    account: account !== null && /\d{4}/.test(account) ? account : null,
    endToEndId: first(END_TO_END_LABELS),
  };
}

/** An IBAN that a line's end cut goes on in the next line: "…ORIG ACCT:GB95BARC42726294677" and "107 RMT:…". */
function uncutIban(account: string | null, lines: readonly string[]): string | null {
  if (account === null || doubtAboutAccount(account) === null) return account;
  const cutAt = lines.findIndex((line) => line.replace(/\s+/g, '').endsWith(account));
  const [rest = ''] = (lines[cutAt + 1] ?? '').trimStart().split(/\s/);
  return cutAt >= 0 && doubtAboutAccount(account + rest) === null ? account + rest : account;
}

/** "ACME CORP DES:EDI PYMNTS ID:8477 …": an ACH company stands before its description, without a label. */
function achCompany(line: string): string | null {
  return /^\s*(\S.{0,40}?)\s+DES:/.exec(line.slice(0, LINE_CHARS_MAX))?.[1] ?? null;
}
