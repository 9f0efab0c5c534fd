/** How banks carry a text: in lines of another width, broken anywhere, cut, with other separators, or not at all. */
import { between, oneOf, type Random } from '../../random.ts';
import { onReceipts } from './noise.ts';

/** Lines of one length were broken in the middle of a word; others at a separator, which is gone. */
function oneLine(lines: readonly string[]): string {
  const lengths = new Set(lines.slice(0, -1).map(({ length }) => length));
  return lines.join(lengths.size <= 1 ? '' : ' ').replace(/\s+/g, ' ');
}

function brokenAt(text: string, width: number): string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += width) lines.push(text.slice(at, at + width));
  return lines;
}

const WIDTHS = [18, 24, 27, 32, 35, 42, 65, 140] as const;

/** All texts in lines of other widths, broken in the middle of whatever stands there. */
export const otherLineWidths = onReceipts(1, (receipt, random) => ({
  ...receipt,
  lines: brokenAt(oneLine(receipt.lines), oneOf(random, WIDTHS)),
}));

/** A third of the texts ends after 20 to 120 characters. */
export const cutTexts = onReceipts(1 / 3, (receipt, random) => {
  const text = receipt.lines.join('\n').slice(0, between(random, 20, 120));
  return { ...receipt, lines: text.split('\n') };
});

const SEPARATORS = ['/', ',', ';', '+', ' ', ' - ', ', ', '; '] as const;

/** Numbers are parted by another separator in half of the texts. */
export const otherSeparators = onReceipts(0.5, (receipt, random) => {
  const separator = oneOf(random, SEPARATORS);
  return { ...receipt, lines: receipt.lines.map((line) => line.replace(/(?<=\d)\s*[/,;+]\s*(?=[\dI])/g, separator)) };
});

export const missingTexts = onReceipts(0.25, (receipt) => ({ ...receipt, lines: [] }));

/** One digit of the text is another one. */
export const wrongDigits = onReceipts(0.2, (receipt, random) => {
  const text = receipt.lines.join('\n');
  const places = [...text.matchAll(/\d/g)].map(({ index }) => index);
  const at = places[Math.floor(random() * places.length)];
  if (at === undefined) return receipt;
  const digit = (Number(text[at]) + between(random, 1, 9)) % 10;
  return { ...receipt, lines: `${text.slice(0, at)}${digit}${text.slice(at + 1)}`.split('\n') };
});

/** What payers write in other languages. */
const WORDS: readonly (readonly [RegExp, readonly [string, ...string[]]])[] = [
  [/LESS PRICE DIFF|LESS PRIC(?:E CLAIM|ING)/, ['ABZGL PREISDIFFERENZ', 'MENO DIFF PREZZO', 'MOINS ECART PRIX']],
  [/LESS (?:QTY SHORT|SHORT SHIP|SHORTAGE)/, ['FEHLMENGE', 'MENO AMMANCO', 'MANQUANT']],
  [/LESS (?:DAMAGE CLAIM|DAMAGED GOODS|DMGD)/, ['ABZUG BESCHAEDIGT', 'DANNI MERCE', 'AVARIE']],
  [/OUR CHGS/, ['SPESEN', 'SPESE BANCA', 'FRAIS']],
  [/LESS (\d) PCT DISC/, ['$1% SKONTO', 'SCONTO $1%', 'ESCOMPTE $1%']],
  [/PART PMT|INSTALLMENT/, ['TEILZAHLUNG', 'PAGAMENTO PARZIALE', 'PAIEMENT PARTIEL']],
  [/INVOICES?|PYMT|PAYMENT OF/, ['RECHNUNG', 'FATTURA', 'FACTURE', 'FT', 'RG']],
];

export const otherLanguages = onReceipts(0.5, (receipt, random) => ({
  ...receipt,
  lines: receipt.lines.map((line) => inOtherWords(line, random)),
}));

function inOtherWords(line: string, random: Random): string {
  return WORDS.reduce((text, [pattern, words]) => text.replace(pattern, oneOf(random, words)), line);
}
