import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detectFormat, type ParsedFile, parseStatementText, toJson } from '../index.ts';
import { camt } from './index.ts';

const sample = readFileSync(new URL('../samples/two-accounts.camt053.xml', import.meta.url), 'utf8');
const parse = (text: string): ParsedFile => parseStatementText(camt, text);

/** A one-statement file around the given entries and balances. */
const aFile = (inner: string) =>
  `<Document><BkToCstmrStmt><Stmt><Id>S1</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>${inner}</Stmt></BkToCstmrStmt></Document>`;
const anEntry = (parts: { amount?: string; mark?: string; date?: string; inner?: string }) =>
  `<Ntry><Amt Ccy="EUR">${parts.amount ?? '10.00'}</Amt><CdtDbtInd>${parts.mark ?? 'CRDT'}</CdtDbtInd><Sts>BOOK</Sts>` +
  `<BookgDt><Dt>${parts.date ?? '2026-03-12'}</Dt></BookgDt>${parts.inner ?? ''}</Ntry>`;
const aBalance = (type: string, amount: string, date: string) =>
  `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${date}</Dt></Dt></Bal>`;
const firstEntry = (inner: string) => {
  const entry = parse(aFile(anEntry({ inner }))).statements[0]?.entries[0];
  if (entry === undefined) throw new Error('no entry');
  return entry;
};

describe('a file with two accounts', () => {
  const file = parse(sample);
  const [euro, yen] = toJson(file).statements;

  it('is recognised and read without problems', () => {
    expect(detectFormat(sample.slice(0, 4096))?.name).toBe('camt');
    expect(file.problems).toEqual([]);
    expect(file.isComplete).toBe(true);
  });

  it('prints a payment with its payer, references and text lines', () => {
    expect(euro?.entries[0]).toEqual({
      bookedOn: '2026-03-12',
      valueOn: '2026-03-13',
      amount: '420.50',
      currency: 'EUR',
      reversal: false,
      bankReference: 'BK-0001',
      customerReference: 'PAYRUN-7',
      endToEndId: null,
      typeCode: 'PMNT-RCDT-ESCT',
      counterparty: { name: 'Vetreria Morandi SpA', account: 'IT21A0306909606100000154902' },
      structuredReference: 'RF18539007547034',
      text: 'Fatture 2026/118 e 2026/1\n21 meno nota credito',
      documents: [{ number: '2026/118', amount: '400.00' }],
    });
    expect(file.statements[0]?.entries[0]?.documents).toEqual([
      { number: '2026/118', amountMinor: 40000n, currency: 'EUR' },
    ]);
    expect(file.statements[0]?.entries[0]?.counterparty.ultimateName).toBe('Vetreria Morandi Sud Srl');
  });

  it('splits a batch that adds up into its transactions', () => {
    expect(euro?.entries.slice(1, 3).map((entry) => [entry.amount, entry.bankReference, entry.endToEndId])).toEqual([
      ['90.00', 'BK-0002-1', 'DD-901'],
      ['60.00', 'BK-0002-2', 'DD-902'],
    ]);
  });

  it('names the payer whose direct debit came back, though the line is a debit', () => {
    expect(euro?.entries[3]).toMatchObject({
      amount: '-36.00',
      reversal: true,
      counterparty: { name: 'Cantina Serra', account: '00543321' },
      text: 'AM04 Insufficient funds',
    });
  });

  it('shows a pending line as pending and keeps it out of the footing', () => {
    expect(euro?.entries[4]).toMatchObject({ amount: '77.00', status: 'pending' });
    expect(euro).toMatchObject({ footing: 'ok', number: '51', account: 'IT60X0542811101000000123456' });
  });

  it('opens the second account with the day before, below zero, without decimals', () => {
    expect(yen).toMatchObject({
      account: '7731-009',
      currency: 'JPY',
      number: 'LAGO-JPY-4',
      openingBalance: { amount: '-50000', currency: 'JPY', date: '2026-03-11' },
      closingBalance: { amount: '70000', currency: 'JPY', date: '2026-03-12' },
      footing: 'ok',
    });
  });

  it('reads the same in chunks of any size', () => {
    for (const size of [1, 7, 1000]) {
      const entries: unknown[] = [];
      const statements: unknown[] = [];
      const reader = camt.createReader({
        onEntry: (entry) => entries.push(entry),
        onStatement: (statement) => statements.push(statement),
        onProblem: (problem) => expect.unreachable(problem.message),
      });
      for (let at = 0; at < sample.length; at += size) reader.write(sample.slice(at, at + size));
      expect(reader.close()).toBe(true);
      expect(entries).toEqual(file.statements.flatMap((statement) => statement.entries));
      expect(statements).toHaveLength(2);
    }
  });
});

describe('footing', () => {
  const opening = aBalance('OPBD', '100.00', '2026-03-01');
  it('is ok, off or unknown', () => {
    const footing = (inner: string) => parse(aFile(inner)).statements[0]?.footing;
    expect(footing(opening + aBalance('CLBD', '110.00', '2026-03-01') + anEntry({}))).toBe('ok');
    expect(footing(opening + aBalance('CLBD', '110.01', '2026-03-01') + anEntry({}))).toBe('off');
    expect(footing(opening + anEntry({}))).toBe('unknown');
    expect(footing(opening + aBalance('CLBD', '1x', '2026-03-01') + anEntry({}))).toBe('unknown');
  });

  it('takes the earliest opening and the latest closing of a statement over several days', () => {
    const inner =
      opening +
      aBalance('CLBD', '105.00', '2026-03-01') +
      aBalance('OPBD', '105.00', '2026-03-02') +
      aBalance('CLBD', '110.00', '2026-03-02') +
      anEntry({ amount: '5' }) +
      anEntry({ amount: '5.0' });
    expect(parse(aFile(inner)).statements[0]?.footing).toBe('ok');
  });

  it('counts an entry in another currency by its counter value, and does not know without one', () => {
    const foreign = (details: string) => `<Ntry><Amt Ccy="USD">11.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>${details}</Ntry>`;
    const closing = aBalance('CLBD', '110.00', '2026-03-01');
    const valued = foreign('<AmtDtls><CntrValAmt><Amt Ccy="EUR">10.00</Amt></CntrValAmt></AmtDtls>');
    expect(parse(aFile(opening + closing + valued)).statements[0]?.footing).toBe('ok');
    expect(parse(aFile(opening + closing + foreign(''))).statements[0]?.footing).toBe('unknown');
  });
});

describe('what banks leave out or get wrong', () => {
  it('leaves out an entry whose amount is garbled, says where, and never reads it as zero', () => {
    for (const amount of ['12..34', '-5.00', '', '1,50', '10.001', 'NaN', '1e3']) {
      const file = parse(aFile(`\n${anEntry({ amount })}${anEntry({})}`));
      expect(file.statements[0]?.entries).toHaveLength(1);
      expect(file.problems).toMatchObject([{ line: 2, field: 'Amt', code: 'bad_amount' }]);
      expect(file.statements[0]?.footing).toBe('unknown');
    }
  });

  it('refuses a line without credit or debit mark', () => {
    expect(parse(aFile(anEntry({ mark: 'X' }))).problems).toMatchObject([{ code: 'bad_direction' }]);
  });

  it('keeps an entry dated 30 February without its date, and says so', () => {
    const file = parse(aFile(anEntry({ date: '2026-02-30' })));
    expect(file.statements[0]?.entries[0]?.bookedOn).toBeNull();
    expect(file.problems).toMatchObject([{ field: 'BookgDt', code: 'bad_date' }]);
  });

  it('keeps a batch whole when its transactions do not add up', () => {
    const detail = (amount: string, text: string) =>
      `<TxDtls><Amt Ccy="EUR">${amount}</Amt><RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls>`;
    const inner = `<NtryDtls>${detail('6.00', 'A')}${detail('3.00', 'B')}</NtryDtls>`;
    const file = parse(aFile(anEntry({ inner })));
    expect(file.statements[0]?.entries).toMatchObject([{ amountMinor: 1000n, textLines: ['A', 'B'] }]);
    expect(file.problems).toMatchObject([{ code: 'details_do_not_add_up' }]);
  });

  it('takes the entry amount when the single detail states another one', () => {
    const inner = '<NtryDtls><TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">0.04</Amt></TxAmt></AmtDtls></TxDtls></NtryDtls>';
    expect(firstEntry(inner).amountMinor).toBe(1000n);
  });

  it('keeps blanks at the ends of a text line, where a number may be cut', () => {
    const entry = firstEntry(
      '<NtryDtls><TxDtls><RmtInf><Ustrd>INV 7 </Ustrd><Ustrd> 8</Ustrd></RmtInf></TxDtls></NtryDtls>',
    );
    expect(entry.textLines).toEqual(['INV 7 ', ' 8']);
  });

  it('says that an empty message holds no statement', () => {
    expect(parse('<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"/>').problems).toMatchObject([
      { code: 'no_statement' },
    ]);
  });
});

describe('habits of banks', () => {
  const details = (inner: string) => `<NtryDtls><TxDtls>${inner}</TxDtls></NtryDtls>`;

  it.each(['052', '053', '054'])('all versions of camt.%s read alike', (kind) => {
    const [message, part] = { '052': ['BkToCstmrAcctRpt', 'Rpt'], '053': ['BkToCstmrStmt', 'Stmt'] }[kind] ?? [
      'BkToCstmrDbtCdtNtfctn',
      'Ntfctn',
    ];
    const plain = '<Sts>BOOK</Sts>';
    const later = '<Sts><Cd>BOOK</Cd></Sts>';
    const party = (isLater: boolean) =>
      `<RltdPties><Dbtr>${isLater ? '<Pty><Nm>Lago Srl</Nm></Pty>' : '<Nm>Lago Srl</Nm>'}</Dbtr></RltdPties>`;
    for (let version = 1; version <= 13; version += 1) {
      const isLater = version >= 8;
      const text =
        `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.${kind}.001.${String(version).padStart(2, '0')}"><${message}><${part}><Id>1</Id>` +
        `<Ntry><Amt Ccy="EUR">7</Amt><CdtDbtInd>CRDT</CdtDbtInd>${isLater ? later : plain}${details(party(isLater))}</Ntry></${part}></${message}></Document>`;
      expect(detectFormat(text)?.name).toBe('camt');
      expect(parse(text).statements[0]?.entries).toMatchObject([
        { amountMinor: 700n, status: 'booked', counterparty: { name: 'Lago Srl' } },
      ]);
    }
  });

  it('reads behind a byte order mark and blank lines, with prefixed names, and with several statements', () => {
    const text = `\ufeff\n\n<?xml version="1.0"?>\n${sample.replace(/^<\?xml.*\?>/, '')}`;
    expect(parse(text).statements).toEqual(
      parse(sample).statements.map((statement) => ({
        ...statement,
        entries: statement.entries.map((entry) => ({ ...entry, line: expect.any(Number) })),
      })),
    );
    const prefixed = aFile(anEntry({})).replace(/<(\/?)(?=[A-Z])/g, '<$1ns2:');
    expect(detectFormat(prefixed)?.name).toBe('camt');
    expect(parse(prefixed).statements[0]?.entries).toHaveLength(1);
  });

  it('tells charges and exchange apart from the text, so that a short receipt explains itself', () => {
    const charged = `<Chrgs><TtlChrgsAndTaxAmt Ccy="EUR">5.20</TtlChrgsAndTaxAmt></Chrgs>`;
    expect(firstEntry(charged)).toMatchObject({ moneyInformation: 'charges 5.20 EUR', bankInformation: null });
    const exchanged =
      '<AmtDtls><InstdAmt><Amt Ccy="USD">11.00</Amt></InstdAmt><TxAmt><Amt Ccy="EUR">10.00</Amt><CcyXchg><XchgRate>1.1</XchgRate></CcyXchg></TxAmt></AmtDtls>';
    expect(firstEntry(details(exchanged)).moneyInformation).toBe('instructed 11.00 USD, rate 1.1');
    expect(firstEntry('').moneyInformation).toBeNull();
  });

  it('keeps a batch without details as one line with its own reference', () => {
    const batch =
      '<AcctSvcrRef>B1</AcctSvcrRef><NtryDtls><Btch><PmtInfId>RUN-8</PmtInfId><NbOfTxs>20</NbOfTxs></Btch></NtryDtls>';
    expect(firstEntry(batch)).toMatchObject({ amountMinor: 1000n, bankReference: 'B1', customerReference: 'RUN-8' });
  });

  it('reads Swiss QR, ESR and RF references, check numbers and the original account forms', () => {
    const reference = (ref: string) =>
      firstEntry(details(`<RmtInf><Strd><CdtrRefInf><Ref>${ref}</Ref></CdtrRefInf></Strd></RmtInf>`))
        .structuredReference;
    expect(reference('210000000003139471430009017')).toBe('210000000003139471430009017');
    expect(reference('RF18539007547034')).toBe('RF18539007547034');
    expect(firstEntry(details('<Refs><ChqNb>1009</ChqNb></Refs>')).customerReference).toBe('1009');
    const account = (id: string) =>
      firstEntry(details(`<RltdPties><DbtrAcct><Id>${id}</Id></DbtrAcct></RltdPties>`)).counterparty.account;
    expect(account('<BBAN>1234 5678</BBAN>')).toBe('12345678');
    expect(account('<PrtryAcct><Id>77</Id></PrtryAcct>')).toBe('77');
  });

  it('lowers a payment by the credit note it names', () => {
    const note =
      '<RmtInf><Strd><RfrdDocInf><Tp><CdOrPrtry><Cd>CREN</Cd></CdOrPrtry></Tp><Nb>CN-1</Nb></RfrdDocInf><RfrdDocAmt><CdtNoteAmt Ccy="EUR">3.00</CdtNoteAmt></RfrdDocAmt></Strd></RmtInf>';
    expect(firstEntry(details(note)).documents).toEqual([{ number: 'CN-1', amountMinor: -300n, currency: 'EUR' }]);
  });

  it('takes the currency of the account where an amount names none', () => {
    const file = parse(aFile('<Ntry><Amt>10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Ntry>'));
    expect(file.statements[0]?.entries).toMatchObject([{ amountMinor: 1000n, currency: 'EUR' }]);
  });
});

describe('hostile or broken files', () => {
  it('refuses a DOCTYPE, so no entity can be declared', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${aFile(anEntry({}))}`;
    expect(parse(bomb)).toMatchObject({ isComplete: false, statements: [], problems: [{ code: 'doctype_refused' }] });
  });

  it('tells a file that breaks off, keeps what was read, and is not complete', () => {
    const whole = aFile(anEntry({}) + anEntry({}));
    const file = parse(whole.slice(0, whole.lastIndexOf('<Ntry>') + 20));
    expect(file).toMatchObject({ isComplete: false, problems: [{ code: 'xml_not_well_formed' }] });
    expect(file.statements).toMatchObject([{ entryCount: 1, footing: 'unknown' }]);
  });

  it('refuses nesting, texts and tags beyond any bank file', () => {
    expect(parse(aFile('<a>'.repeat(100))).problems).toMatchObject([{ code: 'xml_too_deep' }]);
    expect(parse(aFile(`<Id>${'x'.repeat(30_000)}</Id>`)).problems).toMatchObject([{ code: 'xml_too_large' }]);
    expect(parse(aFile(`<Ntry>${'<a/>'.repeat(60_000)}</Ntry>`)).problems).toMatchObject([{ code: 'xml_too_large' }]);
  });

  it('stops a single endless tag without gathering it', () => {
    const problems: string[] = [];
    const reader = camt.createReader({
      onEntry: () => undefined,
      onStatement: () => undefined,
      onProblem: (problem) => problems.push(problem.code),
    });
    reader.write('<Document a="');
    for (let chunk = 0; chunk < 100; chunk += 1) reader.write('x'.repeat(65_536));
    expect(reader.close()).toBe(false);
    expect(problems).toEqual(['xml_too_large']);
  });

  it('lists at most a thousand problems', () => {
    const file = parse(aFile(anEntry({ amount: 'x' }).repeat(3_000)));
    expect(file.problems).toHaveLength(1_000);
    expect(file.problems[999]?.code).toBe('too_many_problems');
  });
});
