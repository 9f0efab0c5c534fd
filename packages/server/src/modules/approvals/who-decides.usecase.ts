/**
 * Who may decide, as things are now. Asked when a request is approved, also of those who approved before: whoever has lost the role,
 * has left, or has a lower limit by now counts no more.
 */
import { type ApprovalKind, isWithin } from '@quittance/core/approvals';
import { permissionsOf, type Role } from '@quittance/core/permissions';
import type { Tx } from '../../platform/database/transaction.ts';
import { listMembers } from '../identity/index.ts';
import { limitsIn, type Rules } from './limits.usecase.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

const MEMBERS_MAX = 500; // more people in one company than any team has

/** Everybody who works in the company and may decide at all. */
export async function listDeciders(tx: Tx): Promise<readonly Person[]> {
  const members = await listMembers(tx, { after: undefined, limit: MEMBERS_MAX });
  return members.filter(
    ({ disabledAt, roles }) => disabledAt === null && permissionsOf(roles).includes('approvals.decide'),
  );
}

export interface Worth {
  readonly kind: ApprovalKind;
  readonly valueMinor: bigint;
}

/** Those of them whose limit is high enough. */
export function withinLimit(deciders: readonly Person[], rules: Rules, { kind, valueMinor }: Worth): readonly Person[] {
  return deciders.filter((person) => isWithin(valueMinor, limitsIn(rules, person, kind).decideMinor));
}

/** Of the approvals given, by person, those of people who still may. */
export function stillCounting<T>(given: ReadonlyMap<string, T>, able: readonly Person[]): Map<string, T> {
  const ids = new Set(able.map(({ id }) => id));
  return new Map([...given].filter(([id]) => ids.has(id)));
}
