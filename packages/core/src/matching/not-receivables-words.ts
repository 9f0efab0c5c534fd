/**
 * Words of money that comes in and settles no invoice: taxes coming back, interest, transfers of one's own, wages returned,
 * claims paid by an insurer, card takings, rents, deposits, rebates of suppliers, loans. As banks and payers write them in
 * English, Italian, German, French and Spanish. Only whole phrases: "INTEREST" alone may stand in the name of a customer.
 */
import { normaliseText, umlautsEitherWay } from './token.ts';

/** Ä, Ö and Ü stand for either spelling. */
const PHRASES: readonly RegExp[] = [
  /\b(?:(?:SALES|INCOME|PROPERTY|FEDERAL|STATE|VAT|GST) )?TAX REFUND\b|\b(?:VAT|GST) REFUND\b|\bDUTY DRAWBACK\b|\b(?:UMSATZ|EINKOMMEN|GEWERBE|KÖRPERSCHAFT|LOHN|GRUND|VOR)?STEUER[- ]?(?:RÜCK)?(?:ERSTATTUNG|VERGÜTUNG|ZAHLUNG VOM FINANZAMT)\b|\b(?:RÜCK)?ERSTATTUNG (?:DER |VON )?(?:(?:UMSATZ|EINKOMMEN|GEWERBE|KÖRPERSCHAFT|LOHN|VOR)?STEUER|U?ST|MWST)\b|\b(?:U|MW|VO)ST[- ]?(?:RÜCK)?ERSTATTUNG\b|\bFINANZAMT (?:[A-Z]+ )?ERSTATTUNG\b|\bRIMBORSO (?:IVA|IMPOSTE|FISCALE|TRIBUTI)\b|\bREMBOURSEMENT (?:DE )?(?:TVA|IMPOTS?|CREDIT D'IMPOT)\b|\bDEVOLUCION (?:DE )?(?:IVA|IMPUESTOS?|HACIENDA)\b/,
  /\bINTEREST (?:CREDIT|CREDITED|PAID|PAYMENT|EARNED|INCOME)\b|\bCREDIT INTEREST\b|\bHABENZINSEN\b|\bZINSEN? HABEN\b|\bZINS(?:EN)?[- ]?(?:GUTSCHRIFT|ERTRÄGE|ERTRAG)\b|\bINTERESSI (?:ATTIVI|CREDITORI|A (?:VS |VOSTRO )?CREDITO)\b|\bCOMPETENZE (?:A CREDITO|ATTIVE|DI (?:CONTO|LIQUIDAZIONE)|CONTO|C\/C|BANCARIE|LIQUIDAZIONE)\b|\bLIQUIDAZIONE (?:INTERESSI|COMPETENZE)\b|^\s*COMPETENZE\b(?=[ \d/.-]*$)|\bINTERETS (?:CREDITEURS|RECUS)\b|\bINTERESES (?:ACREEDORES|ABONADOS)\b/,
  /\bINTER-?COMPANY (?:FUNDING|TRANSFER|LOAN)\b|\bOWN (?:FUNDS|ACCOUNT)? ?TRANSFER\b|\bINTERNAL TRANSFER\b|\bCASH (?:POOL(?:ING)?|CONCENTRATION)\b|\b(?:ZBA|SWEEP) (?:TRANSFER|FUNDING|CREDIT)\b|\bGIROCONTO\b|\bEIGEN(?:ER )?(?:ÜBERTRAG|ÜBERWEISUNG)\b|\bKONTOÜBERTRAG\b|\bUMBUCHUNG\b|\bVIREMENT INTERNE\b|\bTRASPASO INTERNO\b/,
  /\bPAYROLL (?:REVERSAL|RETURN|REFUND)\b|\b(?:SALARY|WAGES?) (?:RETURN(?:ED)?|REVERSAL)\b|\bSTORNO STIPENDI\b|\b(?:LOHN|GEHALTS?)[- ]?RÜCK(?:LÄUFER|ZAHLUNG|ÜBERWEISUNG|ERSTATTUNG)\b|\bRÜCK(?:ZAHLUNG|ÜBERWEISUNG|LÄUFER|ERSTATTUNG) (?:VON |DES )?(?:LOHN|GEHALT)S?\b|\bRETOUR (?:DE )?SALAIRE\b|\bDEVOLUCION (?:DE )?NOMINA\b/,
  /\b(?:INSURANCE )?CLAIMS? SETTLEMENT\b|\bINSURANCE (?:CLAIM|PAYOUT|PROCEEDS)\b|\bVERSICHERUNGSLEISTUNG\b|\bSCHADEN(?:ZAHLUNG|ERSATZ|REGULIERUNG)\b|\bINDENNIZZO\b|\bLIQUIDAZIONE SINISTRO\b|\bINDEMNITE (?:D'ASSURANCE|SINISTRE)\b|\bINDEMNIZACION\b/,
  /\b(?:MERCHANT|CARD|POS) (?:SETTLEMENT|TAKINGS|DEPOSIT)\b|\bKARTEN(?:UMSATZ|ABRECHNUNG)\b|\bINCASSO POS\b|\bREMISE CARTES?\b/,
  /\b(?:SUB-?LEASE|SUB-?LET) RENT\b|\bRENT(?:AL)? INCOME\b|\bMIETEINNAHME\b|\bUNTERMIETE\b|\bAFFITTO ATTIVO\b|\bSUBLOCAZIONE\b/,
  /\b(?:SECURITY |UTILITY )?DEPOSIT REFUND\b|\bREFUND OF (?:SECURITY )?DEPOSIT\b|\bKAUTIONS?RÜCKZAHLUNG\b|\bRESTITUZIONE (?:DEPOSITO|CAUZIONE)\b|\bREMBOURSEMENT (?:DE )?(?:CAUTION|DEPOT)\b|\bDEVOLUCION (?:DE )?FIANZA\b/,
  /\b(?:VENDOR|SUPPLIER) (?:REBATE|REFUND|CREDIT REFUND)\b|\bLIEFERANTENBONUS\b|\bRIMBORSO FORNITORE\b|\bREMISE FOURNISSEUR\b/,
  /\bSCRAP (?:SALE|PROCEEDS)\b|\bSCHROTT(?:ERLÖS|VERKAUF)\b|\bVENDITA ROTTAM[EI]\b/,
  /\bDIVIDENDS?\b|\bDIVIDEND(?:E|I|O|OS)\b|\bLOAN (?:PROCEEDS|DRAWDOWN|DISBURSEMENT)\b|\bDARLEHENSAUSZAHLUNG\b|\bEROGAZIONE (?:MUTUO|FINANZIAMENTO)\b/,
].map(({ source }) => new RegExp(umlautsEitherWay(source)));

/** The words found, or null: of "SALES TAX REFUND 068567" they are "SALES TAX REFUND". */
export function notReceivablesWords(lines: readonly string[]): string | null {
  const text = normaliseText(lines.join('\n'));
  for (const joined of [text.replaceAll('\n', ' '), text.replaceAll('\n', '')]) {
    for (const pattern of PHRASES) {
      const found = pattern.exec(joined);
      if (found) return found[0];
    }
  }
  return null;
}
