/**
 * What the columns of bank statements are called: English, German, Italian, French, Spanish, Portuguese, Dutch, Polish,
 * Czech, Nordic and Turkish exports. Names are compared without accents, case, blanks and signs; the earlier name wins
 * when a file has several.
 */
export const STATEMENT_FIELDS = [
  'bookedOn',
  'valueOn',
  'amount',
  'debit',
  'credit',
  'direction',
  'balance',
  'currency',
  'account',
  'name',
  'payerName',
  'payeeName',
  'counterpartyAccount',
  'text',
  'information',
  'bankReference',
  'customerReference',
  'endToEndId',
  'state',
] as const;

export type StatementField = (typeof STATEMENT_FIELDS)[number];

/** Fields that gather several columns; of all others the best name is taken. */
export const GATHERING_FIELDS: ReadonlySet<StatementField> = new Set(['text', 'information']);

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

export const STATEMENT_NAMES: Readonly<Record<StatementField, readonly string[]>> = {
  bookedOn: words(`bookingdate bookdate dateofbooking dateposted posteddate postingdate postdate postedon bookedon
    bookingday entrydate transactiondate trandate transdate datetransaction operationdate completeddate datecompleted
    date datum tag buchungstag buchungsdatum buchung buchungam wertstellungsdatum dataoperazione datacontabile
    datacontabilizzazione dataregistrazione datamovimento dataesecuzione data dateoperation datedoperation
    datecomptable dateecriture datedecomptabilisation datecompta fechaoperacion fechadeoperacion fechacontable
    fechamovimiento fecha fechatransaccion foperacion datamovimento datalancamento datadolancamento datamov
    dataoperacao boekdatum boekingsdatum uitvoeringsdatum datumboeking transactiedatum dataoperacji dataksiegowania
    datatransakcji datumzauctovani datumprovedeni datumtransakce datumpohybu bokforingsdatum bokforingsdag bokfortdato
    bokforingsdato bogfringsdato bogforingsdato bogfort dato kirjauspaiva tilitapahtumapaiva islemtarihi tarih
    datevaleurcomptable createdon timestamp buchungsdatumuhrzeit startdate starteddate`),
  valueOn: words(`valuedate valutadate dateofvalue valueon valuta valutadatum wertstellung wertstellungstag
    wertstellungsdatum wert datavaluta dtvaluta valutadata datevaleur datedevaleur fechavalor fechadevalor fvalor
    datavalor rentedatum valutadatum datawaluty datumvaluty valutadag rentedato rentedato valordato valutadato
    arvopaiva valortarihi effectivedate interestdate`),
  amount: words(`amount transactionamount bookedamount amountinaccountcurrency netamount net amt sum betrag umsatz
    buchungsbetrag betrageur betragineur umsatzineur umsatzbetrag importo euro eur importoeuro importoineuro importoeur
    importonetto montant montantenetto montanteur montanteneuros montantnet montantoperation importe
    importeeur importemovimiento importeeuros cantidad monto valor valormovimento montante bedrag bedrageur
    transactiebedrag kwota kwotaoperacji kwotatransakcji kwotawwalucierachunku castka castkavmeneuctu objem belopp
    belob beloeb belop maara summa summaeur tutar islemtutari osszeg paidamount movimento value`),
  debit: words(`debit debitamount debits withdrawal withdrawals withdrawalamt withdrawalamount moneyout paidout out
    payments payment debitamt soll sollbetrag belastung belastungen lastschrift ausgang ausgaben lastschriftbetrag
    dare addebiti addebito uscite uscita importodare debito debe cargo cargos adeudo gastos retiro retiros
    depense sortie af afschrijving uitgaven debet obciazenia obciazenie wydatki ut uttag utgaende utenfrakonto
    utavkonto mdtebit belastungsbetrag debiteur borc`),
  credit: words(`credit creditamount credits deposit deposits depositamt depositamount moneyin paidin in creditamt
    receipts receipt haben habenbetrag gutschrift gutschriften eingang einnahmen avere accrediti accredito entrate
    entrata importoavere credito haber abono abonos ingreso ingresos deposito depositos recette entree bij
    bijschrijving ontvangsten kredyt uznania uznanie wplywy inn insattning inngaaende innpakonto gutschriftsbetrag
    alacak`),
  direction: words(`debitcredit creditdebit dc cd drcr crdr debitorcredit debitcreditindicator creditdebitindicator
    creditdebitcode cdtdbtind sollhaben sh sollhabenkennzeichen kennzeichen dareavere segno da sens debitoucredit
    debehaber signo afbij bijaf debetcredit debitcreditcode plusminus sign indicator transactiontypedc tipodemovimento
    winienma strona debetkredit`),
  balance: words(`balance runningbalance balanceafter balanceaftertransaction closingbalance accountbalance
    ledgerbalance bookbalance endingbalance saldo saldonachbuchung kontostand saldoeur saldoineur saldocontabile
    saldoprogressivo saldofinale saldodopomovimento solde soldeapres solderestant soldecomptable saldodisponible
    saldocontable saldoposterior saldofinal saldoapos saldocontabilistico saldonatrn saldonatransactie
    saldonamutatie saldopooperacji saldoksiegowe zustatek zustatekpopohybu bokfortsaldo bokfortsaldo saldo
    bakiye egyenleg disponible resultingbalance saldonamutatie`),
  currency: words(`currency currencycode ccy cur curr transactioncurrency accountcurrency waehrung wahrung whrg wkz
    valutacode divisa valuta devise monnaie moneda munt muntsoort muntcode waluta mena meny valuuta parabirimi
    dovizcinsi moeda devisen`),
  account: words(`accountnumber accountno account accountid acctno acctid ownaccount accountiban ibanaccount
    auftragskonto ibanauftragskonto kontonummer konto ibankonto ibanbban iban rekening rekeningnummer rekeningnr
    eigenrekening numerodiconto numeroconto conto contocorrente ibanconto rapporto compte numerodecompte numcompte
    ncompte comptenumero cuenta numerodecuenta numerocuenta nocuenta conta numerodeconta numerrachunku rachunek
    nrrachunku cislouctu ucet kontonr kontonumber tilinumero hesapno accountname ordererbban orderaccount`),
  name: words(`namedescription naamomschrijving counterpartyname counterparty counterpartname counterpartyaccountname partyname otherparty
    nameofcounterparty payername payer payeename remittername remitter sendername sender originator name payee
    merchant merchantname vendor beneficiary beneficiaryname beguenstigterzahlungspflichtiger
    begunstigterzahlungspflichtiger beguenstigter begunstigter auftraggeberempfanger auftraggeberempfaenger
    auftraggeberbegunstigter auftraggeberbegnstigter namezahlungsbeteiligter zahlungsbeteiligter empfanger
    empfangername gegenpartei partner partnername controparte nominativo ordinantebeneficiario beneficiarioordinante
    nomecontroparte tiers contrepartie nomcontrepartie nomtiers contraparte ordenante beneficiario nombre
    naamtegenpartij tegenpartij naamtegenrekening naam kontrahent nadawcaodbiorca nazwakontrahenta
    danekontrahenta nazevprotiuctu nazevprotistrany nazevuctuprotistrany protistrana mottagare motpart motpartnavn namn
    navn saajamaksaja nadawca modtager avsander afsender`),
  payerName: words(`payer payername zahlungspflichtiger zahlungspflichtige zahlungspflichtigerin debtor debtorname
    from fromname ordinante ordinant donneurdordre ordenante auftraggeber opdrachtgever nadawca maksaja avsender
    remitter remittername sender sendername`),
  payeeName: words(`payee payeename zahlungsempfanger zahlungsempfangerin creditor creditorname to toname beneficiario
    beneficiary beneficiaryname beneficiaire begunstigter beguenstigter begunstigde odbiorca saaja mottaker recipient
    recipientname`),
  counterpartyAccount: words(`counterpartyaccount counterpartyaccountnumber counterpartyiban counterpartaccount
    contraaccount otheraccount payeraccount payeriban remitteraccount senderaccount senderiban kontonummeriban
    ibanzahlungsbeteiligter ibangegenkonto gegenkonto gegenkontonummer ibanempfanger kontonummerempfanger partneriban
    ibancontroparte contocontroparte ibanordinante ibanbeneficiario comptecontrepartie ibancontrepartie
    cuentacontraparte ibantegenpartij tegenrekening tegenrekeningibanbban tegenrekeningiban rekeningtegenpartij
    rachunekkontrahenta numerrachunkukontrahenta rachunekprzeciwstawny nrrachunkukontrahenta protiucet cisloprotiuctu
    motkonto motkontonummer beneficiaryaccount accounttofrom frommkonto ibannumber accountpartner counterparty numerkonta`),
  text: words(`remittanceinformation remittanceinfo remittance paymentdetails paymentreference detailsofpayment purpose
    verwendungszweck verwendungszweck1 verwendungszweck2 verwendungszweck3 zahlungszweck vwz mitteilung buchungsdetails
    description transactiondescription narrative particulars transactiondetails details detail memo message
    additionalinformation additionaldescription reference1 reference2 descrizione descrizioneoperazione
    descrizioneestesa causaledescrizione dettagli dettaglio causale informazioniaggiuntive libelle libelleoperation
    libellesimplifie detail1 detail2 informationscomplementaires infoscomplementaires communication communications
    concepto conceptoampliado descripcion detalle masdatos observaciones descricao descritivo historico omschrijving
    omschrijving1 omschrijving2 omschrijving3 mededelingen mededeling betalingskenmerk opis opisoperacji
    opistransakcji tytul tytulem tytuloperacji zprava zpravaproprijemce popis poznamka meddelande meddelelse melding
    beskrivelse beskrivning tekst text viesti selite selitys aciklama buchungstextverwendungszweck kozlemeny
    avisierungstext beschreibung rubrik notifications movimiento notes note comment remarks`),
  information: words(`bookingtext buchungstext buchungsart umsatzart vorgang transactiontype type typ transactioncode
    code mutatiesoort codetransactie tipo tipooperazione tipologia typeoperation nature natureoperation tipomovimiento
    typtransakcji typoperacji rodzajoperacji typ category transaktionstyp transaktionstype kategori textschluessel
    textkey gvcode`),
  bankReference: words(`bankreference reference ref transactionid transactionref transactionreference transactionnumber
    referencenumber referenceno refno id uid entryreference bankref uniqueid fitid buchungsreferenz referenz
    bankreferenz transaktionsnr transaktionsnummer transaktionsid riferimento cro trn rif riferimentobanca
    numerooperazione idtransazione referencebancaire referenceoperation referencedelabanque referencia numerooperacion
    noperacion referenciabanco volgnr transactiereferentie transactienummer referentie idtransakcji
    numerreferencyjny numertransakcji idtransakce idoperace idpohybu arkivref arkivreferanse arkistointitunnus
    arkivkod verifikationsnummer viite dekontno`),
  customerReference: words(`customerreference customerref clientreference yourreference kundenreferenz
    riferimentocliente referenceclient referenciacliente chequenumber chequeno checknumber check chequenr scheck
    numeroassegno numerodocumento documento referencia1 kenmerk variabilnisymbol vs kid kidnummer ocr
    ocrnummer viitenumero referenceduclient mandatsreferenz`),
  endToEndId: words(`endtoendid endtoendreference e2eid e2ereference endtoend endezuenreferenz endtoendreferenz
    kundenreferenzendtoend kundenreferenzendtoendreferenz riferimentoend2end endtoendidentification
    identificatieendtoend`),
  state: words(`state status transactionstatus stato statut estado bookingstatus buchungsstatus zustand stav info`),
};

/** A column's name without accents, case, blanks and signs: "Date opération" is "dateoperation". */
export function plainColumnName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/ı/g, 'i')
    .replace(/[^a-z0-9]/g, '');
}
