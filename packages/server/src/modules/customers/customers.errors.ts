import type { Tx } from '../../platform/database/transaction.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { type Customer, findCustomer, lockCustomer } from './customers.queries.ts';

/** A customer that can be read about. Throws `not_found`. */
export async function theCustomer(tx: Tx, id: string): Promise<Customer> {
  const customer = await findCustomer(tx, id);
  if (!customer) throw notFound('customer', id);
  return customer;
}

/** A customer to change, locked. Throws `not_found`, `customer_is_not_a_party`, `customer_is_merged`. */
export async function theLivingCustomer(tx: Tx, id: string): Promise<Customer> {
  const customer = await lockCustomer(tx, id);
  if (!customer) throw notFound('customer', id);
  if (customer.kind !== 'regular') {
    const message = `${customer.name} is where cash without an owner waits; it is no customer that could be changed.`;
    throw new AppError('customer_is_not_a_party', message);
  }
  if (customer.mergedIntoId !== null) {
    const message = `${customer.number} ${customer.name} was merged into another customer. Change that one, or undo the merge first.`;
    const { number, name } = customer;
    throw new AppError('customer_is_merged', message, { status: 409, details: { number, name } });
  }
  return customer;
}
