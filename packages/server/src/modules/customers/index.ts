export {
  type Customer,
  findCustomer,
  findCustomersByNumber,
  findUnidentified,
  insertCustomers,
  listCustomers,
  type NewCustomer,
} from './customers.queries.ts';
export { ensureUnidentifiedCustomer } from './customers.usecase.ts';
