/** From what is written to what is in the ledger: customers, items, amounts. What is not there names the nearest. */
import type { DocumentKind } from '@quittance/core/ledger';
import { minorDigits, parseAmount } from '@quittance/core/money';
import { type ItemName, nearestWord, type Question, type WrittenAmount } from '@quittance/core/scenario';
import { waitingActs } from '../modules/ledger/index.ts';
import { instantText } from '../platform/clock.ts';
import { printWords } from './print.ts';
import { itemsNamed, type NamedItem } from './scenario.queries.ts';
import { type CompanyBook, lineProblem, momentInstant, type Place, readIn } from './world.ts';

export function customerId(place: Place, number: string): string {
  const id = place.book.customers.get(number);
  if (id !== undefined) return id;
  const near = nearestWord(number, place.book.customers.keys());
  const hint = near === null ? `Add a line before: customer ${number}.` : `Did you mean ${near}?`;
  return lineProblem(place.line, {
    field: number,
    code: 'customer_unknown',
    message: `There is no customer ${number} in ${place.book.code}. ${hint}`,
  });
}

export function customerNumber(book: CompanyBook, id: string | null): string {
  return [...book.customers].find(([, known]) => known === id)?.[0] ?? '?';
}

/** The items of that name; none when there are none. One document's only: a number that two kinds share needs its kind. */
export async function tryItems(place: Place, name: ItemName): Promise<NamedItem[]> {
  const found = await readIn(place.world, place.book, (tx) => itemsNamed(tx, inDatabase(place, name)));
  const live = found.filter((item) => !item.isCancelled);
  const kinds = [...new Set((live.length > 0 ? live : found).map((item) => item.kind))];
  if (kinds.length > 1) {
    const choices = kinds.map((kind) => `${printWords(kind)} ${name.number}`).join(' or ');
    const message = `${name.number} may be several documents. Write ${choices}.`;
    return lineProblem(place.line, { field: name.number, code: 'name_not_clear', message });
  }
  if (live.length > 0) return live;
  const last = found.at(-1);
  return found.filter((item) => item.documentId === last?.documentId);
}

/** The items of that name, at least one. */
export async function itemsOf(place: Place, name: ItemName): Promise<[NamedItem, ...NamedItem[]]> {
  const [first, ...rest] = await tryItems(place, name);
  return first === undefined ? unknownItem(place, name) : [first, ...rest];
}

/** Whether a document or step of that name waits for its day. */
export async function isWaiting(place: Place, name: string): Promise<boolean> {
  const waiting = await readIn(place.world, place.book, waitingActs);
  return waiting.some((act) => place.book.pendingNames.get(act.id) === name);
}

export async function unknownItem(place: Place, name: ItemName): Promise<never> {
  const isPending = await isWaiting(place, name.number);
  const message = isPending
    ? `${name.number} is not open yet: it waits as pending until its day. Write this line on that day or later.`
    : `There is no ${kindWords(name.kind)}${name.number} in ${place.book.code}. Is the number right, and does its line stand before this one?`;
  return lineProblem(place.line, { field: name.number, code: 'item_unknown', message });
}

function kindWords(kind: DocumentKind | null): string {
  return kind === null ? '' : `${printWords(kind)} `;
}

/** The only item of that name; an instalment must be named by its own number. */
export async function singleItem(place: Place, name: ItemName): Promise<NamedItem> {
  const [item, second] = await itemsOf(place, name);
  if (second === undefined) return item;
  const message = `${name.number} has several instalments. Name one of them: ${item.number}.`;
  return lineProblem(place.line, { field: name.number, code: 'instalment_not_clear', message });
}

/** Receipts from another company are numbered with its code, which has a suffix in the database. */
function inDatabase(place: Place, name: ItemName): ItemName {
  for (const { code, company } of place.world.books.values()) {
    if (name.number.startsWith(`${code}-`) && code !== place.book.code)
      return { ...name, number: `${company.code}-${name.number.slice(code.length + 1)}` };
  }
  return name;
}

/** The number as it is written in scenarios. */
export function writtenNumber(place: Place, number: string): string {
  for (const { code, company } of place.world.books.values())
    if (number.startsWith(`${company.code}-`)) return `${code}-${number.slice(company.code.length + 1)}`;
  return number;
}

/** Minor units of a written amount, which must be in that currency when it says one. */
export function minorOf(place: Place, amount: WrittenAmount, currency: string): bigint {
  if (amount.currency !== null && amount.currency !== currency) {
    const message = `${amount.decimal} ${amount.currency} was read where ${currency} is right. Write the amount in ${currency}.`;
    return lineProblem(place.line, { field: amount.decimal, code: 'currency_differs', message });
  }
  const minor = parseAmount(amount.decimal, currency);
  if (minor !== null) return minor;
  const message = `${amount.decimal} does not fit ${currency}, which has ${minorDigits(currency)} decimals.`;
  return lineProblem(place.line, { field: amount.decimal, code: 'decimals_too_many', message });
}

export function functionalOf(place: Place): string {
  return place.book.company.functionalCurrency;
}

/** The currency that an amount says, else the company's. */
export function currencyOf(place: Place, amount: WrittenAmount | null | undefined): string {
  return amount?.currency ?? functionalOf(place);
}

/** A question with its day and its instant, never later than now: asked again with these it has the same answer. */
export interface FixedQuestion {
  readonly asOf: NonNullable<Question['asOf']>;
  readonly knownAt: string;
}

export function fixQuestion(place: Place, question: Question): FixedQuestion {
  const now = instantText(place.world.clock.now());
  const asked =
    question.knownAt === null ? now : momentInstant(place.world, question.knownAt, place.book.company.timeZone);
  if (asked === undefined) {
    const name = question.knownAt?.kind === 'named' ? question.knownAt.name : '';
    const message = `No moment was called ${name}. Add a line before: moment ${name}.`;
    return lineProblem(place.line, { field: name, code: 'moment_unknown', message });
  }
  const isPast = asked < now;
  return { asOf: question.asOf ?? place.day, knownAt: isPast ? asked : now };
}
