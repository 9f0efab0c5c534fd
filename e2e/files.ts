/** Files as they arrive from an ERP and from a bank, and dropping them onto the page. All names and numbers are invented. */
import type { Page } from '@playwright/test';

export interface TextFile {
  readonly name: string;
  readonly content: string;
}

/** As a person lets go of a file over the middle of the page. */
export async function drop(page: Page, file: TextFile): Promise<void> {
  const transfer = await page.evaluateHandle(({ name, content }) => {
    const data = new DataTransfer();
    data.items.add(new File([content], name));
    return data;
  }, file);
  await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
  await transfer.dispose();
}

export function csv(name: string, rows: readonly (readonly string[])[]): TextFile {
  return { name, content: rows.map((row) => `${row.join(',')}\n`).join('') };
}

/** One open invoice: the customer's number and name, its own number, currency, amount, date and due date. */
type InvoiceRow = readonly [string, string, string, string, string, string, string];

const INVOICE_HEADINGS: InvoiceRow = [
  'Customer number',
  'Customer name',
  'Invoice number',
  'Currency',
  'Amount',
  'Invoice date',
  'Due date',
];

/** Open invoices as an ERP lists them. */
export function invoices(name: string, rows: readonly InvoiceRow[]): TextFile {
  return csv(name, [INVOICE_HEADINGS, ...rows]);
}

export interface BankLine {
  readonly amount: string;
  readonly payer: string;
  readonly text: string;
}

const OUR_ACCOUNT = 'IT60X0542811101000000123456';

/** A camt.053 statement in euro, of one day, with nothing but receipts. */
export function statement(name: string, { day, lines }: { day: string; lines: readonly BankLine[] }): TextFile {
  const total = lines.map((line) => BigInt(line.amount.replace('.', ''))).reduce((sum, part) => sum + part, 0n);
  const balance = (code: string, minor: bigint) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${money(decimal(minor))}<Dt><Dt>${day}</Dt></Dt></Bal>`;
  const content = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>',
    `<GrpHdr><MsgId>${name}</MsgId><CreDtTm>${day}T21:30:00Z</CreDtTm></GrpHdr>`,
    `<Stmt><Id>${name}</Id><ElctrncSeqNb>1</ElctrncSeqNb>`,
    `<Acct><Id><IBAN>${OUR_ACCOUNT}</IBAN></Id><Ccy>EUR</Ccy></Acct>`,
    balance('OPBD', 100_000n),
    balance('CLBD', 100_000n + total),
    ...lines.map((line, index) => entry(line, { day, reference: `${name}-${index + 1}` })),
    '</Stmt></BkToCstmrStmt></Document>',
  ].join('\n');
  return { name: `${name}.camt053.xml`, content };
}

function entry(line: BankLine, { day, reference }: { day: string; reference: string }): string {
  return [
    `<Ntry><NtryRef>${reference}</NtryRef>${money(line.amount)}<Sts><Cd>BOOK</Cd></Sts>`,
    `<BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt><AcctSvcrRef>${reference}</AcctSvcrRef>`,
    '<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>',
    `<NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>${escaped(line.payer)}</Nm></Pty></Dbtr></RltdPties>`,
    `<RmtInf><Ustrd>${escaped(line.text)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`,
  ].join('');
}

function money(amount: string): string {
  return `<Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>`;
}

/** 12345n is '123.45'. */
export function decimal(minor: bigint): string {
  const digits = String(minor).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
