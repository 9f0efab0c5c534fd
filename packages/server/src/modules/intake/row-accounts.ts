/** The customers that rows name, looked up once a block. A number that nobody has refuses its row. */
import { findAccountsByNumber } from '../customers/index.ts';
import type { TakingContext } from './file-taker.ts';

export interface RowAccounts {
  readonly know: (numbers: readonly (string | null)[]) => Promise<void>;
  readonly find: (number: string) => AccountOfRow | undefined;
}

interface AccountOfRow {
  /** Whose account takes what is posted. */
  readonly accountId: string;
  /** Whose number it is. */
  readonly customerId: string;
}

export function createRowAccounts({ tx }: TakingContext): RowAccounts {
  const accounts = new Map<string, AccountOfRow | null>();
  return {
    async know(numbers) {
      const unknown = [...new Set(numbers)].filter((number) => number !== null && !accounts.has(number)) as string[];
      if (unknown.length === 0) return;
      for (const number of unknown) accounts.set(number, null);
      for (const found of await findAccountsByNumber(tx, unknown)) accounts.set(found.number, found);
    },
    find: (number) => accounts.get(number) ?? undefined,
  };
}

export function unknownCustomer(row: number, number: string) {
  const message = `There is no customer ${number}. Import the customer first, or correct the number.`;
  return { row, label: number, faults: [{ row, field: 'customerNumber', code: 'unknown_customer', message }] };
}
