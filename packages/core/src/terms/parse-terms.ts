/** Reads payment terms as people and ERPs write them in English, Italian, German, French and Spanish. */
import type { DiscountTier, MonthEnd, PaymentTerms } from './payment-terms.ts';

const DAYS_MAX = 730;
const TEXT_CHARS_MAX = 200;

const DAY_WORD = '(?:days?|d|gg|g|giorni|tagen?|tg|jours?|j|d[ií]as?)';
const DISCOUNT = new RegExp(
  `(\\d{1,2}(?:[.,]\\d{1,4})?)\\s*%\\s*(?:/|-|:|,|discount|skonto|sconto|escompte|descuento)?\\s*(?:in|within|if paid within|entro|innerhalb(?: von)?|bei|sous|a|à)?\\s*(\\d{1,3})\\b\\s*${DAY_WORD}?\\b`,
  'g',
);
/** "2/10" of American terms: 2 % within 10 days; only believed together with a net term. */
const SLASHED = /\b(\d{1,2}(?:\.\d{1,2})?)\/(\d{1,3})\b(?!\/)/g;
const NET_FIRST = /\b(?:net(?:to|t)?|n)\s*\/?\s*(?:in|within|due in)?\s*(\d{1,3})\b/;
const DAYS_ONLY = new RegExp(`(\\d{1,3})\\s*${DAY_WORD}\\b`);
const BARE_DAYS = /^(\d{1,3})$/;
const AT_ONCE =
  /\b(?:due (?:up)?on receipt|immediate(?:ly)?|cash|c\.?o\.?d\.?|prepaid|a vista|vista|contanti|rimessa diretta|sofort|bar|comptant|à réception|contado|al contado)\b/;
const END_OF_MONTH_EN = /\b(?:eom|end of (?:the )?month)\b/;
const END_OF_MONTH =
  /\b(?:d\.?f\.?\s*f\.?m\b\.?|dffm|f\.?m\b\.?|fine mese|fin de mois|fdm|monatsende|ultimo|fin de mes)/;
const EXTRA_DAYS = /\+\s*(\d{1,2})\b/;

/**
 * The terms of a text, or null when it is not understood (an ERP's own code such as "NAA8" is not).
 * "2% 10 net 30", "3% 10 2% 20 net 30", "2/10 n/30", "30 gg fm", "30 Tage netto", "45 jours fin de mois", "net 0".
 */
export function parseTerms(text: string): PaymentTerms | null {
  if (text.length > TEXT_CHARS_MAX) return null;
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const discounts = readDiscounts(plain);
  const rest = discounts === null ? '' : withoutDiscounts(plain);
  const netDays = readNetDays(rest);
  if (discounts === null || netDays === null || netDays > DAYS_MAX) return null;
  const monthEnd = readMonthEnd(rest);
  if (monthEnd !== 'none' && discounts.length > 0 && netDays === 0) return null;
  const extraDays = monthEnd === 'none' ? 0 : Number(EXTRA_DAYS.exec(rest)?.[1] ?? 0);
  return { discounts, netDays, monthEnd, extraDays };
}

function readDiscounts(plain: string): DiscountTier[] | null {
  const percents = [...plain.matchAll(DISCOUNT)];
  const found = percents.length > 0 ? percents : NET_FIRST.test(plain) ? [...plain.matchAll(SLASHED)] : [];
  const tiers = found.map(([, percent = '', days = '']) => ({
    rateMillionths: Math.round(Number(percent.replace(',', '.')) * 10_000),
    days: Number(days),
  }));
  tiers.sort((left, right) => left.days - right.days);
  const isFalling = tiers.every(
    (tier, index) => index === 0 || tier.rateMillionths < (tiers[index - 1]?.rateMillionths ?? 0),
  );
  return isFalling && tiers.every((tier) => tier.rateMillionths > 0) ? tiers : null;
}

function withoutDiscounts(plain: string): string {
  const rest = plain.replace(DISCOUNT, ' ');
  return (NET_FIRST.test(rest) ? rest.replace(SLASHED, ' ') : rest).replace(/\s+/g, ' ').trim();
}

function readNetDays(rest: string): number | null {
  const days = NET_FIRST.exec(rest) ?? DAYS_ONLY.exec(rest) ?? BARE_DAYS.exec(rest.replace(END_OF_MONTH_EN, '').trim());
  if (days !== null) return Number(days[1]);
  return AT_ONCE.test(rest) || /^(?:eom|fm|fine mese|end of month|fin de mois|fin de mes|monatsende)$/.test(rest)
    ? 0
    : null;
}

function readMonthEnd(rest: string): MonthEnd {
  if (END_OF_MONTH_EN.test(rest)) return 'before_days';
  const found = END_OF_MONTH.exec(rest);
  if (found === null) return 'none';
  const firstNumber = rest.search(/\d/);
  return firstNumber >= 0 && found.index < firstNumber ? 'before_days' : 'after_days';
}
