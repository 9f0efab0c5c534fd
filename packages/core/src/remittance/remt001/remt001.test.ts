import { describe, expect, it } from 'vitest';
import { localDate } from '../../calendar/index.ts';
import { currencyCode } from '../../money/index.ts';
import { XmlRefused } from '../../xml/index.ts';
import { readRemt001, remt001 } from './index.ts';

const EUR = currencyCode('EUR');
const ADVICE = `<?xml version="1.0"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:remt.001.001.05"><RmtAdvc>
 <GrpHdr><MsgId>M1</MsgId><InitgPty><Nm>Shared Services BV</Nm></InitgPty></GrpHdr>
 <RmtInf>
  <Strd><RfrdDocInf><Tp><CdOrPrtry><Cd>CINV</Cd></CdOrPrtry></Tp><Nb>4711001</Nb><RltdDt><Dt>2026-06-01</Dt></RltdDt></RfrdDocInf>
   <RfrdDocAmt><DuePyblAmt Ccy="EUR">100.00</DuePyblAmt><DscntApldAmt><Amt Ccy="EUR">2.00</Amt></DscntApldAmt>
    <AdjstmntAmtAndRsn><Amt Ccy="EUR">10.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Rsn>DMG</Rsn><AddtlInf>Damaged goods</AddtlInf></AdjstmntAmtAndRsn>
    <RmtdAmt Ccy="EUR">88.00</RmtdAmt></RfrdDocAmt></Strd>
  <Strd><RfrdDocInf><Tp><CdOrPrtry><Cd>CREN</Cd></CdOrPrtry></Tp><Nb>8800001</Nb></RfrdDocInf>
   <RfrdDocAmt><RmtdAmt Ccy="EUR">20.00</RmtdAmt></RfrdDocAmt></Strd>
  <OrgnlPmtInf><Refs><EndToEndId>PAY-7003609</EndToEndId></Refs><Amt><InstdAmt Ccy="EUR">68.00</InstdAmt></Amt>
   <ReqdExctnDt><Dt>2026-06-30</Dt></ReqdExctnDt><Dbtr><Nm>Alder Foods Ltd</Nm></Dbtr>
   <DbtrAcct><Id><IBAN>DE02 1203 0000 0000 2020 51</IBAN></Id></DbtrAcct></OrgnlPmtInf>
 </RmtInf></RmtAdvc></Document>`;

describe('a remt.001 advice', () => {
  it('tells payer, payment and each document with what was taken off', () => {
    expect(remt001.recognises(ADVICE)).toBe(true);
    const [advice] = readRemt001(ADVICE, EUR);
    expect(advice).toMatchObject({
      payer: { name: 'Alder Foods Ltd', account: 'DE02120300000000202051' },
      amountMinor: 6800n,
      paidOn: localDate('2026-06-30'),
      traceNumber: 'PAY-7003609',
      footing: 'ok',
      lines: [
        {
          document: { kind: 'invoice', number: '4711001' },
          grossMinor: 10000n,
          discountMinor: 200n,
          adjustments: [{ amountMinor: -1000n, code: 'DMG', reason: 'Damaged goods' }],
          paidMinor: 8800n,
        },
        { document: { kind: 'credit_note', number: '8800001' }, paidMinor: -2000n },
      ],
    });
  });

  it('that is broken XML, or carries a DOCTYPE, is refused', () => {
    expect(() => readRemt001(ADVICE.replace('</RmtAdvc>', ''), EUR)).toThrow(XmlRefused);
    expect(() => readRemt001(`<!DOCTYPE a>${ADVICE}`, EUR)).toThrow(XmlRefused);
  });
});
