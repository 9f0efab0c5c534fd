export {
  addBankAccounts,
  type BankAccountOf,
  type CustomerChange,
  deleteCustomers,
  findBankAccounts,
  findCustomersOfBatch,
  updateCustomers,
} from './customer-changes.queries.ts';
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
