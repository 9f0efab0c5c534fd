/** The whole day of one analyst without a mouse: through the list, each contact whole when it is saved, and what was promised seen again. */
import { expect, type Page, test } from '@playwright/test';
import { en } from '../packages/web/src/app/locales/en.ts';
import { it } from '../packages/web/src/app/locales/it.ts';
import { Grid } from './grid.ts';
import { signedInAs } from './people.ts';
import { englishOn, mailboxOf, owe, tabTo } from './whole-day.ts';

signedInAs('collections analyst');

/** Looked at after each step: what a person of this language must not read. */
type Look = () => Promise<void>;

async function wholeDay(
  page: Page,
  { words, first, look }: { words: ReturnType<typeof wordsOf>; first: string; look: Look },
): Promise<void> {
  test.setTimeout(120_000);
  const sentBefore = smtp.taken.length;
  const list = new Grid(page, words.myDay);
  const panel = page
    .locator('section')
    .filter({ has: page.getByRole('button', { name: words.close, exact: true }) })
    .last();
  let names: string[] = [];
  const inHand = (at: number) => expect(panel).toContainText(names[at] ?? '');

  await test.step('the list, and the first customer beside it', async () => {
    await page.goto(`/c/UK01/my-day?whose=team`);
    await expect(list.row(first)).toBeVisible();
    names = await list.texts(words.customer);
    expect(names.length).toBeGreaterThan(3);
    await page.keyboard.press('Enter');
    await inHand(0);
    await look();
  });

  await test.step('a call that ends with a promise is one form; the next customer opens', async () => {
    await page.keyboard.press('c');
    await expect(page.getByRole('textbox', { name: words.callNotes })).toBeFocused();
    await page.keyboard.type('Friday');
    await page.keyboard.press('Alt+2');
    await expect(page.getByRole('textbox', { name: words.promised })).not.toHaveValue('');
    await look();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(words.recorded(names[0] ?? ''))).toBeVisible();
    await inHand(1);
  });

  await test.step('a letter is filled by its occasion, addressed and sent', async () => {
    await page.keyboard.press('m');
    await expect(page.getByRole('combobox', { name: words.occasion })).toBeFocused();
    await page.keyboard.type(words.statement);
    await expect(page.getByRole('textbox', { name: words.subject })).not.toHaveValue('');
    await tabTo(page, page.getByRole('textbox', { name: words.address }));
    await page.keyboard.type('ap@payer.example');
    await page.keyboard.press('Enter');
    await look();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(words.onItsWay)).toBeVisible();
    await inHand(1);
  });

  await test.step('a note on the same customer, which is then left alone until a day', async () => {
    await page.keyboard.press('n');
    await expect(page.getByRole('textbox', { name: words.said })).toBeFocused();
    await page.keyboard.type('ok');
    await look();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(words.noted(names[1] ?? ''))).toBeVisible();
    await inHand(1);
    await page.keyboard.press('z');
    await expect(page.getByLabel(words.backOn, { exact: true })).toBeFocused();
    await look();
    await page.keyboard.press('Enter');
    await expect(page.getByText(words.snoozed(names[1] ?? ''))).toBeVisible();
    await inHand(2);
  });

  await test.step('done is one key', async () => {
    await page.keyboard.press('e');
    await expect(page.getByText(words.done(names[2] ?? ''))).toBeVisible();
    await inHand(3);
    await look();
  });

  await test.step('the promise stands among those to come, and on the customer’s page', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(names[0] ?? '');
    await expect(
      page
        .getByRole('option')
        .filter({ hasText: names[0] ?? '' })
        .first(),
    ).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: names[0] ?? '' })).toBeVisible();
    await look();
    await tabTo(page, page.getByRole('link', { name: words.promises }).last());
    await page.keyboard.press('Enter');
    const promises = new Grid(page, words.promises);
    await promises.hasRows();
    await expect(promises.rows.first()).toContainText(words.open);
    await look();
  });

  await test.step('the letter goes out over a real mail server', async () => {
    await page.goto(`/c/UK01/inbox/all`);
    await look();
    await tabTo(page, page.getByRole('button', { name: words.sendAndReceive }));
    await page.keyboard.press('Enter');
    await expect.poll(() => smtp.taken.length, { timeout: 30_000 }).toBeGreaterThan(sentBefore);
  });
}

/** The words of a language by which the page is read and worked. */
function wordsOf(texts: typeof en | typeof it) {
  const { myDay, calls, mail, promises, act } = texts;
  const about = (text: string, name: string) => text.replace('{{name}}', name).replace(/\{\{\w+\}\}.*/, '');
  return {
    ...{
      myDay: myDay.title,
      customer: myDay.customer,
      close: act.close,
      said: myDay.whatWasSaid,
      backOn: myDay.backOn,
    },
    ...{ callNotes: calls.notes, promised: promises.promised, promises: promises.title, open: promises.stateOpen },
    ...{ occasion: mail.occasion, statement: mail.purposeStatement, address: mail.otherAddress, subject: mail.subject },
    ...{ onItsWay: mail.onItsWay, sendAndReceive: mail.checkNow },
    recorded: (name: string) => about(calls.recorded, name),
    noted: (name: string) => about(myDay.noted, name),
    snoozed: (name: string) => about(myDay.snoozedNow, name),
    done: (name: string) => about(myDay.doneNow, name),
  };
}

let smtp: Awaited<ReturnType<typeof mailboxOf>>;
test.beforeAll(async ({ browser }) => {
  smtp = await mailboxOf(browser, 'UK01');
});
test.afterAll(() => smtp.close());

test('a whole day by keyboard: call with a promise, letter, note, snooze, done, and the promise seen again', async ({
  page,
  browser,
}) => {
  await owe(browser, 'UK01', [
    ['Aldous Bindery Ltd', '94000.00'],
    ['Brockhurst Cards Ltd', '61000.00'],
    ['Calder Envelopes Ltd', '43000.00'],
    ['Dunmore Print Ltd', '32000.00'],
  ]);
  await wholeDay(page, { words: wordsOf(en), first: 'Aldous Bindery Ltd', look: async () => {} });
});

test.describe('in Italian', () => {
  test.use({ locale: 'it-IT' });

  test('the same day has no English word left on any page of it', async ({ page, browser }) => {
    await owe(browser, 'UK01', [
      ['Elmswood Paper Ltd', '294000.00'],
      ['Farrow Stationers Ltd', '261000.00'],
      ['Glenmoor Boxes Ltd', '243000.00'],
      ['Hadley Labels Ltd', '232000.00'],
    ]);
    const look = async () => expect.soft(await englishOn(page, it)).toEqual([]);
    await wholeDay(page, { words: wordsOf(it), first: 'Elmswood Paper Ltd', look });
  });
});
