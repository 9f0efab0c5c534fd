/**
 * Details as labelled or positional text of Dutch and Belgian banks:
 * ABN AMRO `SEPA OVERBOEKING  IBAN: NL02… BIC: … NAAM: … OMSCHRIJVING: … KENMERK: …`, Knab `REK: NL26…/NAAM: …`,
 * and an account that leads the text (`NL57ABNA… ABNANL2A J AAP NOTPROVIDED …` of ING, SNS, Van Lanschot).
 */
import type { DetailsContext } from './details.ts';
import { type EntryDetails, NO_DETAILS } from './entry-details.ts';
import { given } from './sepa-keywords.ts';
import { accountIn, linesOf, oneLine } from './wrapped-text.ts';

const LABEL =
  /(?:^|\n|\s{2,}|\/|\s(?=(?:NAAM|BIC|OMSCHRIJVING|MACHTIGING|KENMERK|ID DEBITEUR): ))(IBAN|BIC|NAAM|OMSCHRIJVING|KENMERK|BETALINGSKENM\.?|BETALINGSKENMERK|MACHTIGING|INCASSANT|REK|ID DEBITEUR|VOOR|TRANSACTIENR|IBAN BEG|NOM|COMMUNICATION|MEDEDELING):\s*/g;
const TELLING = new Set(['IBAN', 'REK', 'NAAM', 'BETALINGSKENM.', 'INCASSANT']);

export function readLabels(lines: readonly string[], context: DetailsContext): EntryDetails | null {
  return readLabelled(lines) ?? readLeadingAccount(lines, context);
}

function readLabelled(lines: readonly string[]): EntryDetails | null {
  const text = lines.join('\n');
  const matches = [...text.matchAll(LABEL)];
  if (!matches.some((match) => TELLING.has(match[1] ?? ''))) return null;
  const values = new Map<string, string>();
  for (const [index, match] of matches.entries()) {
    const value = text.slice(match.index + match[0].length, matches[index + 1]?.index ?? text.length);
    values.set(match[1] ?? '', value.replace(/[/\s]+$/, ''));
  }
  const get = (...labels: readonly string[]) =>
    labels.map((label) => values.get(label) ?? '').find((value) => value !== '') ?? '';
  const head = text.slice(0, matches[0]?.index ?? 0);
  const isSepa = values.has('IBAN');
  const paymentReference = oneLine(get('BETALINGSKENM.', 'BETALINGSKENMERK', 'BETALINGSKENM').replace(/\s+/g, ''));
  const texts = [isSepa ? '' : head, get('OMSCHRIJVING', 'COMMUNICATION', 'MEDEDELING')].flatMap(linesOf);
  return {
    ...NO_DETAILS,
    name: oneLine(get('NAAM', 'NOM', 'VOOR').split(/\n|\s{3,}/)[0] ?? ''),
    account: accountIn(get('IBAN', 'REK', 'IBAN BEG').split(/\s{2,}|\n/)[0] ?? ''),
    endToEndId: given(oneLine(get('KENMERK').replaceAll('\n', ''))),
    structuredReference: paymentReference,
    textLines: texts.length > 0 ? texts : linesOf(get('BETALINGSKENM.', 'BETALINGSKENMERK', 'BETALINGSKENM')),
    information: oneLine(
      [isSepa ? head : '', ...labelled(values, ['MACHTIGING', 'INCASSANT', 'ID DEBITEUR'])].join(' '),
    ),
  };
}

function labelled(values: ReadonlyMap<string, string>, labels: readonly string[]): string[] {
  return labels.flatMap((label) => (values.has(label) ? [`${label} ${oneLine(values.get(label) ?? '')}`] : []));
}

const IBAN_FIRST =
  /^(?:Europese Incasso,? \w+ )?([A-Z]{2}\d{2}[A-Z]{4}\d{7,14}|[A-Z]{2}\d{2}[A-Z0-9]{11,30}) (?:([A-Z]{6}[A-Z0-9]{2,5}) )?/;
/** Message references of ING and Van Lanschot, whose details begin with a ten-digit account. */
const DIGITS_FIRST_BANKS = new Set(['MPBZ', 'FVLOLB', '0000000000']);

function readLeadingAccount(lines: readonly string[], context: DetailsContext): EntryDetails | null {
  const first = (lines[0] ?? '').trimStart();
  const domestic = DIGITS_FIRST_BANKS.has(context.reference ?? '') ? /^(\d{10}) / : /^(?!)/;
  const match = IBAN_FIRST.exec(first) ?? domestic.exec(first);
  if (match === null) return null;
  const rest = [first.slice(match[0].length), ...lines.slice(1)].map((line) => line.replace(/\s{2,}$/, ''));
  const name = leadingName(rest[0] ?? '', context.supplement);
  return {
    ...NO_DETAILS,
    name,
    account: match[1] ?? null,
    structuredReference: /SCOR\/CUR\/(\d{16})/.exec(rest.join(''))?.[1] ?? null,
    textLines: (name === null ? rest : [(rest[0] ?? '').slice(name.length).trimStart(), ...rest.slice(1)])
      .map((line) => line.replace(/^NOTPROVIDED\s*/, ''))
      .filter((line) => line.trim() !== ''),
  };
}

/** The name ends where the bank's supplement says, or where it writes that there is no reference. */
function leadingName(text: string, supplement: string | null): string | null {
  if (supplement !== null && text.toLowerCase().startsWith(supplement.toLowerCase()))
    return text.slice(0, supplement.length);
  const end = text.indexOf(' NOTPROVIDED');
  return end > 0 ? text.slice(0, end) : null;
}
