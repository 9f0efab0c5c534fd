import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../calendar/index.ts';
import { promisesInText } from './index.ts';

/** A Tuesday. */
const sentOn = localDate('2026-11-24');
const found = (body: string) =>
  promisesInText(body, { sentOn, currency: 'EUR' }).map(({ on, amountMinor, currency }) =>
    `${on} ${amountMinor ?? '–'} ${currency ?? ''}`.trim(),
  );

describe('a promise to pay', () => {
  it.each([
    ['We will pay 12,400 on Friday.', '2026-11-27 1240000 EUR'],
    ['Hi Jo, payment of EUR 12,400.50 will be made on 30 November. Thanks', '2026-11-30 1240050 EUR'],
    ["We'll wire $5,000 tomorrow", '2026-11-25 500000 USD'],
    ['I am going to settle the invoices by the end of the month.', '2026-11-30 –'],
    ['The transfer is scheduled for next Thursday.', '2026-12-03 –'],
    ['The balance will be paid within 5 days.', '2026-11-29 –'],
    ['Pagheremo 12.400,00 € venerdì.', '2026-11-27 1240000 EUR'],
    ['Il bonifico sarà disposto entro fine mese.', '2026-11-30 –'],
    ['Il pagamento di 1.250 euro è previsto per il 4/12.', '2026-12-04 125000 EUR'],
    ['Wir überweisen 12.400,00 € am Freitag.', '2026-11-27 1240000 EUR'],
    ['Die Zahlung erfolgt zum 15.12.2026.', '2026-12-15 –'],
    ['Wir werden den Betrag von EUR 980,10 bis 1. Dezember begleichen.', '2026-12-01 98010 EUR'],
    ['Nous réglerons 8 120,00 € vendredi.', '2026-11-27 812000 EUR'],
    ['Le virement partira le 2 décembre.', '2026-12-02 –'],
    ['Pagaremos 3.000 EUR el viernes.', '2026-11-27 300000 EUR'],
    ['La transferencia se hará la próxima semana.', '2026-12-04 –'],
  ])('%j is %s', (body, expected) => expect(found(body)).toEqual([expected]));

  it.each([
    'We paid 12,400 on Friday.',
    'We will not pay 12,400 on Friday.',
    "We can't pay on Friday.",
    'Will you deliver on Friday?',
    'Shall we pay 12,400 on Friday?',
    'We will pay on Friday if the credit note arrives.',
    'We will pay.',
    'Please call me on Friday.',
    'Non pagheremo venerdì.',
    'Abbiamo pagato venerdì.',
    'Wir haben am Freitag überwiesen.',
    'Wir zahlen nicht am Freitag.',
    'Nous ne paierons pas vendredi.',
    'No pagaremos el viernes.',
    'Pagaremos el viernes si llega el abono.',
    'We will pay on 24 November 2025.',
    '> We will pay 12,400 on Friday.',
  ])('%j is none', (body) => expect(found(body)).toEqual([]));

  it('of several days or amounts is left to the reader', () => {
    expect(found('We will pay on Monday or Tuesday.')).toEqual([]);
    expect(found('We will pay 100.00 EUR and 200.00 EUR on Friday.')).toEqual(['2026-11-27 –']);
  });

  it('in what is quoted below an answer is not said again', () => {
    const quoted =
      'Thank you.\n\nOn Mon, 23 Nov 2026 at 09:00, Ada <a@x.example> wrote:\nWe will pay 12,400 on Friday.';
    expect(found(quoted)).toEqual([]);
  });

  it('is never before the mail, nor further ahead than half a year, whatever stands there', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), fc.nat(400), fc.integer({ min: 0, max: 99 }), (noise, later, day) => {
        const written = addDays(sentOn, later);
        const body = `${noise}\n\nWe will pay on ${written}.\n\nWir zahlen am ${day}.${day}.`;
        for (const promise of promisesInText(body, { sentOn, currency: 'EUR' })) {
          expect(promise.on >= sentOn && promise.on <= addDays(sentOn, 184)).toBe(true);
        }
      }),
    );
  });

  it('is looked for in a megabyte of anything in a moment', () => {
    const start = performance.now();
    found(`${'we will pay '.repeat(20_000)}\n\n${'a'.repeat(500_000)}\n\n${'wird 1.000 '.repeat(20_000)}`);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
