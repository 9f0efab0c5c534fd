/** Extracts as an ERP would send them: the invoices the ledger has not seen yet, and customers that are new or changed. */
import type { DemoCompany } from '../companies.ts';
import type { DemoCustomer } from '../customers/customers.ts';
import type { DemoDocument } from '../history/documents.ts';
import type { CompanyTrade } from '../history/trade.ts';
import { type CsvDialect, csvAmount, csvDate, csvText, DIALECTS } from './csv.ts';

const INVOICE_HEADERS: Readonly<Record<string, readonly string[]>> = {
  it: [
    'Codice cliente',
    'Ragione sociale',
    'Tipo documento',
    'Numero fattura',
    'Rata',
    'Data fattura',
    'Data scadenza',
    'Divisa',
    'Importo',
    'Termini pagamento',
    'Ordine cliente',
    'DDT',
  ],
  en: [
    'Customer number',
    'Customer name',
    'Document type',
    'Invoice number',
    'Instalment',
    'Invoice date',
    'Due date',
    'Currency',
    'Amount',
    'Payment terms',
    'PO number',
    'Delivery note',
  ],
};
const CUSTOMER_HEADERS: Readonly<Record<string, readonly string[]>> = {
  it: [
    'Codice cliente',
    'Ragione sociale',
    'Paese',
    'Lingua',
    'Partita IVA',
    'E-mail',
    'Telefono',
    'Capogruppo',
    'Termini pagamento',
    'IBAN',
  ],
  en: [
    'Customer number',
    'Customer name',
    'Country',
    'Language',
    'VAT number',
    'E-mail',
    'Phone',
    'Parent',
    'Payment terms',
    'IBAN',
  ],
};

function headersOf(headers: Readonly<Record<string, readonly string[]>>, company: DemoCompany): readonly string[] {
  return headers[company.country === 'IT' ? 'it' : 'en'] ?? [];
}

/** The invoices that are left to import, and five bad rows among them. */
export function invoiceFile(trade: CompanyTrade): string {
  const { company } = trade;
  const dialect = DIALECTS[company.code];
  const rows = trade.invoicesLeft.flatMap((invoice) => invoiceRows(invoice, dialect));
  badRows(rows, dialect).forEach((row, index) => {
    rows.splice(Math.floor(((index + 1) * rows.length) / 6), 0, row);
  });
  return csvText([headersOf(INVOICE_HEADERS, company), ...rows], dialect);
}

function invoiceRows(invoice: DemoDocument, dialect: CsvDialect): string[][] {
  const { customer, number, currency, issuedOn, instalments } = invoice;
  return instalments.map((part, index) => [
    customer.number,
    customer.name,
    dialect.separator === ';' ? 'Fattura' : 'Invoice',
    number,
    instalments.length > 1 ? `${index + 1}/${instalments.length}` : '',
    csvDate(issuedOn, dialect),
    csvDate(part.dueOn, dialect),
    currency,
    csvAmount(part.amountMinor, currency, dialect),
    customer.terms,
    invoice.purchaseOrder ?? '',
    invoice.deliveryNote ?? '',
  ]);
}

/** Each wrong in its own way: an impossible day, words for an amount, no number, a currency that is none, a number cut short by a spreadsheet. */
function badRows(rows: readonly (readonly string[])[], { dateOrder }: CsvDialect): string[][] {
  const changes: readonly (readonly [number, string])[] = [
    [5, dateOrder === 'mdy' ? '02/31/2026' : '31/02/2026'],
    [8, 'see contract'],
    [3, ''],
    [7, 'EURO'],
    [3, '1,02646E+11'],
  ];
  return changes.flatMap(([column, value], index) => {
    const source = rows[index * 3];
    if (!source) return [];
    const row = [...source];
    row[3] = `${row[3]}-${index + 1}`;
    row[column] = value;
    return [row];
  });
}

/** New customers, some with a new address or terms, some unchanged; one account number has a wrong digit. */
export function customerFile({ company, customers, newCustomers }: CompanyTrade): string {
  const dialect = DIALECTS[company.code];
  const changed = customers.slice(10, 22).map((customer, index) => ({
    ...customer,
    ...(index % 2 === 0 ? { email: `invoices@${customer.email.split('@')[1]}` } : { terms: 'net 60' }),
  }));
  const unchanged = customers.slice(30, 38);
  const rows = [...newCustomers, ...changed, ...unchanged].map((customer, index) => customerRow(customer, index === 1));
  return csvText([headersOf(CUSTOMER_HEADERS, company), ...rows], dialect);
}

function customerRow(customer: DemoCustomer, hasWrongDigit: boolean): string[] {
  const { number, name, country, language, taxId, email, phone, parentNumber, terms, payer } = customer;
  const account = payer.isUnknownToUs || payer.isPaidByParent ? '' : payer.account;
  const digit = account.slice(-1);
  const shown = hasWrongDigit ? account.slice(0, -1) + (digit === '9' ? '0' : String(Number(digit) + 1)) : account;
  return [number, name, country, language, taxId, email, phone, parentNumber ?? '', terms, shown];
}
