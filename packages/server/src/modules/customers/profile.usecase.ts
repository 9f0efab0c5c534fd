/** The procure-to-pay profile: each saving is a version, and nobody overwrites what another has written meanwhile. */
import type { CommandTx } from '../../platform/command/index.ts';
import { AppError } from '../../platform/errors.ts';
import { theLivingCustomer } from './customers.errors.ts';
import { currentProfile, insertProfile, type ProfileFields } from './profile.queries.ts';

/** `seen` is the version that was changed, 0 for the first. Throws `profile_is_outdated`. Returns the new version's number. */
export async function saveProfile(
  tx: CommandTx,
  { customerId, seen, fields }: { readonly customerId: string; readonly seen: number; readonly fields: ProfileFields },
): Promise<number> {
  await theLivingCustomer(tx, customerId); // locked: two who save wait for each other
  const before = await currentProfile(tx, customerId);
  if ((before?.number ?? 0) !== seen) {
    const who = before?.setByName ?? 'Somebody else';
    const message = `${who} changed this profile meanwhile. Look at what it says now, then change it again.`;
    throw new AppError('profile_is_outdated', message, { status: 409 });
  }
  const number = seen + 1;
  await insertProfile(tx, { customerId, number, fields });
  const subject = { subjectKind: 'customer', subjectId: customerId };
  tx.audit({ action: 'customers.profile_changed', ...subject, before: before?.fields, after: fields });
  return number;
}
