/**
 * The numbers under which files tell of one account: 37040044/0532013000 in an MT940, DE89370400440532013000 in a camt. What the
 * numbers tell of each other is core's rule (`bank-account`); where they leave a doubt, a person's word counts.
 */
import { sameAccount } from '@quittance/core/bank-account';
import type { Tx } from '../../../platform/database/transaction.ts';
import { accountKey } from './account-key.ts';
import {
  type KnownAccount,
  listKnownAccounts,
  listSpellingWords,
  type SpellingWord,
} from './account-spellings.queries.ts';

export interface AccountSpellings {
  /** The key that all spellings of an account share: that of the one known first. */
  readonly mainKey: (account: string | null) => string;
  /** Its own key, and those of all other numbers it is known by. */
  readonly keysOf: (account: string | null) => readonly string[];
  /** Known accounts that it may be, and of which nobody has said whether it is. */
  readonly doubts: (account: string) => readonly KnownAccount[];
}

export async function loadSpellings(tx: Tx): Promise<AccountSpellings> {
  return createSpellings(await listKnownAccounts(tx), await listSpellingWords(tx));
}

export function createSpellings(
  known: readonly KnownAccount[],
  words: readonly Pick<SpellingWord, 'oneKey' | 'otherKey' | 'isSame'>[],
): AccountSpellings {
  const said = new Map(words.map(({ oneKey, otherKey, isSame }) => [`${oneKey}\n${otherKey}`, isSame]));
  const wordOn = (left: string, right: string) => said.get([left, right].sort().join('\n'));
  const isSame = (left: string, right: string) => wordOn(left, right) ?? sameAccount(left, right) === 'same';
  const groups = new Map<string, readonly string[]>();
  const keysOf = (account: string | null) => {
    const key = accountKey(account);
    const group = groups.get(key) ?? groupOf(key, known, isSame);
    groups.set(key, group);
    return group;
  };
  const mainKey = (account: string | null) => {
    const group = new Set(keysOf(account));
    return known.find(({ key }) => group.has(key))?.key ?? accountKey(account);
  };
  return {
    keysOf,
    mainKey,
    doubts(account) {
      const key = accountKey(account);
      const group = keysOf(account);
      const doubtful = known.filter(
        (other) =>
          !group.includes(other.key) &&
          wordOn(key, other.key) === undefined &&
          sameAccount(key, other.key) === 'maybe' &&
          // Whoever said no of one number of an account has said it of the account.
          !keysOf(other.account).some((spelling) => wordOn(key, spelling) === false),
      );
      // An account known by two numbers is asked about once.
      return [
        ...new Map(doubtful.map((other) => [mainKey(other.account), other] as const).reverse()).values(),
      ].reverse();
    },
  };
}

/** All that is the same as what is the same: an account number said to be an IBAN's is that of the BLZ and Konto in it, too. */
function groupOf(
  key: string,
  known: readonly KnownAccount[],
  isSame: (left: string, right: string) => boolean,
): readonly string[] {
  if (key === '') return [key];
  const group = [key];
  for (const member of group) {
    for (const { key: other } of known) if (!group.includes(other) && isSame(member, other)) group.push(other);
  }
  return group;
}
