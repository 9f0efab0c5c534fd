/** Bank statements as camt.053.001.08, the way a bank sends them: one `Stmt` for each account and day, balances footed. */
import type { LocalDate } from '@quittance/core/calendar';
import { abs, formatAmount, sum } from '@quittance/core/money';
import type { DemoBankLine } from '../history/bank-line.ts';

export interface BankDay {
  readonly account: string;
  readonly currency: string;
  readonly day: LocalDate;
  readonly number: number;
  readonly openingMinor: bigint;
  readonly lines: readonly DemoBankLine[];
}

const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]+$/;

/** The whole file. Closing balances are the opening ones and the lines. */
export function camt053(messageId: string, owner: string, days: readonly BankDay[]): string {
  const created = `${days.at(-1)?.day ?? '1970-01-01'}T21:30:00Z`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">',
    ' <BkToCstmrStmt>',
    `  <GrpHdr><MsgId>${escaped(messageId)}</MsgId><CreDtTm>${created}</CreDtTm></GrpHdr>`,
    ...days.map((day) => statement(day, owner)),
    ' </BkToCstmrStmt>',
    '</Document>',
    '',
  ].join('\n');
}

function statement(day: BankDay, owner: string): string {
  const { currency } = day;
  const closingMinor = day.openingMinor + sum(day.lines.map((line) => line.amountMinor));
  const id = `${day.account.slice(-6)}-${currency}-${day.number}`;
  return [
    '  <Stmt>',
    `   <Id>${escaped(id)}</Id><ElctrncSeqNb>${day.number}</ElctrncSeqNb>`,
    `   <Acct><Id>${accountId(day.account)}</Id><Ccy>${currency}</Ccy><Ownr><Nm>${escaped(owner)}</Nm></Ownr></Acct>`,
    balance('OPBD', day.openingMinor, day),
    balance('CLBD', closingMinor, day),
    ...day.lines.map(entry),
    '  </Stmt>',
  ].join('\n');
}

function balance(code: 'OPBD' | 'CLBD', amountMinor: bigint, { currency, day }: BankDay): string {
  return `   <Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${amountOf(amountMinor, currency)}<Dt><Dt>${day}</Dt></Dt></Bal>`;
}

function amountOf(amountMinor: bigint, currency: string): string {
  const amount = formatAmount(abs(amountMinor), currency);
  return `<Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${amountMinor < 0n ? 'DBIT' : 'CRDT'}</CdtDbtInd>`;
}

function entry(line: DemoBankLine): string {
  const { family, subFamily } = line.typeCode;
  const code = `<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>${family}</Cd><SubFmlyCd>${subFamily}</SubFmlyCd></Fmly></Domn></BkTxCd>`;
  return [
    '   <Ntry>',
    `    <NtryRef>${line.reference}</NtryRef>${amountOf(line.amountMinor, line.currency)}${line.isReversal ? '<RvslInd>true</RvslInd>' : ''}`,
    `    <Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${line.bookedOn}</Dt></BookgDt><ValDt><Dt>${line.bookedOn}</Dt></ValDt>`,
    `    <AcctSvcrRef>${line.reference}</AcctSvcrRef>${code}`,
    `    <NtryDtls><TxDtls>${references(line)}${parties(line)}${remittance(line)}</TxDtls></NtryDtls>`,
    '   </Ntry>',
  ].join('\n');
}

function references(line: DemoBankLine): string {
  return `<Refs><AcctSvcrRef>${line.reference}</AcctSvcrRef><EndToEndId>${line.endToEndId ?? 'NOTPROVIDED'}</EndToEndId></Refs>`;
}

/** The other side: who paid, or, of money out and of returns, who was paid. */
function parties(line: DemoBankLine): string {
  const role = line.amountMinor < 0n ? 'Cdtr' : 'Dbtr';
  const account = line.payerAccount === '' ? '' : `<${role}Acct><Id>${accountId(line.payerAccount)}</Id></${role}Acct>`;
  return `<RltdPties><${role}><Pty><Nm>${escaped(line.payerName)}</Nm></Pty></${role}>${account}</RltdPties>`;
}

function remittance(line: DemoBankLine): string {
  const free = line.textLines.map((text) => `<Ustrd>${escaped(text)}</Ustrd>`).join('');
  const reference = line.structuredReference;
  const structured = reference === null ? '' : `<Strd><CdtrRefInf><Ref>${escaped(reference)}</Ref></CdtrRefInf></Strd>`;
  return free + structured === '' ? '' : `<RmtInf>${free}${structured}</RmtInf>`;
}

function accountId(account: string): string {
  return IBAN.test(account) ? `<IBAN>${account}</IBAN>` : `<Othr><Id>${escaped(account)}</Id></Othr>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
