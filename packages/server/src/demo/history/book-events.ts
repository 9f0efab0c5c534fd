/** The rhythm of the books: rates and revaluation after each month's end, closing a week later, seals every Friday. */
import { addDays, type LocalDate, toEpochDay } from '@quittance/core/calendar';
import { addBusinessDays, businessDayFrom, nextBusinessDay } from '../business-days.ts';
import type { DemoCompany } from '../companies.ts';
import type { DemoEvent } from './events.ts';
import { type DemoPeriod, TEAM_DAYS } from './period.ts';

const CLOSING_AFTER_BUSINESS_DAYS = 5;

export function bookEvents(company: DemoCompany, period: DemoPeriod): DemoEvent[] {
  const first: DemoEvent = {
    on: businessDayFrom(period.from),
    slot: 'opening',
    act: { kind: 'rates', quotedOn: period.from },
  };
  const months = period.monthEnds.flatMap((endsOn) => monthEndEvents(company, period, endsOn));
  const fridays = period.businessDays.filter((day) => toEpochDay(day) % 7 === 1); // 1970-01-02 was a Friday
  const imports = importEvents(period);
  return [
    first,
    ...months,
    ...imports,
    ...teamDays(period),
    ...fridays.map((on): DemoEvent => ({ on, slot: 'night', act: { kind: 'seal' } })),
  ];
}

function teamDays({ businessDays }: DemoPeriod): DemoEvent[] {
  return businessDays.slice(-TEAM_DAYS).map((on, index, all) => {
    return { on, slot: 'collections', act: { kind: 'team_day', daysBefore: all.length - 1 - index } };
  });
}

const DAYS_PER_STATEMENT_FILE = 5;

/** Statements as files: each on the morning after its last day. */
function importEvents({ businessDays, statementsImportedFrom, statementsLeftFrom }: DemoPeriod): DemoEvent[] {
  const days = businessDays.filter((day) => day >= statementsImportedFrom && day < statementsLeftFrom);
  const events: DemoEvent[] = [{ on: statementsImportedFrom, slot: 'opening', act: { kind: 'payer_links' } }];
  for (let first = 0; first < days.length; first += DAYS_PER_STATEMENT_FILE) {
    const [from, ...more] = days.slice(first, first + DAYS_PER_STATEMENT_FILE);
    if (from === undefined) break;
    const through = more.at(-1) ?? from;
    events.push({ on: nextBusinessDay(through), slot: 'statement', act: { kind: 'statement', from, through } });
  }
  return events;
}

function monthEndEvents(company: DemoCompany, period: DemoPeriod, endsOn: LocalDate): DemoEvent[] {
  const first = businessDayFrom(addDays(endsOn, 1));
  const closingOn = addBusinessDays(first, CLOSING_AFTER_BUSINESS_DAYS);
  const events: DemoEvent[] = [
    { on: first, slot: 'opening', act: { kind: 'rates', quotedOn: endsOn } },
    { on: addBusinessDays(first, 1), slot: 'closing', act: { kind: 'revaluation', endsOn } },
  ];
  if (endsOn <= period.closedThrough) {
    events.push(
      { on: closingOn, slot: 'closing', act: { kind: 'close', endsOn } },
      { on: closingOn, slot: 'night', act: { kind: 'journal' } },
    );
  } else if (company.code === 'UK01') {
    events.push({ on: closingOn, slot: 'closing', act: { kind: 'start_closing', endsOn } });
  }
  return events;
}
