import { describe, expect, it } from 'vitest';
import { createUblTrees, readUblDocument, type UblResult } from './index.ts';

interface Parts {
  readonly root?: string;
  readonly head?: string;
  readonly totals?: string;
  readonly payable?: string;
  readonly rest?: string;
}

/** An invoice as access points send them, with invented names. */
function anInvoice({
  root = 'Invoice',
  head = '<cbc:DueDate>2026-02-14</cbc:DueDate>',
  totals = '',
  payable = '1200.00',
  rest = '',
}: Parts = {}): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" xmlns:cac="cac" xmlns:cbc="cbc">
  <cbc:ID>2026-0071</cbc:ID><cbc:IssueDate>2026-01-15</cbc:IssueDate>${head}
  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode><cbc:BuyerReference>Kostenstelle 7</cbc:BuyerReference>
  <cac:OrderReference><cbc:ID>PO-9</cbc:ID><cbc:SalesOrderID>SO-3</cbc:SalesOrderID></cac:OrderReference>
  <cac:DespatchDocumentReference><cbc:ID>DDT-5</cbc:ID></cac:DespatchDocumentReference>
  <cac:AdditionalDocumentReference><cac:Attachment><cbc:EmbeddedDocumentBinaryObject>${'QUJD'.repeat(1_000)}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>
  <cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>Vetreria Morandi</cbc:Name></cac:PartyName></cac:Party></cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty><cbc:SupplierAssignedAccountID>0042</cbc:SupplierAssignedAccountID><cac:Party>
    <cbc:EndpointID schemeID="0088">7300010000001</cbc:EndpointID><cac:PartyIdentification><cbc:ID>K-42</cbc:ID></cac:PartyIdentification>
    <cac:PostalAddress><cac:Country><cbc:IdentificationCode>de</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
    <cac:PartyTaxScheme><cbc:CompanyID>DE 123 456 789</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
    <cac:PartyLegalEntity><cbc:RegistrationName>Müller &amp; Söhne GmbH</cbc:RegistrationName></cac:PartyLegalEntity>
    <cac:Contact><cbc:ElectronicMail>ap@mueller.example</cbc:ElectronicMail></cac:Contact></cac:Party></cac:AccountingCustomerParty>
  <cac:PaymentMeans><cbc:PaymentID>RF18539007547034</cbc:PaymentID></cac:PaymentMeans>${rest}
  <cac:LegalMonetaryTotal>${totals}<cbc:PayableAmount currencyID="EUR">${payable}</cbc:PayableAmount></cac:LegalMonetaryTotal>
  <cac:InvoiceLine><cbc:ID>1</cbc:ID></cac:InvoiceLine>
</${root}>`;
}

function read(text: string): UblResult[] {
  const results: UblResult[] = [];
  const trees = createUblTrees((root) => results.push(readUblDocument(root)));
  for (let at = 0; at < text.length; at += 100) trees.write(text.slice(at, at + 100));
  trees.end();
  return results;
}
const one = (parts?: Parts) => read(anInvoice(parts))[0];

describe('a UBL document', () => {
  it('says what is to be paid, by whom, when, under which reference', () =>
    expect(one()).toEqual({
      outcome: 'read',
      notes: [],
      value: {
        kind: 'invoice',
        number: '2026-0071',
        issuedOn: '2026-01-15',
        currency: 'EUR',
        instalments: [{ dueOn: '2026-02-14', amountMinor: 120_000n }],
        terms: null,
        purchaseOrder: 'PO-9',
        orderNumber: 'SO-3',
        deliveryNote: 'DDT-5',
        reference: 'RF18539007547034',
        supplier: { name: 'Vetreria Morandi', ids: [], vatId: null, country: null, email: null },
        buyer: {
          name: 'Müller & Söhne GmbH',
          ids: ['0042', 'K-42', '7300010000001'],
          vatId: 'DE123456789',
          country: 'DE',
          email: 'ap@mueller.example',
        },
      },
    }));

  it('partly prepaid: the rest is taken, and said', () => {
    const totals =
      '<cbc:TaxInclusiveAmount>1200.00</cbc:TaxInclusiveAmount><cbc:PrepaidAmount>200.00</cbc:PrepaidAmount>';
    expect(one({ totals, payable: '1000.00' })).toMatchObject({
      notes: [{ code: 'partly_prepaid' }],
      value: { instalments: [{ amountMinor: 100_000n }] },
    });
    expect(one({ totals, payable: '1000.01' })).toMatchObject({ notes: [{}, { code: 'totals_do_not_add_up' }] });
  });

  it.each([
    ['CreditNote', '<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>', '50.00', 'credit_note'],
    ['Invoice', '<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>', '-50.00', 'credit_note'],
    ['Invoice', '<cbc:InvoiceTypeCode>381</cbc:InvoiceTypeCode>', '50.00', 'credit_note'],
    ['Invoice', '<cbc:InvoiceTypeCode>383</cbc:InvoiceTypeCode>', '50.00', 'debit_note'],
    ['CreditNote', '', '-50.00', 'debit_note'],
    ['Invoice', '<cbc:InvoiceTypeCode>386</cbc:InvoiceTypeCode>', '50.00', 'invoice'],
  ])('%s %s of %s is a %s of 50.00', (root, head, payable, kind) =>
    expect(one({ root, head, payable })).toMatchObject({ value: { kind, instalments: [{ amountMinor: 5_000n }] } }),
  );

  it('without a due date: terms give it, else it is due at once', () => {
    const terms = (note: string) => `<cac:PaymentTerms><cbc:Note>${note}</cbc:Note></cac:PaymentTerms>`;
    expect(one({ head: '', rest: terms('30 Tage netto') })).toMatchObject({
      notes: [],
      value: { terms: 'net 30', instalments: [{ dueOn: '2026-02-14' }] },
    });
    expect(one({ head: '', rest: terms('as agreed') })).toMatchObject({
      notes: [{ code: 'due_at_once' }],
      value: { terms: 'as agreed', instalments: [{ dueOn: '2026-01-15' }] },
    });
    expect(one({ rest: terms('#SKONTO#TAGE=14#PROZENT=2.00#\n') })).toMatchObject({ value: { terms: '2% 14 net 30' } });
  });

  it('with instalments that add up has one item for each', () => {
    const part = (amount: string, day: string) =>
      `<cac:PaymentTerms><cbc:Amount currencyID="EUR">${amount}</cbc:Amount><cbc:InstallmentDueDate>${day}</cbc:InstallmentDueDate></cac:PaymentTerms>`;
    const rest = part('700.00', '2026-03-14') + part('500.00', '2026-02-14');
    expect(one({ rest })).toMatchObject({
      value: {
        instalments: [
          { dueOn: '2026-02-14', amountMinor: 50_000n },
          { dueOn: '2026-03-14', amountMinor: 70_000n },
        ],
      },
    });
  });

  it.each([
    [{ payable: '0.00' }, 'amount amount_is_zero'],
    [{ payable: '12,00' }, 'amount bad_amount'],
    [{ payable: '12.005' }, 'amount bad_amount'],
    [{ head: '<cbc:DueDate>2026-02-30</cbc:DueDate>' }, 'dueOn bad_date'],
  ])('%j is refused: %s', (parts, fault) => {
    const result = one(parts);
    expect(result?.outcome === 'refused' && result.problems.map(({ field, code }) => `${field} ${code}`)).toEqual([
      fault,
    ]);
  });

  it('in another currency than its amount is refused', () => {
    const [result] = read(anInvoice().replace('currencyID="EUR"', 'currencyID="USD"'));
    expect(result).toMatchObject({ outcome: 'refused', problems: [{ code: 'currencies_differ' }] });
  });

  it('several in one file, in an envelope of any name', () => {
    const plain = anInvoice().replace(/^<\?xml[^>]*>/, '');
    expect(read(`<Batch><Head>x</Head>${plain}${plain.replace('2026-0071', '2026-0072')}</Batch>`)).toMatchObject([
      { value: { number: '2026-0071' } },
      { value: { number: '2026-0072' } },
    ]);
  });

  it.each([
    ['<!DOCTYPE Invoice [<!ENTITY a "b">]><Invoice>&a;</Invoice>', 'doctype_refused'],
    [`<Invoice>${'<a>'.repeat(100)}`, 'xml_too_deep'],
    ['<Invoice><cbc:ID>1</cbc:ID>', 'xml_not_well_formed'],
  ])('%s is given up', (text, code) => expect(() => read(text)).toThrow(expect.objectContaining({ code })));
});
