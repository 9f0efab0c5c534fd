export { parseTerms } from './parse-terms.ts';
export {
  DISCOUNT_GRACE_DAYS,
  type DiscountTier,
  discountFor,
  dueOn,
  formatTerms,
  type MonthEnd,
  type PaymentTerms,
} from './payment-terms.ts';
