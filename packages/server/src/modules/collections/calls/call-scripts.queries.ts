import type { CallSituation } from '@quittance/core/calls';
import type { LetterLanguage } from '@quittance/core/correspondence';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface ScriptVersion {
  readonly situation: CallSituation;
  readonly language: LetterLanguage;
  readonly number: number;
  /** Null: back to the words that come with the product. */
  readonly body: string | null;
  readonly madeByName: string;
  readonly madeAt: string;
}

/** The latest version of each that the company changed. */
export function latestScripts(tx: Tx): Promise<ScriptVersion[]> {
  return tx.all(sql`
    select distinct on (situation, language) situation, language, number, body, made_by_name as "madeByName", made_at as "madeAt"
      from call_script where company_id = ${tx.company.id} order by situation, language, number desc`);
}

export async function insertScript(
  tx: Tx,
  version: Pick<ScriptVersion, 'situation' | 'language' | 'number' | 'body'>,
): Promise<void> {
  await tx.run(sql`
    insert into call_script (company_id, situation, language, number, body, made_by, made_by_name, made_at)
      values (${tx.company.id}, ${version.situation}, ${version.language}, ${version.number}, ${version.body}, ${tx.actor.id},
        ${tx.actor.name}, ${tx.recordedAt})`);
}
