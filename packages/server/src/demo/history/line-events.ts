/** What happened to invoices besides being paid: billed, credited, given more time, disputed, written off. */
import { addDays, type LocalDate } from '@quittance/core/calendar';
import { addBusinessDays, businessDayFrom, nextBusinessDay } from '../business-days.ts';
import type { DemoCredit, DemoDocument } from './documents.ts';
import type { DemoEvent } from './events.ts';
import type { OpenLine } from './lines.ts';
import { itemName } from './payment-events.ts';

const WRITTEN_OFF_AFTER_DAYS = 150;

/** All documents of a day are billed together in its evening. */
export function billingEvents(documents: readonly DemoDocument[]): DemoEvent[] {
  const byDay = new Map<LocalDate, DemoDocument[]>();
  for (const document of documents) {
    const own = byDay.get(document.postedOn);
    if (own) own.push(document);
    else byDay.set(document.postedOn, [document]);
  }
  return [...byDay].map(([on, billed]) => ({ on, slot: 'billing', act: { kind: 'documents', documents: billed } }));
}

/** Credit notes that we set off against their invoice on the next working day. */
export function creditEvents(credits: readonly DemoCredit[]): DemoEvent[] {
  return credits
    .filter((credit) => credit.use === 'at_once')
    .map(({ document, invoice }): DemoEvent => {
      const on = nextBusinessDay(document.postedOn);
      const debit = { number: invoice.number, instalment: 0 };
      const credit = { number: document.number, instalment: 0 };
      const allocations = [{ credit, debit, amountMinor: document.amountMinor, adjustments: [] }];
      return { on, slot: 'desk', act: { kind: 'application', effectiveOn: on, allocations } };
    });
}

export function lineEvents(line: OpenLine): DemoEvent[] {
  const item = itemName(line);
  const events: DemoEvent[] = [];
  if (line.redated !== null) {
    const act = { kind: 'due_date_change', item, dueOn: line.redated.to, reason: 'more time agreed by phone' } as const;
    events.push({ on: line.redated.on, slot: 'collections', act });
  }
  if (line.fate === 'disputed') {
    const hold = {
      hold: 'dispute',
      item,
      customer: line.customer,
      amountMinor: line.openMinor,
      untilOn: null,
    } as const;
    const reason = 'proof of delivery asked for';
    const on = addBusinessDays(line.dueOn, 3);
    events.push({ on, slot: 'disputes', act: { kind: 'hold', ...hold, reason } });
  }
  if (line.fate === 'insolvent') {
    const on = businessDayFrom(addDays(line.dueOn, WRITTEN_OFF_AFTER_DAYS));
    const reason = 'insolvency proceedings, no dividend expected';
    const adjustment = { adjustment: 'write_off', amountMinor: line.openMinor, reason } as const;
    events.push({ on, slot: 'management', act: { kind: 'adjustment', item, ...adjustment } });
  }
  return events;
}
