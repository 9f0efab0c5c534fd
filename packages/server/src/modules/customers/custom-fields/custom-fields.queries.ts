import type { FieldKind, FieldSubject } from '@quittance/core/custom-fields';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface CustomField {
  readonly id: string;
  readonly subjectKind: FieldSubject;
  readonly name: string;
  readonly kind: FieldKind;
  readonly choices: readonly string[];
  readonly position: number;
}

/** In use, in the order shown. */
export function listFields(tx: Tx): Promise<CustomField[]> {
  return tx.all(sql`
    select id, subject_kind as "subjectKind", name, kind, choices, position from custom_field
      where company_id = ${tx.company.id} and retired_at is null order by subject_kind, position, id`);
}

/** One at a time changes the fields of a company: their number and names are checked first. */
export async function lockFields(tx: Tx): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(${FIELD_LOCK}, hashtext(${tx.company.id}))`);
}

const FIELD_LOCK = 7311; // the advisory lock of whoever changes a company's fields

export async function insertField(tx: Tx, field: CustomField): Promise<void> {
  await tx.run(sql`
    insert into custom_field (company_id, id, subject_kind, name, kind, choices, position)
      values (${tx.company.id}, ${field.id}, ${field.subjectKind}, ${field.name}, ${field.kind}, ${[...field.choices]}::text[],
        ${field.position})`);
}

export async function updateField(
  tx: Tx,
  { id, name, choices, position }: Pick<CustomField, 'id' | 'name' | 'choices' | 'position'>,
): Promise<void> {
  await tx.run(sql`
    update custom_field set name = ${name}, choices = ${[...choices]}::text[], position = ${position}
      where company_id = ${tx.company.id} and id = ${id}`);
}

export async function retireField(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`
    update custom_field set retired_at = ${tx.recordedAt} where company_id = ${tx.company.id} and id = ${id}`);
}

export interface CustomValue {
  readonly subjectId: string;
  readonly fieldId: string;
  readonly value: string;
  readonly setAt: string;
  readonly setByName: string;
}

/** Of fields in use. */
export function valuesOf(tx: Tx, subjectIds: readonly string[]): Promise<CustomValue[]> {
  return tx.all(sql`
    select v.subject_id as "subjectId", v.field_id as "fieldId", v.value, v.set_at as "setAt", v.set_by_name as "setByName"
      from custom_value v join custom_field f on f.company_id = v.company_id and f.id = v.field_id and f.retired_at is null
      where v.company_id = ${tx.company.id} and v.subject_id = any(${subjectIds}::uuid[])`);
}

const ITEM_VALUES_MAX = 20_000; // of one customer: what a list of its items can show

/** Of the items of these customers. */
export function valuesOfItems(
  tx: Tx,
  customerIds: readonly string[],
): Promise<Omit<CustomValue, 'setAt' | 'setByName'>[]> {
  return tx.all(sql`
    select v.subject_id as "subjectId", v.field_id as "fieldId", v.value
      from item i join custom_value v on v.company_id = i.company_id and v.subject_id = i.id
      join custom_field f on f.company_id = v.company_id and f.id = v.field_id and f.retired_at is null and f.subject_kind = 'item'
      where i.company_id = ${tx.company.id} and i.customer_id = any(${[...customerIds]}::uuid[]) limit ${ITEM_VALUES_MAX}`);
}

export async function saveValue(
  tx: Tx,
  { subjectId, fieldId, value }: Pick<CustomValue, 'subjectId' | 'fieldId' | 'value'>,
): Promise<void> {
  await tx.run(sql`
    insert into custom_value (company_id, subject_id, field_id, value, set_at, set_by_name)
      values (${tx.company.id}, ${subjectId}, ${fieldId}, ${value}, ${tx.recordedAt}, ${tx.actor.name})
      on conflict (company_id, subject_id, field_id) do update
        set value = excluded.value, set_at = excluded.set_at, set_by_name = excluded.set_by_name`);
}

export async function deleteValue(
  tx: Tx,
  { subjectId, fieldId }: { subjectId: string; fieldId: string },
): Promise<void> {
  await tx.run(sql`
    delete from custom_value where company_id = ${tx.company.id} and subject_id = ${subjectId} and field_id = ${fieldId}`);
}
