import { describe, expect, it } from 'vitest';
import { notReceivablesWords } from './not-receivables-words.ts';

describe('money that is no receivable, by its words', () => {
  it.each([
    'ERSTATTUNG UMSATZSTEUER 05/2026',
    'UST-ERSTATTUNG 04/26',
    'UMSATZSTEUERERSTATTUNG',
    'FINANZAMT ERSTATTUNG UST',
    'FINANZAMT MUENCHEN ERSTATTUNG',
    'KOERPERSCHAFTSTEUER ERSTATTUNG 2025',
    'STEUERRUECKERSTATTUNG',
    'ZINSEN HABEN',
    'ZINSERTRAEGE Q2',
    'EIGENUEBERTRAG',
    'EIGENÜBERTRAG',
    'EIGENUBERTRAG',
    'LOHNRUECKZAHLUNG 06',
    'RUECKUEBERWEISUNG GEHALT',
    'Rücküberweisung Gehalt',
    'SCHROTTERLOES',
    'INTERESSI A CREDITO',
    'COMPETENZE',
    'COMPETENZE 30/06/2026',
    'COMPETENZE DI LIQUIDAZIONE',
  ])('%s', (text) => {
    expect(notReceivablesWords([text])).not.toBeNull();
  });

  it.each([
    'RE 4711001',
    'FATTURA 12 COMPETENZE GIUGNO',
    'ZAHLUNG RECHNUNG 4711',
    'INTEREST GROUP LLC',
    'UST-IDNR DE123',
  ])('%s may be a bill', (text) => {
    expect(notReceivablesWords([text])).toBeNull();
  });
});
