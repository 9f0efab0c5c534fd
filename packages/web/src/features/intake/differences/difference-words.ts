import type { ItemChange } from '../../../app/api.types.ts';
import type { TextKey } from '../../../app/i18n.ts';

type Why = NonNullable<ItemChange['why']>;

export const KIND_WORDS: Readonly<Record<ItemChange['kind'], TextKey>> = {
  vanished: 'differences.kindVanished',
  amount_changed: 'differences.kindAmountChanged',
  due_changed: 'differences.kindDueChanged',
  reappeared: 'differences.kindReappeared',
};

export const ACT_WORDS: Readonly<Record<ItemChange['act'], TextKey>> = {
  settle: 'differences.actSettle',
  re_date: 'differences.actReDate',
  reverse: 'differences.actReverse',
  none: 'differences.actNone',
};

/** Why there is nothing to post: in a word, and with what to do. */
export const WHY_WORDS: Readonly<Record<Why, { short: TextKey; long: TextKey }>> = {
  settled_here_first: { short: 'differences.whySettledHereFirst', long: 'differences.explainSettledHereFirst' },
  above_the_document: { short: 'differences.whyAboveTheDocument', long: 'differences.explainAboveTheDocument' },
};
