/** What the journeys of a whole day share: customers to work on, a mailbox, reaching a field by keys, texts of the other language. */
import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { openSmtpServer } from '../packages/server/src/platform/testing/smtp-server.ts';
import { en } from '../packages/web/src/app/locales/en.ts';
import { drop, invoices } from './files.ts';
import { session, sessionOf, todayIn } from './people.ts';

/** Invoices that are long overdue, of customers nobody has spoken with: the first one listed owes the most. */
export async function owe(browser: Browser, company: string, customers: readonly (readonly [string, string])[]) {
  const context = await browser.newContext({ storageState: sessionOf('manager'), locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(`/c/${company}/imports`);
  const today = await todayIn(page, company);
  const currency = { IT01: 'EUR', US01: 'USD', UK01: 'GBP' }[company] ?? 'EUR';
  const rows = customers.map(
    ([name, amount], index) =>
      [
        `WD-${name.slice(0, 3)}`,
        name,
        `WD-${name.slice(0, 3)}-${index + 1}`,
        currency,
        amount,
        today,
        '2026-09-01',
      ] as const,
  );
  await drop(page, invoices(`whole-day-${company}-${customers[0]?.[0]}.csv`, rows));
  await page.getByRole('button', { name: /^Post \d+ rows?$/ }).click();
  await expect(page.getByRole('button', { name: 'Undo this import' })).toBeVisible({ timeout: 30_000 });
  await context.close();
}

type SmtpServer = Awaited<ReturnType<typeof openSmtpServer>>;

/** A mailbox of the company that sends through a real server, started here. */
export async function mailboxOf(browser: Browser, company: string): Promise<SmtpServer> {
  const smtp = await openSmtpServer();
  const context = await browser.newContext({ storageState: sessionOf('manager') });
  const page = await context.newPage();
  const { csrfToken } = await session(page);
  const { host, port, security } = smtp.login;
  const mailbox = {
    ...{ name: `Receivables ${port}`, address: `ar-${port}@demo.example`, imap: null }, // the port: one for each start
    ...{ smtp: { host, port, security, user: null, passwordFrom: null }, hasAddressTokens: false },
    ...{ authority: null, isDefault: true, isEnabled: true },
  };
  const answer = await page.request.post(`/api/v1/companies/${company}/mailboxes`, {
    data: mailbox,
    headers: { 'x-csrf-token': csrfToken, 'idempotency-key': crypto.randomUUID() },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  await context.close();
  return smtp;
}

const TABS_MAX = 60;

/** Goes on with Tab until it is there: whoever has no mouse gets there too. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let tabs = 0; tabs < TABS_MAX; tabs += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to ${target}`);
}

const PLACE = /\{\{\w+\}\}/;

/** English words that stand on the page: in texts, labels, titles. `own` are the texts of the language shown. */
export async function englishOn(page: Page, own: Catalogue): Promise<string[]> {
  const shown = await page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '');
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      for (const name of ['aria-label', 'title', 'placeholder']) texts.push(element.getAttribute(name) ?? '');
    }
    return [...new Set(texts.map((text) => text.trim()))].filter((text) => text !== '');
  });
  const [english, ours] = [patternsOf(en), patternsOf(own)];
  return shown.filter((text) => matches(text, english) && !matches(text, ours));
}

type Catalogue = Readonly<Record<string, Readonly<Record<string, string>>>>;
interface Patterns {
  readonly exact: ReadonlySet<string>;
  readonly filled: readonly { readonly pattern: RegExp; readonly own: number }[];
}

function matches(text: string, { exact, filled }: Patterns): boolean {
  return exact.has(text) || filled.some(({ pattern, own }) => own * 2 >= text.length && pattern.test(text));
}

/**
 * A text with places matches what fills them, when most of what is read is its own: "{{time}} in {{place}}" would match any sentence
 * that a person wrote.
 */
function patternsOf(catalogue: Catalogue): Patterns {
  const texts = Object.values(catalogue).flatMap((area) => Object.values(area));
  const filled = texts
    .filter((text) => PLACE.test(text) && /\p{L}{3}/u.test(text.replace(/\{\{\w+\}\}/g, '')))
    .map((text) => {
      const parts = text.split(/\{\{\w+\}\}/);
      return { pattern: new RegExp(`^${parts.map(escaped).join('.+')}$`, 'u'), own: parts.join('').length };
    });
  return { exact: new Set(texts.filter((text) => !PLACE.test(text) && /\p{L}{3}/u.test(text))), filled };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
