/** Numbers of another shape: another prefix, longer or shorter, with a year and separators. Their last digits stay. */
import type { Receipt } from '@quittance/core/matching';
import { between, oneOf, type Random } from '../../random.ts';
import type { LabelledSet } from '../replay.ts';
import type { Noise } from './noise.ts';

const PREFIX_DIGITS = 4;
/** A prefix of fewer items is left as it is. */
const ITEMS_OF_PREFIX_MIN = 10;

type Renumber = (text: string) => string;

/** Each frequent prefix becomes another, the same one in items, texts, advices and what was settled before. */
export const otherNumberShapes: Noise = (set, random) => {
  const renumber = renumbering(set, random);
  return {
    ...set,
    items: set.items.map(({ item, ...row }) => ({ ...row, item: { ...item, number: renumber(item.number) } })),
    receipts: set.receipts.map((receipt) => renumberedText(receipt, renumber)),
    history: set.history.map(({ confirmed, numbers }) => ({ confirmed, numbers: numbers.map(renumber) })),
    advices: set.advices.map(({ remittance, ...advice }) => ({
      ...advice,
      remittance: {
        ...remittance,
        lines: remittance.lines.map((line) => {
          const { document } = line;
          return document === null ? line : { ...line, document: { ...document, number: renumber(document.number) } };
        }),
      },
    })),
  };
};

function renumbering(set: LabelledSet, random: Random): Renumber {
  const counts = new Map<string, number>();
  for (const { item } of set.items) {
    const prefix = item.number.slice(0, PREFIX_DIGITS);
    counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  const prefixes = [...counts].filter(([, count]) => count >= ITEMS_OF_PREFIX_MIN).map(([prefix]) => prefix);
  const shapes = new Map(prefixes.map((prefix) => [prefix, shape(random)]));
  // The end of a line may stand within the prefix: `19` and on the next line `30164883`.
  const pattern = new RegExp(
    `(?<!\\d)(0*)(${prefixes.map((one) => [...one].join('\\n?')).join('|')})(?=(?:\\n?\\d){3})`,
    'g',
  );
  return (text) =>
    text.replace(pattern, (_, zeros: string, prefix: string) => `${zeros}${shapes.get(prefix.replaceAll('\n', ''))}`);
}

function shape(random: Random): string {
  const digits = (length: number): string =>
    `${between(random, 1, 9)}${'0'.repeat(length - 2)}${between(random, 1, 9)}`;
  return oneOf(random, ['RE24-', `${digits(2)}/`, digits(5), digits(2), digits(3), 'INV2026', `${digits(4)}.`]);
}

function renumberedText(receipt: Receipt, renumber: Renumber): Receipt {
  return { ...receipt, lines: renumber(receipt.lines.join('\n')).split('\n') };
}
