import type { LetterLanguage } from '@quittance/core/correspondence';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { Purpose } from './purposes.ts';

export interface TemplateVersion {
  readonly purpose: Purpose;
  readonly language: LetterLanguage;
  readonly number: number;
  /** Null: back to the text that comes with the product. */
  readonly subject: string | null;
  readonly body: string | null;
  readonly madeByName: string;
  readonly madeAt: string;
}

const VERSION = sql`
  select purpose, language, number, subject, body, made_by_name as "madeByName", made_at as "madeAt" from message_template`;

/** The latest version of each purpose and language that the company changed. */
export async function latestVersions(tx: Tx): Promise<TemplateVersion[]> {
  return tx.all(sql`
    select distinct on (purpose, language) purpose, language, number, subject, body, made_by_name as "madeByName", made_at as "madeAt"
      from message_template where company_id = ${tx.company.id} and channel = 'mail' order by purpose, language, number desc`);
}

export async function latestVersion(
  tx: Tx,
  { purpose, language }: Pick<TemplateVersion, 'purpose' | 'language'>,
): Promise<TemplateVersion | undefined> {
  return tx.maybe(sql`${VERSION}
    where company_id = ${tx.company.id} and purpose = ${purpose} and channel = 'mail' and language = ${language}
    order by number desc limit 1`);
}

export async function insertVersion(
  tx: Tx,
  version: Pick<TemplateVersion, 'purpose' | 'language' | 'number' | 'subject' | 'body'>,
): Promise<void> {
  await tx.run(sql`
    insert into message_template (company_id, purpose, channel, language, number, subject, body, made_by, made_by_name, made_at)
      values (${tx.company.id}, ${version.purpose}, 'mail', ${version.language}, ${version.number}, ${version.subject}, ${version.body},
        ${tx.actor.id}, ${tx.actor.name}, ${tx.recordedAt})`);
}
