export { type CameLine, decideFates, type Fate, type StoodLine } from './line-fates.ts';
export type { PairableLine } from './line-pairing.ts';
