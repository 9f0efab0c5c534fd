/** Notes over interest as they stand: what each says, what is open of it, and what its customer was told. */
import { type LocalDate, localDate } from '@quittance/core/calendar';
import type { InterestStretch } from '@quittance/core/interest';
import { noSql, type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { NoteItem, NoteTerms } from './charges.queries.ts';
import { NOT_TOLD_HOLD } from './interest-note.usecase.ts';

/** What a letter about a note became. */
export interface NoteLetter {
  readonly messageId: string;
  readonly conversationId: string;
  /** Addresses, or null: on paper. */
  readonly to: readonly string[] | null;
  readonly state: 'queued' | 'sending' | 'sent' | 'failed' | 'uncertain' | 'withdrawn' | 'to_print';
  readonly sentAt: string | null;
  readonly said: string | null;
}

export interface InterestNote {
  readonly id: string;
  readonly itemId: string;
  readonly number: string;
  readonly customerId: string;
  readonly customerNumber: string;
  readonly customerName: string;
  readonly currency: string;
  readonly interestMinor: bigint;
  readonly feeMinor: bigint;
  readonly planId: string | null;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly openMinor: bigint;
  readonly madeAt: string;
  readonly madeByName: string;
  readonly isCancelled: boolean;
  /** Null: nobody has to tell them any more, or nobody noted it when the note was charged. */
  readonly untoldHoldId: string | null;
  /** Since when they know, as far as it is known here; and in whose words. */
  readonly told: { readonly at: string; readonly byName: string; readonly how: string } | null;
  /** The latest of each. */
  readonly letter: NoteLetter | null;
  readonly cancellation: NoteLetter | null;
}

export const NOTE_PURPOSE = 'interest_note';
export const CANCELLATION_PURPOSE = 'interest_cancelled';

/** The latest letter of a purpose about a note's item. */
function letterAbout(purpose: string): Query {
  return sql`
    (select json_build_object('messageId', m.id, 'conversationId', m.conversation_id, 'state', y.state, 'said', y.said,
          'sentAt', to_char(y.sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
          'to', case when m.postal_address is null then (select json_agg(r ->> 'address') from jsonb_array_elements(m.recipients) r) end)
      from message_item t
      join message m on m.company_id = t.company_id and m.id = t.message_id and m.direction = 'out' and m.template ->> 'purpose' = ${purpose}
      join message_delivery y on y.company_id = m.company_id and y.message_id = m.id
      where t.company_id = g.company_id and t.item_id = g.item_id order by m.id desc limit 1)`;
}

const NOTE = sql`
  select g.id, g.item_id as "itemId", g.number, g.customer_id as "customerId", c.number as "customerNumber", c.name as "customerName",
      g.currency, g.interest_minor as "interestMinor", g.fee_minor as "feeMinor", g.plan_id as "planId", i.issued_on as "issuedOn",
      i.due_on as "dueOn", i.open_minor as "openMinor", g.made_at as "madeAt", g.made_by_name as "madeByName",
      d.cancelled_by_entry_id is not null as "isCancelled", h.id as "untoldHoldId",
      case when h.id is null then (
        select json_build_object('at', to_char(k.released_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
            'byName', coalesce(k.released_by_name, ''), 'how', coalesce(k.release_reason, ''))
          from hold k where k.company_id = g.company_id and k.item_id = g.item_id and k.kind = ${NOT_TOLD_HOLD}
          order by k.released_at desc limit 1) end as told,
      ${letterAbout(NOTE_PURPOSE)} as letter, ${letterAbout(CANCELLATION_PURPOSE)} as cancellation
    from interest_charge g
    join customer c on c.company_id = g.company_id and c.id = g.customer_id
    join item i on i.company_id = g.company_id and i.id = g.item_id
    join document d on d.company_id = i.company_id and d.id = i.document_id
    left join hold h on h.company_id = g.company_id and h.item_id = g.item_id and h.kind = ${NOT_TOLD_HOLD} and h.released_at is null`;

export interface NotePage {
  readonly customerIds?: readonly string[] | undefined;
  /** The id of the last note of the page before. */
  readonly before?: string | undefined;
  readonly limit: number;
}

/** The latest first. */
export async function listNotes(tx: Tx, { customerIds, before, limit }: NotePage): Promise<InterestNote[]> {
  return tx.all(sql`${NOTE}
    where g.company_id = ${tx.company.id} and g.kind = 'charged'
      ${customerIds === undefined ? noSql : sql`and g.customer_id = any(${customerIds}::uuid[])`}
      ${before === undefined ? noSql : sql`and g.id < ${before}`}
    order by g.id desc limit ${limit}`);
}

export async function findNote(tx: Tx, itemId: string): Promise<InterestNote | undefined> {
  return tx.maybe(sql`${NOTE} where g.company_id = ${tx.company.id} and g.item_id = ${itemId}`);
}

export interface NoteTold {
  readonly itemId: string;
  readonly customerId: string;
  readonly purpose: string;
  /** Of the letter. */
  readonly language: string | null;
}

/** The note that a letter tells of. */
export async function noteOfMessage(tx: Tx, messageId: string): Promise<NoteTold | undefined> {
  return tx.maybe(sql`
    select g.item_id as "itemId", g.customer_id as "customerId", m.template ->> 'purpose' as purpose, m.language
      from message m
      join message_item t on t.company_id = m.company_id and t.message_id = m.id
      join interest_charge g on g.company_id = t.company_id and g.item_id = t.item_id
      where m.company_id = ${tx.company.id} and m.id = ${messageId} and m.template ->> 'purpose' in (${NOTE_PURPOSE}, ${CANCELLATION_PURPOSE})
      limit 1`);
}

/** How many letters of a purpose were written about a note, whatever became of them. */
export async function countLetters(tx: Tx, { itemId, purpose }: { itemId: string; purpose: string }): Promise<number> {
  const { count } = await tx.one<{ count: number }>(sql`
    select count(*)::int as count from message_item t
      join message m on m.company_id = t.company_id and m.id = t.message_id and m.template ->> 'purpose' = ${purpose}
      where t.company_id = ${tx.company.id} and t.item_id = ${itemId}`);
  return count;
}

export interface NoteLine extends NoteItem {
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly interestMinor: bigint;
  readonly feeMinor: bigint;
}

export interface NoteContent {
  /** Null: charged before terms were kept with the note. */
  readonly terms: NoteTerms | null;
  readonly fromOn: LocalDate | null;
  readonly untilOn: LocalDate | null;
  /** By due date. */
  readonly lines: readonly NoteLine[];
}

type KeptStretch = Omit<InterestStretch, 'openMinor'> & { readonly openMinor: string };
type KeptTerms = Omit<NoteTerms, 'feeMinor' | 'plan'> & {
  readonly feeMinor: string;
  readonly plan: { readonly askedMinor: string; readonly stretches: readonly KeptStretch[] } | null;
};
type KeptItem = Omit<NoteItem, 'openMinor' | 'stretches'> & {
  readonly openMinor: string;
  readonly stretches: readonly KeptStretch[];
};
type LineRow = Pick<NoteLine, 'fromOn' | 'toOn' | 'interestMinor' | 'feeMinor'> & {
  readonly number: string;
  readonly dueOn: LocalDate;
  readonly said: KeptItem | null;
};

/** What a note says for good. */
export async function noteContent(tx: Tx, noteId: string): Promise<NoteContent> {
  const { terms, ...days } = await tx.one<Pick<NoteContent, 'fromOn' | 'untilOn'> & { terms: KeptTerms | null }>(sql`
    select terms, from_on as "fromOn", until_on as "untilOn" from interest_charge where company_id = ${tx.company.id} and id = ${noteId}`);
  const rows = await tx.all<LineRow>(sql`
    select l.from_on as "fromOn", l.to_on as "toOn", l.interest_minor as "interestMinor", l.fee_minor as "feeMinor", i.number,
        i.due_on as "dueOn", l.said
      from interest_charge_line l join item i on i.company_id = l.company_id and i.id = l.item_id
      where l.company_id = ${tx.company.id} and l.charge_id = ${noteId}
      order by coalesce(l.said ->> 'dueOn', i.due_on::text), i.number, i.id`);
  return { ...days, terms: terms && termsOf(terms), lines: rows.map(lineOf) };
}

function termsOf({ plan, feeMinor, ...terms }: KeptTerms): NoteTerms {
  const ofPlan = plan && { askedMinor: BigInt(plan.askedMinor), stretches: plan.stretches.map(stretchOf) };
  return { ...terms, feeMinor: BigInt(feeMinor), plan: ofPlan };
}

function lineOf({ said, ...line }: LineRow): NoteLine {
  if (said === null) return { ...line, daysLate: 0, openMinor: 0n, stretches: [] };
  const { number, dueOn, daysLate, openMinor, stretches } = said;
  return { ...line, number, dueOn, daysLate, openMinor: BigInt(openMinor), stretches: stretches.map(stretchOf) };
}

function stretchOf({ fromOn, toOn, openMinor, ...rest }: KeptStretch): InterestStretch {
  return { ...rest, fromOn: localDate(fromOn), toOn: localDate(toOn), openMinor: BigInt(openMinor) };
}
