export { parseTerms } from './parse-terms.ts';
export {
  type DiscountTier,
  discountFor,
  dueOn,
  formatTerms,
  type MonthEnd,
  type PaymentTerms,
} from './payment-terms.ts';
