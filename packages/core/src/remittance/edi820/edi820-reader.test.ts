import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { edi820, parseEdi820Text, remittanceToJson } from '../index.ts';

const sample = readFileSync(new URL('../samples/two-payers.edi820', import.meta.url), 'utf8');
/** A transaction of 100.00 around the given segments, without outer envelopes. */
const aTransaction = (segments: string, payment = 'BPR*I*100*C*CHK') =>
  `ST*820*1~${payment}~${segments}SE*${3 + segments.split('~').length - 1}*1~`;
const lineOf = (segments: string) => {
  const [remittance] = parseEdi820Text(aTransaction(segments)).remittances;
  return remittance?.lines[0];
};

describe('a file with two payers', () => {
  const file = parseEdi820Text(sample);
  const [harbor, cafe] = file.remittances.map(remittanceToJson);

  it('is recognised and read without problems', () => {
    expect(edi820.recognises(sample)).toBe(true);
    expect(file).toMatchObject({ isComplete: true, problems: [] });
  });

  it('says who pays whom, how much, when and by which trace number', () => {
    expect(harbor).toMatchObject({
      payer: { name: 'HARBOR MART INC', id: '7700', account: '55120077' },
      payee: { name: 'LAGO TRADE LLC', id: '112233445', account: '4417002913' },
      amount: '3127.40',
      currency: 'USD',
      paidOn: '2026-03-13',
      traceNumber: 'TR260313001',
      method: 'ACH',
      references: [{ kind: 'customer', number: 'V4471', label: 'IA' }],
    });
  });

  it('gives an invoice with gross, discount, paid amount, its date and other numbers', () => {
    expect(harbor?.lines[0]).toEqual({
      document: { kind: 'invoice', number: '7781', label: 'IV' },
      references: [
        { kind: 'purchase_order', number: 'PO-9001', label: 'PO' },
        { kind: 'other', number: '0040', label: 'DP' },
      ],
      issuedOn: '2026-02-10',
      gross: '1175.00',
      discount: '24.75',
      adjustments: [],
      paid: '1150.25',
      text: '',
    });
  });

  it('gives a shortage with its reason in words, the debit memo and what the payer notes', () => {
    expect(harbor?.lines[1]).toMatchObject({
      paid: '2200.15',
      text: 'SHORT SHIPPED 4 CASES',
      adjustments: [
        {
          amount: '-110.00',
          code: '59',
          reason: 'item not received',
          reference: { kind: 'debit_note', number: 'DM-311', label: 'DB' },
          text: 'BM BL8812',
        },
      ],
    });
  });

  it('adds up with the credit note and the adjustment that belongs to no line', () => {
    expect(harbor?.lines[2]).toMatchObject({ document: { kind: 'credit_note', number: 'CN-18' }, paid: '-123.00' });
    expect(harbor?.adjustments).toMatchObject([{ amount: '-100.00', code: '54', reason: 'freight deducted' }]);
    expect(harbor?.footing).toBe('ok');
  });

  it('lowers the payment by a credit note that stands without a minus', () => {
    expect(cafe?.lines.map((line) => line.paid)).toEqual(['0.50', '100.00', '-20.00']);
    expect(cafe).toMatchObject({
      payer: { name: 'TIN CUP CAFE' },
      amount: '80.50',
      footing: 'ok',
      traceNumber: '100932',
    });
  });

  it('reads the same with other signs, line ends and chunks', () => {
    const swapped = sample.replaceAll('*', '|').replaceAll('~\n', '\r\n');
    const unbroken = sample.replaceAll('\n', '');
    const odd = sample.replaceAll('*', '\u001d').replaceAll('~', '\u001c');
    for (const text of [swapped, unbroken, odd, `\ufeff${sample}`, sample.toLowerCase().replace('isa', 'ISA')]) {
      expect(edi820.recognises(text)).toBe(true);
      expect(parseEdi820Text(text)).toMatchObject({ isComplete: true, problems: [] });
      expect(parseEdi820Text(text).remittances.map((remittance) => remittance.footing)).toEqual(['ok', 'ok']);
    }
    for (const size of [1, 3, 64]) {
      const seen: unknown[] = [];
      const reader = edi820.createReader({
        onRemittance: (remittance) => seen.push(remittance),
        onProblem: (problem) => expect.unreachable(problem.message),
      });
      for (let at = 0; at < sample.length; at += size) reader.write(sample.slice(at, at + size));
      expect(reader.close()).toBe(true);
      expect(seen).toEqual(file.remittances);
    }
  });
});

describe('habits of senders', () => {
  it('a paid amount before its adjustments is told by the total', () => {
    expect(lineOf('RMR*IV*1*PO*110~ADX*-10*01~')).toMatchObject({ paidMinor: 10_000n });
    expect(lineOf('RMR*IV*1*PO*100~ADX*-10*01~')).toMatchObject({ paidMinor: 10_000n });
  });

  it('an adjustment may stand in the line itself', () => {
    expect(lineOf('RMR*IV*1*PO*100*110**01*-10~')).toMatchObject({
      paidMinor: 10_000n,
      adjustments: [{ amountMinor: -1_000n, code: '01', reason: 'pricing error' }],
    });
  });

  it('without a paid amount it is gross less discount', () => {
    expect(lineOf('RMR*IV*1**' + '*102*2~')).toMatchObject({ paidMinor: 10_000n, grossMinor: 10_200n });
  });

  it('lines that do not add up are said to be off, a missing amount unknown', () => {
    const footing = (segments: string) => parseEdi820Text(aTransaction(segments)).remittances[0]?.footing;
    expect(footing('RMR*IV*1*PO*99~')).toBe('off');
    expect(footing('RMR*IV*1*PO~')).toBe('unknown');
    expect(footing('')).toBe('unknown');
  });

  it('yen have no decimals, and a debit takes money back', () => {
    const { remittances } = parseEdi820Text(aTransaction('CUR*PR*JPY~', 'BPR*I*12000*D*ACH'));
    expect(remittances[0]).toMatchObject({ amountMinor: -12_000n, currency: 'JPY' });
  });
});

describe('broken files', () => {
  it('a garbled amount is never zero', () => {
    const { remittances, problems } = parseEdi820Text(aTransaction('RMR*IV*1*PO*1O0~RMR*IV*2*PO*100~'));
    expect(remittances[0]?.lines.map((line) => line.paidMinor)).toEqual([null, 10_000n]);
    expect(problems).toMatchObject([{ field: 'RMR04', code: 'bad_amount' }]);
    expect(parseEdi820Text(aTransaction('', 'BPR*I*1,5*C'))).toMatchObject({
      remittances: [],
      problems: [{ field: 'BPR02', code: 'bad_amount' }],
    });
  });

  it('counts and control numbers that do not agree are told with both', () => {
    const codes = (from: string, to: string) =>
      parseEdi820Text(sample.replace(from, to)).problems.map((problem) => problem.code);
    expect(codes('SE*22*0001', 'SE*21*0001')).toEqual(['count_off']);
    expect(codes('SE*22*0001', 'SE*22*0009')).toEqual(['control_number_off']);
    expect(codes('GE*2*77', 'GE*3*77')).toEqual(['count_off']);
    expect(codes('IEA*1*000000077', 'IEA*1*000000078')).toEqual(['control_number_off']);
    expect(codes('REF*DP*0040~\n', '')).toEqual(['count_off']);
  });

  it('are not complete wherever they break off', () => {
    const lines = sample.split('\n');
    for (let count = 1; count < lines.length - 2; count += 1) {
      const file = parseEdi820Text(lines.slice(0, count).join('\n'));
      expect(file.isComplete).toBe(false);
      expect(file.problems.at(-1)?.field).toBe('file');
    }
  });

  it('of another kind hold no remittance; other transactions are passed over', () => {
    expect(parseEdi820Text('hello')).toMatchObject({ isComplete: false, problems: [{ code: 'no_remittance' }] });
    const mixed = parseEdi820Text(`ST*823*7~XX*1~SE*3*7~${aTransaction('RMR*IV*1*PO*100~')}`);
    expect(mixed).toMatchObject({ isComplete: true, problems: [{ code: 'other_transaction' }] });
    expect(mixed.remittances).toHaveLength(1);
  });
});
