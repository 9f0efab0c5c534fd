/** One `TxDtls`: a payment inside a bank entry, with its parties, references and remittance information. */
import type { Money } from '../../money/index.ts';
import { nodeAt, nodesNamed, textAt, type XmlNode } from '../../xml/index.ts';
import type { RemittanceDocument } from '../statement.ts';
import { moneyFacts } from './camt-money.ts';
import { type Direction, readAccountNumber, readAmount, readDirection } from './camt-values.ts';
import { freeText } from './xml-subtrees.ts';

export interface CamtParty {
  readonly name: string | null;
  readonly account: string | null;
  readonly ultimateName: string | null;
}

export interface CamtTransaction {
  readonly line: number;
  readonly direction: Direction | null;
  /** Amounts by preference: booked amount, transaction amount, instructed amount, counter value. */
  readonly amounts: readonly (Money | null)[];
  readonly isReturn: boolean;
  readonly debtor: CamtParty;
  readonly creditor: CamtParty;
  readonly bankReference: string | null;
  readonly customerReference: string | null;
  readonly endToEndId: string | null;
  readonly typeCode: string | null;
  readonly structuredReference: string | null;
  readonly documents: readonly RemittanceDocument[];
  readonly textLines: readonly string[];
  readonly bankInformation: string | null;
  /** Charges and exchange in words. */
  readonly money: readonly string[];
}

export function readTransaction(node: XmlNode): CamtTransaction {
  const references = nodeAt(node, 'Refs');
  const parties = nodeAt(node, 'RltdPties');
  const structured = nodesNamed(nodeAt(node, 'RmtInf'), 'Strd');
  const returned = nodeAt(node, 'RtrInf');
  return {
    line: node.line,
    direction: readDirection(node),
    amounts: [
      readAmount(nodeAt(node, 'Amt')),
      readAmount(nodeAt(node, 'AmtDtls', 'TxAmt', 'Amt')),
      readAmount(nodeAt(node, 'AmtDtls', 'InstdAmt', 'Amt')),
      readAmount(nodeAt(node, 'AmtDtls', 'CntrValAmt', 'Amt')),
    ],
    isReturn: returned !== null,
    debtor: readParty(parties, 'Dbtr'),
    creditor: readParty(parties, 'Cdtr'),
    bankReference: textAt(references, 'AcctSvcrRef') ?? given(textAt(references, 'TxId')),
    customerReference:
      given(textAt(references, 'InstrId')) ??
      given(textAt(references, 'PmtInfId')) ??
      given(textAt(references, 'ChqNb')),
    endToEndId: given(textAt(references, 'EndToEndId')),
    typeCode: readTypeCode(nodeAt(node, 'BkTxCd')),
    structuredReference: joinUnique(
      structured.map((part) => textAt(part, 'CdtrRefInf', 'Ref')),
      ' ',
    ),
    documents: structured.flatMap(readDocuments),
    textLines: readTextLines(node, structured),
    bankInformation: joinUnique(
      [
        textAt(node, 'AddtlTxInf'),
        textAt(returned, 'Rsn', 'Cd') ?? textAt(returned, 'Rsn', 'Prtry'),
        ...nodesNamed(returned, 'AddtlInf').map(freeText),
      ],
      ' ',
    ),
    money: moneyFacts(node, readAmount(nodeAt(node, 'Amt')) ?? readAmount(nodeAt(node, 'AmtDtls', 'TxAmt', 'Amt'))),
  };
}

/** Banks must fill the end-to-end reference; what they write when the payer gave none says nothing. */
export function given(reference: string | null): string | null {
  return reference === null || /^(NOT\s?PROVIDED|NOTPROVIDED.*|NONREF|N\/?A)$/i.test(reference) ? null : reference;
}

/** "PMNT-RCDT-ESCT" from the domain codes, else the bank's own code ("NTRF+166"). */
export function readTypeCode(node: XmlNode | null): string | null {
  const domain = [
    textAt(node, 'Domn', 'Cd'),
    textAt(node, 'Domn', 'Fmly', 'Cd'),
    textAt(node, 'Domn', 'Fmly', 'SubFmlyCd'),
  ].filter((code) => code !== null);
  return domain.length > 0 ? domain.join('-') : textAt(node, 'Prtry', 'Cd');
}

/** Later versions wrap the name in `Pty` (or `Agt` for a bank); accounts are an IBAN or another number. */
function readParty(parties: XmlNode | null, role: 'Dbtr' | 'Cdtr'): CamtParty {
  return {
    name: readName(parties, role),
    account: readAccountNumber(parties === null ? null : nodeAt(parties, `${role}Acct`, 'Id')),
    ultimateName: readName(parties, `Ultmt${role}`),
  };
}

function readName(parties: XmlNode | null, role: string): string | null {
  const name =
    textAt(parties, role, 'Pty', 'Nm') ??
    textAt(parties, role, 'Nm') ??
    textAt(parties, role, 'Agt', 'FinInstnId', 'Nm');
  return name?.replace(/\s+/g, ' ') ?? null;
}

function readTextLines(node: XmlNode, structured: readonly XmlNode[]): string[] {
  const free = nodesNamed(nodeAt(node, 'RmtInf'), 'Ustrd').map(freeText);
  const beside = structured.flatMap((part) => nodesNamed(part, 'AddtlRmtInf').map(freeText));
  return [...free, ...beside].filter((line) => line !== null);
}

/** A credit note lowers what is paid: its amount is negative, as the type of the document or of the amount says. */
function readDocuments(structured: XmlNode): RemittanceDocument[] {
  const remitted = nodeAt(structured, 'RfrdDocAmt');
  const credited = remitted === null ? null : readAmount(nodeAt(remitted, 'CdtNoteAmt'));
  const amount =
    remitted === null
      ? null
      : (readAmount(nodeAt(remitted, 'RmtdAmt')) ?? credited ?? readAmount(nodeAt(remitted, 'DuePyblAmt')));
  const documents = nodesNamed(structured, 'RfrdDocInf').filter((document) => textAt(document, 'Nb') !== null);
  const stated = documents.length === 1 ? amount : null;
  return documents.map((document) => {
    const type = textAt(document, 'Tp', 'CdOrPrtry', 'Cd') ?? textAt(document, 'Tp', 'Cd');
    const isCredit = type === 'CREN' || (stated !== null && stated === credited);
    return {
      number: textAt(document, 'Nb') ?? '',
      amountMinor: stated === null ? null : isCredit ? -stated.amountMinor : stated.amountMinor,
      currency: stated?.currency ?? null,
    };
  });
}

function joinUnique(parts: readonly (string | null)[], separator: string): string | null {
  const unique = [...new Set(parts.filter((part) => part !== null))];
  return unique.length > 0 ? unique.join(separator) : null;
}
