/**
 * Whom a payment text names besides its numbers: words that are neither of the trade nor of the payer's name. Beside the
 * number of somebody else's invoice they say whose it is: of `INVOICE 9911001 BROOK`, paid by ACME, that is BROOK.
 */
import { normalisePartyName } from './party-name.ts';
import type { Receipt } from './receipt.ts';
import { joinLines } from './token.ts';

/** Shorter ones are codes of banks and abbreviations. */
const WORD_LETTERS_MIN = 4;

/** Words that say what a number is or that it is paid, in English, Italian, German, French and Spanish, and field names of banks. */
const OF_THE_TRADE: ReadonlySet<string> = new Set(
  (
    'ACCOUNT AMOUNT BILL BILLS CUSTOMER DATE DATED DOCUMENT DOCUMENTS FROM INVOICE INVOICES INVS ITEM ITEMS NUMBER ORDER ' +
    'PAID PAYMENT PAYMENTS PAYING PYMT PYMTS PMTS PURCHASE REFERENCE REMITTANCE SETTLEMENT TRANSFER WITH YOUR VENDOR WIRE ' +
    'BONIFICO CLIENTE CONTO DATA DOCUMENTO FATT FATTURA FATTURE NOSTRA NOSTRO NUMERO ORDINE PAGAMENTO RIFERIMENTO SALDO ' +
    'SALDIAMO VOSTRA VOSTRO VOSTRE ' +
    'BELEG BEZAHLUNG DATUM IHRE IHRER KUNDE KUNDENNUMMER NUMMER RECHN RECHNR RECHNUNG RECHNUNGEN RECHNUNGSNR ' +
    'RECHNUNGSNUMMER REFERENZ UBERWEISUNG UEBERWEISUNG VERWENDUNGSZWECK VERW ZAHLUNG ZWECK ' +
    'CLIENT COMMANDE FACT FACTS FACTURE FACTURES NOTRE PAIEMENT PIECE POUR REGLEMENT VIREMENT VOTRE ' +
    'CUENTA FACTURA FACTURAS FECHA PAGO PEDIDO REFERENCIA SEGUN TRANSFERENCIA VUESTRA ' +
    'EREF ENDTOEND KREF MREF NOTPROVIDED REMI SEPA SVWZ'
  ).split(' '),
);

/** `['INVOICE 9911001 BROOK']` of the payer Acme Ltd gives `['BROOK']`. */
export function wordsOfOthers({ lines, payerName }: Pick<Receipt, 'lines' | 'payerName'>): string[] {
  const own = normalisePartyName(payerName).split(' ');
  const words = joinLines(lines).match(/(?<![A-Z0-9])[A-Z]+(?![A-Z0-9])/g) ?? [];
  return words.filter(
    (word) => word.length >= WORD_LETTERS_MIN && !OF_THE_TRADE.has(word) && !own.some((one) => isPartOf(word, one)),
  );
}

/** Banks cut names, and payers shorten their own. */
function isPartOf(word: string, name: string): boolean {
  return name.startsWith(word) || (name.length >= WORD_LETTERS_MIN && word.startsWith(name));
}
