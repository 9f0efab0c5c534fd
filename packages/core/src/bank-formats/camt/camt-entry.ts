/**
 * A bank entry (`Ntry`) becomes one normalised line, or one for each of its transactions when the bank gives details
 * that add up to it. Details that do not add up never change an amount: the entry is kept whole, and said so.
 */
import { formatAmount, type Money, sum } from '../../money/index.ts';
import { nodeAt, nodesNamed, textAt, type XmlNode } from '../../xml/index.ts';
import type { BankEntry, Counterparty, EntryStatus, FileProblem } from '../statement.ts';
import { moneyFacts } from './camt-money.ts';
import { type CamtParty, type CamtTransaction, given, readTypeCode } from './camt-transaction.ts';
import { type Direction, isTrue, readAmount, readDate, readDirection, signed } from './camt-values.ts';
import { freeText } from './xml-subtrees.ts';

/** Text lines kept of an entry whose transactions cannot be told apart. */
const MERGED_LINES_MAX = 200;

export interface CamtEntryResult {
  readonly entries: readonly BankEntry[];
  readonly problems: readonly FileProblem[];
  /** What the entry adds to the account in the account's currency; null when that is not known. */
  readonly bookedMinor: bigint | null;
}

interface EntryFacts {
  readonly node: XmlNode;
  readonly amount: Money;
  readonly direction: Direction;
  readonly isReversal: boolean;
  readonly account: string | null;
}

/** `account` and `currency` are those of the statement around it. A bad amount or mark refuses the entry. */
export function readEntry(
  node: XmlNode,
  transactions: readonly CamtTransaction[],
  statement: { readonly account: string | null; readonly currency: string | null },
): CamtEntryResult {
  const amount = readAmount(nodeAt(node, 'Amt'), statement.currency);
  const direction = readDirection(node);
  if (amount === null || direction === null) return refusedEntry(node, amount === null ? 'Amt' : 'CdtDbtInd');
  const facts: EntryFacts = {
    node,
    amount,
    direction,
    isReversal: isTrue(textAt(node, 'RvslInd')),
    account: statement.account,
  };
  const problems = dateProblems(node);
  const amounts = transactions.length > 1 ? splitAmounts(facts, transactions) : null;
  if (transactions.length > 1 && amounts === null) problems.push(notSplitProblem(facts, transactions));
  const entries =
    amounts === null
      ? [
          toBankEntry(
            facts,
            mergeTransactions(transactions),
            signed(amount.amountMinor, direction),
            transactions.length <= 1,
          ),
        ]
      : transactions.map((transaction, index) => toBankEntry(facts, transaction, amounts[index] ?? 0n, false));
  return { entries, problems, bookedMinor: bookedMinor(facts, transactions, statement.currency) };
}

function refusedEntry(node: XmlNode, field: 'Amt' | 'CdtDbtInd'): CamtEntryResult {
  const seen = textAt(node, field);
  const found = seen === null ? 'nothing' : JSON.stringify(seen.slice(0, 40));
  const currency = nodeAt(node, 'Amt')?.currency ?? '';
  const message =
    field === 'Amt'
      ? `The amount of this entry cannot be read (${found} ${currency}): the entry is left out. Ask the bank to correct the file.`
      : `This entry is marked neither credit nor debit (${found}): it is left out. Ask the bank to correct the file.`;
  const code = field === 'Amt' ? 'bad_amount' : 'bad_direction';
  return { entries: [], problems: [{ line: node.line, field, code, message }], bookedMinor: null };
}

function dateProblems(node: XmlNode): FileProblem[] {
  const problems: FileProblem[] = [];
  for (const field of ['BookgDt', 'ValDt']) {
    const { text, date } = readDate(nodeAt(node, field));
    if (text === null || date !== null) continue;
    const message = `${JSON.stringify(text.slice(0, 40))} is not a day of the calendar: the entry is read without it.`;
    problems.push({ line: node.line, field, code: 'bad_date', message });
  }
  return problems;
}

/** What the entry does to the balance: its own amount, or its counter value when it is stated in another currency. */
function bookedMinor(
  facts: EntryFacts,
  transactions: readonly CamtTransaction[],
  currency: string | null,
): bigint | null {
  if (readStatus(facts.node) !== 'booked') return 0n;
  if (currency === null || facts.amount.currency === currency) return signed(facts.amount.amountMinor, facts.direction);
  const details = nodeAt(facts.node, 'AmtDtls');
  const own = ['TxAmt', 'InstdAmt', 'CntrValAmt'].map((kind) =>
    details === null ? null : readAmount(nodeAt(details, kind, 'Amt')),
  );
  const only = transactions.length === 1 ? (transactions[0]?.amounts ?? []) : [];
  const counter = [...own, ...only].find((amount) => amount?.currency === currency);
  return counter ? signed(counter.amountMinor, facts.direction) : null;
}

/**
 * Signed amounts of the transactions when one of the four kinds of amounts adds up to the entry exactly: an entry of
 * 24.00 with 15.00 and 9.00 is two lines. Null when none does.
 */
function splitAmounts(facts: EntryFacts, transactions: readonly CamtTransaction[]): bigint[] | null {
  const total = signed(facts.amount.amountMinor, facts.direction);
  const inCurrency = (amount: Money | null | undefined) => (amount?.currency === facts.amount.currency ? amount : null);
  const choices: ((transaction: CamtTransaction) => Money | null)[] = [
    (transaction) => transaction.amounts.map(inCurrency).find((amount) => amount !== null) ?? null,
    ...[0, 1, 2, 3].map((kind) => (transaction: CamtTransaction) => inCurrency(transaction.amounts[kind])),
  ];
  for (const choose of choices) {
    const amounts = transactions.map((transaction) => {
      const amount = choose(transaction);
      return amount === null ? null : signed(amount.amountMinor, transaction.direction ?? facts.direction);
    });
    const known = amounts.filter((amount) => amount !== null);
    if (known.length === transactions.length && sum(known) === total) return known;
  }
  return null;
}

function notSplitProblem(facts: EntryFacts, transactions: readonly CamtTransaction[]): FileProblem {
  const amount = formatAmount(facts.amount.amountMinor, facts.amount.currency);
  return {
    line: facts.node.line,
    field: 'TxDtls',
    code: 'details_do_not_add_up',
    message:
      `The ${transactions.length} transactions of this entry do not add up to its ${amount} ${facts.amount.currency}: ` +
      'it is kept as one line. Divide it by hand when it is applied.',
  };
}

const NO_PARTY: CamtParty = { name: null, account: null, ultimateName: null };

/** One transaction that says what all of them agree on; null for an entry without details. */
function mergeTransactions(transactions: readonly CamtTransaction[]): CamtTransaction | null {
  const [first, ...others] = transactions;
  if (first === undefined || others.length === 0) return first ?? null;
  const agreed = <T>(read: (transaction: CamtTransaction) => T): T | null =>
    others.every((other) => read(other) === read(first)) ? read(first) : null;
  const party = (role: 'debtor' | 'creditor'): CamtParty => ({
    name: agreed((transaction) => transaction[role].name),
    account: agreed((transaction) => transaction[role].account),
    ultimateName: agreed((transaction) => transaction[role].ultimateName),
  });
  return {
    ...first,
    debtor: party('debtor'),
    creditor: party('creditor'),
    bankReference: null,
    customerReference: agreed((transaction) => transaction.customerReference),
    endToEndId: agreed((transaction) => transaction.endToEndId),
    typeCode: agreed((transaction) => transaction.typeCode),
    structuredReference: agreed((transaction) => transaction.structuredReference),
    documents: transactions.flatMap((transaction) => transaction.documents),
    textLines: transactions.flatMap((transaction) => transaction.textLines).slice(0, MERGED_LINES_MAX),
    bankInformation: agreed((transaction) => transaction.bankInformation),
  };
}

/** `isWhole`: the line stands for the whole entry, so the entry's own reference names it, not a detail's. */
function toBankEntry(
  facts: EntryFacts,
  transaction: CamtTransaction | null,
  amountMinor: bigint,
  isWhole: boolean,
): BankEntry {
  const { node } = facts;
  const ownReference = textAt(node, 'AcctSvcrRef') ?? textAt(node, 'NtryRef');
  const detailReference = transaction?.bankReference ?? null;
  const batch = nodeAt(node, 'NtryDtls', 'Btch');
  const information = nodeAt(node, 'AddtlNtryInf');
  return {
    line: transaction !== null && !isWhole ? transaction.line : node.line,
    account: facts.account,
    status: readStatus(node),
    bookedOn: readDate(nodeAt(node, 'BookgDt')).date,
    valueOn: readDate(nodeAt(node, 'ValDt')).date,
    amountMinor,
    currency: facts.amount.currency,
    isReversal: facts.isReversal,
    bankReference: isWhole ? (ownReference ?? detailReference) : (detailReference ?? ownReference),
    customerReference:
      transaction?.customerReference ?? given(textAt(batch, 'PmtInfId')) ?? given(textAt(batch, 'MsgId')),
    endToEndId: transaction?.endToEndId ?? null,
    typeCode: transaction?.typeCode ?? readTypeCode(nodeAt(node, 'BkTxCd')),
    counterparty: transaction === null ? NO_PARTY : otherSide(facts, transaction, amountMinor >= 0n),
    structuredReference: transaction?.structuredReference ?? null,
    documents: transaction?.documents ?? [],
    textLines:
      transaction?.textLines ??
      nodesNamed(node, 'Ustrd')
        .map(freeText)
        .filter((line) => line !== null),
    bankInformation: transaction?.bankInformation ?? (information === null ? null : freeText(information)),
    // The charges of a divided entry are those of the whole and would stand on every line.
    moneyInformation: joinFacts([
      ...(transaction?.money ?? []),
      ...(isWhole || transaction === null ? moneyFacts(node, facts.amount) : []),
    ]),
  };
}

/** Each fact once: an entry and its only transaction often say the same. */
function joinFacts(parts: readonly string[]): string | null {
  return [...new Set(parts)].join('; ') || null;
}

/** "BOOK", or `<Cd>BOOK</Cd>` in later versions. A bank that gives no status sends booked lines. */
function readStatus(node: XmlNode): EntryStatus {
  const code = textAt(node, 'Sts', 'Cd') ?? textAt(node, 'Sts') ?? 'BOOK';
  if (code === 'PDNG' || code === 'FUTR') return 'pending';
  return code === 'INFO' ? 'information' : 'booked';
}

/**
 * Whoever is not us: the debtor of money in, the creditor of money out. A returned or reversed payment keeps the
 * roles of the first one, so there it is the other way round; and a party that holds our own account is never it.
 */
function otherSide(facts: EntryFacts, transaction: CamtTransaction, isMoneyIn: boolean): Counterparty {
  const isUndone = facts.isReversal || transaction.isReturn;
  const [likely, unlikely] =
    isMoneyIn !== isUndone ? [transaction.debtor, transaction.creditor] : [transaction.creditor, transaction.debtor];
  const isOurs = (party: CamtParty) => facts.account !== null && party.account === facts.account;
  const isKnown = (party: CamtParty) => party.name !== null || party.account !== null || party.ultimateName !== null;
  if (isOurs(likely) && isKnown(unlikely) && !isOurs(unlikely)) return unlikely;
  if (!isKnown(likely) && isUndone) return unlikely;
  return likely;
}
