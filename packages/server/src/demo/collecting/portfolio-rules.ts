/** Who looks after whom: large balances with the administrator, so that whoever opens the demo first has customers of their own. */
import { minorDigits } from '@quittance/core/money';
import { setCover, setRules } from '../../modules/collections/index.ts';
import type { DemoCustomer } from '../customers/customers.ts';
import type { Member, Team } from './team.ts';

/** In whole units of the company's currency. */
const KEY_ACCOUNT_UNITS = 25_000n;

/** By company: countries, or beginnings of names, and whose they are. The rest is Manila's. */
const SPLITS: Readonly<
  Record<string, readonly { readonly name: string; readonly owner: Member; readonly countries: readonly string[] }[]>
> = {
  IT01: [
    { name: 'Italy', owner: 'collections_analyst', countries: ['IT'] },
    { name: 'Germany, Austria, Switzerland', owner: 'bengaluru', countries: ['DE', 'AT', 'CH'] },
  ],
  US01: [
    { name: 'Canada and Mexico', owner: 'bengaluru', countries: ['CA', 'MX'] },
    { name: 'United States', owner: 'collections_analyst', countries: ['US'] },
  ],
  UK01: [
    { name: 'United Kingdom', owner: 'collections_analyst', countries: ['GB'] },
    { name: 'Ireland, Netherlands, Belgium', owner: 'bengaluru', countries: ['IE', 'NL', 'BE'] },
  ],
};

export async function shareOutCustomers(team: Team): Promise<void> {
  const { code, functionalCurrency } = team.history.trade.company;
  const fromMinor = KEY_ACCOUNT_UNITS * 10n ** BigInt(minorDigits(functionalCurrency));
  const ofCountries = (SPLITS[code] ?? []).map(({ name, owner, countries }) => ({
    ...{ name, ownerId: team.actor(owner).id },
    conditions: [{ kind: 'text', attribute: 'country', anyOf: countries } as const],
  }));
  const keyAccounts = {
    ...{ name: 'Key accounts', ownerId: team.actor('administrator').id },
    conditions: [{ kind: 'balance', fromMinor, belowMinor: null } as const],
  };
  const rules = { rules: [keyAccounts, ...ofCountries], defaultOwnerId: team.actor('manila').id };
  await team.act('manager', 'portfolio_rules.set', (tx) =>
    setRules(tx, { ...rules, reason: 'Three desks, by country' }),
  );
  const covers: readonly (readonly [Member, Member])[] = [
    ['bengaluru', 'collections_analyst'],
    ['manila', 'bengaluru'],
    ['collections_analyst', 'administrator'],
  ];
  for (const [away, cover] of covers) {
    const pair = { personId: team.actor(away).id, coverId: team.actor(cover).id };
    await team.act('manager', 'portfolio.cover', (tx) => setCover(tx, pair).then(() => null));
  }
}

/** Whose desk a customer is on, but for key accounts. */
export function ownerOf({ history }: Team, { country }: DemoCustomer): 'collections_analyst' | 'bengaluru' | 'manila' {
  const split = (SPLITS[history.trade.company.code] ?? []).find(({ countries }) => countries.includes(country));
  return (split?.owner as 'collections_analyst' | 'bengaluru' | undefined) ?? 'manila';
}
