/** Customers of an extract: added, or changed in the fields that the file gives. */
import type { CustomerRow } from '@quittance/core/extracts';
import { closesCircle } from '@quittance/core/parties';
import { newId } from '../../platform/ids.ts';
import {
  addBankAccounts,
  type BankAccountOf,
  type Customer,
  type CustomerChange,
  findBankAccounts,
  findCustomersByNumber,
  findParentsAbove,
  insertCustomers,
  type NewCustomer,
  updateCustomers,
} from '../customers/index.ts';
import { insertCustomerChanges } from './customer-changes.queries.ts';
import type { FileTaker, TakingContext } from './file-taker.ts';

const FIELDS = ['name', 'country', 'language', 'taxId', 'email', 'phone', 'terms'] as const;
type Field = (typeof FIELDS)[number];
type FieldValues = Partial<Record<Field, string>>;

export async function takeCustomers(context: TakingContext): Promise<FileTaker> {
  const families: CustomerRow[] = [];
  return {
    async take(message) {
      if (message.type !== 'customers') return;
      for (const row of message.customers) if (row.parentNumber !== null) families.push(row);
      await takeBlock(context, message.customers);
    },
    finish: () => joinFamilies(context, families),
  };
}

async function takeBlock(context: TakingContext, rows: readonly CustomerRow[]): Promise<void> {
  const { tx, recorder, batchId, commandId } = context;
  const standing = new Map(
    (
      await findCustomersByNumber(
        tx,
        rows.map((row) => row.number),
      )
    ).map((one) => [one.askedNumber, one]),
  );
  const known = await findBankAccounts(
    tx,
    [...standing.values()].map((one) => one.id),
  );
  const knownAccounts = new Set(known.map((one) => `${one.customerId} ${one.account}`));
  const added: NewCustomer[] = [];
  const changed: CustomerChangeOf[] = [];
  const accounts: BankAccountOf[] = [];
  for (const row of rows) {
    const earlier = standing.get(row.number);
    const customerId = earlier?.id ?? newId();
    const isNewAccount = row.bankAccount !== null && !knownAccounts.has(`${customerId} ${row.bankAccount}`);
    if (isNewAccount && row.bankAccount !== null) accounts.push({ customerId, account: row.bankAccount });
    const values = valuesOf(row);
    const change = earlier === undefined ? null : changeOf(earlier, values);
    const shown = () => ({ row: row.row, label: row.number, fields: { ...values, ...change?.shown } });
    if (earlier === undefined) {
      added.push({ id: customerId, number: row.number, ...values, name: row.name });
      recorder.count('added', shown);
    } else if (change !== null || isNewAccount) {
      if (change !== null) changed.push(change);
      recorder.count('changed', shown);
    } else recorder.count('unchanged', shown);
  }
  if (commandId === null) return;
  await insertCustomers(tx, added, batchId);
  await insertCustomerChanges(tx, batchId, changed);
  await updateCustomers(
    tx,
    changed.map(({ id, after }) => ({ id, ...after })),
  );
  await addBankAccounts(tx, accounts, 'import');
}

export interface CustomerChangeOf {
  readonly id: string;
  readonly before: Omit<CustomerChange, 'id'>;
  readonly after: Omit<CustomerChange, 'id'>;
  readonly shown: Readonly<Record<string, string>>;
}

/** The fields that the file gives and that differ; a field it leaves blank stays as it is. */
function changeOf(earlier: Customer, values: FieldValues): CustomerChangeOf | null {
  const differing = FIELDS.filter((field) => values[field] !== undefined && values[field] !== earlier[field]);
  if (differing.length === 0) return null;
  return {
    id: earlier.id,
    before: Object.fromEntries(differing.map((field) => [field, earlier[field]])),
    after: Object.fromEntries(differing.map((field) => [field, values[field]])),
    shown: {
      differs: differing.map((field) => `${field}: ${earlier[field] ?? 'none'} becomes ${values[field]}`).join('; '),
    },
  };
}

function valuesOf(row: CustomerRow): FieldValues & { name: string } {
  const given: Record<Field, string | null> = {
    name: row.name,
    country: row.country,
    language: row.language,
    taxId: row.vatId,
    email: row.email,
    phone: row.phone,
    terms: row.terms,
  };
  const known = Object.entries(given).filter((pair): pair is [string, string] => pair[1] !== null);
  return { ...Object.fromEntries(known), name: row.name };
}

const FAMILIES_PER_STATEMENT = 2_000;

/** Parents may stand further down in the file, so families are joined at its end. */
async function joinFamilies(context: TakingContext, families: readonly CustomerRow[]): Promise<void> {
  const { tx, recorder, commandId } = context;
  for (let at = 0; at < families.length; at += FAMILIES_PER_STATEMENT) {
    const block = families.slice(at, at + FAMILIES_PER_STATEMENT);
    const numbers = block.flatMap((row) => [row.number, row.parentNumber ?? '']);
    const found = new Map((await findCustomersByNumber(tx, numbers)).map((one) => [one.askedNumber, one]));
    const ids = [...found.values()].map((one) => one.id);
    const parents = await findParentsAbove(tx, ids);
    const changes: CustomerChange[] = [];
    for (const row of block) {
      const child = found.get(row.number);
      const parent = found.get(row.parentNumber ?? '');
      if (child !== undefined && parent !== undefined) {
        if (child.parentId === parent.id) continue;
        if (closesCircle(parents, { from: child.id, to: parent.id })) {
          recorder.note({ row: row.row, field: 'parentNumber', code: 'parent_circle', message: circleMessage(row) });
          continue;
        }
        parents.set(child.id, parent.id);
        changes.push({ id: child.id, parentId: parent.id });
      } else if (commandId !== null) {
        const message = `There is no customer ${row.parentNumber}: ${row.number} has no parent now. Import the parent, then this file again.`;
        recorder.note({ row: row.row, field: 'parentNumber', code: 'parent_unknown', message });
      }
    }
    if (commandId !== null) await updateCustomers(tx, changes);
  }
}

function circleMessage({ number, parentNumber }: CustomerRow): string {
  return `${number} cannot be under ${parentNumber}, which is ${number} itself or stands below it. Its parent stays as it is; correct the file.`;
}
