import type { Decide } from '../replay.ts';

/** Rules that others use, each as it is told of them, decided on the same facts as ours. */
export const PEERS: readonly { readonly name: string; readonly decide: Decide }[] = [];
