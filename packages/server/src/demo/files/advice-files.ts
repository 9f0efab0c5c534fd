/** Remittance advices as customers write them: a table, a mail with a table in it, lines of plain text, a PDF. */
import type { LocalDate } from '@quittance/core/calendar';
import { formatAmount } from '@quittance/core/money';
import type { DemoCompany } from '../companies.ts';
import type { CompanyHistory } from '../history/history.ts';
import { type AdviceForm, type AdvisedPayment, advisedPayments } from './advised-payments.ts';
import { pdfPage } from './pdf-page.ts';

export interface AdviceFile {
  readonly name: string;
  readonly content: string;
  /** The day on which the bank books its payment. */
  readonly paidOn: LocalDate;
}

/** The advices of a company's payments, in the order of their days: those of imported statements, then those that are left. */
export function adviceFiles(history: CompanyHistory, options: { readonly seed: string }): AdviceFile[] {
  const { company } = history.trade;
  const files = advisedPayments(history, options).flatMap((payment): AdviceFile[] => {
    if (payment.form === null) return [];
    const name = `advice-${company.code}-${payment.bankLine.bookedOn}-${payment.customer.number}.${ENDINGS[payment.form]}`;
    return [{ name, content: WRITERS[payment.form](payment, company), paidOn: payment.bankLine.bookedOn }];
  });
  return files.sort((one, other) => (one.name < other.name ? -1 : 1));
}

const ENDINGS: Readonly<Record<AdviceForm, string>> = { csv: 'csv', html_mail: 'eml', text: 'txt', pdf: 'pdf' };

const WRITERS: Readonly<Record<AdviceForm, (payment: AdvisedPayment, company: DemoCompany) => string>> = {
  csv: asTable,
  html_mail: asMail,
  text: asText,
  pdf: asPdf,
};

const HEADINGS = ['Invoice', 'Gross', 'Deduction', 'Reason', 'Paid'] as const;

/** The cells of each line, and of the total. */
function rowsOf({ lines, bankLine, customer }: AdvisedPayment): { rows: string[][]; total: string } {
  const amount = (minor: bigint) => formatAmount(minor, customer.currency);
  const rows = lines.map(({ line, takenMinor, reason }) => [
    line.document.number,
    amount(line.openMinor),
    takenMinor === 0n ? '' : amount(takenMinor),
    reason,
    amount(line.openMinor - takenMinor),
  ]);
  return { rows, total: amount(bankLine.amountMinor) };
}

function headOf({ customer, number, bankLine }: AdvisedPayment): string[] {
  return [
    `Payer: ${customer.payer.payerName}`,
    `Payment number: ${number}`,
    `Payment date: ${bankLine.bookedOn}`,
    `Currency: ${customer.currency}`,
  ];
}

function asTable(payment: AdvisedPayment): string {
  const { rows, total } = rowsOf(payment);
  const table = [[...HEADINGS], ...rows, ['Total', '', '', '', total]];
  return [...headOf(payment), ...table.map((cells) => cells.join(';')), ''].join('\r\n');
}

function asMail(payment: AdvisedPayment, company: DemoCompany): string {
  const { rows, total } = rowsOf(payment);
  const row = (cells: readonly string[], tag: 'th' | 'td') =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  const table = [
    row(HEADINGS, 'th'),
    ...rows.map((cells) => row(cells, 'td')),
    row(['Total', '', '', '', total], 'td'),
  ];
  const { customer, number } = payment;
  return [
    `From: "Accounts payable" <${customer.email ?? 'payables@payer.example'}>`,
    `To: "${company.name}" <receivables@demo.example>`,
    `Subject: Remittance advice ${number}`,
    `Message-ID: <${number}@payer.example>`,
    'MIME-Version: 1.0',
    'Content-Type: text/html; charset=utf-8',
    '',
    `<p>${headOf(payment).map(escaped).join('<br>\r\n')}</p>`,
    `<table>${table.join('\r\n')}</table>`,
    '',
  ].join('\r\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function asText(payment: AdvisedPayment): string {
  const { lines, customer } = payment;
  const amount = (minor: bigint) => formatAmount(minor, customer.currency);
  const said = lines.map(({ line, takenMinor, reason }) => {
    const { number } = line.document;
    if (takenMinor === 0n) return `${number}  ${amount(line.openMinor)}`;
    return `${number}  ${amount(line.openMinor)} less ${amount(takenMinor)} (${reason}) = ${amount(line.openMinor - takenMinor)}`;
  });
  const { total } = rowsOf(payment);
  return ['Remittance advice', ...headOf(payment), '', ...said, '', `Total  ${total}`, ''].join('\r\n');
}

const COLUMNS = [60, 170, 250, 330, 470] as const;

function asPdf(payment: AdvisedPayment, company: DemoCompany): string {
  const { rows, total } = rowsOf(payment);
  const head = [`Remittance advice to ${company.name}`, ...headOf(payment)].map((text, at) => ({
    text,
    left: COLUMNS[0],
    top: 60 + at * 16,
  }));
  const table = [HEADINGS, ...rows, ['Total', '', '', '', total]].flatMap((cells, row) =>
    cells.map((text, at) => ({ text, left: COLUMNS[at] ?? 0, top: 170 + row * 18 })),
  );
  return pdfPage([...head, ...table.filter(({ text }) => text !== '')]);
}
