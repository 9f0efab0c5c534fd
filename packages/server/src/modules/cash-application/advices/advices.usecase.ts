/** What people see and do with advices: look, link by hand, put apart, compare a scan, say what a customer's code means. */
import { daysBetween } from '@quittance/core/calendar';
import type { DeductionReason } from '@quittance/core/matching';
import { referenceKey } from '@quittance/core/references';
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { findCustomer } from '../../customers/index.ts';
import { findAdvices, findLines, type KeptAdvice, listAdvices, listPages, markChecked } from '../../intake/index.ts';
import { findItemsByKey, type ItemView } from '../../ledger/index.ts';
import type { AdviceInFull, LinkedAdviceRow } from './advices.json.ts';
import { codesOf, type DeductionCode, endCode, setCode } from './deduction-codes.queries.ts';
import { auditLink } from './link-advices.usecase.ts';
import { endLink, insertLinks, linksOfAdvices, receiptsNear } from './links.queries.ts';

export async function advicePage(tx: Tx, page: Parameters<typeof listAdvices>[1]): Promise<LinkedAdviceRow[]> {
  const advices = await listAdvices(tx, page);
  return withLinks(tx, advices);
}

async function withLinks(tx: Tx, advices: readonly KeptAdvice[]): Promise<LinkedAdviceRow[]> {
  const links = await linksOfAdvices(
    tx,
    advices.map(({ id }) => id),
  );
  return advices.map((advice) => ({
    advice,
    links: links.filter(({ adviceId }) => adviceId === advice.id),
    ageDays: daysBetween(advice.receivedOn, tx.today),
  }));
}

/** Throws `advice_not_found`. */
export async function adviceInFull(tx: Tx, id: string): Promise<AdviceInFull> {
  const [row] = await withLinks(tx, [await theAdvice(tx, id)]);
  if (row === undefined) throw notFound('advice', id);
  const lines = await findLines(tx, [id]);
  const keys = lines.flatMap(({ documentNumber }) => (documentNumber === null ? [] : [referenceKey(documentNumber)]));
  const found = await findItemsByKey(tx, [...new Set(keys)]);
  const items = new Map<number, ItemView>();
  for (const { number, documentNumber } of lines) {
    const own = found.filter((item) => referenceKey(item.number) === referenceKey(documentNumber ?? ''));
    if (own.length === 1 && own[0] !== undefined) items.set(number, own[0]);
  }
  return { ...row, lines, items, pages: await listPages(tx, id) };
}

async function theAdvice(tx: Tx, id: string): Promise<KeptAdvice> {
  const [advice] = await findAdvices(tx, [id]);
  if (advice === undefined || advice.withdrawnAt !== null) throw notFound('advice', id);
  return advice;
}

const RECEIPTS_OFFERED_MAX = 20;

/** Receipts that a person may link it with: of its amount, or by number or payer. */
export async function receiptsFor(tx: Tx, id: string, words: string) {
  const { currency, amountMinor, linesMinor } = await theAdvice(tx, id);
  const amountsMinor = [amountMinor, linesMinor].filter((minor) => minor !== null);
  return receiptsNear(tx, { words: words.trim(), currency, amountsMinor, limit: RECEIPTS_OFFERED_MAX });
}

interface Pair {
  readonly adviceId: string;
  readonly receiptItemId: string;
}

/** A person says that the two belong together, whatever stood between them. */
export async function linkByHand(tx: CommandTx, pair: Pair): Promise<null> {
  await theAdvice(tx, pair.adviceId);
  await endLink(tx, { ...pair, reason: 'linked by a person' });
  const link = { ...pair, linkedBy: 'person' as const };
  await insertLinks(tx, [link]);
  auditLink(tx, link);
  return null;
}

/** A person says that the two do not belong together: they are never brought together by themselves again. */
export async function putApart(tx: CommandTx, { reason, ...pair }: Pair & { readonly reason: string }): Promise<null> {
  await theAdvice(tx, pair.adviceId);
  await endLink(tx, { ...pair, reason });
  await insertLinks(tx, [{ ...pair, linkedBy: 'apart' }]);
  const { receiptItemId: subjectId, adviceId } = pair;
  tx.audit({ action: 'cash.unlink_advice', subjectKind: 'receipt', subjectId, reason, after: { adviceId } });
  return null;
}

/** A person has compared a scan with what was read; it counts like any other advice now. Throws `advice_is_no_scan`. */
export async function compareScan(tx: CommandTx, id: string): Promise<string[]> {
  const { isScanned, checkedAt } = await theAdvice(tx, id);
  if (!isScanned) throw new AppError('advice_is_no_scan', 'This advice was not read from a picture.', { status: 409 });
  if (checkedAt === null && (await markChecked(tx, id))) {
    tx.audit({ action: 'cash.compare_scan', subjectKind: 'advice', subjectId: id });
  }
  return (await linksOfAdvices(tx, [id])).map(({ receiptItemId }) => receiptItemId);
}

export async function deductionCodes(tx: Tx, customerId: string): Promise<DeductionCode[]> {
  if ((await findCustomer(tx, customerId)) === undefined) throw notFound('customer', customerId);
  return codesOf(tx, customerId);
}

export interface CodeMeaning {
  readonly customerId: string;
  readonly code: string;
  /** Null: the code means nothing to us any more. */
  readonly reason: DeductionReason | null;
}

export async function setDeductionCode(tx: CommandTx, { customerId, code, reason }: CodeMeaning): Promise<null> {
  const before = (await deductionCodes(tx, customerId)).find((known) => known.code === code);
  if (reason === null) await endCode(tx, { customerId, code });
  else await setCode(tx, { customerId, code, reason });
  tx.audit({
    action: 'cash.set_deduction_code',
    subjectKind: 'customer',
    subjectId: customerId,
    ...(before === undefined ? {} : { before: { code, reason: before.reason } }),
    after: { code, reason },
  });
  return null;
}
