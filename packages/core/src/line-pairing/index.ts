export { mayBeSumOf, type PairableLine, type Pairing, pairLines } from './line-pairing.ts';
