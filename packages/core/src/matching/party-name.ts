/**
 * Names of payers and customers, brought to what does not change between a bank line and a customer's master record:
 * upper case, no accents, no punctuation, no legal form at the end. Two names that are equal then are taken for the same
 * name; whether it is the same party is for the evidence to say.
 */
import { normaliseText } from './token.ts';

/** Legal forms as they close (or in some countries open) a company's name. Words that tell companies apart stay. */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  (
    'AB AG AS ASA APS BHD BV BVBA CO COMPANY CORP CORPORATION CV DAC EBVBA EIRL EK EOOD EURL EV FZE FZCO GBR GESMBH ' +
    'GIE GMBH HF INC INCORPORATED JSC KFT KG KGAA KK KS LIMITED LLC LLLP LLP LP LTD LTDA MBH NV OHG OOO OU OY OYJ PC ' +
    'PLC PLLC PT PTE PTY PVT RT SA SAC SAL SAPA SARL SAS SASU SC SCA SCARL SCRL SDN SE SL SNC SP SPA SPZOO SRL SRLS ' +
    'SRO UAB UG ULC YK ZOO'
  ).split(' '),
);
const NAME_LENGTH_MAX = 140;

/**
 * `normalisePartyName('Müller & Söhne GmbH & Co. KG')` is `MULLER SOHNE`; `'Rossi S.p.A.'` gives `ROSSI`. A name that
 * consists of legal forms only is kept as it is. Empty text stays empty.
 */
export function normalisePartyName(name: string): string {
  const words = normaliseText(name.slice(0, NAME_LENGTH_MAX))
    .replace(/[.'’`]/g, '')
    .split(/[^A-Z0-9\p{L}]+/u)
    .filter((word) => word !== '' && word !== 'AND' && word !== 'UND' && word !== 'ET');
  let end = words.length;
  while (end > 1 && LEGAL_FORMS.has(words[end - 1] ?? '')) end -= 1;
  let start = 0;
  while (start < end - 1 && LEGAL_FORMS.has(words[start] ?? '')) start += 1;
  return words.slice(start, end).join(' ');
}

/** A bank account as a key: `DE12 3456-78` and `de12345678` are the same account. Empty when none is given. */
export function normaliseAccount(account: string): string {
  return normaliseText(account).replace(/[^A-Z0-9]+/g, '');
}
