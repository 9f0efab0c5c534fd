/**
 * Remittance advices from a directory: each file an advice. A list `remittances.json`, in the directory or beside it, may
 * tell what the mail around a file said: when it came, its subject, the payer, the currency.
 */
import { createReadStream, existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { dateFromParts, type LocalDate } from '@quittance/core/calendar';
import type { Advice } from '@quittance/core/matching';
import { type CurrencyCode, currencyCode } from '@quittance/core/money';
import { readAdvice } from '@quittance/core/remittance';
import type { RowReader } from './fields.ts';
import type { ReadRows, RowProblem } from './problem.ts';
import { readJsonRows } from './receipts-file.ts';

const LIST = 'remittances.json';
const READ_HERE = new Set(['.txt', '.csv', '.html', '.htm']);
const READ_APART = new Set(['.xlsx', '.pdf', '.png', '.jpg', '.jpeg', '.eml', '.xml', '.edi', '.820', '.x12']);
/** Files beyond are left out: a directory of mail is not a day's advices. */
const FILES_MAX = 100_000;

interface Listed {
  readonly id: string;
  readonly path: string;
  readonly receivedOn: LocalDate;
  readonly subject: string;
  readonly payerName: string;
  readonly paidOn: LocalDate | null;
  readonly currency: CurrencyCode;
}

/** The advices of a directory: those its list names, else every file of a kind that is read. */
export async function readRemittances(directory: string): Promise<ReadRows<Advice>> {
  const list = [join(directory, LIST), join(dirname(directory), LIST)].find((path) => existsSync(path));
  if (list === undefined) return readUnlisted(directory);
  const rows = await readJsonRows(list, (reader) => listed(reader, dirname(list)));
  const results: Advice[] = [];
  const problems = [...rows.problems];
  for (const row of rows.results) if (existsSync(row.path)) results.push(...(await advicesOf(row, problems)));
  return { results, problems };
}

function listed(reader: RowReader, directory: string): Listed | null {
  const id = reader.requiredText('id');
  const file = reader.requiredText('file');
  const receivedOn = reader.date('received_on');
  const currency = reader.currency('currency');
  const paidOn = reader.text('payment_date') === '' ? null : reader.date('payment_date');
  if (receivedOn === null || currency === null) return null;
  if (file.split(/[/\\]/).includes('..')) {
    reader.refuse('file', 'outside', 'leads out of the directory; name a file inside it');
    return null;
  }
  const payerName = reader.text('payer_name');
  return { id, path: join(directory, file), receivedOn, subject: reader.text('subject'), payerName, paidOn, currency };
}

/** What the list says of payer and day goes before what the file says. */
async function advicesOf(row: Listed, problems: RowProblem[]): Promise<Advice[]> {
  if (!READ_APART.has(extname(row.path).toLowerCase())) return [await adviceOf(row)];
  const { id, path, receivedOn, payerName, paidOn, currency } = row;
  const found = await readApart(path, problems, currency);
  return found.map(({ remittance, isScanned }, index) => ({
    id: index === 0 ? id : `${id}#${index + 1}`,
    receivedOn,
    isScanned,
    remittance: {
      ...remittance,
      payer: payerName === '' ? remittance.payer : { ...remittance.payer, name: payerName },
      paidOn: paidOn ?? remittance.paidOn,
    },
  }));
}

async function adviceOf(row: Listed): Promise<Advice> {
  const { id, path, receivedOn, subject, payerName, paidOn, currency } = row;
  const remittance = readAdvice({
    text: await readFile(path, 'utf8'),
    subject,
    currency,
    ...(payerName === '' ? {} : { payerName }),
    ...(paidOn === null ? {} : { paidOn }),
  });
  return { id, receivedOn, remittance };
}

const CURRENCY_NAMED = /\b(EUR|USD|GBP|CHF|CAD|AUD|SEK|NOK|DKK|PLN|CZK|JPY|INR|SGD|HKD|CNY|BRL|MXN|ZAR)\b/;

/** Without a list a file tells what it is about by itself; it came on the day it was written. */
async function readUnlisted(directory: string): Promise<ReadRows<Advice>> {
  const names = (await readdir(directory)).filter((name) => isRead(name)).sort();
  const results: Advice[] = [];
  const problems: RowProblem[] = [];
  for (const name of names.slice(0, FILES_MAX)) {
    const path = join(directory, name);
    const { mtime } = await stat(path);
    const writtenOn = dateFromParts(mtime.getUTCFullYear(), mtime.getUTCMonth() + 1, mtime.getUTCDate());
    const found = READ_HERE.has(extname(name).toLowerCase()) ? await readHere(path) : await readApart(path, problems);
    for (const [index, one] of found.entries()) {
      const receivedOn = one.remittance.paidOn ?? writtenOn;
      const id = found.length === 1 ? name : `${name}#${index + 1}`;
      if (receivedOn !== null) results.push({ id, receivedOn, ...one });
    }
  }
  return { results, problems };
}

function isRead(name: string): boolean {
  const extension = extname(name).toLowerCase();
  return READ_HERE.has(extension) || READ_APART.has(extension);
}

type Found = Pick<Advice, 'remittance' | 'isScanned'>;

async function readHere(path: string): Promise<Found[]> {
  const text = await readFile(path, 'utf8');
  const [, currency = DEFAULT_CURRENCY] = CURRENCY_NAMED.exec(text) ?? [];
  return [{ remittance: readAdvice({ text, subject: '', currency: currencyCode(currency) }) }];
}

/** Workbooks, papers, mails and data formats are read in a process of their own, with limits on time and memory. */
async function readApart(
  path: string,
  problems: RowProblem[],
  currency: string = DEFAULT_CURRENCY,
): Promise<Required<Found>[]> {
  const { readAdviceFile } = await import('@quittance/server');
  const file = { name: basename(path), content: createReadStream(path), currency };
  const read = await readAdviceFile(file);
  for (const { row, field, code, message } of read.problems) {
    problems.push({ file: path, row, field: field ?? 'file', code, message });
  }
  return read.advices.map(({ remittance, isScanned }) => ({ remittance, isScanned }));
}

/** Of files that name none. */
const DEFAULT_CURRENCY = 'EUR';
