/**
 * Named disturbances of a labelled set, so that "how robust is it" is a figure: each by itself, and all that can come
 * together as `everyday`. The same seed gives the same set.
 */
import { randomFrom } from '../../random.ts';
import type { LabelledSet } from '../replay.ts';
import { fewPricePoints, moreBankCharges } from './amounts.ts';
import type { Noise } from './noise.ts';
import { otherNumberShapes } from './numbers.ts';
import {
  cutNames,
  fewerAdvices,
  missingAccounts,
  missingNames,
  mistypedNames,
  noAdvices,
  otherNames,
  shortHistory,
} from './payers.ts';
import { cutTexts, missingTexts, otherLanguages, otherLineWidths, otherSeparators, wrongDigits } from './texts.ts';

const inTurn =
  (...noises: readonly Noise[]): Noise =>
  (set, random) =>
    noises.reduce((changed, noise) => noise(changed, random), set);

export const NOISES: Readonly<Record<string, Noise>> = {
  line_widths: otherLineWidths,
  separators: otherSeparators,
  cut_texts: cutTexts,
  missing_texts: missingTexts,
  wrong_digits: wrongDigits,
  languages: otherLanguages,
  number_shapes: otherNumberShapes,
  names: otherNames,
  accounts: missingAccounts,
  payers: inTurn(missingAccounts, missingNames, cutNames, mistypedNames),
  history: shortHistory,
  advices: noAdvices,
  charges: moreBankCharges,
  prices: fewPricePoints,
  everyday: inTurn(otherNames, otherNumberShapes, otherSeparators, otherLanguages, otherLineWidths, moreBankCharges),
  poor: inTurn(
    missingAccounts,
    missingNames,
    mistypedNames,
    fewerAdvices,
    missingTexts,
    cutTexts,
    wrongDigits,
    shortHistory,
  ),
};

/** The set under one noise. Throws RangeError for a name that is none of `NOISES`. */
export function disturbed(set: LabelledSet, name: string, seed: number): LabelledSet {
  const noise = NOISES[name];
  if (noise === undefined) throw new RangeError(`there is no noise ${name}`);
  return noise(set, randomFrom(seed));
}
