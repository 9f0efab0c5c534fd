import type { Decide } from '../replay.ts';
import { deciding } from './peer.ts';
import { exactAmountOnly, firstInFirstOut, firstSubsetFound, largestFirstInBlocks } from './rules.ts';

/** Rules that others use, decided on the same facts as ours. */
export const PEERS: readonly { readonly name: string; readonly decide: Decide }[] = [
  { name: 'peer: first in, first out', decide: deciding(firstInFirstOut) },
  { name: 'peer: exact amount only', decide: deciding(exactAmountOnly) },
  { name: 'peer: largest first in blocks of ten', decide: deciding(largestFirstInBlocks) },
  { name: 'peer: first subset found', decide: deciding(firstSubsetFound) },
];
