/**
 * A sheet is no way around a role: posting or undoing one also needs what doing the same by hand needs. What holds items back from
 * being asked for is posted by a person, never by a folder or a mailbox on its own.
 */
import type { Permission } from '@quittance/core/permissions';
import { AppError } from '../../platform/errors.ts';
import type { ImportBatch } from './import-batch.ts';

const NEEDED: Readonly<Partial<Record<ImportBatch['kind'], Permission>>> = {
  promises: 'holds.manage',
  contacts: 'customers.write',
  notes: 'activities.write',
};

/** Throws `import_kind_not_allowed`. */
export function requireKindAllowed({ kind }: Pick<ImportBatch, 'kind'>, permissions: ReadonlySet<Permission>): void {
  const permission = NEEDED[kind];
  if (permission === undefined || permissions.has(permission)) return;
  const message = `Posting or undoing ${kind} needs the permission ${permission}, as writing them down by hand does. Ask somebody who has it: the import waits here.`;
  throw new AppError('import_kind_not_allowed', message, { status: 403, details: { kind, permission } });
}

/** Throws `import_waits_for_a_person`. */
export function requirePerson({ kind }: Pick<ImportBatch, 'kind'>): void {
  if (kind !== 'promises') return;
  const message = 'Promises hold items back: a person who may write them down looks at this import and posts it.';
  throw new AppError('import_waits_for_a_person', message, { status: 409 });
}
