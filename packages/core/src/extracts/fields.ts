/**
 * The fields an extract may carry, and what their columns are called in the systems and languages we meet (English,
 * Italian, German, French, Spanish). Names are compared without accents, case, blanks and signs; the earlier name wins
 * when a file has several, so that the open amount is taken before the original one.
 */
export type ExtractKind = 'customers' | 'items';

export const CUSTOMER_FIELDS = [
  'company',
  'number',
  'name',
  'country',
  'language',
  'vatId',
  'email',
  'phone',
  'parentNumber',
  'terms',
  'bankAccount',
] as const;

export const ITEM_FIELDS = [
  'company',
  'kind',
  'number',
  'instalment',
  'customerNumber',
  'customerName',
  'currency',
  'amount',
  'issuedOn',
  'dueOn',
  'terms',
  'purchaseOrder',
  'deliveryNote',
  'orderNumber',
  'clearedOn',
] as const;

export type CustomerField = (typeof CUSTOMER_FIELDS)[number];
export type ItemField = (typeof ITEM_FIELDS)[number];
export type ExtractField = CustomerField | ItemField;

const words = (text: string): readonly string[] => text.split(/[\s,]+/).filter((word) => word !== '');

const COMPANY = words(
  'company companycode companyid bukrs buchungskreis societa azienda codiceazienda societe sociedad entity',
);
const CUSTOMER_NUMBER =
  words(`customernumber customerno customerid customercode custno custnumber accountnumber kunnr soldto
  codicecliente numerocliente codcliente idcliente kundennummer kundennr kunde debitor debitornr debitorennummer
  numeroclient codeclient noclient numerodecliente codigocliente numcliente customer cliente client account`);
const CUSTOMER_NAME = words(`customername custname accountname nomecliente ragionesociale denominazione intestatario
  kundenname firma firmenname nomclient raisonsociale nomduclient nombrecliente razonsocial nombre`);
const TERMS = words(`terms paymentterms paymentterm termsofpayment zterm termini terminipagamento condizionipagamento
  condizionidipagamento pagamento zahlungsbedingungen zahlungsbedingung zahlungskonditionen conditionsdepaiement
  conditionspaiement condicionesdepago condicionespago formadepago`);

export const CUSTOMER_SYNONYMS: Readonly<Record<CustomerField, readonly string[]>> = {
  // In a list of customers, "company" is most often the customer's own name.
  company: COMPANY.filter((word) => !['company', 'azienda', 'societa', 'societe', 'sociedad'].includes(word)),
  number: [...CUSTOMER_NUMBER, ...words('number no code codice nummer nr numero id')],
  name: [...words('name nome'), ...CUSTOMER_NAME, ...words('nom company azienda societa societe sociedad')],
  country: words('country countrycode landkey paese nazione stato codicepaese land laendercode pays codepays pais'),
  language: words('language languagecode lang lingua codicelingua sprache langue idioma'),
  vatId: words(`vatid vatnumber vatno vat taxid taxnumber partitaiva piva codicefiscale ustid ustidnr umsatzsteuerid
    numerotva tva tvaintra nif cif nifcif identificacionfiscal`),
  email: words(
    'email emailaddress mail indirizzoemail emailadresse courriel adresseemail correo correoelectronico pec',
  ),
  phone: words('phone phonenumber telephone tel telefono telefon telefonnummer numerodetelephone'),
  parentNumber: words(`parentnumber parent parentcustomer parentaccount headoffice capogruppo codicecapogruppo
    konzernnummer zentrale hauptkunde maisonmere numeromaisonmere matriz clientematriz`),
  terms: TERMS,
  bankAccount: words(
    'bankaccount iban bankaccountnumber contobancario conto bankkonto bankverbindung comptebancaire cuentabancaria',
  ),
};

export const ITEM_SYNONYMS: Readonly<Record<ItemField, readonly string[]>> = {
  company: COMPANY,
  kind: words(`kind type documenttype doctype itemtype invoicetype blart tipo tipodocumento belegart typ typedocument
    typedepiece typepiece tipodedocumento`),
  number: words(`invoicenumber itemnumber documentnumber invoiceno invoiceid documentno docno docnumber number belnr
    numerofattura numerodocumento nfattura nrfattura ndocumento nrdocumento fattura numero rechnungsnummer rechnungsnr
    rechnung belegnummer belegnr numerofacture nofacture nfacture facture numeropiece numerofactura nfactura factura
    numerodefactura invoice document reference`),
  instalment: words(
    'instalment installment instalmentnumber rata numerorata rate ratennummer echeance numeroecheance plazo cuota',
  ),
  customerNumber: CUSTOMER_NUMBER,
  customerName: [...CUSTOMER_NAME, 'name'],
  currency: words(
    'currency currencycode curr waers invoicecurrency documentcurrency divisa valuta wahrung waehrung devise monnaie moneda',
  ),
  amount:
    words(`amountopen openamount outstandingamount outstanding balancedue amountdue openbalance residuo importoresiduo
    importoaperto saldoaperto offenerbetrag restbetrag offen montantouvert montantdu resteapayer solde importependiente
    saldopendiente pendiente amount totalamount invoiceamount grossamount total dmbtr wrbtr importo importototale totale
    totaledocumento betrag bruttobetrag rechnungsbetrag gesamtbetrag montant montantttc totalttc importe importetotal
    balance saldo`),
  issuedOn: words(`issuedon invoicedate documentdate docdate issuedate dateissued date bldat datafattura datadocumento
    dataemissione data rechnungsdatum belegdatum datum datefacture datedefacture datedocument datepiece fechafactura
    fechadefactura fechaemision fecha postingdate buchungsdatum dataregistrazione`),
  dueOn: words(`dueon duedate netduedate datedue zfbdt scadenza datascadenza datadiscadenza falligam faelligam
    falligkeitsdatum faelligkeitsdatum falligkeit faelligkeit nettofalligkeit nettofaelligkeit dateecheance datedecheance
    fechavencimiento vencimiento fechadevencimiento`),
  terms: TERMS,
  purchaseOrder: words(`ponumber po purchaseorder purchaseordernumber customerpo customerreference bstkd ordinecliente
    ordineacquisto numeroordineacquisto bestellnummer kundenbestellnummer bondecommande numerocommandeclient
    pedidocliente ordendecompra`),
  deliveryNote: words(
    'deliverynote deliverynotenumber delivery ddt numeroddt bolla lieferschein lieferscheinnummer bondelivraison albaran',
  ),
  orderNumber: words(
    'ordernumber salesorder salesordernumber orderno vbeln ordine numeroordine auftrag auftragsnummer commande numerocommande pedido numeropedido',
  ),
  clearedOn: words(
    'clearedon clearingdate cleardate paidon paymentdate datepaid augdt datapagamento datapareggio ausgleichsdatum zahlungsdatum datedepaiement datepaiement datelettrage fechapago fechacompensacion',
  ),
};

export const REQUIRED_FIELDS: Readonly<Record<ExtractKind, readonly ExtractField[]>> = {
  customers: ['number', 'name'],
  items: ['number', 'customerNumber', 'currency', 'amount', 'issuedOn'],
};

export function fieldsOf(kind: ExtractKind): readonly ExtractField[] {
  return kind === 'customers' ? CUSTOMER_FIELDS : ITEM_FIELDS;
}

export function synonymsOf(kind: ExtractKind, field: ExtractField): readonly string[] {
  const table: Partial<Record<ExtractField, readonly string[]>> =
    kind === 'customers' ? CUSTOMER_SYNONYMS : ITEM_SYNONYMS;
  return table[field] ?? [];
}

/** "Nr. Fattura" and "NR_FATTURA" are the same name: letters and digits only, without accents. */
export function plainName(header: string): string {
  return header
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]/g, '');
}
