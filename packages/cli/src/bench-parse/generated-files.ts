/** Invented files of any size in every format: one account, equal days, right totals, so that no reader finds a problem. */

export interface GeneratedFormat {
  readonly name: string;
  /** The text in pieces of some ten kilobytes, at least `charsMin` long altogether. */
  readonly pieces: (charsMin: number) => Generator<string>;
  /** Sign between the fields of a line, for the bare tokeniser. */
  readonly fieldSign: string;
}

const ENTRIES_PER_PIECE = 100;
/** Of each entry: 1150.25. */
const CENTS = 115_025;

interface Frame {
  readonly head: string;
  readonly entry: (index: number) => string;
  /** `entries` that were written; `lines` they filled. */
  readonly tail: (entries: number) => string;
}

function* framed({ head, entry, tail }: Frame, charsMin: number): Generator<string> {
  yield head;
  let chars = head.length;
  let entries = 0;
  while (chars < charsMin) {
    let piece = '';
    for (let count = 0; count < ENTRIES_PER_PIECE; count += 1) piece += entry(entries + count);
    entries += ENTRIES_PER_PIECE;
    chars += piece.length;
    yield piece;
  }
  yield tail(entries);
}

const amountOf = (cents: number, mark = '.') =>
  `${Math.trunc(cents / 100)}${mark}${String(cents % 100).padStart(2, '0')}`;

const CAMT: Frame = {
  head: '<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId></GrpHdr><Stmt><Id>S1</Id><ElctrncSeqNb>7</ElctrncSeqNb><Acct><Id><IBAN>IT60X0542811101000000123456</IBAN></Id><Ccy>EUR</Ccy></Acct>\n',
  entry: (index) =>
    `  <Ntry>\n    <Amt Ccy="EUR">1150.25</Amt>\n    <CdtDbtInd>CRDT</CdtDbtInd>\n    <Sts><Cd>BOOK</Cd></Sts>\n    <BookgDt><Dt>2026-03-12</Dt></BookgDt>\n    <ValDt><Dt>2026-03-12</Dt></ValDt>\n` +
    `    <AcctSvcrRef>BK${index}</AcctSvcrRef>\n    <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>\n` +
    `    <NtryDtls><TxDtls><Refs><EndToEndId>E2E-${index}</EndToEndId></Refs><Amt Ccy="EUR">1150.25</Amt>` +
    `<RltdPties><Dbtr><Pty><Nm>Vetreria Morandi ${index % 977} SpA</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>IT21A0306909606100000154902</IBAN></Id></DbtrAcct></RltdPties>` +
    `<RmtInf><Ustrd>Fattura 2026/${index} del 10.02.2026</Ustrd></RmtInf></TxDtls></NtryDtls>\n  </Ntry>\n`,
  tail: () => '</Stmt></BkToCstmrStmt></Document>\n',
};

const MT940: Frame = {
  head: ':20:LAGO1\r\n:25:12030000/202051\r\n:28C:51/1\r\n:60F:C260311EUR0,00\r\n',
  entry: (index) =>
    `:61:2603120312C1150,25NTRFINV-${index}//BK${index}\r\n:86:166?00GUTSCHRIFT?20EREF+E2E-${index}?21SVWZ+Rechnung 2026/${index} vo?22m 10.02.2026?30BYLADEM1001?31DE02120300000000202051?32Glaserei Morand ${index % 977}\r\n`,
  tail: (entries) => `:62F:C260312EUR${amountOf(entries * CENTS, ',')}\r\n-\r\n`,
};

const MT942: Frame = {
  head: ':20:LAGO1\r\n:25:12030000/202051\r\n:28C:51/1\r\n:34F:EURD0,\r\n:13D:2603121200+0100\r\n',
  entry: MT940.entry,
  // Without :90D: and :90C:, whose counts end at 99999.
  tail: () => '-\r\n',
};

const BAI2: Frame = {
  head: '01,091000019,LAGOTRADE,260313,0630,417,80,,2/\n02,LAGOTRADE,091000019,1,260312,2400,USD,2/\n03,4417002913,USD/\n',
  entry: (index) =>
    `16,195,${CENTS},V,260312,0900,FT${index},INV${index}/\n88,ORIG CO NAME:NORDSEE MARINE ${index % 977} LLC       ORIG ID:77120\n88,OBI:INVOICES 22/${index} LESS CREDIT 18\n`,
  tail: (entries) => {
    const total = entries * CENTS;
    const records = entries * 3;
    return `49,${total},${records + 2}/\n98,${total},1,${records + 4}/\n99,${total},1,${records + 6}/\n`;
  },
};

const pad = (value: number, width: number) => String(value).padStart(width, '0');
const LOCKBOX: Frame = {
  head: '101LAGOTRADE 091000019 2603130630\n50010000008841260312LAGOTRADE 091000019 \n',
  entry: (index) =>
    `6001${pad(index % 1000, 3)}${pad(CENTS, 10)}0910000190055120077${pad(index, 10)}TIN CUP CAFE\n4001${pad(index % 1000, 3)}6019${`LG-${index}`.padEnd(15)}${pad(CENTS, 10)}\n`,
  tail: (entries) => `9${pad((entries * 2 + 3) % 1_000_000, 6)}\n`,
};

const OFX: Frame = {
  head: 'OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:USASCII\nCHARSET:1252\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>091000019<ACCTID>4417002913<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST>\n',
  entry: (index) =>
    `<STMTTRN>\n<TRNTYPE>CREDIT\n<DTPOSTED>20260312120000\n<TRNAMT>1150.25\n<FITID>F${index}\n<NAME>NORDSEE MARINE ${index % 977}\n<MEMO>INVOICE 2026-${index}\n</STMTTRN>\n`,
  tail: () => '</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n',
};

const CSV: Frame = {
  head: 'Date;Value date;Amount;Currency;Name;Account;Text;Reference\n',
  entry: (index) =>
    `2026-03-12;2026-03-12;1150,25;EUR;"Vetreria ""Morandi"" ${index % 977}";IT21A0306909606100000154902;Fattura 2026/${index} del 10.02.2026;BK${index}\n`,
  tail: () => '',
};

const EDI820: Frame = {
  head: 'ISA*00*          *00*          *ZZ*HARBORMART     *ZZ*LAGOTRADE      *260312*0915*U*00401*000000077*0*P*:~\nGS*RA*HARBORMART*LAGOTRADE*20260312*0915*77*X*004010~\n',
  entry: (index) =>
    `ST*820*${index}~\nBPR*C*1150.25*C*ACH*CTX*01*091000019*DA*55120077*1770012345**01*121000358*DA*4417002913*20260313~\nTRN*1*TR${index}~\nN1*PR*HARBOR MART INC~\n` +
    `ENT*1~\nRMR*IV*${index}*PO*1150.25*1175*24.75~\nREF*PO*PO-${index}~\nDTM*003*20260210~\nSE*9*${index}~\n`,
  tail: (entries) => `GE*${entries}*77~\nIEA*1*000000077~\n`,
};

const generated = (name: string, frame: Frame, fieldSign: string): GeneratedFormat => ({
  name,
  pieces: (charsMin) => framed(frame, charsMin),
  fieldSign,
});

export const GENERATED_FORMATS: readonly GeneratedFormat[] = [
  generated('camt', CAMT, '<'),
  generated('mt940', MT940, ':'),
  generated('mt942', MT942, ':'),
  generated('bai2', BAI2, ','),
  generated('lockbox', LOCKBOX, ' '),
  generated('ofx', OFX, '>'),
  generated('csv', CSV, ';'),
  generated('edi820', EDI820, '*'),
];
