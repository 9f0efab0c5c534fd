/** What may be asked of a customer for paying late: each item with the days not asked for before, and the fee once an item. */
import { addDays, type LocalDate, localDate } from '../calendar/index.ts';
import { type InterestStretch, interestOf, interestStretches, lateDays, type OwedItem, openOn } from './interest.ts';
import type { InterestPolicy, RateFrom } from './interest-policy.ts';

export interface LateItem extends OwedItem {
  readonly id: string;
  readonly currency: string;
  /** The last day charged or waived so far. */
  readonly chargedTo: LocalDate | null;
  readonly isFeeAsked: boolean;
}

export interface ProposedLine {
  readonly itemId: string;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  /** That bear interest. */
  readonly days: number;
  /** From the day after due until it was paid, or through the day asked for. */
  readonly daysLate: number;
  /** What is open of it at the end of the day asked for. */
  readonly openMinor: bigint;
  readonly interestMinor: bigint;
  readonly feeMinor: bigint;
  readonly stretches: readonly InterestStretch[];
}

const EVER = localDate('1900-01-01');

/** Items of one customer in one currency, through the day given; those without anything to ask are left out. */
export function proposeInterest(
  items: readonly LateItem[],
  toOn: LocalDate,
  terms: { readonly policy: InterestPolicy; readonly rates: readonly RateFrom[] },
): ProposedLine[] {
  const { policy } = terms;
  if (policy.scheme === 'none') return [];
  return items.flatMap((item): ProposedLine[] => {
    const fromOn = item.chargedTo === null ? EVER : addDays(item.chargedTo, 1);
    const stretches = interestStretches(item, { fromOn, toOn }, terms);
    const interestMinor = interestOf(stretches, policy.dayCount);
    const daysLate = lateDays(item, toOn);
    const isLate = daysLate > policy.graceDays && item.dueOn >= addDays(policy.fromOn, -1);
    const feeMinor = isLate && !item.isFeeAsked && item.currency === policy.feeCurrency ? policy.feeMinor : 0n;
    if (interestMinor + feeMinor === 0n) return [];
    const [first] = stretches;
    const last = stretches.at(-1);
    const days = stretches.reduce((sum, stretch) => sum + stretch.days, 0);
    const since = first?.fromOn ?? addDays(item.dueOn, 1);
    const whole = { daysLate, openMinor: openOn(item, toOn), interestMinor, feeMinor, stretches };
    return [{ itemId: item.id, fromOn: since, toOn: last?.toOn ?? toOn, days, ...whole }];
  });
}

/** The half years of a period for which no reference rate was entered: the one before still counts, and the page says so. */
export function missingHalfYears(rates: readonly RateFrom[], toOn: LocalDate): LocalDate[] {
  const known = rates.map((rate) => rate.validFrom).sort();
  const last = known.at(-1);
  if (last === undefined) return [];
  const missing: LocalDate[] = [];
  for (let day = nextHalfYear(last); day <= toOn; day = nextHalfYear(day)) missing.push(day);
  return missing;
}

function nextHalfYear(day: LocalDate): LocalDate {
  const year = day.slice(0, 4);
  return day < `${year}-07-01` ? localDate(`${year}-07-01`) : localDate(`${Number(year) + 1}-01-01`);
}
