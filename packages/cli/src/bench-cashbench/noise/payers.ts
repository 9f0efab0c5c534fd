/** Who pays, as a bank tells it: without an account, with a cut or mistyped name, or with nothing; and other names for all. */
import type { Receipt } from '@quittance/core/matching';
import { between, type Random } from '../../random.ts';
import { type Noise, onReceipts } from './noise.ts';

export const missingAccounts = onReceipts(0.4, (receipt) => ({ ...receipt, payerAccount: '' }));
export const missingNames = onReceipts(0.15, (receipt) => ({ ...receipt, payerName: '' }));
/** As older formats carry it. */
export const cutNames = onReceipts(0.5, (receipt) => ({ ...receipt, payerName: receipt.payerName.slice(0, 18) }));

export const mistypedNames = onReceipts(0.2, (receipt, random) => ({
  ...receipt,
  payerName: withSlip(receipt.payerName, random),
}));

/** Two neighbours swapped, or one letter missing. */
function withSlip(name: string, random: Random): string {
  if (name.length < 4) return name;
  const at = between(random, 0, name.length - 2);
  if (random() < 0.5) return name.slice(0, at) + name.slice(at + 1);
  return name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2);
}

export const fewerAdvices: Noise = (set, random) => ({ ...set, advices: set.advices.filter(() => random() < 0.5) });
export const noAdvices: Noise = (set) => ({ ...set, advices: [] });
/** A system that has learnt for a week only. */
export const shortHistory: Noise = (set) => ({ ...set, history: set.history.slice(-300) });

const SYLLABLES = 'BA CO DEL FER GRA HOL JU KEN LAN MOR NI OST PRE QUA RIM SOL TAR UL VEN WES ZAN'.split(' ');

/** Every word of a name is another word, the same one everywhere: other customers, related as before. */
export const otherNames: Noise = (set, random) => {
  const words = new Map<string, string>();
  const wordFor = (word: string): string => {
    const known = words.get(word);
    if (known !== undefined) return known;
    const made = Array.from(
      { length: between(random, 1, 3) },
      () => SYLLABLES[between(random, 0, SYLLABLES.length - 1)],
    );
    words.set(word, made.join(''));
    return made.join('');
  };
  const renamed = (name: string): string => name.toUpperCase().replace(/[A-Z]+/g, wordFor);
  return {
    ...set,
    items: set.items.map((row) => ({ ...row, customerName: renamed(row.customerName) })),
    receipts: set.receipts.map((receipt): Receipt => ({ ...receipt, payerName: renamed(receipt.payerName) })),
    history: set.history.map(({ confirmed, numbers }) => ({
      numbers,
      confirmed: { ...confirmed, payerName: renamed(confirmed.payerName) },
    })),
    advices: set.advices.map((advice) => {
      const { remittance } = advice;
      const { payer } = remittance;
      const name = payer.name === null ? null : renamed(payer.name);
      return { ...advice, remittance: { ...remittance, payer: { ...payer, name } } };
    }),
  };
};
