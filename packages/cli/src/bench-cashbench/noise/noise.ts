import type { Receipt } from '@quittance/core/matching';
import type { Random } from '../../random.ts';
import type { LabelledSet } from '../replay.ts';

/** A disturbance of a labelled set. What was paid stays true; how it reaches the bank changes. */
export type Noise = (set: LabelledSet, random: Random) => LabelledSet;

/** A noise that changes receipts one by one, each with a chance of `share`. */
export function onReceipts(share: number, change: (receipt: Receipt, random: Random) => Receipt): Noise {
  return (set, random) => ({
    ...set,
    receipts: set.receipts.map((receipt) => (random() < share ? change(receipt, random) : receipt)),
  });
}
