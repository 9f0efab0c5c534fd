/** What sales says of customers: how they buy, what they are, how much they matter; and where the clock of an American one stands. */
import { type CustomerChange, updateCustomers } from '../../modules/customers/index.ts';
import type { DemoCustomer } from '../customers/customers.ts';
import { randomOf } from '../random.ts';
import type { Team } from './team.ts';

const PUBLIC = /District|University|City of|Borough|Schools|Health|Medical/;
const RETAIL =
  /Foods|Alimentari|Hotel|Bakery|Garden|Brew|Dairy|Farm|Boulangerie|Bäckerei|Ferramenta|Hardware|Stationers/;
const AMERICAN_ZONES = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'] as const;
const KEY_SHARE = 0.04;
const MIDDLE_SHARE = 0.3;

export async function classifyCustomers(team: Team): Promise<void> {
  const { customers } = team.history.trade;
  const random = randomOf(`${team.place.seed} ${team.place.company.code} classes`);
  const tiers = tiersBySize(customers);
  const changes = customers.map(
    (customer): CustomerChange => ({
      id: team.customerId(customer),
      tier: tiers.get(customer) ?? 'C',
      segment: PUBLIC.test(customer.name) ? 'Public' : RETAIL.test(customer.name) ? 'Retail' : 'Industry',
      channel: random.weighted([
        ['Direct', 60],
        ['Distributor', 28],
        ['Online', 12],
      ]),
      ...(customer.country === 'US' ? { timeZone: random.pick(AMERICAN_ZONES) } : {}),
    }),
  );
  await team.act('expert', 'customers.classify', (tx) => updateCustomers(tx, changes).then(() => null));
}

type Sized = Pick<DemoCustomer, 'weight' | 'usualAmount' | 'isLargest'>;

export function tiersBySize<Customer extends Sized>(customers: readonly Customer[]): Map<Customer, 'A' | 'B' | 'C'> {
  const bySize = [...customers].sort((one, other) => volume(other) - volume(one));
  return new Map(bySize.map((customer, index) => [customer, tierOf(index / bySize.length)]));
}

/** The largest has its documents by number, and no weight in the draw of the others'. */
const volume = ({ weight, usualAmount, isLargest }: Sized): number =>
  isLargest ? Number.MAX_VALUE : weight * usualAmount;

function tierOf(rank: number): 'A' | 'B' | 'C' {
  if (rank < KEY_SHARE) return 'A';
  return rank < MIDDLE_SHARE ? 'B' : 'C';
}
