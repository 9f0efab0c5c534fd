/** Reads the words of one statement from left to right. What cannot be read stops the statement with one problem. */
import { endOfMonth, type LocalDate, localDate, parseLocalDate } from '../calendar/index.ts';
import type { DocumentKind } from '../ledger/index.ts';
import { CURRENCY_CODES, isCurrencyCode } from '../money/index.ts';
import { nearestWord } from './nearest.ts';
import type { ItemName, ScenarioProblem, WrittenAmount } from './scenario.ts';
import type { SourceStatement, Token } from './tokens.ts';

/** The one problem that a statement stopped at. */
export class StatementProblem extends Error {
  readonly problem: ScenarioProblem;

  constructor(problem: ScenarioProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

export interface Reader {
  readonly source: SourceStatement;
  peek(): Token | undefined;
  take(): Token | undefined;
  atEnd(): boolean;
  /** Takes the first of these phrases that stands here: "write off" also reads "write-off". */
  takePhrase(phrases: readonly string[]): string | null;
  looksAt(phrase: string): boolean;
  /** Goes past commas, `and`, semicolons, bullets and colons; true when there was one. */
  skipMarks(): boolean;
  /** A name of an item, customer or step. `what` is said when it is missing. */
  name(what: string): string;
  item(what: string): ItemName;
  amount(what: string): WrittenAmount;
  tryAmount(): WrittenAmount | null;
  /** "30%" in millionths: 300,000. */
  tryPercent(): bigint | null;
  date(what: string): LocalDate;
  tryDate(): LocalDate | null;
  /** The last day of a month written as 2026-02, or of a day that is one. */
  monthEnd(what: string): LocalDate;
  /** Quoted, or the words up to the next mark. */
  text(what: string): string;
  refuse(code: string, message: string): never;
  /** Refuses the word that stands here; the nearest of the known ones is offered. */
  refuseWord(known: readonly string[], after: string): never;
  /** Where the reader stands, to come back to. */
  position(): number;
  goTo(position: number): void;
}

const ITEM_KINDS: Readonly<Record<string, DocumentKind>> = {
  invoice: 'invoice',
  'debit note': 'debit_note',
  chargeback: 'chargeback',
  'credit note': 'credit_note',
  'on account credit': 'on_account_credit',
  receipt: 'receipt',
  payment: 'receipt',
};
export const DOCUMENT_PHRASES = ITEM_KINDS;

const AMOUNT = /^([-+]?)(\d{1,3}(?:[,'_]\d{3})+|\d+)(\.\d+)?$/;
const AMOUNT_LIKE = /^[-+(]?\d[\d.,'_]*\)?$/;
const PERCENT = /^(\d{1,3})(?:\.(\d{1,4}))?%$/;
const PERCENT_DIGITS = 4; // of a percent: millionths
const MONTH = /^\d{4}-\d{2}$/;
const DATE_LIKE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/;

export function createReader(source: SourceStatement): Reader {
  const { tokens } = source;
  let at = 0;
  const peek = () => tokens[at];
  const take = () => tokens[at++];

  const refuse = (code: string, message: string): never => {
    const token = peek() ?? tokens.at(-1);
    const problem = { line: token?.line ?? source.line, field: token?.text ?? '', code, message };
    throw new StatementProblem(problem);
  };
  const missing = (what: string): never => {
    const token = peek();
    const read = token ? `"${token.text}" was read` : 'the line ends';
    return refuse('word_missing', `${capital(what)} is missing here; ${read}.`);
  };
  const phraseLength = (phrase: string): number => {
    const words = phrase.split(' ');
    let index = 0;
    for (let next = at; ; next++) {
      if (index === words.length) return next - at;
      const token = tokens[next];
      if (token?.kind !== 'word') return 0;
      for (const part of token.text.toLowerCase().split('-')) if (words[index++] !== part) return 0;
    }
  };
  const takePhrase = (phrases: readonly string[]): string | null => {
    for (const phrase of phrases) {
      const length = phraseLength(phrase);
      if (length === 0) continue;
      at += length;
      return phrase;
    }
    return null;
  };
  const isNameHere = () => peek()?.kind === 'quoted' || peek()?.kind === 'word';
  const name = (what: string): string => (isNameHere() ? (take()?.text ?? '') : missing(what));

  const tryAmount = (): WrittenAmount | null => {
    const first = peek();
    if (first?.kind !== 'word') return null;
    const isCurrencyFirst = isCurrencyCode(first.text) && AMOUNT_LIKE.test(tokens[at + 1]?.text ?? '');
    if (isCurrencyFirst) at += 1;
    const token = peek();
    if (!token || !AMOUNT_LIKE.test(token.text.replace('−', '-'))) return null;
    const decimal = readDecimal(token.text);
    if (decimal === null) {
      const message = `"${token.text}" is no amount. Write it with a point before the decimals and commas, if any, by thousands: 1234.56 or 1,234.56; in a list put a blank after the comma.`;
      return refuse('amount_not_readable', message);
    }
    at += 1;
    if (isCurrencyFirst) return { decimal, currency: first.text };
    const unit = peek();
    if (unit?.kind === 'word' && /^[A-Z]{3}$/.test(unit.text)) {
      if (!isCurrencyCode(unit.text)) return refuse('currency_unknown', unknownCurrency(unit.text));
      at += 1;
      return { decimal, currency: unit.text };
    }
    return { decimal, currency: null };
  };
  const tryPercent = (): bigint | null => {
    const match = PERCENT.exec(peek()?.text ?? '');
    if (!match) return null;
    at += 1;
    return BigInt(`${match[1]}${(match[2] ?? '').padEnd(PERCENT_DIGITS, '0')}`);
  };
  const tryDate = (): LocalDate | null => {
    const token = peek();
    if (token?.kind !== 'word' || !DATE_LIKE.test(token.text)) return null;
    const date = parseLocalDate(token.text);
    if (date === null)
      return refuse('date_not_readable', `"${token.text}" is no calendar day. Write days as 2026-01-31.`);
    at += 1;
    return date;
  };
  const text = (what: string): string => {
    if (peek()?.kind === 'quoted') return take()?.text ?? '';
    const first = peek();
    if (first?.kind !== 'word') return missing(what);
    let last = first;
    for (; isTextToken(peek(), first.line) && !endsText(peek(), tokens[at + 1]); at++) last = peek() ?? last;
    return (source.lines.get(first.line) ?? '').slice(first.from, last.to);
  };

  return {
    source,
    peek,
    take,
    atEnd: () => at >= tokens.length,
    takePhrase,
    looksAt: (phrase) => phraseLength(phrase) > 0,
    skipMarks() {
      const before = at;
      while (peek() && peek()?.kind !== 'word' && peek()?.kind !== 'quoted') at += 1;
      return at > before;
    },
    name,
    item(what) {
      const kind = takePhrase(Object.keys(ITEM_KINDS));
      return { number: name(what), kind: kind === null ? null : (ITEM_KINDS[kind] ?? null) };
    },
    amount: (what) => tryAmount() ?? missing(what),
    tryAmount,
    tryPercent,
    date: (what) => tryDate() ?? missing(`${what} (as 2026-01-31)`),
    tryDate,
    monthEnd(what) {
      const token = peek();
      if (token && MONTH.test(token.text) && parseLocalDate(`${token.text}-01`) !== null) {
        at += 1;
        return endOfMonth(localDate(`${token.text}-01`));
      }
      return tryDate() ?? missing(`${what} (as 2026-01)`);
    },
    text,
    refuse,
    refuseWord(known, after) {
      const word = peek()?.text ?? '';
      const near = nearestPhrase(tokens.slice(at, at + 3), known);
      const may = known.length === 0 ? ' nothing more is read' : ` may stand: ${[...new Set(known)].join(', ')}`;
      const hint = near === null ? `After ${after}${may}.` : `Did you mean "${near}"?`;
      return refuse('word_unknown', `"${word}" is not understood here. ${hint}`);
    },
    position: () => at,
    goTo(position) {
      at = position;
    },
  };
}

/** Text without quotes ends at a comma, a semicolon, another clause or the line's end; "and" belongs to it. */
function isTextToken(token: Token | undefined, line: number): boolean {
  if (!token || token.line !== line || token.kind === 'row' || token.kind === 'colon') return false;
  return token.kind !== 'comma' || token.text === 'and';
}

const ENDS_TEXT = ['called', 'because', 'key'];
const ENDS_TEXT_BEFORE_DATE = ['on', 'dated', 'effective', 'due', 'until'];

/** Where another clause begins: "because paid twice called A1", "because overlooked dated 2026-01-31". */
function endsText(token: Token | undefined, next: Token | undefined): boolean {
  if (token?.kind !== 'word') return false;
  if (ENDS_TEXT.includes(token.text)) return true;
  return ENDS_TEXT_BEFORE_DATE.includes(token.text) && DATE_LIKE.test(next?.text ?? '');
}

/** "1,234.50" as "1234.50", "(12.00)" as "-12.00"; null when it is written otherwise. */
function readDecimal(written: string): string | null {
  const bracketed = /^\((.+)\)$/.exec(written)?.[1];
  const match = AMOUNT.exec((bracketed ?? written).replace('−', '-'));
  if (!match || (bracketed !== undefined && match[1] !== '')) return null;
  const sign = bracketed !== undefined || match[1] === '-' ? '-' : '';
  return `${sign}${(match[2] ?? '').replace(/[,'_]/g, '')}${match[3] ?? ''}`;
}

export function unknownCurrency(code: string): string {
  const near = nearestWord(code, CURRENCY_CODES);
  return `${code} is no currency of ISO 4217.${near === null ? '' : ` Did you mean ${near}?`}`;
}

/** The nearest phrase of three words, else of two, else of one, to the words that stand here. */
function nearestPhrase(tokens: readonly Token[], known: readonly string[]): string | null {
  for (let count = tokens.length; count > 0; count--) {
    const words = tokens.slice(0, count).map((token) => token.text);
    const near = nearestWord(
      words.join(' '),
      known.filter((phrase) => phrase.split(' ').length === count),
    );
    if (near !== null) return near;
  }
  return null;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

export type Clauses = Readonly<Record<string, () => void>>;

/**
 * Reads clauses in any order until the statement ends. A key holds alternatives: "of|from". `otherwise` takes what no
 * clause begins with and says whether it did.
 */
export function readClauses(
  reader: Reader,
  clauses: Clauses,
  options: { readonly after: string; readonly otherwise?: (afterMark: boolean) => boolean },
): void {
  for (let afterMark = reader.skipMarks(); !reader.atEnd(); afterMark = reader.skipMarks()) {
    if (takeClause(reader, clauses)) continue;
    if (options.otherwise?.(afterMark)) continue;
    reader.refuseWord(spokenPhrases(clauses), options.after);
  }
}

/** Takes one clause if one begins here; longer phrases go before shorter ones. */
export function takeClause(reader: Reader, clauses: Clauses): boolean {
  const phrase = reader.takePhrase(longestFirst(phrasesOf(clauses)));
  if (phrase === null) return false;
  const key = Object.keys(clauses).find((candidate) => candidate.split('|').includes(phrase));
  if (key !== undefined) clauses[key]?.();
  return true;
}

export function phrasesOf(clauses: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(clauses).flatMap((key) => key.split('|'));
}

/** One phrase for each clause: what a message offers. */
export function spokenPhrases(clauses: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(clauses).map((key) => key.split('|')[0] ?? key);
}

export function longestFirst(phrases: readonly string[]): string[] {
  return [...phrases].sort((left, right) => right.split(' ').length - left.split(' ').length);
}
