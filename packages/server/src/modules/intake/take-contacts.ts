/** Contacts of an extract: people at customers that are known, added or changed in the fields that the file gives. */
import type { ContactRow } from '@quittance/core/extracts';
import { newId } from '../../platform/ids.ts';
import {
  type Contact,
  type ContactChange,
  findContacts,
  insertContacts,
  type NewContact,
  updateContacts,
} from '../customers/index.ts';
import { insertContactChanges, type RecordedContactChange } from './contact-changes.queries.ts';
import type { FileTaker, TakingContext } from './file-taker.ts';
import { createRowAccounts, type RowAccounts, unknownCustomer } from './row-accounts.ts';

export async function takeContacts(context: TakingContext): Promise<FileTaker> {
  const accounts = createRowAccounts(context);
  const people = createPeople(context);
  return {
    async take(message) {
      if (message.type === 'contacts') await takeBlock(context, message.contacts, { accounts, people });
    },
    finish: async () => undefined,
  };
}

async function takeBlock(
  context: TakingContext,
  rows: readonly ContactRow[],
  { accounts, people }: { readonly accounts: RowAccounts; readonly people: People },
): Promise<void> {
  const { tx, recorder, batchId, commandId } = context;
  await accounts.know(rows.map((row) => row.customerNumber));
  await people.know(rows.flatMap((row) => accounts.find(row.customerNumber)?.customerId ?? []));
  const added: NewContact[] = [];
  const changed: RecordedContactChange[] = [];
  for (const row of rows) {
    const customerId = accounts.find(row.customerNumber)?.customerId;
    if (customerId === undefined) {
      recorder.refuse(unknownCustomer(row.row, row.customerNumber));
      continue;
    }
    const earlier = people.find(customerId, row);
    const isPrimary = row.isPrimary && people.isPrimaryFree(customerId, earlier?.id);
    if (row.isPrimary && !isPrimary) recorder.note(primaryStands(row));
    if (earlier === undefined) {
      const contact = { id: newId(), customerId, ...valuesOf(row), isPrimary };
      added.push(contact);
      people.add(contact);
      recorder.count('added', () => shown(row, null));
      continue;
    }
    const change = changeOf(earlier, row, isPrimary);
    recorder.count(change === null ? 'unchanged' : 'changed', () => shown(row, change));
    if (change !== null) changed.push(change);
    if (change !== null) people.change(customerId, change.after);
  }
  if (commandId === null) return;
  await insertContacts(tx, added, batchId);
  await insertContactChanges(tx, batchId, changed);
  await updateContacts(
    tx,
    changed.map(({ after }) => after),
  );
}

function valuesOf(row: ContactRow) {
  const { name, roles, language, email, phone, notes } = row;
  return { name, roles, language, email, phone, notes };
}

/** What the file gives and differs; a field it leaves blank stays, roles are added to those there are. */
function changeOf(earlier: KnownContact, row: ContactRow, isPrimary: boolean): RecordedContactChange | null {
  const before: ContactChange = {
    id: earlier.id,
    name: earlier.name,
    roles: earlier.roles,
    language: earlier.language,
    email: earlier.email,
    phone: earlier.phone,
    isPrimary: earlier.isPrimary,
    notes: earlier.notes,
    endedAt: earlier.endedAt,
  };
  const after: ContactChange = {
    ...before,
    name: plain(row.name) === plain(earlier.name) ? earlier.name : row.name,
    roles: [...new Set([...earlier.roles, ...row.roles])],
    language: row.language ?? earlier.language,
    email: row.email ?? earlier.email,
    phone: row.phone ?? earlier.phone,
    isPrimary: earlier.isPrimary || isPrimary,
    notes: row.notes ?? earlier.notes,
  };
  return JSON.stringify(before) === JSON.stringify(after) ? null : { customerId: earlier.customerId, before, after };
}

type KnownContact = Omit<Contact, 'createdAt'>;

interface People {
  readonly know: (customerIds: readonly string[]) => Promise<void>;
  /** The same person: the same e-mail address, else the same name where an address is missing on one side. */
  readonly find: (customerId: string, row: ContactRow) => KnownContact | undefined;
  readonly isPrimaryFree: (customerId: string, except: string | undefined) => boolean;
  readonly add: (contact: NewContact) => void;
  readonly change: (customerId: string, contact: ContactChange) => void;
}

function createPeople({ tx }: TakingContext): People {
  const people = new Map<string, KnownContact[]>();
  const of = (customerId: string) => people.get(customerId) ?? [];
  return {
    async know(customerIds) {
      const unknown = [...new Set(customerIds)].filter((id) => !people.has(id));
      if (unknown.length === 0) return;
      for (const id of unknown) people.set(id, []);
      for (const contact of await findContacts(tx, unknown)) of(contact.customerId).push(contact);
    },
    find(customerId, row) {
      const there = of(customerId).filter((one) => one.endedAt === null);
      const sameAddress = there.find(
        (one) => row.email !== null && one.email?.toLowerCase() === row.email.toLowerCase(),
      );
      const isSameName = (one: KnownContact) => plain(one.name) === plain(row.name);
      return sameAddress ?? there.find((one) => isSameName(one) && (one.email === null || row.email === null));
    },
    isPrimaryFree: (customerId, except) => !of(customerId).some((one) => one.isPrimary && one.id !== except),
    add({ roles = [], language = null, email = null, phone = null, isPrimary = false, notes = null, ...rest }) {
      of(rest.customerId).push({ ...rest, roles, language, email, phone, isPrimary, notes, endedAt: null });
    },
    change(customerId, contact) {
      const there = of(customerId);
      const at = there.findIndex((one) => one.id === contact.id);
      if (at >= 0) there[at] = { ...contact, customerId };
    },
  };
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split(/[\s,.]+/)
    .sort()
    .join(' ')
    .trim();
}

function primaryStands(row: ContactRow) {
  const message = `Customer ${row.customerNumber} has a main contact already: ${row.name} was taken as a further one.`;
  return { row: row.row, field: 'isPrimary', code: 'primary_stands', message };
}

function shown(row: ContactRow, change: RecordedContactChange | null) {
  const fields: Record<string, string> = {
    name: row.name,
    role: row.roles.join(', '),
    email: row.email ?? '',
    phone: row.phone ?? '',
    language: row.language ?? '',
  };
  if (change !== null) fields.differs = differences(change).join('; ');
  return { row: row.row, label: row.customerNumber, fields };
}

function differences({ before, after }: RecordedContactChange): string[] {
  const text = (value: unknown) => (Array.isArray(value) ? value.join(', ') : String(value ?? '')) || 'none';
  const fields = ['name', 'roles', 'language', 'email', 'phone', 'isPrimary', 'notes'] as const;
  return fields
    .filter((field) => text(before[field]) !== text(after[field]))
    .map((field) => `${field}: ${text(before[field])} becomes ${text(after[field])}`);
}
