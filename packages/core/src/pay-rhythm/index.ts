export { type PayPattern, type PayRhythm, payRhythm } from './pay-rhythm.ts';
export { type BehaviourMonth, type PaidShare, type Punctuality, paymentBehaviour } from './payment-behaviour.ts';
