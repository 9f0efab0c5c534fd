import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface KnownAccount {
  readonly key: string;
  /** As files write it. */
  readonly account: string;
}

/** Of one company; large groups keep some hundreds. */
const ACCOUNTS_MAX = 2_000;

/** Accounts that posted files told of: first those that were learned as ours, the earliest first, then other ways to write them. */
export async function listKnownAccounts(tx: Tx): Promise<KnownAccount[]> {
  return tx.all(sql`
    select key, min(account) as account from (
      select account_key as key, account, learned_at as at from own_bank_account where company_id = ${tx.company.id}
      union all
      select distinct on (upper(regexp_replace(s.account, '\\s', '', 'g'))) upper(regexp_replace(s.account, '\\s', '', 'g')), s.account,
          'infinity'::timestamptz
        from bank_statement s join import_batch b on b.company_id = s.company_id and b.id = s.batch_id and b.status = 'posted'
        where s.company_id = ${tx.company.id} and s.account is not null and s.report <> 'lockbox') known
      group by key order by min(at), key limit ${ACCOUNTS_MAX}`);
}

/** A person's word whether two numbers are one account. */
export interface SpellingWord {
  readonly oneKey: string;
  readonly otherKey: string;
  readonly isSame: boolean;
  readonly by: string;
  readonly at: string;
}

const WORDS_MAX = 2_000;

export async function listSpellingWords(tx: Tx): Promise<SpellingWord[]> {
  return tx.all(sql`
    select one_key as "oneKey", other_key as "otherKey", is_same as "isSame", said_by_name as by, said_at as at
      from own_account_spelling where company_id = ${tx.company.id} order by said_at desc limit ${WORDS_MAX}`);
}

export async function saveSpellingWord(
  tx: Tx,
  word: Pick<SpellingWord, 'oneKey' | 'otherKey' | 'isSame'>,
): Promise<void> {
  await tx.run(sql`
    insert into own_account_spelling (company_id, one_key, other_key, is_same, said_by, said_by_name, said_at)
      values (${tx.company.id}, ${word.oneKey}, ${word.otherKey}, ${word.isSame}, ${tx.actor.id}, ${tx.actor.name}, ${tx.recordedAt})
      on conflict (company_id, one_key, other_key) do update
        set is_same = excluded.is_same, said_by = excluded.said_by, said_by_name = excluded.said_by_name, said_at = excluded.said_at`);
}

export async function deleteSpellingWord(tx: Tx, word: Pick<SpellingWord, 'oneKey' | 'otherKey'>): Promise<void> {
  await tx.run(sql`
    delete from own_account_spelling
      where company_id = ${tx.company.id} and one_key = ${word.oneKey} and other_key = ${word.otherKey}`);
}
