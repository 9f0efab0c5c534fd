/**
 * Details in numbered subfields: `166?00GUTSCHRIFT?10931?20EREF+A-7?21SVWZ+Rechnung 118?30GENODEF1ABC?31DE02…?32Name`.
 * German, Austrian, Polish (`~20`, `^20`, `<20`), Czech and Hungarian banks write it, with a separator of their own.
 * ?00 booking text, ?10 journal number, ?20 to ?29 and ?60 to ?63 text, ?30 bank, ?31 account, ?32 and ?33 name,
 * ?34 text key, ?38 IBAN. Triodos numbers otherwise: >10 and >21 the other account, >31 ours.
 */
import { type EntryDetails, NO_DETAILS } from './entry-details.ts';
import { readKeywords } from './sepa-keywords.ts';
import { accountIn, oneLine } from './wrapped-text.ts';

const BEGINNING = /^\s*(?:[A-Z]?(\d{3}))?\s{0,2}([?~^<>|#§*!@])(?=(?:0\d|[1-6]\d)\D|(?:00|10|20|30|31|32))/;
const UNSTRUCTURED = /^\s*999(?=[A-Z ])/;
const TEXT_CODES = ['20', '21', '22', '23', '24', '25', '26', '27', '28', '29', '60', '61', '62', '63', '64', '65'];
/** A line shorter than this was not cut by the bank at its width: a blank stood at its end. */
const WRAPPED_CHARS_MIN = 50;

export function readSubfields(lines: readonly string[]): EntryDetails | null {
  const first = lines[0] ?? '';
  if (UNSTRUCTURED.test(first)) {
    const text = [first.replace(/^\s*999\s*/, ''), ...lines.slice(1)].filter((line) => line.trim() !== '');
    return { ...NO_DETAILS, code: '999', textLines: text };
  }
  const [, code = null, separator = ''] = BEGINNING.exec(`${first}${lines[1] ?? ''}`) ?? [];
  if (separator === '') return null;
  const subfields = divide(joinLines(lines, separator), separator);
  return separator === '>' && code === '000' ? triodosDetails(subfields) : germanDetails(subfields, code);
}

/** The lines as one text: wrapped ones without anything between them, short ones with the blank that stood there. */
function joinLines(lines: readonly string[], separator: string): string {
  return lines
    .map((line, index) => {
      const next = lines[index + 1];
      const isWhole = line.length >= WRAPPED_CHARS_MIN || next === undefined || next.startsWith(separator);
      const isInCode = line.endsWith(separator) || line.at(-2) === separator;
      return isWhole || isInCode || /\s$/.test(line) || /^\s/.test(next) ? line : `${line} `;
    })
    .join('');
}

type Subfields = ReadonlyMap<string, readonly string[]>;

function divide(text: string, separator: string): Subfields {
  const subfields = new Map<string, string[]>();
  const pieces = text.split(subfieldStart(separator));
  for (let index = 1; index < pieces.length; index += 1) {
    const piece = pieces[index] ?? '';
    const code = piece.slice(0, 2);
    const known = subfields.get(code);
    if (known === undefined) subfields.set(code, [piece.slice(2)]);
    else known.push(piece.slice(2));
  }
  return subfields;
}

/** One for each of the dozen signs that `BEGINNING` knows. */
const SUBFIELD_STARTS = new Map<string, RegExp>();

function subfieldStart(separator: string): RegExp {
  const known = SUBFIELD_STARTS.get(separator);
  if (known !== undefined) return known;
  const start = new RegExp(`\\${separator}(?=\\d\\d)`);
  SUBFIELD_STARTS.set(separator, start);
  return start;
}

function germanDetails(subfields: Subfields, code: string | null): EntryDetails {
  const pieces = TEXT_CODES.flatMap((name) => subfields.get(name) ?? []).filter((piece) => piece.trim() !== '');
  const keywords = readKeywords(pieces);
  const account = accountIn(textOf(subfields, '38')) ?? accountIn(textOf(subfields, '31')) ?? keywords.account;
  return {
    name: joinName(textOf(subfields, '32'), textOf(subfields, '33')),
    account,
    ultimateName: keywords.ultimateName,
    endToEndId: keywords.endToEndId,
    customerReference: keywords.customerReference,
    structuredReference: variableSymbol(pieces),
    code,
    textLines: keywords.textLines,
    information: oneLine([textOf(subfields, '00'), keywords.information ?? ''].join(' ')),
  };
}

function textOf(subfields: Subfields, code: string): string {
  return subfields.get(code)?.join('') ?? '';
}

/** A name's first part is cut at 27 characters; a shorter one is complete, and a blank stood behind it. */
const NAME_PART_CHARS = 27;

function joinName(first: string, second: string): string | null {
  return oneLine(first.length < NAME_PART_CHARS ? `${first} ${second}` : first + second);
}

/** The variable symbol of Czech and Slovak payments, when it is written as one: "VS:0002600118". */
function variableSymbol(pieces: readonly string[]): string | null {
  return /(?:^|[\s/])VS[:/]\s?(\d{1,10})(?!\d)/.exec(pieces.join('\n'))?.[1] ?? null;
}

function triodosDetails(subfields: Subfields): EntryDetails {
  const pieces = TEXT_CODES.flatMap((name) => subfields.get(name) ?? []);
  const [bank = '', account = '', ...text] = pieces;
  const isSepa = /^[A-Z]{6}[A-Z0-9]{2,5}$/.test(bank.trim()) && /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(account.trim());
  const domestic = (subfields.get('10')?.[0] ?? '').trim().replace(/^0+(?=\d)/, '');
  return {
    ...NO_DETAILS,
    code: '000',
    account: isSepa ? account.trim() : domestic === '' || domestic === '0' ? null : domestic,
    textLines: (isSepa ? text : pieces).filter((piece) => piece.trim() !== ''),
  };
}
