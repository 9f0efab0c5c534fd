/** What a company keeps about customers and items in fields of its own, so that nobody keeps a spreadsheet beside it. */
import { CHOICES_MAX, FIELDS_MAX, type FieldSubject, fieldValue } from '@quittance/core/custom-fields';
import type { CommandTx } from '../../../platform/command/index.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import {
  type CustomField,
  deleteValue,
  insertField,
  listFields,
  lockFields,
  retireField,
  saveValue,
  updateField,
  valuesOf,
} from './custom-fields.queries.ts';

export type FieldDraft = Pick<CustomField, 'name' | 'choices'>;
export type NewFieldDraft = FieldDraft & Pick<CustomField, 'subjectKind' | 'kind'>;

/** Throws `too_many_fields`, `field_name_taken`, `field_choices_wrong`. */
export async function addField(tx: CommandTx, draft: NewFieldDraft): Promise<{ id: string }> {
  await lockFields(tx);
  const fields = await listFields(tx);
  if (fields.length >= FIELDS_MAX) {
    const message = `A company has at most ${FIELDS_MAX} fields of its own. Retire one that nobody uses.`;
    throw new AppError('too_many_fields', message, { status: 409, details: { most: FIELDS_MAX } });
  }
  requireFreeName(fields, draft);
  requireChoices(draft);
  const position = Math.max(0, ...fields.map((field) => field.position)) + 1;
  const field = { ...draft, id: newId(), position };
  await insertField(tx, field);
  tx.audit({ action: 'custom_field.add', subjectKind: 'company', subjectId: tx.company.id, after: field });
  return { id: field.id };
}

/** Another name, or further choices; a choice that is gone stays on who has it. Throws as above, and `not_found`. */
export async function changeField(tx: CommandTx, id: string, draft: FieldDraft): Promise<void> {
  await lockFields(tx);
  const fields = await listFields(tx);
  const before = theField(fields, id);
  requireFreeName(
    fields.filter((field) => field.id !== id),
    { ...before, ...draft },
  );
  requireChoices({ kind: before.kind, choices: draft.choices });
  await updateField(tx, { ...draft, id, position: before.position });
  tx.audit({ action: 'custom_field.change', subjectKind: 'company', subjectId: tx.company.id, before, after: draft });
}

/** Shown no more; its values stay, and their history. */
export async function removeField(tx: CommandTx, id: string): Promise<void> {
  await lockFields(tx);
  const before = theField(await listFields(tx), id);
  await retireField(tx, id);
  tx.audit({ action: 'custom_field.retire', subjectKind: 'company', subjectId: tx.company.id, before });
}

export interface ValuesRequest {
  readonly subjectKind: FieldSubject;
  readonly subjectId: string;
  /** By field; null takes the value away. */
  readonly values: Readonly<Record<string, string | null>>;
}

/** Throws `not_found` (the field), `field_value_wrong`. What stays the same leaves no trace. */
export async function setValues(tx: CommandTx, { subjectKind, subjectId, values }: ValuesRequest): Promise<void> {
  const fields = (await listFields(tx)).filter((field) => field.subjectKind === subjectKind);
  const standing = new Map((await valuesOf(tx, [subjectId])).map((one) => [one.fieldId, one.value]));
  for (const [fieldId, typed] of Object.entries(values)) {
    const field = theField(fields, fieldId);
    const before = standing.get(fieldId) ?? null;
    const after = typed === null || typed.trim() === '' ? null : requireValue(field, typed);
    if (before === after) continue;
    if (after === null) await deleteValue(tx, { subjectId, fieldId });
    else await saveValue(tx, { subjectId, fieldId, value: after });
    const change = { before: { [field.name]: before }, after: { [field.name]: after } };
    tx.audit({ action: 'custom_value.set', subjectKind, subjectId, ...change });
  }
}

function requireValue(field: CustomField, typed: string): string {
  const value = fieldValue(field, typed);
  if (value !== null) return value;
  const message = `“${typed.slice(0, 80)}” does not fit into ${field.name}: ${EXPECTED[field.kind]}.`;
  throw new AppError('field_value_wrong', message, { details: { field: field.name, value: typed.slice(0, 80) } });
}

const EXPECTED: Readonly<Record<CustomField['kind'], string>> = {
  text: 'up to 500 characters',
  number: 'a number such as 1234.5',
  money: 'an amount with its currency such as 1234.50 EUR',
  date: 'a day such as 2026-11-30',
  choice: 'one of its choices',
  yes_no: 'yes or no',
};

function theField(fields: readonly CustomField[], id: string): CustomField {
  const field = fields.find((one) => one.id === id);
  if (field === undefined) throw notFound('custom field', id);
  return field;
}

function requireFreeName(
  fields: readonly CustomField[],
  { subjectKind, name }: Pick<CustomField, 'subjectKind' | 'name'>,
) {
  const isTaken = fields.some(
    (field) => field.subjectKind === subjectKind && field.name.toLowerCase() === name.toLowerCase(),
  );
  if (!isTaken) return;
  throw new AppError('field_name_taken', `There is a field ${name} already. Choose another name.`, {
    status: 409,
    details: { name },
  });
}

function requireChoices({ kind, choices }: Pick<CustomField, 'kind' | 'choices'>): void {
  const isRight = kind === 'choice' ? choices.length > 0 && choices.length <= CHOICES_MAX : choices.length === 0;
  if (isRight && new Set(choices).size === choices.length) return;
  const message = `A choice has from 1 to ${CHOICES_MAX} different words, any other field has none.`;
  throw new AppError('field_choices_wrong', message, { details: { most: CHOICES_MAX } });
}
