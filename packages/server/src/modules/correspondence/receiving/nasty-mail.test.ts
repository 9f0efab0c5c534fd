import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../../platform/database/sql.ts';
import { addContact } from '../../customers/contacts.usecase.ts';
import { listInbox } from '../conversations/conversations.queries.ts';
import { type ReadMessage, readConversation } from '../conversations/read-conversation.usecase.ts';
import { type MailBook, openMailBook } from '../correspondence.fixture.ts';
import { READ_NASTY, UNREAD_NASTY } from './nasty-mail.fixture.ts';
import { readMailboxes } from './read-mailboxes.job.ts';

let book: MailBook;
/** By the name of the mail, what became of it. */
const came = new Map<string, ReadMessage>();

beforeAll(async () => {
  book = await openMailBook();
  const rossi = await book.addCustomer('C-100', 'Rossi S.r.l.');
  const contact = {
    name: 'Ada Rossi',
    roles: [],
    language: 'it',
    email: 'ada@rossi.example',
    phone: null,
    notes: null,
  };
  await book.run((tx) => addContact(tx, rossi, { ...contact, isPrimary: true }));
  const all = Object.entries({ ...READ_NASTY, ...UNREAD_NASTY });
  for (const [, raw] of all) book.imap.deliver(raw);
  expect(await readMailboxes(book.context, book.scope), 'all at once: none keeps the others waiting').toBe(all.length);
  expect(await readMailboxes(book.context, book.scope), 'each once').toBe(0);
  const ids = await book.read((tx) =>
    tx.lists<[string]>(sql`select message_id from message_place where company_id = ${tx.company.id} order by taken_at`),
  );
  expect(ids).toHaveLength(all.length);
  const read = new Map((await messages()).map((message) => [message.id, message]));
  ids.forEach(([id], at) => {
    const message = read.get(id);
    if (message !== undefined) came.set(all[at]?.[0] ?? '', message);
  });
});
afterAll(() => book.drop());

async function messages(): Promise<ReadMessage[]> {
  const page = { part: 'all', personId: book.scope.actor.id, limit: 200 } as const;
  const read: ReadMessage[] = [];
  for (const { id } of await book.read((tx) => listInbox(tx, page)))
    read.push(...(await book.read((tx) => readConversation(tx, id))).messages);
  return read;
}

const the = (name: string): ReadMessage => {
  const message = came.get(name);
  if (message === undefined) throw new Error(`no ${name}`);
  return message;
};
const files = (name: string) => the(name).attachments.map((one) => [one.name, one.refusal]);

describe('a nasty mail', () => {
  it.each(Object.keys(READ_NASTY))('%s: its words are read', (name) => {
    expect(the(name)).toMatchObject({ kind: 'mail', body: expect.stringContaining('We pay INV-1.') });
  });

  it.each(Object.keys(UNREAD_NASTY))('%s: is there, and says that it was not read', (name) => {
    expect(files(name).map(([, refusal]) => refusal)).toEqual([
      name.includes('encrypted') ? 'type_not_allowed' : 'mail_unreadable',
    ]);
  });
});

describe('what it says of itself', () => {
  it('a clock that was never set, or runs ahead, is not believed', () => {
    for (const name of ['a date in 1970', 'a date in 2099', 'a date that is none'])
      expect(the(name).happenedAt).toContain('2026-11-20');
  });

  it('of two senders neither is believed', () => {
    expect(the('two senders')).toMatchObject({ authentication: 'failed', fromAddress: 'ada@rossi.example' });
  });

  it('names and subjects stay in their line and their direction', () => {
    const turned = the('names written from right to left, turned round');
    expect(turned.fromName).toBe('anaD הוא');
    expect(files('names written from right to left, turned round')).toEqual([['invoicefdp.exe', 'type_not_allowed']]);
    expect(the('a subject that brings headers along').subject).toBe('Hello Bcc: all@rossi.example');
    expect(the('a subject of a megabyte').subject).toHaveLength(500);
  });

  it('files are opened only where they are what they say', () => {
    expect(files('a ZIP with mails in it')).toEqual([['mails.zip', null]]);
    expect(files('a winmail.dat')).toEqual([['winmail.dat', 'type_not_allowed']]);
    expect(files('a signature (S/MIME)')).toEqual([['smime.p7s', 'type_not_allowed']]);
    expect(files('a thousand files')).toHaveLength(50);
  });
});
