/** What is under way on the demo's last day: quiet periods, post-dated receipts that wait for their day. */
import { addDays, type LocalDate } from '@quittance/core/calendar';
import { sum } from '@quittance/core/money';
import { nearestBusinessDay } from '../business-days.ts';
import { bankLine } from './bank-line.ts';
import type { DemoEvent } from './events.ts';
import type { DatedGroup } from './lateness.ts';
import { demoPayments } from './payments.ts';
import type { CompanyTrade } from './trade.ts';

const QUIET_CUSTOMERS = 4;
const POST_DATED = 8;
const POST_DATED_DAYS_MAX = 45;

export function lastDayEvents(trade: CompanyTrade, options: { readonly seed: string }): DemoEvent[] {
  const { through } = trade.period;
  const unpaid = trade.groups.filter((group) => group.bookedOn > through);
  const late = unpaid.filter(({ lines }) => lines.every((line) => line.dueOn < addDays(through, -7)));
  return [...quietPeriods(late, through), ...postDated(trade, options)];
}

/** So many of a list, evenly from its beginning to its end. */
function spread<T>(list: readonly T[], count: number): T[] {
  const step = Math.max(1, Math.floor(list.length / count));
  return list.filter((_, index) => index % step === 0).slice(0, count);
}

function quietPeriods(late: readonly DatedGroup[], through: LocalDate): DemoEvent[] {
  const customers = [...new Set(late.flatMap(({ lines }) => lines.map((line) => line.customer)))];
  return spread(customers, QUIET_CUSTOMERS).map((customer): DemoEvent => {
    const hold = { hold: 'quiet_period', customer, item: null, amountMinor: null } as const;
    const reason = 'moving to a new payment system: asked not to be reminded for two weeks';
    return { on: through, slot: 'collections', act: { kind: 'hold', ...hold, untilOn: addDays(through, 14), reason } };
  });
}

/** Cheques and drafts dated in the coming weeks, in the company's hands but not yet its money. */
function postDated(trade: CompanyTrade, { seed }: { readonly seed: string }): DemoEvent[] {
  const { company, period } = trade;
  const coming = trade.groups.filter(
    ({ bookedOn, lines }) =>
      bookedOn > addDays(period.through, 4) &&
      bookedOn < addDays(period.through, POST_DATED_DAYS_MAX) &&
      lines.length === 1,
  );
  const payments = demoPayments(spread(coming, POST_DATED), { seed: `${seed} post-dated`, company });
  return payments.slice(0, POST_DATED).map((payment, index): DemoEvent => {
    const reference = `PDC-${company.code}-${String(index + 1).padStart(3, '0')}`;
    const bookedOn = nearestBusinessDay(payment.bookedOn);
    const amountMinor = sum(payment.lines.map((paid) => paid.line.openMinor));
    const line = { ...bankLine(payment, { reference, seed }), bookedOn, amountMinor };
    const act = { kind: 'post_dated_receipt', receipt: { line, customer: payment.customer } } as const;
    return { on: period.through, slot: 'desk', act };
  });
}
