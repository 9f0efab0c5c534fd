/** A company's terms of interest as versions, and the reference rates it keeps. */
import { type LocalDate, localDate } from '@quittance/core/calendar';
import {
  ECB_REFERENCE_RATES,
  EIGHT_POINTS_E4,
  EU_FEE_MINOR,
  type InterestPolicy,
  type RateFrom,
} from '@quittance/core/interest';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

type StoredTerms = Omit<InterestPolicy, 'minimumMinor' | 'feeMinor'> & {
  readonly minimumMinor: string;
  readonly feeMinor: string;
};

export interface TermsInForce {
  readonly policy: InterestPolicy;
  /** 0: none was set, and nothing is asked. */
  readonly number: number;
  readonly reason: string | null;
  readonly setAt: string | null;
  readonly setByName: string | null;
}

export async function termsInForce(tx: Tx): Promise<TermsInForce> {
  const set = await tx.maybe<Omit<TermsInForce, 'policy'> & { terms: StoredTerms }>(sql`
    select number, terms, reason, set_at as "setAt", set_by_name as "setByName" from interest_policy
      where company_id = ${tx.company.id} order by number desc limit 1`);
  if (!set) return { policy: startingPolicy(tx.today), number: 0, reason: null, setAt: null, setByName: null };
  const { terms, ...rest } = set;
  const minors = { minimumMinor: BigInt(terms.minimumMinor), feeMinor: BigInt(terms.feeMinor) };
  return { ...rest, policy: { ...terms, ...minors, fromOn: localDate(terms.fromOn) } };
}

const USUAL_GRACE_DAYS = 7; // transfers take days, and 40.00 for one day late costs more goodwill than it brings

/** What the form begins with: the Directive's terms from today on; what happened before is asked only by who sets an earlier day. */
function startingPolicy(today: LocalDate): InterestPolicy {
  return {
    scheme: 'none',
    rateE4: EIGHT_POINTS_E4,
    dayCount: 'act365',
    graceDays: USUAL_GRACE_DAYS,
    minimumMinor: 0n,
    feeMinor: EU_FEE_MINOR,
    feeCurrency: 'EUR',
    noteDueDays: 14,
    fromOn: today,
  };
}

export async function insertTerms(tx: Tx, policy: InterestPolicy, reason: string): Promise<number> {
  const { minimumMinor, feeMinor, ...rest } = policy;
  const terms: StoredTerms = { ...rest, minimumMinor: minimumMinor.toString(), feeMinor: feeMinor.toString() };
  const row = await tx.one<{ number: number }>(sql`
    insert into interest_policy (company_id, number, terms, reason, set_at, set_by, set_by_name)
      select ${tx.company.id}, coalesce(max(number), 0) + 1, ${JSON.stringify(terms)}::jsonb, ${reason}, ${tx.recordedAt}, ${tx.actor.id},
          ${tx.actor.name} from interest_policy where company_id = ${tx.company.id} returning number`);
  return row.number;
}

/** By their days. Until the company has entered any, those the product knows. */
export async function referenceRates(tx: Tx): Promise<RateFrom[]> {
  const own = await ownRates(tx);
  return own.length > 0 ? own : [...ECB_REFERENCE_RATES];
}

async function ownRates(tx: Tx): Promise<RateFrom[]> {
  return tx.all(sql`
    select valid_from as "validFrom", rate_e4 as "rateE4" from reference_rate
      where company_id = ${tx.company.id} and name = 'ecb' order by valid_from`);
}

/** Enters or corrects a rate; with the first one, those the product knows become the company's own. */
export async function saveRate(tx: Tx, rate: RateFrom): Promise<void> {
  const rows =
    (await ownRates(tx)).length > 0
      ? [rate]
      : [...ECB_REFERENCE_RATES.filter(({ validFrom }) => validFrom !== rate.validFrom), rate];
  await tx.run(sql`
    insert into reference_rate (company_id, name, valid_from, rate_e4, set_at, set_by, set_by_name)
      select ${tx.company.id}, 'ecb', "validFrom", "rateE4", ${tx.recordedAt}, ${tx.actor.id}, ${tx.actor.name}
        from json_to_recordset(${JSON.stringify(rows)}) as r ("validFrom" date, "rateE4" int)
      on conflict (company_id, name, valid_from) do update
        set rate_e4 = excluded.rate_e4, set_at = excluded.set_at, set_by = excluded.set_by, set_by_name = excluded.set_by_name`);
}
