import { afterEach, beforeEach, expect, it } from 'vitest';
import { sql } from '../../../platform/database/sql.ts';
import { type MailBook, openMailBook } from '../correspondence.fixture.ts';
import { keepLetterFile } from '../sending/letter-files.usecase.ts';
import { sendWaiting } from '../sending/send-waiting.usecase.ts';
import { cleanUpFiles, UNSENT_FILE_DAYS } from './clean-up.job.ts';
import { deleteUnused, keepContent, readContent } from './mail-content.queries.ts';

let book: MailBook;
beforeEach(async () => {
  book = await openMailBook();
});
afterEach(() => book.drop());

const DAY_MINUTES = 24 * 60;
const daysLater = (days: number) => book.forward(days * DAY_MINUTES);
const upload = (name: string, words: string) =>
  book.run((tx) => keepLetterFile(tx, { name, content: Buffer.from(words) }));
const text = async (sha256: string) => {
  const content = await book.read((tx) => readContent(tx, sha256));
  return content === undefined ? null : Buffer.from(content).toString();
};
const parts = () =>
  book.read((tx) =>
    tx.one<{ count: number }>(
      sql`select count(*)::int as count from mail_content_part where company_id = ${tx.company.id}`,
    ),
  );

it('a file attached to a letter that was never sent goes after a week, and leaves a line of audit', async () => {
  const { sha256 } = await upload('order.txt', 'Order 4711');
  daysLater(UNSENT_FILE_DAYS - 1);
  expect(await cleanUpFiles(book.context, book.scope)).toBe(0);
  daysLater(2);
  expect(await cleanUpFiles(book.context, book.scope)).toBe(1);
  expect(await text(sha256)).toBeNull();
  expect(await parts()).toEqual({ count: 0 });
  expect(await cleanUpFiles(book.context, book.scope)).toBe(0);
  const lines = await book.read((tx) =>
    tx.all<{ subjectId: string }>(sql`
      select subject_id as "subjectId" from audit_event
        where company_id = ${tx.company.id} and action = 'correspondence.unsent_file_removed'`),
  );
  expect(lines).toEqual([{ subjectId: sha256 }]);
});

it('a file that two letters carry, attached a third time to one that is never sent, stays for both', async () => {
  const kept = await upload('terms.txt', 'Terms of payment');
  const file = { name: 'terms.txt', type: 'text/plain', content: Buffer.from('Terms of payment') };
  await book.queue({ files: [file] });
  await book.queue({ files: [{ ...file, name: 'conditions.txt' }] });
  await upload('terms (copy).txt', 'Terms of payment');
  await sendWaiting(book.context, book.scope);
  daysLater(30);
  expect(await cleanUpFiles(book.context, book.scope)).toBe(0);
  expect(await text(kept.sha256)).toBe('Terms of payment');
  expect(book.smtp.taken).toHaveLength(2);
});

it('one that is attached again on the day it would go stays another week', async () => {
  const { sha256 } = await upload('order.txt', 'Order 4711');
  daysLater(UNSENT_FILE_DAYS + 1);
  await book.context.database.write(book.scope, (tx) => keepContent(tx, Buffer.from('Order 4711')));
  expect(await cleanUpFiles(book.context, book.scope)).toBe(0);
  expect(await text(sha256)).toBe('Order 4711');
});

it('one that is sent in the very moment in which it is taken away is kept anew, whole', async () => {
  const { sha256 } = await upload('order.txt', 'Order 4711');
  daysLater(UNSENT_FILE_DAYS + 1);
  const { database } = book.context;
  const [isGone, mayEnd] = [signal(), signal()];
  const cleaning = database.write(book.scope, async (tx) => {
    const gone = await deleteUnused(tx, { hashes: [sha256], keptBefore: tx.recordedAt });
    isGone.give();
    await mayEnd.given;
    return gone.length;
  });
  await isGone.given;
  const keeping = database.write(book.scope, (tx) => keepContent(tx, Buffer.from('Order 4711')));
  setTimeout(mayEnd.give, 100);
  expect(await cleaning).toBe(1);
  await keeping;
  expect(await text(sha256)).toBe('Order 4711');
});

function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}
