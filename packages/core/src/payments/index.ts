export { type PaymentList, type PaymentOut, pain001, paymentListCsv } from './payment-list.ts';
