/** A company that writes to its customers over a real SMTP server and reads a real mailbox. */
import { dateInZone, localDate } from '@quittance/core/calendar';
import { parseAmount } from '@quittance/core/money';
import { instantMicros, instantText } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/transaction.ts';
import { createTestDatabase } from '../../platform/testing/database.ts';
import { openImapServer, type TestImapServer } from '../../platform/testing/imap-server.ts';
import { openTestBook, type TestBook } from '../../platform/testing/ledger-book.ts';
import { openSmtpServer, type TestSmtpServer } from '../../platform/testing/smtp-server.ts';
import { postDocuments } from '../ledger/index.ts';
import type { CorrespondenceContext } from './correspondence.context.ts';
import type { MailboxDraft } from './mailboxes/mailbox.ts';
import { addMailbox } from './mailboxes/mailboxes.usecase.ts';
import type { Delivery } from './messages/message.ts';
import { findDelivery } from './sending/deliveries.queries.ts';
import type { MessageDraft, QueuedMessage } from './sending/message-draft.ts';
import { queueMessage } from './sending/queue-message.usecase.ts';

const TODAY = localDate('2026-11-20');

export interface MailBook extends TestBook {
  /** An invoice, in EUR. The item's id. */
  owe(invoice: { readonly customerId: string; readonly number: string; readonly amount: string }): Promise<string>;
  readonly smtp: TestSmtpServer;
  readonly imap: TestImapServer;
  readonly context: CorrespondenceContext;
  readonly mailboxId: string;
  /** Minutes later. */
  forward(minutes: number): void;
  /** The same company on a server that is killed after so many of its writes. */
  killedAfter(writes: number): CorrespondenceContext;
  queue(draft?: Partial<MessageDraft>): Promise<QueuedMessage>;
  delivery(messageId: string): Promise<Delivery>;
  drop(): Promise<void>;
}

export async function openMailBook(options: Partial<MailboxDraft> = {}): Promise<MailBook> {
  const smtp = await openSmtpServer();
  const imap = await openImapServer();
  const testDatabase = await createTestDatabase();
  const book = await openTestBook(testDatabase.connection, { today: TODAY });
  let later = 0n;
  const noon = 1_795_176_000_000_000n; // 2026-11-20T12:00:00Z
  const clock = { now: () => noon + later };
  const database = withClock(book.database, () => later);
  const context: CorrespondenceContext = {
    database,
    clock,
    secret: (name) => (name === 'QUITTANCE_SECRET_MAIL' ? imap.login.password : undefined),
    silenceMs: 500,
  };
  const { host, port, security } = smtp.login;
  const mailboxId = await book.run((tx) =>
    addMailbox(tx, {
      name: 'Example GmbH',
      address: imap.login.user,
      smtp: { host, port, security, user: null, passwordFrom: null },
      imap: { ...imap.login, passwordFrom: 'QUITTANCE_SECRET_MAIL', sentFolder: 'Sent' },
      hasAddressTokens: false,
      authority: 'mx.example.com',
      isDefault: true,
      isEnabled: true,
      ...options,
    }),
  );
  return {
    ...book,
    smtp,
    imap,
    context,
    mailboxId,
    async owe({ customerId, number, amount }) {
      const instalments = [{ dueOn: localDate('2026-11-01'), amountMinor: parseAmount(amount, 'EUR') ?? 0n }];
      const draft = {
        kind: 'invoice',
        number,
        customerId,
        currency: 'EUR',
        issuedOn: localDate('2026-10-01'),
        instalments,
      } as const;
      const [posted] = await book.run((tx) => postDocuments(tx, [draft], { commandId: tx.commandId, batchId: null }));
      return posted?.itemIds[0] ?? '';
    },
    forward: (minutes) => {
      later += BigInt(Math.round(minutes * 60)) * 1_000_000n;
    },
    killedAfter: (writes) => ({ ...context, database: dyingAfter(database, writes) }),
    queue: (draft = {}) =>
      book.run((tx) =>
        queueMessage(tx, {
          customerId: null,
          to: [{ address: 'ap@customer.example', name: 'Ada Rossi' }],
          subject: 'Statement of account',
          text: 'Please find what is open.',
          ...draft,
        }),
      ),
    async delivery(messageId) {
      const found = await book.read((tx) => findDelivery(tx, messageId));
      if (found === undefined) throw new Error(`no delivery of ${messageId}`);
      return found;
    },
    async drop() {
      await book.close();
      await testDatabase.drop();
      await Promise.all([smtp.close(), imap.close()]);
    },
  };
}

/** The book's clock stands at noon; the database of a context that has gone on is told so with each transaction. */
function withClock(database: Database, later: () => bigint): Database {
  /** The day goes with the instant: what is written after midnight is of the next day. */
  const moved = (tx: Tx): Tx => {
    const at = instantMicros(tx.recordedAt) + later();
    return { ...tx, recordedAt: instantText(at), today: dateInZone(at, tx.company.timeZone) };
  };
  const through =
    (mode: 'read' | 'write' | 'post'): Database['read'] =>
    (scope, work) =>
      database[mode](scope, (tx) => work(moved(tx)));
  return Object.assign(Object.create(database) as Database, {
    read: through('read'),
    write: through('write'),
    post: through('post'),
  });
}

function dyingAfter(database: Database, writes: number): Database {
  let left = writes;
  const alive = (): void => {
    if (left <= 0) throw new Error('killed');
  };
  return Object.assign(Object.create(database) as Database, {
    read: (...args: Parameters<Database['read']>) => {
      alive();
      return database.read(...args);
    },
    write: async (...args: Parameters<Database['write']>) => {
      alive();
      left -= 1;
      return database.write(...args);
    },
  });
}
