/**
 * Merged records are one payer (docs/decisions/0007): what is known of a duplicate is told of its survivor, and whoever asks
 * for the survivor is given what stands on all of its records. An invoice on D-1, merged into C-1, is a candidate of C-1.
 */
import { survivorsOf } from '@quittance/core/parties';
import type { Tx } from '../../../platform/database/transaction.ts';
import { findMergeLinks } from '../../customers/index.ts';
import { customerLabels } from '../queues/receipt-detail.queries.ts';

interface OfCustomer {
  readonly customerId: string | null;
  readonly customerNumber: string | null;
}

export interface Parties {
  /** Facts about duplicates as facts about their survivors. */
  asOne<Fact extends OfCustomer>(facts: readonly Fact[]): Fact[];
  /** The numbers of all records of these customers, their own among them. */
  numbersOf(numbers: readonly string[]): string[];
  /** What was counted by record, by party: 2 of C-1 and 3 of D-1 are 5 of C-1. */
  counted(byRecord: ReadonlyMap<string, number>): Map<string, number>;
}

/** The parties as they are now. */
export async function fetchParties(tx: Tx): Promise<Parties> {
  const links = await findMergeLinks(tx);
  const survivorOf = survivorsOf(links);
  const labels = await customerLabels(tx, [...new Set(links.flatMap(({ from, to }) => [from, to]))]);
  const records = new Map<string, string[]>();
  const survivors = new Map<string, string>();
  for (const { from } of links) {
    const [number, survivor] = [labels.get(from)?.number, labels.get(survivorOf(from))?.number];
    if (number === undefined || survivor === undefined) continue;
    survivors.set(number, survivor);
    records.set(survivor, [...(records.get(survivor) ?? []), number]);
  }
  return {
    asOne: (facts) => (links.length === 0 ? [...facts] : facts.map((fact) => ofSurvivor(fact, survivorOf, survivors))),
    numbersOf: (numbers) => numbers.flatMap((number) => [number, ...(records.get(number) ?? [])]),
    counted(byRecord) {
      const byParty = new Map<string, number>();
      for (const [number, count] of byRecord) {
        const party = survivors.get(number) ?? number;
        byParty.set(party, (byParty.get(party) ?? 0) + count);
      }
      return byParty;
    },
  };
}

function ofSurvivor<Fact extends OfCustomer>(
  fact: Fact,
  survivorOf: (id: string) => string,
  survivors: ReadonlyMap<string, string>,
): Fact {
  if (fact.customerId === null || fact.customerNumber === null) return fact;
  const customerNumber = survivors.get(fact.customerNumber);
  return customerNumber === undefined ? fact : { ...fact, customerId: survivorOf(fact.customerId), customerNumber };
}
