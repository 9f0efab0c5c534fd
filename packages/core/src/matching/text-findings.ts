/**
 * What a payment text says besides numbers: amounts taken off and why, a discount, a credit netted, an advance. Payers
 * write it in their own language and banks cut it anywhere, so a text is read twice: with its lines joined tight ("DAMAGE
 * CLAI/M 1225.45") and with a space between them. Sources: texts as ACH, SEPA and lockbox payers write them.
 */
import { type CurrencyCode, minorDigits } from '../money/index.ts';
import type { SettlementReason } from '../settlement/index.ts';
import { notReceivablesWords } from './not-receivables-words.ts';
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
  /** A discount given as a rate: 2 % is 20,000. */
  readonly discountMillionths: number | null;
  readonly isAdvance: boolean;
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
const BETWEEN = String.raw`(?:\s*[A-Z]{1,12}){0,2}\s*(?:[:=]\s*)?(?:[A-Z]{3}\s*)?(-?)\s*`;

const REASONS: readonly (readonly [DeductionReason | 'credit', string])[] = [
  [
    'credit',
    String.raw`(?:NET\s*OF|LESS|ABZGL\.?|MENO|MOINS|MENOS)\s*(?:CREDITS?|CN|GUTSCHRIFT|NOTA\s*(?:DI\s*)?CREDITO|NC|AVOIR|ABONO)`,
  ],
  [
    'bank_fee',
    String.raw`CHGS|CHARGES?|CHG|BANK\s*(?:FEES?|CHARGES?)|WIRE\s*FEES?|SPESEN|GEBUH?E?REN|SPESE|COMMISSIONI|FRAIS|COMISION(?:ES)?|GASTOS`,
  ],
  ['damage', String.raw`DAMAGED?|DMGD?|BESCHADIG[A-Z]*|DANNEGGIAT[A-Z]*|DANNI|AVARIE|ENDOMMAG[A-Z]*|DANADO|DANOS`],
  [
    'shortage',
    String.raw`SHORTAGES?|QTY\s*SHORT|SHORT\s*SHIP[A-Z]*|SHORTS?|FEHLMENGE|AMMANCO|MANCANZA|MANQUANTS?|FALTANTES?`,
  ],
  ['pricing', String.raw`PRICING|PRICE|PREIS[A-Z]*|PREZZ[OI]|PRIX|PRECIOS?`],
  ['cash_discount', String.raw`CASH\s*DISC[A-Z]*|DISC|DISCOUNT|SKONTO|SCONTO|ESCOMPTE|DESCUENTO`],
  ['unspecified', String.raw`DEDUCTIONS?|CLAIM|CHARGE\s*BACK|ABZUG|TRATTENUT[AE]|RETENUE|DEDUCCION`],
];
const STATED = REASONS.map(
  ([reason, words]) => [reason, new RegExp(`(?:${words})${BETWEEN}${AMOUNT}(?:\\s+(\\d{5,})(?!\\d))?`, 'g')] as const,
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
  return {
    deductions: [...deductions.values()],
    creditsMinor: [...new Set(credits.map(({ amountMinor }) => amountMinor))],
    discountMillionths: joined.map(rateIn).find((rate) => rate !== null) ?? null,
    isAdvance: joined.some((one) => ADVANCE.test(one)),
    notReceivables: notReceivablesWords(lines),
    isPart: joined.some((one) => PART.test(one)),
    isCut: OPEN_END.test(text) || text.length > WHOLE_TEXT_LENGTH_MAX,
  };
}

const WORDS = REASONS.flatMap(([reason, words]) =>
  reason === 'credit' ? [] : [[reason, new RegExp(`\\b(?:${words})`)] as const],
);
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
  const found = new Map<number, Stated>();
  for (const [reason, pattern] of STATED) {
    for (const match of text.matchAll(pattern)) {
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
