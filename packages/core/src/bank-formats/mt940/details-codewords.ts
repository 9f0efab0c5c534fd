/**
 * Details in codewords between slashes, as the Dutch banks and SWIFT write them:
 * `/TRTP/SEPA OVERBOEKING/IBAN/NL02…/BIC/…/NAME/Kaasmakerij De Molen/REMI/Factuur 118/EREF/A-7`.
 * Values hold slashes themselves, so only known codewords divide. `/CNTP/account/bank/name/city/` is ING's other party.
 */
import { type EntryDetails, NO_DETAILS } from './entry-details.ts';
import { given } from './sepa-keywords.ts';
import { accountIn, linesOf, oneLine, unwrap, type WrappedText } from './wrapped-text.ts';

/** A codeword's closing slash may open the next one ("/ORDP//NAME/", "/REMI/REMI/"), so it is only looked at. */
const CODEWORD =
  /\/(TRTP|TYPE|IBAN|ACCW|BIC|NAME|REMI|EREF|ORDP|BENM|BENE|ADDR|ISDT|MARF|CSID|CNTP|PURP|ULTB|ULTD|ULTC|RTRN|RREF|PREF|KREF|IREF|TRCD|CDTRREFTP|CDTRREF|ROC|RFB|INV|IPI|OCMT|CHGS|EXCH|SVCL|BUSP|OAMT|COAM|CREF|ORDER|BO1?|BN|PY|VS|KS|SS|ID)(?=\/)/g;
/** Without one of these a text with slashes is just a text with slashes. */
const TELLING =
  /\/(?:TRTP|IBAN|REMI|EREF|ORDP|BENM|CNTP|MARF|CSID|PREF|ROC|RFB|CDTRREF|PY|BO|BN|VS|NAME|KREF|ULTB|ULTD)\//;
/** Codewords whose value is what the payer wrote. */
const REMITTANCE_CODES = new Set(['REMI', 'PY', 'ROC', 'RFB', 'INV', 'IPI']);

interface Codeword {
  readonly code: string;
  readonly value: string;
}

export function readCodewords(lines: readonly string[]): EntryDetails | null {
  const text = unwrap(lines);
  if (!TELLING.test(text.flat)) return null;
  const { head, words } = divide(text);
  const first = (...codes: readonly string[]) =>
    words.find(({ code, value }) => codes.includes(code) && bare(value) !== '')?.value ?? '';
  const party = partyOf(words);
  const remittance = remittanceOf(words);
  return {
    ...NO_DETAILS,
    name: party.name,
    account: party.account,
    ultimateName: oneLine(bare(first('ULTD', 'ULTB', 'ULTC')).replace(/^NAME\//, '')),
    endToEndId: given(reference(first('EREF', 'CREF'))),
    customerReference: given(reference(first('KREF', 'PREF'))),
    structuredReference: remittance.reference ?? reference(first('CDTRREF')) ?? symbol(first('VS')),
    code: null,
    textLines: [...linesOf(bare(head)), ...remittance.textLines],
    information: informationOf(words),
  };
}

function divide(text: WrappedText): { readonly head: string; readonly words: Codeword[] } {
  const matches = [...text.flat.matchAll(CODEWORD)];
  const starts = matches.map((match) => match.index);
  const words = matches.map((match, index) => {
    const code = match[1] ?? '';
    return { code, value: text.slice(match.index + code.length + 2, starts[index + 1] ?? text.flat.length) };
  });
  return { head: text.slice(0, starts[0] ?? text.flat.length), words };
}

/** A value without the slashes that banks leave around it. */
function bare(value: string): string {
  return value.replace(/^[/\s]+|[/\s]+$/g, '');
}

function reference(value: string): string | null {
  return oneLine(bare(value).replaceAll('\n', ''));
}

function symbol(value: string): string | null {
  return /^\d{1,10}$/.test(bare(value)) ? bare(value) : null;
}

function partyOf(words: readonly Codeword[]): { name: string | null; account: string | null } {
  const value = (code: string) => words.find((word) => word.code === code && bare(word.value) !== '')?.value ?? '';
  const counterparty = words.find((word) => word.code === 'CNTP');
  if (counterparty !== undefined) {
    const [account = '', , name = ''] = counterparty.value.split('/');
    return { name: oneLine(name), account: accountIn(account) };
  }
  const named =
    value('NAME') || value('ORDP') || value('BENM') || value('BO') || value('ORDER') || value('BN') || value('BENE');
  return { name: oneLine(bare(named)), account: accountIn(bare(value('IBAN') || value('ACCW'))) };
}

/** "USTD//text/" and "STRD/CUR/reference/" are how ING divides /REMI/; others write the text at once. */
function remittanceOf(words: readonly Codeword[]): { textLines: string[]; reference: string | null } {
  const textLines: string[] = [];
  let found: string | null = null;
  for (const { code, value } of words) {
    if (!REMITTANCE_CODES.has(code)) continue;
    const text = bare(value);
    const structured = /^(?:STRD\/)?(?:CUR|SCOR|BBA|ISO|ISO11649)\/+([^/]+)$/.exec(text.replaceAll('\n', ''));
    if (structured !== null) found ??= oneLine(structured[1] ?? '');
    else textLines.push(...linesOf(text.replace(/^(?:USTD|STRD)\/+/, '')));
    found ??=
      /^ISSUER:\s*\w+\s+REF:\s*([\d ]+)$/.exec(oneLine(text.replaceAll('\n', '')) ?? '')?.[1]?.replace(/\s+/g, '') ??
      null;
  }
  return { textLines, reference: found };
}

const INFORMATION = [
  'TRTP',
  'TYPE',
  'MARF',
  'CSID',
  'PURP',
  'BUSP',
  'RTRN',
  'RREF',
  'OCMT',
  'CHGS',
  'EXCH',
  'OAMT',
  'COAM',
  'TRCD',
];

function informationOf(words: readonly Codeword[]): string | null {
  const parts = words.flatMap(({ code, value }) => {
    const text = oneLine(bare(value));
    if (text === null || !INFORMATION.includes(code)) return [];
    return [code === 'TRTP' || code === 'TYPE' ? text : `${code}/${text}`];
  });
  return parts.join(' ') || null;
}
