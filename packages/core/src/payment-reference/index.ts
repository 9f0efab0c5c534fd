export { creditorReference, printedReference } from './creditor-reference.ts';
export { type EpcPayment, epcPaymentText } from './epc-payment.ts';
