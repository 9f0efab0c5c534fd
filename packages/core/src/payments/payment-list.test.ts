import { describe, expect, it } from 'vitest';
import { localDate } from '../calendar/index.ts';
import { createGuardedXml } from '../xml/index.ts';
import { type PaymentOut, pain001, paymentListCsv } from './index.ts';

const aPayment = (changes: Partial<PaymentOut> = {}): PaymentOut => ({
  reference: 'RF0001',
  amountMinor: 12_050n,
  currency: 'EUR',
  account: 'DE89370400440532013000',
  holder: 'Müller & Söhne <KG>',
  text: 'Refund of receipt 4711',
  ...changes,
});
const list = (payments: readonly PaymentOut[]) => ({
  id: 'LIST-1',
  madeAt: '2026-03-02T09:00:00.000001Z',
  payOn: localDate('2026-03-03'),
  payer: { name: 'Company IT01', account: 'IT60X0542811101000000123456' },
  payments,
});

describe('a list of payments', () => {
  it('is an ISO 20022 document: one transaction for each payment, one group and sum for each currency', () => {
    const xml = pain001(
      list([aPayment(), aPayment({ reference: 'RF0002', amountMinor: 950n }), aPayment({ currency: 'JPY' })]),
    );
    expect(xml).toContain('<CtrlSum>130.00</CtrlSum>');
    expect(xml).toContain('<InstdAmt Ccy="JPY">12050</InstdAmt>');
    expect(xml.match(/<CdtTrfTxInf>/g)).toHaveLength(3);
    expect(xml.match(/<PmtInf>/g)).toHaveLength(2);
    expect(xml).toContain('<Nm>Müller &amp; Söhne &lt;KG&gt;</Nm>');
    expect(xml).toContain('<ReqdExctnDt><Dt>2026-03-03</Dt></ReqdExctnDt>');
    expect(xml).toContain('<CreDtTm>2026-03-02T09:00:00Z</CreDtTm>');
  });

  it('is read by a strict parser whatever the names are', () => {
    const xml = pain001(list([aPayment({ holder: ']]> & "quoted" \u0007', account: '12-34 & co' })]));
    const names: string[] = [];
    const silent = { onOpen: () => {}, onText: (found: string) => names.push(found), onClose: () => {} };
    const reader = createGuardedXml(silent, { depthMax: 20, tokenCharsMax: 10_000 });
    reader.write(xml);
    reader.close();
    expect(names.join('')).toContain(']]> & "quoted"');
    expect(names.join('')).toContain('12-34 & co');
  });

  it('is a table for a bank’s page, in which no name becomes a formula', () => {
    const csv = paymentListCsv(list([aPayment({ holder: '=HYPERLINK("x")', text: 'a;b' })]));
    expect(csv.split('\r\n')[1]).toBe(`RF0001;120.50;EUR;DE89370400440532013000;"'=HYPERLINK(""x"")";"a;b";2026-03-03`);
  });
});
