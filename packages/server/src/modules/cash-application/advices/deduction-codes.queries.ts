/** What customers' own codes of deductions mean to us. */
import { codeKey, type DeductionReason } from '@quittance/core/matching';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';

export interface DeductionCode {
  readonly id: string;
  readonly customerId: string;
  readonly customerNumber: string;
  readonly code: string;
  readonly reason: DeductionReason;
  readonly setAt: string;
  readonly setByName: string;
}

/** A customer has some dozen codes, and few customers send any. */
const CODES_MAX = 10_000;

const CODE = sql`
  select k.id, k.customer_id as "customerId", c.number as "customerNumber", k.code, k.reason, k.set_at as "setAt", k.set_by_name as "setByName"
    from deduction_code k join customer c on c.company_id = k.company_id and c.id = k.customer_id`;

export async function codesOfCustomers(tx: Tx): Promise<DeductionCode[]> {
  return tx.all(
    sql`${CODE} where k.company_id = ${tx.company.id} and k.ended_at is null order by k.id limit ${CODES_MAX}`,
  );
}

export async function codesOf(tx: Tx, customerId: string): Promise<DeductionCode[]> {
  return tx.all(sql`
    ${CODE} where k.company_id = ${tx.company.id} and k.customer_id = ${customerId} and k.ended_at is null order by k.code_key`);
}

/** In the place of what the code meant before. */
export async function setCode(
  tx: Tx,
  { customerId, code, reason }: Pick<DeductionCode, 'customerId' | 'code' | 'reason'>,
): Promise<void> {
  await endCode(tx, { customerId, code });
  await tx.run(sql`
    insert into deduction_code (company_id, id, customer_id, code_key, code, reason, set_at, set_by_name)
      values (${tx.company.id}, ${newId()}, ${customerId}, ${codeKey(code)}, ${code}, ${reason}, ${tx.recordedAt}, ${tx.actor.name})`);
}

/** What the code meant it means no more. */
export async function endCode(tx: Tx, { customerId, code }: Pick<DeductionCode, 'customerId' | 'code'>): Promise<void> {
  await tx.run(sql`
    update deduction_code set ended_at = ${tx.recordedAt}, ended_by_name = ${tx.actor.name}
      where company_id = ${tx.company.id} and customer_id = ${customerId} and code_key = ${codeKey(code)} and ended_at is null`);
}
