/**
 * Remittance advices from a directory: each file an advice. A list `remittances.json`, in the directory or beside it, may
 * tell what the mail around a file said: when it came, its subject, the payer, the currency.
 */
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { dateFromParts, type LocalDate } from '@quittance/core/calendar';
import type { Advice } from '@quittance/core/matching';
import { type CurrencyCode, currencyCode } from '@quittance/core/money';
import { readAdvice } from '@quittance/core/remittance';
import type { RowReader } from './fields.ts';
import type { ReadRows } from './problem.ts';
import { readJsonRows } from './receipts-file.ts';

const LIST = 'remittances.json';
const READ = new Set(['.txt', '.csv', '.html', '.htm', '.eml']);
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
  for (const row of rows.results) if (existsSync(row.path)) results.push(await adviceOf(row));
  return { results, problems: rows.problems };
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
  const names = (await readdir(directory)).filter((name) => READ.has(extname(name).toLowerCase())).sort();
  const results: Advice[] = [];
  for (const name of names.slice(0, FILES_MAX)) {
    const path = join(directory, name);
    const text = await readFile(path, 'utf8');
    const { mtime } = await stat(path);
    const receivedOn = dateFromParts(mtime.getUTCFullYear(), mtime.getUTCMonth() + 1, mtime.getUTCDate());
    const [, currency = 'EUR'] = CURRENCY_NAMED.exec(text) ?? [];
    const remittance = readAdvice({ text, subject: '', currency: currencyCode(currency) });
    if (receivedOn !== null) results.push({ id: name, receivedOn: remittance.paidOn ?? receivedOn, remittance });
  }
  return { results, problems: [] };
}
