/**
 * Buyers of documents that name them by identifications and tax ids, as UBL does: found by any of these, else added with
 * what the document says of them.
 */
import type { UblParty } from '@quittance/core/ubl';
import { findAccountsByNumber, findCustomersByNumber, updateCustomers } from '../customers/index.ts';
import type { TakingContext } from './file-taker.ts';
import type { DocumentRow } from './reading/messages.ts';
import { findNumbersByTaxId } from './standing.queries.ts';

export interface DocumentParties {
  /** The documents with the number of the customer that their buyer is, or will be. */
  readonly named: (documents: readonly DocumentRow[]) => Promise<readonly DocumentRow[]>;
  /** Gives the customers that came with the documents what is known of them. */
  readonly complete: () => Promise<void>;
}

export function createDocumentParties({ tx, commandId }: TakingContext): DocumentParties {
  const numbers = new Map<string, string>();
  const added = new Map<string, UblParty>();
  const learn = async (parties: readonly UblParty[]) => {
    const known = new Set(
      (await findAccountsByNumber(tx, [...new Set(parties.flatMap(({ ids }) => ids))])).map(({ number }) => number),
    );
    const taxIds = parties.flatMap(({ vatId }) => vatId ?? []);
    const byTaxId = new Map((await findNumbersByTaxId(tx, [...new Set(taxIds)])).map((one) => [one.taxId, one.number]));
    for (const party of parties) {
      const number =
        party.ids.find((id) => known.has(id)) ?? byTaxId.get(party.vatId ?? '') ?? earlierNumber(numbers, party);
      if (number === undefined) added.set(newNumber(party), party);
      for (const key of keysOf(party)) numbers.set(key, number ?? newNumber(party));
    }
  };
  return {
    async named(documents) {
      if (!documents.some(({ party }) => party !== undefined)) return documents;
      const parties = documents.flatMap(({ party }) => (party === undefined || isKnown(numbers, party) ? [] : [party]));
      if (parties.length > 0) await learn(parties);
      return documents.map((document) => {
        const { party } = document;
        return party === undefined
          ? document
          : { ...document, customerNumber: earlierNumber(numbers, party) ?? newNumber(party) };
      });
    },
    async complete() {
      if (commandId === null || added.size === 0) return;
      const found = await findCustomersByNumber(tx, [...added.keys()]);
      await updateCustomers(
        tx,
        found.map(({ id, number }) => {
          const party = added.get(number);
          return { id, taxId: party?.vatId ?? null, country: party?.country ?? null, email: party?.email ?? null };
        }),
      );
    },
  };
}

function keysOf({ ids, vatId, name }: UblParty): string[] {
  const keys = [...ids.map((id) => `id ${id}`), ...(vatId === null ? [] : [`vat ${vatId}`])];
  return keys.length > 0 ? keys : [`name ${name}`];
}

function isKnown(numbers: ReadonlyMap<string, string>, party: UblParty): boolean {
  return keysOf(party).every((key) => numbers.has(key));
}

function earlierNumber(numbers: ReadonlyMap<string, string>, party: UblParty): string | undefined {
  return keysOf(party).flatMap((key) => numbers.get(key) ?? [])[0];
}

const NUMBER_CHARS_MAX = 60;

/** What the documents call it first: a number of ours, its identification, its tax id, its name. */
function newNumber({ ids, vatId, name }: UblParty): string {
  return (ids[0] ?? vatId ?? name ?? '').slice(0, NUMBER_CHARS_MAX);
}
