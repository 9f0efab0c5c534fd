import { describe, expect, it } from 'vitest';
import { localDate } from '../../calendar/index.ts';
import { currencyCode } from '../../money/index.ts';
import { contentOfText, looksLikeAdvice, readAdvice, readAdviceContent } from './index.ts';

const EUR = currencyCode('EUR');
const read = (text: string, subject = '') => readAdvice({ text, subject, currency: EUR });
const brief = ({ lines }: ReturnType<typeof read>) =>
  lines.map(({ document, grossMinor, paidMinor }) => [document?.number, grossMinor, paidMinor]);

describe('an advice', () => {
  it('as CSV with a total that foots', () => {
    const advice = read(
      'invoice,date,gross,deduction,reason,net\n4711001,2026-06-01,100.00,2.00,Damaged goods,98.00\nTOTAL,,,,,98.00',
    );
    expect(brief(advice)).toEqual([['4711001', 10000n, 9800n]]);
    expect(advice.lines[0]?.adjustments).toMatchObject([{ amountMinor: -200n, reason: 'Damaged goods' }]);
    expect(advice).toMatchObject({ footing: 'ok', amountMinor: 9800n });
  });

  it('as CSV in German, with decimal commas and a credit', () => {
    const advice = read(
      'Rechnungsnummer;Datum;Betrag;Skonto;Zahlbetrag\n4711001;01.06.2026;1.234,50;24,69;1.209,81\n8800001;02.06.2026;-50,00;;-50,00\nSumme;;;;1.159,81',
    );
    expect(brief(advice)).toEqual([
      ['4711001', 123450n, 120981n],
      ['8800001', -5000n, -5000n],
    ]);
    expect(advice.lines[0]).toMatchObject({ discountMinor: 2469n, issuedOn: localDate('2026-06-01') });
    expect(advice.footing).toBe('ok');
  });

  it('as an Italian HTML table, whose total is wrong', () => {
    const advice = read(
      '<html><body><p>Pagatore: ROSSI SPA<br>Data pagamento: 30/06/2026</p><table><tr><th>Fattura</th><th>Importo</th><th>Netto pagato</th></tr>' +
        '<tr><td>4711001</td><td>100,00</td><td>100,00</td></tr><tr><td colspan="2">Totale</td><td>104,00</td></tr></table></body></html>',
      'Avviso di pagamento PAY7003609',
    );
    expect(brief(advice)).toEqual([['4711001', 10000n, 10000n]]);
    expect(advice).toMatchObject({ footing: 'off', traceNumber: 'PAY7003609', payer: { name: 'ROSSI SPA' } });
  });

  it.each([
    ['Invoice;Paid USD\n4711001;98.00', 'USD'],
    ['Invoice;Paid (USD)\n4711001;98.00', 'USD'],
    ['Rechnung;Betrag CHF\n4711001;98,00', 'CHF'],
    ['Rechnung;Zahlbetrag EUR\n4711001;98,00', 'EUR'],
    ['Facture;Montant £\n4711001;98,00', 'GBP'],
  ])('names its currency in the title of a column: %s', (text, currency) => {
    const { remittance, notes } = readAdviceContent(contentOfText(text), { subject: '', currency: EUR });
    expect(remittance).toMatchObject({ currency, amountMinor: 9800n });
    expect(notes.map(({ code }) => code)).not.toContain('currency_assumed');
  });

  it.each([
    ['Pagador;ALIMENTOS SUR SL\nFactura;Pagado\n4711001;98,00', 'ALIMENTOS SUR SL'],
    ['Zahlungspflichtiger: Nordkost GmbH\nRechnung;Betrag\n4711001;98,00', 'Nordkost GmbH'],
    ['Firma Nordkost GmbH\nRechnung;Betrag\n4711001;98,00', 'Nordkost GmbH'],
    ['Payer;Invoice;Paid\nACME LTD;4711001;98.00', null],
  ])('names its payer: %s', (text, name) => {
    expect(read(text).payer.name).toBe(name);
  });

  it('has a column of texts that says what the document is, and no reason', () => {
    const advice = read('Rechnungsnr;Text;Brutto;Abzug;Zahlbetrag\n4711001;Rechnung;100,00;2,00;98,00');
    expect(advice.lines[0]?.adjustments).toMatchObject([{ amountMinor: -200n, reason: null }]);
  });

  it('as French prose', () => {
    expect(brief(read('Bonjour,\nFacture AU6600401 montant 412,33 EUR\nFacture AU6600402 montant 10,00 EUR'))).toEqual([
      ['AU6600401', 41233n, 41233n],
      ['AU6600402', 1000n, 1000n],
    ]);
  });

  it('as a sentence', () => {
    expect(brief(read('Bonjour, nous réglons la facture AU6600401 montant 412,33 EUR ce jour.'))).toEqual([
      ['AU6600401', 41233n, 41233n],
    ]);
    const both = read('Hello, today we paid 500.33 for 4711001 and 4711002. Regards');
    expect(brief(both)).toEqual([
      ['4711001', null, null],
      ['4711002', null, null],
    ]);
    expect(both).toMatchObject({ amountMinor: 50033n, footing: 'unknown' });
  });

  it('as lines of a mail: what is taken off, and what is paid', () => {
    const advice = read(
      'Dear all,\n\nPayer ACME LTD pays on 2026-06-30 for ACME, EUR 1098.00:\n\n  4711001   1000.00\n  INV-4711002  100.00 less 2.00 (Bank charges) = 98.00\n\nTotal EUR 1098.00\nRegards',
    );
    expect(brief(advice)).toEqual([
      ['4711001', 100000n, 100000n],
      ['INV-4711002', 10000n, 9800n],
    ]);
    expect(advice.lines[1]?.adjustments).toMatchObject([{ amountMinor: -200n, reason: 'Bank charges' }]);
    expect(advice).toMatchObject({ footing: 'ok', paidOn: localDate('2026-06-30'), payer: { name: 'ACME LTD' } });
  });

  it('as CSV below titles, with a quoted cell, a credit without its sign, and a page total that is none of it', () => {
    const advice = read(
      'Avviso di pagamento della Rossi SpA;;;\nNumero di pagamento: BON-778812;;;\nFattura;Tipo documento;Importo;Importo pagato\n' +
        '"4711001";Fattura;1.000,00;1.000,00\nSubtotale;;;1.000,00\n8800001;Nota credito;50,00;50,00\nTotale;;;950,00',
    );
    expect(brief(advice)).toEqual([
      ['4711001', 100000n, 100000n],
      ['8800001', -5000n, -5000n],
    ]);
    expect(advice).toMatchObject({ footing: 'ok', traceNumber: 'BON-778812' });
  });

  it.each([
    ['Facture;Montant brut;Escompte;Montant réglé', 'French'],
    ['Factura;Importe bruto;Descuento;Importe pagado', 'Spanish'],
    ['Fattura;Importo lordo;Sconto;Netto pagato', 'Italian'],
    ['Rechnungsnr.;Bruttobetrag;Skonto;Zahlbetrag', 'German'],
    ['Invoice no.;Gross amount;Discount;Net paid', 'English'],
  ])('with the headings %s (%s)', (header) => {
    const advice = read(`${header}\n4711001;100,00;2,00;98,00\n`);
    expect(brief(advice)).toEqual([['4711001', 10000n, 9800n]]);
    expect(advice.lines[0]?.discountMinor).toBe(200n);
  });

  it('names its currency in a heading, beside an amount or by its sign', () => {
    expect(read('Invoice,Amount paid (USD)\n4711001,98.00').currency).toBe('USD');
    expect(read('We pay CHF 98.00\n4711001 98.00').currency).toBe('CHF');
    expect(read('Invoice,Paid\n4711001,£98.00').currency).toBe('GBP');
  });

  it('whose amounts cannot be read loses no line: each is told with its row and what to do', () => {
    const { remittance, unread } = readAdviceContent(contentOfText('Invoice;Paid\n4711001;1.234\n4711002;2.345'), {
      subject: '',
      currency: EUR,
    });
    expect(remittance.lines).toEqual([]);
    expect(unread).toMatchObject([{ row: 2, field: 'paid', code: 'amount_unread' }, { row: 3 }]);
  });

  it('whose header a person has named, with nothing else said', () => {
    const text = 'Invoice;Paid\nof this month\nInvoice;Amount;Paid\n4711001;100,00;98,00\n';
    const { remittance } = readAdviceContent(contentOfText(text), { subject: '', currency: EUR, headerRow: 3 });
    expect(brief(remittance)).toEqual([['4711001', 10000n, 9800n]]);
  });

  it('that lists nothing is an advice without lines', () => {
    expect(read('Please find our payment attached.').lines).toEqual([]);
  });
});

it('is not seen in a list of customers, one of whom is written to at invoices@ and pays net 30', () => {
  const row = '100273;Farmacia Centrale;IT;IT00000001010;invoices@farmacia.example;+39 0555 668 3061;net 60;';
  const list = `Codice cliente;Ragione sociale;Paese;Partita IVA;E-mail;Telefono;Termini pagamento;IBAN\n${row}\n${row}`;
  expect(looksLikeAdvice(list)).toBe(false);
});
