/**
 * The words by which payers say why they take something off, in English, German, Italian, French and Spanish; of each reason
 * the usual ones of bank lines and advices. Ä, Ö and Ü stand for either spelling: banks write BESCHÄDIGUNG, BESCHADIGUNG and
 * BESCHAEDIGUNG.
 */
import type { SettlementReason } from '../settlement/index.ts';
import { umlautsEitherWay } from './token.ts';

/** Words that stand by themselves: RESO is a return, RESORT is not. */
function whole(words: string): string {
  return `(?<![A-Z])(?:${umlautsEitherWay(words)})(?![A-Z])`;
}

/** Words that a cut line may glue to the one before. */
function anywhere(words: string): string {
  return umlautsEitherWay(words);
}

/** "Less", "minus", "deducted": whatever follows or precedes it was taken off. */
export const TAKEN_OFF_WORDS = whole(
  String.raw`LESS|MINUS|DEDUCT(?:ED|ING)?|ABZGL\.?|ABZÜGLICH|ABZUG\s*VON|ABZUG|MENO|DEDOTT[OIAE]|AL\s*NETTO\s*DI|MOINS|DEDUIT(?:ES?|S)?|MENOS|DEDUCID[OA]S?`,
);

/** In this order: of two reasons that take one amount the first counts, so the more special stand first. */
export const STATED_REASONS: readonly (readonly [SettlementReason | 'credit', string])[] = [
  [
    'credit',
    String.raw`(?:NET\s*OF|LESS|ABZGL\.?|MENO|MOINS|MENOS)\s*(?:CREDITS?|CN|GUTSCHRIFT|NOTA\s*(?:DI\s*)?CREDITO|NC|AVOIR|ABONO)`,
  ],
  [
    'withholding_tax',
    whole(
      String.raw`WITHHOLDING(?:\s*TAX)?|WITHHELD\s*TAX|WHT|TDS|RITENUT[AE](?:\s*D'?\s*ACCONTO)?|QUELLENSTEUER|(?:BAU)?ABZUGSTEUER|RETENUE\s*A\s*LA\s*SOURCE|RETENCION(?:ES)?|IRPF`,
    ),
  ],
  [
    'freight',
    whole(
      String.raw`FREIGHT|FRT|SHIPPING|CARRIAGE|FRACHT(?:KOSTEN)?|VERSANDKOSTEN|TRASPORT[OI]|NOLO|FRAIS\s*DE\s*(?:PORT|TRANSPORT)|TRANSPORT|PORTES|FLETES?`,
    ),
  ],
  [
    'late_delivery',
    whole(
      String.raw`LATE\s*(?:DELIVER[A-Z]*|SHIP[A-Z]*)|DELAY(?:ED)?|PENALT(?:Y|IES)|(?:LIEFER)?VERZUG(?:SSTRAFE)?|(?:LIEFER)?VERSPÄTUNG|VERSPÄTET[A-Z]*|VERTRAGSSTRAFE|PÖNALE|PENAL[EI]|RITARD[OI]|RITARDAT[AO]|CONSEGNA\s*TARDIVA|RETARDS?|PENALITES?|RETRASOS?|PENALIZACION(?:ES)?`,
    ),
  ],
  [
    'returns',
    whole(
      String.raw`RETURN(?:S|ED)?|RMA|RETOUREN?|RÜCKSENDUNG(?:EN)?|RÜCKWARE|RES[OI]|MERCE\s*RESA|RETOURS?|DEVOLUCION(?:ES)?|DEVUELT[OA]S?`,
    ),
  ],
  [
    'promotion',
    whole(
      String.raw`PROMO(?:S|TION|TIONS|TIONAL)?|REBATES?|BONUS|(?:UMSATZ|JAHRES)BONUS|RABATT(?:E)?|AKTIONS?(?:RABATT)?|WKZ|WERBEKOSTEN[A-Z]*|PROMOZION[EI]|PREMI[OI](?:\s*FINE\s*ANNO)?|RISTOURNES?|RFA|PROMOCION(?:ES)?|RAPPELS?`,
    ),
  ],
  [
    'bank_fee',
    anywhere(
      String.raw`CHGS|CHARGES?(?!\s*BACK)|CHG|BANK\s*(?:FEES?|CHARGES?)|WIRE\s*FEES?|SPESEN|GEBÜHR(?:EN)?|GEBUHREN|SPESE|COMMISSIONI|FRAIS|COMISION(?:ES)?|GASTOS`,
    ),
  ],
  [
    'damage',
    anywhere(
      `DAMAGED?|DMGD?|BESCHÄDIG[A-Z]*|TRANSPORTSCHADEN|SCHÄDEN|DANNEGGIAT[A-Z]*|DANNI|AVARIE|ENDOMMAG[A-Z]*|DANADO|DANOS|DEFECTIVE|DIFETTOS[A-Z]*|DEFECTUEU[A-Z]*|DEFECTUOS[A-Z]*`,
    ),
  ],
  [
    'shortage',
    anywhere(
      String.raw`SHORTAGES?|QTY\s*SHORT|SHORT\s*SHIP[A-Z]*|SHORTS?|FEHLMENGEN?|MINDERLIEFERUNG|UNTERLIEFERUNG|AMMANCO|AMMANCHI|MANCANZA|MERCE\s*MANCANTE|MANQUANTS?|FALTANTES?`,
    ),
  ],
  ['pricing', anywhere('PRICING|PRICE|PREIS[A-Z]*|PREZZ[OI]|PRIX|PRECIOS?')],
  ['small_difference', whole('ROUNDING|RUNDUNG(?:SDIFFERENZ)?|ARROTONDAMENT[OI]|ARRONDIS?|REDONDEO')],
  ['cash_discount', anywhere(String.raw`CASH\s*DISC[A-Z]*|DISC|DISCOUNT|SKONTO|SCONTO|ESCOMPTE|DESCUENTO`)],
  [
    'unspecified',
    anywhere(String.raw`DEDUCTIONS?|CLAIM|CHARGE\s*BACK|ABZUG|TRATTENUT[AE]|RETENUE|DEDUCCION|${TAKEN_OFF_WORDS}`),
  ],
];

/** Reasons whose word says by itself that something was taken off. Of discounts and charges texts speak in general. */
export const CLAIMS: ReadonlySet<string> = new Set([
  'withholding_tax',
  'damage',
  'shortage',
  'returns',
  'late_delivery',
  'unspecified',
]);
