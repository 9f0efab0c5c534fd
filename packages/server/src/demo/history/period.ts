/** The demo's past: which days it spans, and which of them are left for the person to import. */
import { addMonths, earlierDate, endOfMonth, type LocalDate, startOfMonth } from '@quittance/core/calendar';
import { addBusinessDays, businessDaysBetween } from '../business-days.ts';

const MONTHS = 18;
/** What the bank and the ERP said on so many last business days is not entered: it waits as files to import. */
const STATEMENT_DAYS_LEFT = 5;
/** On so many business days before, statements came as files and cash application worked on them; earlier, receipts were entered as such. */
const STATEMENT_DAYS_IMPORTED = 10;
const INVOICE_DAYS_LEFT = 4;
/** Those who collect work as a team on so many last business days: since the first that is imported as a statement. */
export const TEAM_DAYS = 14;

export interface DemoPeriod {
  readonly today: LocalDate;
  readonly from: LocalDate;
  /** The last day of which the ledger knows anything: the business day before today. */
  readonly through: LocalDate;
  readonly businessDays: readonly LocalDate[];
  /** The first day whose bank statement is imported as a file. */
  readonly statementsImportedFrom: LocalDate;
  /** The first day whose bank statement is not posted but written as a file. */
  readonly statementsLeftFrom: LocalDate;
  /** The first day whose invoices are not posted but written as a file. */
  readonly invoicesLeftFrom: LocalDate;
  /** Ends of all months that are over, the first one first. */
  readonly monthEnds: readonly LocalDate[];
  /** Months through here are closed; the one before today's month and today's own stay open. */
  readonly closedThrough: LocalDate;
}

export function demoPeriod(today: LocalDate): DemoPeriod {
  const from = startOfMonth(addMonths(today, -MONTHS));
  const through = addBusinessDays(today, -1);
  const monthEnds: LocalDate[] = [];
  for (let end = endOfMonth(from); end < startOfMonth(today); end = endOfMonth(addMonths(startOfMonth(end), 1)))
    monthEnds.push(end);
  return {
    today,
    from,
    through,
    businessDays: businessDaysBetween(from, through),
    statementsImportedFrom: addBusinessDays(today, -STATEMENT_DAYS_LEFT - STATEMENT_DAYS_IMPORTED),
    statementsLeftFrom: addBusinessDays(today, -STATEMENT_DAYS_LEFT),
    invoicesLeftFrom: addBusinessDays(today, -INVOICE_DAYS_LEFT),
    monthEnds,
    closedThrough: earlierDate(endOfMonth(addMonths(startOfMonth(today), -2)), through),
  };
}
