/** Some customers of the list with what is known of them, so that whoever writes scoring rules sees at once what they give. */
import type { Tx } from '../../../platform/database/transaction.ts';
import { listEntries } from '../worklist/entries.queries.ts';
import { type FactsOfCustomer, factsOfCustomers, findState } from '../worklist/worklist.queries.ts';

const LOOKED_THROUGH = 120;
const EXAMPLES = 12;

export interface ExampleCustomer {
  readonly number: string;
  readonly name: string;
  readonly facts: FactsOfCustomer;
}

export interface Examples {
  readonly usualOverdueMinor: bigint;
  readonly customers: readonly ExampleCustomer[];
}

/** From the top of the list to its middle, the most worthwhile first; none while nobody has anything collectable. */
export async function scoringExamples(tx: Tx): Promise<Examples> {
  const state = await findState(tx);
  const entries = await listEntries(tx, { after: undefined, limit: LOOKED_THROUGH });
  const every = Math.max(1, Math.floor(entries.length / EXAMPLES));
  const chosen = entries.filter((_, index) => index % every === 0).slice(0, EXAMPLES);
  const ids = chosen.map(({ customerId }) => customerId);
  const facts = await factsOfCustomers(tx, { ids, isLatenessWanted: true });
  const byId = new Map(facts.map((one) => [one.customerId, one]));
  return {
    usualOverdueMinor: state?.usualOverdueMinor ?? 1n,
    customers: chosen.flatMap(({ customerId, number, name }) => {
      const found = byId.get(customerId);
      return found === undefined ? [] : { number, name, facts: found };
    }),
  };
}
