/**
 * What a payment text says besides numbers: amounts taken off and why, a discount, a credit netted, an advance. Payers
 * write it in their own language and banks cut it anywhere, so a text is read twice: with its lines joined tight ("DAMAGE
 * CLAI/M 1225.45") and with a space between them. Sources: texts as ACH, SEPA and lockbox payers write them.
 */
import { type CurrencyCode, minorDigits } from '../money/index.ts';
import type { SettlementReason } from '../settlement/index.ts';
import { announcesAdvice } from './announced-advice.ts';
import { notReceivablesWords } from './not-receivables-words.ts';
import { CLAIMS, STATED_REASONS, TAKEN_OFF_WORDS } from './stated-reasons.ts';
import { normaliseText } from './token.ts';

/** Why less was paid. `unspecified`: the payer says that, and not why. Of texts only some are told apart; customers' codes may mean any. */
export type DeductionReason = SettlementReason;

/** An amount taken off in the text. `after` are the digits written right after it, which name its item. */
export interface StatedDeduction {
  readonly reason: DeductionReason;
  readonly amountMinor: bigint;
  readonly after: string | null;
}

export interface TextFindings {
  /** One list for each way to join the lines; equal lists once. */
  readonly deductions: readonly (readonly StatedDeduction[])[];
  /** Credits that the text gives by amount only: "NET OF CREDIT 268.71". */
  readonly creditsMinor: readonly bigint[];
  /** A word that says that something was taken off, where no amount, credit or rate says how much. */
  readonly claimWord: string | null;
  /** A discount given as a rate: 2 % is 20,000. */
  readonly discountMillionths: number | null;
  readonly isAdvance: boolean;
  /** The text says that an advice tells the rest. */
  readonly announcesAdvice: boolean;
  /** The words by which it is no receivable; null when there are none. */
  readonly notReceivables: string | null;
  /** A part of an invoice, the payer says. */
  readonly isPart: boolean;
  /** The text ends in the middle of something, or is so long that the bank may have cut it. */
  readonly isCut: boolean;
}

const TEXT_LENGTH_MAX = 20_000;
/** SWIFT and SEPA give the payer four lines of 35, or 140 characters; longer texts come cut at whatever a bank allows. */
const WHOLE_TEXT_LENGTH_MAX = 140;

const AMOUNT = String.raw`(\d{1,3}(?:[.,' ]\d{3})+[.,]\d{2}|\d{1,9}[.,]\d{2})(?!\d)`;
const CURRENCY = String.raw`(?:(?:[A-Z]{3}|[€£$])\s*)?`;
const BETWEEN = String.raw`(?:\s*[A-Z]{1,12}){0,2}\s*(?:[:=]\s*)?${CURRENCY}(-?)\s*`;

const STATED = STATED_REASONS.map(
  ([reason, words]) => [reason, new RegExp(`(?:${words})${BETWEEN}${AMOUNT}(?:\\s+(\\d{5,})(?!\\d))?`, 'g')] as const,
);
/** "LESS 100.00 FOR DAMAGED GOODS AND 20.00 FREIGHT": after such a word the reason follows its amount. */
const AMOUNT_FIRST = new RegExp(`${TAKEN_OFF_WORDS}\\s*(?:[:=]\\s*)?${CURRENCY}-?\\s*${AMOUNT}`, 'g');
const REASON_BEHIND = new RegExp(`^\\s*${CURRENCY}(?:[A-Z]{1,12}\\s+){0,2}?(?:${allWords()})[A-Z]*`);
const NEXT_AMOUNT = new RegExp(
  `^(?:\\s*(?:[+,;&/]|AND|UND|E|ET|Y)\\s*|\\s+[A-Z]{1,12}\\s+|\\s+)${CURRENCY}-?\\s*${AMOUNT}`,
);
const DISCOUNT_WORD = String.raw`(?:CASH\s*)?(?:DISC|SKONTO|SCONTO|ESCOMPTE|DESCUENTO)`;
const RATE = String.raw`(\d{1,2})(?:[.,](\d{1,2}))?\s*(?:%|PCT|PERCENT|PROZENT|PER\s*CENTO|POUR\s*CENT|POR\s*CIENTO)`;
const RATE_OF_DISCOUNT = new RegExp(`${RATE}\\s*${DISCOUNT_WORD}|${DISCOUNT_WORD}[A-Z]*\\s*${RATE}`);
const ADVANCE =
  /\b(?:PRE-?\s*PAYMENTS?|PRE-?PAID|PAYMENT\s*IN\s*ADVANCE|ADVANCE|DOWN\s*PAYMENT|DEPOSIT\s*(?:FOR|ON)?\s*(?:SALES\s*|PURCHASE\s*)?ORDER|VORAUSZAHLUNG|VORKASSE|ANZAHLUNG|ANTICIPO|ANTICIPATO|ACOMPTE|PRO\s*-?FORMA)\b/;
const PART =
  /\b(?:PART(?:IAL)?\s*(?:PMT|PAYMENT|PYMT)|PMT\s*\d+\s*OF\s*\d+|INSTAL?LMENT|TEILZAHLUNG|RATENZAHLUNG|PAGAMENTO\s*PARZIALE|ACCONTO|RATA\s*\d+|PAIEMENT\s*PARTIEL|PAGO\s*PARCIAL)/;
const OPEN_END = /[-+,;/&#:]\s*$/;

export function readFindings(lines: readonly string[], currency: CurrencyCode): TextFindings {
  const text = normaliseText(lines.join('\n').slice(0, TEXT_LENGTH_MAX));
  const joined = [...new Set([text.replaceAll('\n', ' '), text.replaceAll('\n', '')])];
  const readings = joined.map((one) => statedIn(one, currency));
  const credits = readings.flatMap((reading) => reading.filter(({ reason }) => reason === 'credit'));
  const deductions = new Map<string, StatedDeduction[]>();
  for (const reading of readings) {
    const own = reading.flatMap(({ reason, ...rest }) => (reason === 'credit' ? [] : [{ reason, ...rest }]));
    if (own.length > 0) deductions.set(own.map(({ reason, amountMinor }) => `${reason} ${amountMinor}`).join(), own);
  }
  const discountMillionths = joined.map(rateIn).find((rate) => rate !== null) ?? null;
  const isPlaced = deductions.size > 0 || credits.length > 0 || discountMillionths !== null;
  return {
    deductions: [...deductions.values()].sort((left, right) => unnamedIn(left) - unnamedIn(right)),
    creditsMinor: [...new Set(credits.map(({ amountMinor }) => amountMinor))],
    claimWord: isPlaced ? null : (joined.map(claimWordIn).find((word) => word !== null) ?? null),
    discountMillionths,
    isAdvance: joined.some((one) => ADVANCE.test(one)),
    announcesAdvice: announcesAdvice(lines),
    notReceivables: notReceivablesWords(lines),
    isPart: joined.some((one) => PART.test(one)),
    isCut: OPEN_END.test(text) || text.length > WHOLE_TEXT_LENGTH_MAX,
  };
}

const WORDS = STATED_REASONS.flatMap(([reason, words]) =>
  reason === 'credit' ? [] : [[reason, new RegExp(`\\b(?:${words})`)] as const],
);
const CLAIM_WORDS = WORDS.filter(([reason]) => CLAIMS.has(reason)).map(([, pattern]) => pattern);

function allWords(): string {
  return STATED_REASONS.flatMap(([reason, words]) => (reason === 'credit' ? [] : [words])).join('|');
}
const SHORT_SHIPMENT = /\bSHORT/;

/** The reason that a payer gives in words: "Short shipment" is `shortage`, "Preisdifferenz" `pricing`; null for none known. */
export function reasonOfWords(words: string): DeductionReason | null {
  const text = normaliseText(words);
  if (SHORT_SHIPMENT.test(text)) return 'shortage';
  return WORDS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

interface Stated {
  readonly reason: DeductionReason | 'credit';
  readonly amountMinor: bigint;
  readonly after: string | null;
}

/** In the order of the text; an amount counts once, under the first reason of the list that takes it. */
function statedIn(text: string, currency: CurrencyCode): Stated[] {
  const { found, rest } = amountsFirstIn(text, currency);
  for (const [reason, pattern] of STATED) {
    for (const match of rest.matchAll(pattern)) {
      const [whole, sign = '', amount = '', after] = match;
      const at = match.index + whole.indexOf(amount);
      const amountMinor = minorOf(amount, currency);
      if (amountMinor === 0n || found.has(at)) continue;
      // "SHORTAGE -811.35 0462431" is a line of its own; "LESS SHORTAGE 811.35" stands before or after all the numbers.
      found.set(at, { reason, amountMinor, after: sign === '-' ? (after ?? null) : null });
    }
  }
  return [...found.entries()].sort(([left], [right]) => left - right).map(([, stated]) => stated);
}

interface AmountsFirst {
  /** By where the amount stands. */
  readonly found: Map<number, Stated>;
  /** The text without them, of the same length. */
  readonly rest: string;
}

/** What is taken off amount by amount, each with its reason behind it. Without a reason behind, one before it may be meant. */
function amountsFirstIn(text: string, currency: CurrencyCode): AmountsFirst {
  const found = new Map<number, Stated>();
  let rest = text;
  for (const match of text.matchAll(AMOUNT_FIRST)) {
    const begin = match.index;
    let end = begin + match[0].length;
    let amount = match[1] ?? '';
    for (;;) {
      const [behind] = REASON_BEHIND.exec(text.slice(end)) ?? [];
      const reason = behind === undefined ? null : reasonOfWords(behind);
      const amountMinor = minorOf(amount, currency);
      if (behind === undefined || reason === null || amountMinor === 0n) break;
      found.set(end - amount.length, { reason, amountMinor, after: null });
      end += behind.length;
      rest = rest.slice(0, begin) + ' '.repeat(end - begin) + rest.slice(end);
      const next = NEXT_AMOUNT.exec(text.slice(end));
      if (next === null) break;
      end += next[0].length;
      amount = next[1] ?? '';
    }
  }
  return { found, rest };
}

/** A word that the end of a line cuts is read in one of the two readings only: that one goes first. */
function unnamedIn(stated: readonly StatedDeduction[]): number {
  return stated.filter(({ reason }) => reason === 'unspecified').length;
}

/** The word by which the text takes something off without an amount that can be read: "LESS 100 DAMAGE". */
function claimWordIn(text: string): string | null {
  for (const pattern of CLAIM_WORDS) {
    const [word] = pattern.exec(text) ?? [];
    if (word !== undefined) return word;
  }
  return null;
}

/** Two decimals as written; currencies without them are not read from texts. */
function minorOf(amount: string, currency: CurrencyCode): bigint {
  return minorDigits(currency) === 2 ? BigInt(amount.replace(/\D/g, '')) : 0n;
}

function rateIn(text: string): number | null {
  const match = RATE_OF_DISCOUNT.exec(text);
  if (match === null) return null;
  const whole = match[1] ?? match[3] ?? '';
  const decimals = (match[1] === undefined ? match[4] : match[2]) ?? '';
  const rate = Number(whole) * 10_000 + Number(decimals.padEnd(2, '0')) * 100;
  return rate > 0 ? rate : null;
}
