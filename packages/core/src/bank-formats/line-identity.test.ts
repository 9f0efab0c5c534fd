import { describe, expect, it } from 'vitest';
import { camt } from './camt/index.ts';
import { type BankEntry, createLineIdentities } from './index.ts';
import { parseStatementText } from './registry.ts';

const aDay = (...texts: string[]): readonly BankEntry[] => {
  const entries = texts.map(
    (text) =>
      '<Ntry><Amt Ccy="EUR">4.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-04-07</Dt></BookgDt>' +
      `<NtryDtls><TxDtls><RmtInf>${text
        .split('|')
        .map((line) => `<Ustrd>${line}</Ustrd>`)
        .join('')}</RmtInf></TxDtls></NtryDtls></Ntry>`,
  );
  const text = `<Document><BkToCstmrStmt><Stmt><Id>1</Id>${entries.join('')}</Stmt></BkToCstmrStmt></Document>`;
  return parseStatementText(camt, text).statements.flatMap((statement) => statement.entries);
};
const identities = (entries: readonly BankEntry[], account = 'DE02 1203 0000') => {
  const lines = createLineIdentities();
  return entries.map((entry) => lines.next({ ...entry, account }));
};

describe('the identity of a bank line', () => {
  it('keeps true twins of one file apart', () => {
    const [first, second] = identities(aDay('COFFEE', 'COFFEE'));
    expect(first).not.toBe(second);
  });

  it('is the same in an overlapping file, twin for twin', () => {
    const monday = identities(aDay('COFFEE', 'COFFEE', 'TEA'));
    const tuesday = identities(aDay('TEA', 'COFFEE', 'COFFEE', 'WATER'));
    expect(tuesday.filter((identity) => monday.includes(identity))).toHaveLength(3);
  });

  it('does not depend on line breaks of the text or on blanks and case of the account', () => {
    expect(identities(aDay('INV 12|34'))).toEqual(identities(aDay('INV 1|234'), 'de0212030000'));
  });

  it('differs by account and by text', () => {
    const [here] = identities(aDay('A'));
    expect(identities(aDay('A'), 'OTHER')).not.toContain(here);
    expect(identities(aDay('B'))).not.toContain(here);
  });
});
