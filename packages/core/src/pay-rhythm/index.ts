export { nextOfPattern, type PayPattern, type PayRhythm, payRhythm, type StatedPattern } from './pay-rhythm.ts';
export { type BehaviourMonth, type PaidShare, type Punctuality, paymentBehaviour } from './payment-behaviour.ts';
