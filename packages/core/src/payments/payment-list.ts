/**
 * A list of payments out as a bank takes it: ISO 20022 pain.001.001.09 (customer credit transfer initiation), or as a plain
 * table for a bank's page. Each payment is one transaction, so that the bank's statement shows one line for each reference.
 */
import type { LocalDate } from '../calendar/index.ts';
import { formatAmount, sum } from '../money/index.ts';
import { neutralText } from '../spreadsheet/index.ts';

export interface PaymentOut {
  /** What the bank's line will say: at most 35 characters. */
  readonly reference: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly account: string;
  readonly holder: string;
  /** What the receiver reads. */
  readonly text: string;
}

export interface PaymentList {
  /** At most 35 characters. */
  readonly id: string;
  /** An instant in UTC. */
  readonly madeAt: string;
  readonly payOn: LocalDate;
  readonly payer: { readonly name: string; readonly account: string };
  readonly payments: readonly PaymentOut[];
}

const NAME_CHARS_MAX = 140;
const TEXT_CHARS_MAX = 140;

/** An XML document; sums are printed by currency group, since a group has one control sum. */
export function pain001(list: PaymentList): string {
  const { id, payer, payments } = list;
  const groups = [...new Set(payments.map((payment) => payment.currency))].map((currency, index) => {
    const group = payments.filter((payment) => payment.currency === currency);
    return groupXml(list, `${id}-${index + 1}`.slice(-35), group);
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">
  <CstmrCdtTrfInitn>
    <GrpHdr>
      <MsgId>${text(id, 35)}</MsgId>
      <CreDtTm>${list.madeAt.slice(0, 19)}Z</CreDtTm>
      <NbOfTxs>${payments.length}</NbOfTxs>
      <InitgPty><Nm>${text(payer.name, NAME_CHARS_MAX)}</Nm></InitgPty>
    </GrpHdr>
${groups.join('\n')}
  </CstmrCdtTrfInitn>
</Document>
`;
}

function groupXml(list: PaymentList, groupId: string, payments: readonly PaymentOut[]): string {
  const { payer, payOn } = list;
  const currency = payments[0]?.currency ?? '';
  const totalMinor = sum(payments.map(({ amountMinor }) => amountMinor));
  return `    <PmtInf>
      <PmtInfId>${text(groupId, 35)}</PmtInfId>
      <PmtMtd>TRF</PmtMtd>
      <BtchBookg>false</BtchBookg>
      <NbOfTxs>${payments.length}</NbOfTxs>
      <CtrlSum>${formatAmount(totalMinor, currency)}</CtrlSum>
      <ReqdExctnDt><Dt>${payOn}</Dt></ReqdExctnDt>
      <Dbtr><Nm>${text(payer.name, NAME_CHARS_MAX)}</Nm></Dbtr>
      <DbtrAcct>${accountXml(payer.account)}</DbtrAcct>
      <DbtrAgt><FinInstnId><Othr><Id>NOTPROVIDED</Id></Othr></FinInstnId></DbtrAgt>
      <ChrgBr>SLEV</ChrgBr>
${payments.map(paymentXml).join('\n')}
    </PmtInf>`;
}

function paymentXml(payment: PaymentOut): string {
  const { reference, currency, amountMinor, holder, account } = payment;
  return `      <CdtTrfTxInf>
        <PmtId><InstrId>${text(reference, 35)}</InstrId><EndToEndId>${text(reference, 35)}</EndToEndId></PmtId>
        <Amt><InstdAmt Ccy="${currency}">${formatAmount(amountMinor, currency)}</InstdAmt></Amt>
        <Cdtr><Nm>${text(holder, NAME_CHARS_MAX)}</Nm></Cdtr>
        <CdtrAcct>${accountXml(account)}</CdtrAcct>
        <RmtInf><Ustrd>${text(payment.text, TEXT_CHARS_MAX)}</Ustrd></RmtInf>
      </CdtTrfTxInf>`;
}

const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;

function accountXml(account: string): string {
  return IBAN.test(account)
    ? `<Id><IBAN>${account}</IBAN></Id>`
    : `<Id><Othr><Id>${text(account, 34)}</Id></Othr></Id>`;
}

function text(value: string, charsMax: number): string {
  return [...value.trim()]
    .map((character) => (character < ' ' ? ' ' : character))
    .slice(0, charsMax)
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

const CSV_HEADER = ['reference', 'amount', 'currency', 'account', 'holder', 'text', 'pay on'];

/** With semicolons and a header. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function paymentListCsv({ payments, payOn }: Pick<PaymentList, 'payments' | 'payOn'>): string {
  const rows = payments.map(({ reference, amountMinor, currency, account, holder, text: said }) => [
    reference,
    formatAmount(amountMinor, currency),
    currency,
    account,
    holder,
    said,
    payOn,
  ]);
  return `${[CSV_HEADER, ...rows].map((cells) => cells.map(csvCell).join(';')).join('\r\n')}\r\n`;
}

function csvCell(value: string): string {
  const safe = neutralText(value);
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
