/** What was charged and what was waived, with what a note says of it for good: terms and rates may change later. */
import type { DayCount, InterestScheme, InterestStretch } from '@quittance/core/interest';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface NewCharge {
  readonly id: string;
  readonly customerId: string;
  readonly currency: string;
  readonly kind: 'charged' | 'waived';
  readonly interestMinor: bigint;
  readonly feeMinor: bigint;
  readonly note: { readonly number: string; readonly itemId: string; readonly entryId: string } | null;
  readonly reason: string | null;
  /** Of a plan the days asked for, instead of lines. */
  readonly ofPlan: { readonly planId: string; readonly fromOn: string; readonly untilOn: string } | null;
  readonly terms: NoteTerms;
  readonly lines: readonly (NoteItem & {
    readonly itemId: string;
    readonly fromOn: string;
    readonly toOn: string;
    readonly interestMinor: bigint;
    readonly feeMinor: bigint;
  })[];
}

/** By which terms it was asked. */
export interface NoteTerms {
  readonly scheme: Exclude<InterestScheme, 'none'> | 'plan';
  /** Points on the reference rate, or the whole rate, of a contract or a plan. */
  readonly rateE4: number;
  readonly dayCount: DayCount;
  readonly feeMinor: bigint;
  readonly feeCurrency: string;
  /** Of a plan: how its interest came about from its first day on, and what was asked of it before. */
  readonly plan: { readonly askedMinor: bigint; readonly stretches: readonly InterestStretch[] } | null;
}

/** What a note says of an item. */
export interface NoteItem {
  readonly number: string;
  readonly dueOn: string;
  readonly daysLate: number;
  /** At the end of the day through which it was asked. */
  readonly openMinor: bigint;
  readonly stretches: readonly InterestStretch[];
}

export async function insertCharge(tx: Tx, charge: NewCharge): Promise<void> {
  await tx.run(sql`
    insert into interest_charge (company_id, id, customer_id, currency, kind, interest_minor, fee_minor, number, item_id, entry_id, reason,
        plan_id, from_on, until_on, terms, made_at, made_by, made_by_name)
      values (${tx.company.id}, ${charge.id}, ${charge.customerId}, ${charge.currency}, ${charge.kind}, ${charge.interestMinor},
        ${charge.feeMinor}, ${charge.note?.number ?? null}, ${charge.note?.itemId ?? null}, ${charge.note?.entryId ?? null},
        ${charge.reason}, ${charge.ofPlan?.planId ?? null}, ${charge.ofPlan?.fromOn ?? null}, ${charge.ofPlan?.untilOn ?? null}, ${jsonOf(charge.terms)}::jsonb, ${tx.recordedAt}, ${tx.actor.id}, ${tx.actor.name})`);
  const lines = charge.lines.map(({ itemId, fromOn, toOn, interestMinor, feeMinor, ...line }) => {
    const { number, dueOn, daysLate, openMinor, stretches } = line;
    return { itemId, fromOn, toOn, interestMinor, feeMinor, said: { number, dueOn, daysLate, openMinor, stretches } };
  });
  await tx.run(sql`
    insert into interest_charge_line (company_id, charge_id, item_id, from_on, to_on, interest_minor, fee_minor, said)
      select ${tx.company.id}, ${charge.id}, "itemId", "fromOn", "toOn", "interestMinor", "feeMinor", said
        from json_to_recordset(${jsonOf(lines)}) as l ("itemId" uuid, "fromOn" date, "toOn" date, "interestMinor" bigint,
          "feeMinor" bigint, said jsonb)`);
}

/** Minor units as text. */
function jsonOf(value: object): string {
  return JSON.stringify(value, (_key, one: unknown) => (typeof one === 'bigint' ? one.toString() : one));
}

const CHARGING = 7306; // the advisory lock of whoever charges interest in a company: numbers without gaps, nothing charged twice

export async function lockCharging(tx: Tx): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(${CHARGING}, hashtext(${tx.company.id}))`);
}

/** "INT-2026-0001": counted within the year, those of reversed notes too. */
export async function nextNoteNumber(tx: Tx): Promise<string> {
  const year = tx.today.slice(0, 4);
  const { count } = await tx.one<{ count: number }>(sql`
    select count(*)::int as count from interest_charge where company_id = ${tx.company.id} and number like ${`INT-${year}-%`}`);
  return `INT-${year}-${String(count + 1).padStart(4, '0')}`;
}
