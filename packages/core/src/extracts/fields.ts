/**
 * The fields an extract may carry, and what their columns are called in the systems and languages we meet (English,
 * Italian, German, French, Spanish). Names are compared without accents, case, blanks and signs; the earlier name wins
 * when a file has several, so that the open amount is taken before the original one.
 */
export const EXTRACT_KINDS = ['customers', 'contacts', 'items', 'receipts', 'notes', 'promises'] as const;
export type ExtractKind = (typeof EXTRACT_KINDS)[number];
/** Whose columns are mapped: extracts, and advices, whose reading is its own (`core/remittance`). */
export const MAPPED_KINDS = [...EXTRACT_KINDS, 'remittance'] as const;
export type MappedKind = (typeof MAPPED_KINDS)[number];

const CUSTOMER_FIELDS = [
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

const ITEM_FIELDS = [
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

const CONTACT_FIELDS = [
  'company',
  'customerNumber',
  'name',
  'firstName',
  'role',
  'language',
  'email',
  'phone',
  'isPrimary',
  'text',
] as const;

const RECEIPT_FIELDS = [
  'company',
  'number',
  'customerNumber',
  'currency',
  'amount',
  'receivedOn',
  'reference',
  'payerName',
  'payerAccount',
  'text',
] as const;

const NOTE_FIELDS = ['company', 'customerNumber', 'kind', 'happenedOn', 'author', 'itemNumber', 'text'] as const;

const PROMISE_FIELDS = [
  'company',
  'customerNumber',
  'currency',
  'amount',
  'promisedOn',
  'itemNumber',
  'happenedOn',
  'kind',
  'author',
  'text',
] as const;

/** What a column of an advice holds. `paid` is net of what was taken off. */
const REMITTANCE_FIELDS = [
  'itemNumber',
  'issuedOn',
  'purchaseOrder',
  'gross',
  'discount',
  'deduction',
  'reasonCode',
  'reason',
  'paid',
  'currency',
  'payerName',
] as const;

export type CustomerField = (typeof CUSTOMER_FIELDS)[number];
export type ItemField = (typeof ITEM_FIELDS)[number];
export type ContactField = (typeof CONTACT_FIELDS)[number];
export type ReceiptField = (typeof RECEIPT_FIELDS)[number];
export type NoteField = (typeof NOTE_FIELDS)[number];
export type PromiseField = (typeof PROMISE_FIELDS)[number];
export type RemittanceField = (typeof REMITTANCE_FIELDS)[number];
export type ExtractField =
  | CustomerField
  | ContactField
  | ItemField
  | ReceiptField
  | NoteField
  | PromiseField
  | RemittanceField;

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

const CURRENCY = words(
  'currency currencycode curr waers invoicecurrency documentcurrency divisa valuta wahrung waehrung devise monnaie moneda',
);

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
  currency: CURRENCY,
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

const EMAIL = CUSTOMER_SYNONYMS.email;
const PHONE = [...CUSTOMER_SYNONYMS.phone, ...words('mobile cellulare handy portable movil')];
const TEXT =
  words(`text note notes comment comments remark remarks description testo nota annotazione annotazioni commento
  descrizione notiz bemerkung kommentar beschreibung texte remarque commentaire texto comentario observaciones`);

export const CONTACT_SYNONYMS: Readonly<Record<ContactField, readonly string[]>> = {
  company: COMPANY,
  customerNumber: CUSTOMER_NUMBER,
  name: words(`contactname contactperson contact fullname lastname surname familyname nominativo cognome referente
    contatto ansprechpartner nachname kontakt nomcontact nom apellidos apellido contacto personadecontacto person persona
    name nombrecompleto`),
  firstName: words('firstname givenname forename nome vorname prenom nombre'),
  role: words(`role roles contactrole function jobtitle title position ruolo funzione qualifica rolle funktion abteilung
    department ufficio reparto fonction poste service cargo puesto funcion`),
  language: CUSTOMER_SYNONYMS.language,
  email: EMAIL,
  phone: PHONE,
  isPrimary: words(
    'isprimary primary maincontact main default principale predefinito hauptkontakt hauptansprechpartner principal',
  ),
  text: TEXT,
};

export const RECEIPT_SYNONYMS: Readonly<Record<ReceiptField, readonly string[]>> = {
  company: COMPANY,
  number:
    words(`receiptnumber receiptno receiptid paymentnumber paymentno paymentid transactionid documentnumber docno belnr
    numeroincasso numeropagamento numeromovimento zahlungsnummer belegnummer numeropaiement numeroreglement numerocobro
    numeropago number id`),
  customerNumber: CUSTOMER_NUMBER,
  currency: CURRENCY,
  amount:
    words(`amount receiptamount paymentamount amountreceived amountpaid credit importo importoincassato importopagato
    betrag zahlungsbetrag montant montantregle montantrecu importe importecobrado dmbtr wrbtr`),
  receivedOn: words(`receivedon receiptdate datereceived paymentdate datepaid paidon valuedate bookingdate bookedon date
    dataincasso datapagamento datavaluta dataaccredito data zahlungsdatum zahlungseingang buchungsdatum valutadatum wertstellung
    datum datereglement datepaiement dateencaissement datevaleur fechacobro fechapago fechavalor fecha budat valut`),
  reference: words(`reference paymentreference remittancereference endtoendid structuredreference riferimento causale
    verwendungszweck referenz referencepaiement referencia concepto xblnr`),
  payerName: words(`payername payer remitter debtor debtorname sender ordinante pagatore debitore auftraggeber zahler
    zahlungspflichtiger donneurdordre payeur emetteur ordenante pagador`),
  payerAccount: words(`payeraccount payeriban debtoriban debtoraccount iban bankaccount contoordinante ibanordinante
    auftraggeberkonto kontoauftraggeber comptedonneurdordre cuentaordenante`),
  text: [...words('remittanceinformation remittanceinfo details sgtxt'), ...TEXT],
};

export const NOTE_SYNONYMS: Readonly<Record<NoteField, readonly string[]>> = {
  company: COMPANY,
  customerNumber: CUSTOMER_NUMBER,
  kind: words(`kind activitytype activity notetype type channel tipo tipoattivita tipologia art aktivitat aktivitaet
    typeactivite tipoactividad`),
  happenedOn:
    words(`happenedon notedate activitydate createdon createdat created entrydate date datetime timestamp datanota
    dataattivita data notizdatum erstelltam datum datenote datecreation fechanota fecha`),
  author: words(`author createdby user username enteredby collector agent autore utente operatore inseritoda verfasser
    benutzer sachbearbeiter erstelltvon auteur utilisateur usuario autor gestor`),
  itemNumber: words(`itemnumber invoicenumber invoiceno invoice documentnumber numerofattura fattura rechnungsnummer
    numerofacture facture numerofactura factura`),
  text: TEXT,
};

const PROMISE_SYNONYMS: Readonly<Record<PromiseField, readonly string[]>> = {
  company: COMPANY,
  customerNumber: CUSTOMER_NUMBER,
  currency: CURRENCY,
  amount:
    words(`promisedamount amountpromised ptpamount promiseamount importopromesso importopromessa promesso zugesagterbetrag
    zusagebetrag montantpromis importeprometido amount importo betrag montant importe`),
  promisedOn:
    words(`promisedon promiseddate promisedate datepromised promisetopaydate ptpdate ptp promisedby paymentpromisedon
    datapromessa datapromessapagamento promessoentro promessa promessoil zugesagtam zusagedatum zusage zahlungszusage
    datepromesse promesse fechapromesa fechacompromiso promesa`),
  itemNumber: [...words('items invoices fatture rechnungen factures facturas'), ...NOTE_SYNONYMS.itemNumber],
  happenedOn: words(`madeon datemade calledon contactdate loggedon ${NOTE_SYNONYMS.happenedOn.join(' ')}`),
  kind: NOTE_SYNONYMS.kind,
  author: NOTE_SYNONYMS.author,
  text: TEXT,
};

/** A currency or a customer may be one for all rows; a receipt without customer waits to be identified. */
export const REQUIRED_FIELDS: Readonly<Record<MappedKind, readonly ExtractField[]>> = {
  customers: ['number', 'name'],
  contacts: ['customerNumber', 'name'],
  items: ['number', 'customerNumber', 'currency', 'amount', 'issuedOn'],
  receipts: ['currency', 'amount', 'receivedOn'],
  notes: ['customerNumber', 'happenedOn', 'text'],
  promises: ['customerNumber', 'currency', 'amount', 'promisedOn'],
  remittance: ['itemNumber'],
};

const FIELDS: Readonly<Record<MappedKind, readonly ExtractField[]>> = {
  customers: CUSTOMER_FIELDS,
  contacts: CONTACT_FIELDS,
  items: ITEM_FIELDS,
  receipts: RECEIPT_FIELDS,
  notes: NOTE_FIELDS,
  promises: PROMISE_FIELDS,
  remittance: REMITTANCE_FIELDS,
};

const SYNONYMS: Readonly<Record<ExtractKind, Readonly<Partial<Record<ExtractField, readonly string[]>>>>> = {
  customers: CUSTOMER_SYNONYMS,
  contacts: CONTACT_SYNONYMS,
  items: ITEM_SYNONYMS,
  receipts: RECEIPT_SYNONYMS,
  notes: NOTE_SYNONYMS,
  promises: PROMISE_SYNONYMS,
};

export function fieldsOf(kind: MappedKind): readonly ExtractField[] {
  return FIELDS[kind];
}

export function synonymsOf(kind: ExtractKind, field: ExtractField): readonly string[] {
  return SYNONYMS[kind][field] ?? [];
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
