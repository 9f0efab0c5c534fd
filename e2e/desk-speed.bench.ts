/**
 * How long a key takes at the cash desk of a customer with 5,000 open items, 800 of them on the draft. Prints one line of JSON:
 * `node --import tsx e2e/desk-speed.bench.ts`. A figure is the time from the key to the frame that shows it.
 */
import { chromium, type Page } from '@playwright/test';
import { decimal, drop, invoices, statement } from './files.ts';
import { sessionOf } from './people.ts';
import startServer from './server.ts';

const ITEMS = 5_000;
const LISTED = 800;
const AMOUNT_MIN_MINOR = 10_000n;
const READY_MS = 120_000;

const stop = await startServer();
try {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const context = await browser.newContext({
    baseURL: process.env.QUITTANCE_JOURNEY_URL ?? '',
    storageState: sessionOf('cash analyst'),
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(READY_MS);
  process.stdout.write(`${JSON.stringify(await measured(page))}\n`);
  await browser.close();
} finally {
  await stop();
}

async function measured(page: Page): Promise<Record<string, unknown>> {
  const owed = Array.from({ length: ITEMS }, (_, index) => ({
    number: `BIG${70_001 + index}`,
    minor: AMOUNT_MIN_MINOR + BigInt((index * 7_919) % 900_000),
  }));
  const listed = owed.slice(100, 100 + LISTED);
  await bring(page, owed, listed.reduce((sum, { minor }) => sum + minor, 0n) - 12_345n);
  await page.goto('/c/IT01/cash/exceptions?q=VEDI%20DISTINTA');
  await page.locator('[data-row="0"] [role="gridcell"]').last().click();
  await page.getByText(`${ITEMS.toLocaleString('en-GB')} rows`).waitFor();
  await page.keyboard.press('e');
  await page.evaluate(watchKeys);
  const pasteMs = await pasted(page, listed.map(({ number, minor }) => `${number}\t${decimal(minor)}`).join('\n'));
  const move = await keys(page, Array<string>(60).fill('ArrowDown'));
  const tick = await keys(page, Array<string[]>(30).fill(['x', 'ArrowDown']).flat());
  await page.keyboard.press('Control+Home');
  for (let column = 0; column < 4; column += 1) await page.keyboard.press('ArrowRight');
  const part = await keys(page, Array<string[]>(12).fill(['1', '2', '.', '5', 'Enter']).flat());
  await page.keyboard.press('d');
  await page.keyboard.press('Escape');
  const withDeductions = await keys(page, Array<string[]>(15).fill(['x', 'ArrowDown']).flat());
  return { items: ITEMS, listed: LISTED, pasteMs, move, tick, part, withDeductions };
}

async function bring(
  page: Page,
  owed: readonly { number: string; minor: bigint }[],
  receiptMinor: bigint,
): Promise<void> {
  const name = 'Grande Distribuzione di Prova S.p.A.';
  const rows = owed.map(
    ({ number, minor }) => ['BIG-1', name, number, 'EUR', decimal(minor), '2026-09-01', '2026-10-01'] as const,
  );
  const lines = [{ amount: decimal(receiptMinor), payer: name, text: 'VEDI DISTINTA' }];
  for (const file of [invoices('big.csv', rows), statement('big', { day: '2026-10-02', lines })]) {
    await page.goto('/c/IT01/imports');
    await drop(page, file);
    await page.getByRole('button', { name: /^Post [\d,]+ rows?$/ }).click();
    await page.getByRole('button', { name: 'Undo this import' }).waitFor();
  }
}

/** From the paste to the note that says what was ticked. */
async function pasted(page: Page, list: string): Promise<number> {
  const start = performance.now();
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, list);
  await page.getByText(`${LISTED} items of the list ticked`).waitFor();
  return Math.round(performance.now() - start);
}

interface Watched {
  keyTimes?: number[];
}

/** Runs in the page: functions without a name, since the page knows nothing of the one who compiled them. */
function watchKeys(): void {
  const times: number[] = [];
  (window as Watched).keyTimes = times;
  document.addEventListener(
    'keydown',
    () => {
      const start = performance.now();
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => times.push(performance.now() - start);
        channel.port2.postMessage(null);
      });
    },
    true,
  );
}

async function keys(page: Page, pressed: readonly string[]): Promise<{ p50: number; p95: number; max: number }> {
  await page.evaluate(() => (window as Watched).keyTimes?.splice(0));
  for (const key of pressed) {
    await page.keyboard.press(key);
    await page.waitForTimeout(50);
  }
  await page.waitForTimeout(300);
  const times = (await page.evaluate(() => (window as Watched).keyTimes ?? [])).sort((left, right) => left - right);
  const at = (share: number): number => Math.round(times[Math.floor((times.length - 1) * share)] ?? 0);
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}
