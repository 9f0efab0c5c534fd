/** Small files of a bank, as a test tells them. */

export interface Payment {
  readonly amount: string;
  readonly on: string;
  readonly reference?: string;
  readonly payer?: string;
  readonly endToEndId?: string;
  /** Transactions whose amounts add up to the payment's. */
  readonly details?: readonly { readonly amount: string; readonly payer: string }[];
}

const ACCOUNT = 'IT60X0542811101000000123456';
const KINDS = { statement: ['BkToCstmrStmt', 'Stmt'], notification: ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'] } as const;

/** camt.053 or camt.054 of one account in EUR. */
export function aCamt(kind: keyof typeof KINDS, payments: readonly Payment[], account = ACCOUNT): string {
  const [root, list] = KINDS[kind];
  const entries = payments.map(
    ({
      amount,
      on,
      reference = '',
      details = [],
      ...party
    }) => `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>
      <Sts>BOOK</Sts><BookgDt><Dt>${on}</Dt></BookgDt><AcctSvcrRef>${reference}</AcctSvcrRef><NtryDtls>${
        details.length > 0
          ? details.map((detail) => transaction(detail.payer, detail.amount, '')).join('')
          : transaction(party.payer ?? '', null, party.endToEndId ?? '')
      }</NtryDtls></Ntry>`,
  );
  return `<?xml version="1.0"?><Document><${root}><${list}><Id>${payments[0]?.on ?? ''} ${kind}</Id>
    <Acct><Id><IBAN>${account}</IBAN></Id><Ccy>EUR</Ccy></Acct>${entries.join('')}</${list}></${root}></Document>`;
}

function transaction(payer: string, amount: string | null, endToEndId: string): string {
  const amounts = amount === null ? '' : `<Amt Ccy="EUR">${amount}</Amt>`;
  const id = endToEndId === '' ? '' : `<Refs><EndToEndId>${endToEndId}</EndToEndId></Refs>`;
  return `<TxDtls>${id}${amounts}<RltdPties><Dbtr><Nm>${payer}</Nm></Dbtr></RltdPties></TxDtls>`;
}

/** MT940 of the same account. */
export function anMt940(payments: readonly Payment[], account = ACCOUNT): string {
  const compact = (day: string) => day.replaceAll('-', '').slice(2);
  const lines = payments.flatMap(({ amount, on, reference = 'NONREF', payer = '' }) => [
    `:61:${compact(on)}${compact(on).slice(2)}C${amount.replace('.', ',')}NTRF${reference}`,
    `:86:166?00CREDIT?32${payer}`,
  ]);
  const day = compact(payments[0]?.on ?? '');
  const total = payments.reduce((cents, { amount }) => cents + BigInt(amount.replace('.', '')), 0n).toString();
  const closing = `${total.slice(0, -2)},${total.slice(-2)}`;
  return [
    ':20:S',
    `:25:${account}`,
    ':28C:1/1',
    `:60F:C${day}EUR0,00`,
    ...lines,
    `:62F:C${day}EUR${closing}`,
    '-',
  ].join('\r\n');
}

const pad = (text: string, width: number) => text.padEnd(width);

/** A lockbox's day: checks in cents, by batch. */
export function aLockbox(on: string, batches: readonly (readonly number[])[]): string {
  const day = on.replaceAll('-', '').slice(2);
  let checks = 0;
  let cents = 0;
  const records = [`101LAGOTRADE 091000019 ${day}0630`, '2LAGOTRADE 091000019 000000041740008000801'];
  batches.forEach((amounts, index) => {
    const batch = String(index + 1).padStart(3, '0');
    const total = amounts.reduce((sum, amount) => sum + amount, 0);
    records.push(`5${batch}0000008841${day}LAGOTRADE 091000019`);
    amounts.forEach((amount, at) => {
      const number = String(at + 1).padStart(3, '0');
      records.push(
        `6${batch}${number}${String(amount).padStart(10, '0')}${pad('121000358', 9)}0055120077000000${1009 + at}`,
      );
    });
    records.push(
      `7${batch}0000008841${day}${String(amounts.length).padStart(3, '0')}${String(total).padStart(10, '0')}`,
    );
    checks += amounts.length;
    cents += total;
  });
  records.push(`8000000008841${day}${String(checks).padStart(4, '0')}${String(cents).padStart(10, '0')}`);
  records.push(`9${String(records.length + 1).padStart(6, '0')}`);
  return `${records.join('\n')}\n`;
}

/** BAI2 of a dollar account: a lockbox deposit, and wires, in cents. */
export function aBai2(
  on: string,
  credits: readonly { readonly code: '115' | '195'; readonly cents: number; readonly reference: string }[],
): string {
  const day = on.replaceAll('-', '').slice(2);
  const total = credits.reduce((sum, { cents }) => sum + cents, 0);
  return [
    `01,091000019,LAGOTRADE,${day},0630,1,80,,2/`,
    `02,LAGOTRADE,091000019,1,${day},2400,USD,2/`,
    `03,4417002913,USD,010,0,,,015,${total},,/`,
    ...credits.map(({ code, cents, reference }) => `16,${code},${cents},Z,${reference},,`),
    `49,${2 * total},${credits.length + 2}/`,
    `98,${2 * total},1,${credits.length + 4}/`,
    `99,${2 * total},1,${credits.length + 6}/`,
  ].join('\n');
}
