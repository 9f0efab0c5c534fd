/**
 * Whether an advice is there already. It is known by what it says: currency, the payment's number and day, its amount, and what each
 * line pays. Two payers may say the same, a payment on account of 1,000.00 on one day; then both are kept, else one would be lost.
 */
import { createHash } from 'node:crypto';
import { codeKey, normaliseAccount, normalisePartyName } from '@quittance/core/matching';
import type { Remittance, RemittanceParty } from '@quittance/core/remittance';
import type { Tx } from '../../../platform/database/transaction.ts';
import { findStandingAdvices } from './advices.queries.ts';

/** Payers whose advices say the very same; more are no coincidence, and are not kept. */
const PAYERS_MAX = 20;

interface Payer {
  readonly key: string;
  readonly account: string | null;
}

interface Told extends Payer {
  readonly contentKey: string;
  /** The part of the file in which it stood. */
  readonly part: string;
}

export interface SameAdvices {
  /** Where the same advice stands, or under which key this one is to be kept. */
  readonly look: (remittance: Remittance, part: string | null) => Promise<{ there: string } | { contentKey: string }>;
}

/** For the advices of one file, one after the other. */
export function createSameAdvices(tx: Tx): SameAdvices {
  const told: Told[] = [];
  return {
    async look(remittance, part) {
      const payer = payerOf(remittance.payer);
      const keys = keysOf(contentOf(remittance));
      const before = told.find((one) => keys.includes(one.contentKey) && mayBeSame(one, payer));
      if (before !== undefined) return { there: before.part };
      const standing = await findStandingAdvices(tx, keys);
      const same = standing.find((one) =>
        addsNothing(payer, { key: one.payerKey, account: accountOf(one.payerAccount) }),
      );
      if (same !== undefined) return { there: same.fileName };
      const taken = new Set([...standing.map(({ key }) => key), ...told.map((one) => one.contentKey)]);
      const contentKey = keys.find((key) => !taken.has(key));
      if (contentKey === undefined) return { there: standing[0]?.fileName ?? 'this file' };
      told.push({ ...payer, contentKey, part: part ?? 'this file' });
      return { contentKey };
    },
  };
}

/** Parts of one message are of one payer, whoever of them says so. */
function mayBeSame(left: Payer, right: Payer): boolean {
  if (left.account !== null && left.account === right.account) return true;
  if (left.key === '' || right.key === '') return true;
  return left.key.includes(right.key) || right.key.includes(left.key);
}

/** One that stands without its payer does not keep out the same from somebody who is named. */
function addsNothing(own: Payer, standing: Payer): boolean {
  const isNamed = own.key !== '' || own.account !== null;
  if (isNamed && standing.key === '' && standing.account === null) return false;
  return mayBeSame(own, standing);
}

function payerOf({ name, account }: RemittanceParty): Payer {
  return { key: normalisePartyName(name ?? ''), account: accountOf(account) };
}

function accountOf(account: string | null): string | null {
  return account === null ? null : normaliseAccount(account);
}

/** The first is the content's own; further ones are of other payers who say the same. */
function keysOf(content: string): readonly string[] {
  return [content, ...Array.from({ length: PAYERS_MAX - 1 }, (_, at) => `${content} ${at + 2}`)];
}

function contentOf({ currency, traceNumber, paidOn, amountMinor, lines }: Remittance): string {
  const told = lines.map(({ document, paidMinor, grossMinor }) => [
    codeKey(document?.number ?? ''),
    paidMinor?.toString() ?? null,
    grossMinor?.toString() ?? null,
  ]);
  const text = JSON.stringify([currency, codeKey(traceNumber ?? ''), paidOn, amountMinor?.toString() ?? null, told]);
  return createHash('sha256').update(text).digest('base64url');
}
