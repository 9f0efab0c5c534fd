/** Through which day the bank's statements told who had paid, on each past day: of each account in use the newest, of these the oldest. */
import { addDays, type LocalDate } from '../calendar/index.ts';

/** A day of an account of which a statement or a list of entries told. */
export interface BankTold {
  readonly account: string | null;
  readonly day: LocalDate;
  /** The number of the first of the days on which it was known. */
  readonly from: number;
  /** Only statements of long ago tell of an account that nobody uses any more. */
  readonly isStatement: boolean;
}

/** An account without a word for so long is no longer used. */
const ACCOUNT_IN_USE_DAYS = 90;

/** For each day; null while nothing was told. Account A told through the 16th and B through the 18th: the 16th. */
export function bankDataByDay(days: readonly LocalDate[], told: readonly BankTold[]): (LocalDate | null)[] {
  const sorted = [...told].sort((left, right) => left.from - right.from);
  const accounts = new Map<string | null, BankTold[]>();
  let next = 0;
  return days.map((on, number) => {
    for (let one = sorted[next]; one !== undefined && one.from <= number; one = sorted[++next]) {
      const own = accounts.get(one.account);
      if (own) own.push(one);
      else accounts.set(one.account, [one]);
    }
    return throughDay([...accounts.values()], on);
  });
}

function throughDay(accounts: readonly (readonly BankTold[])[], on: LocalDate): LocalDate | null {
  const since = addDays(on, -ACCOUNT_IN_USE_DAYS);
  const newest = accounts.flatMap((told) => {
    const days = told
      .filter(({ day, isStatement }) => day <= on && (isStatement || day >= since))
      .map(({ day }) => day);
    return days.sort().at(-1) ?? [];
  });
  const [oldestInUse] = newest.filter((day) => day >= since).sort();
  return oldestInUse ?? newest.sort().at(-1) ?? null;
}
