/** The ids that the ledger gave to what the demo knows by number. */
import type { DemoCustomer } from '../customers/customers.ts';
import type { ItemName } from '../history/events.ts';

export interface Registry {
  readonly customerIds: Map<string, string>;
  readonly unidentifiedId: string;
  noteDocument(number: string, posted: { readonly entryId: string; readonly itemIds: readonly string[] }): void;
  noteApplication(receipt: string, entryId: string): void;
  customerId(customer: DemoCustomer): string;
  itemId(item: ItemName): string;
  openingEntryId(number: string): string;
  applicationEntryId(receipt: string): string;
}

export function createRegistry(customerIds: Map<string, string>, unidentifiedId: string): Registry {
  const documents = new Map<string, { readonly entryId: string; readonly itemIds: readonly string[] }>();
  const applications = new Map<string, string>();
  const known = <T>(found: T | undefined, what: string): T => {
    if (found === undefined) throw new Error(`the demo's ledger does not know ${what}`);
    return found;
  };
  return {
    customerIds,
    unidentifiedId,
    noteDocument: (number, posted) => documents.set(number, posted),
    noteApplication: (receipt, entryId) => applications.set(receipt, entryId),
    customerId: (customer) => known(customerIds.get(customer.number), `customer ${customer.number}`),
    itemId: ({ number, instalment }) =>
      known(documents.get(number)?.itemIds[instalment], `item ${number}/${instalment + 1}`),
    openingEntryId: (number) => known(documents.get(number)?.entryId, `document ${number}`),
    applicationEntryId: (receipt) => known(applications.get(receipt), `the application of ${receipt}`),
  };
}
