/** Reads every mailbox of a company. What one refuses is kept with it, and does not keep the others waiting. */
import { isAboutData } from '../../../platform/database/data-errors.ts';
import type { Scope } from '../../../platform/database/transaction.ts';
import { AppError } from '../../../platform/errors.ts';
import { type Letter, readLetter, readMailbox, type WaitingMessage } from '../../../platform/mail/index.ts';
import type { CorrespondenceContext } from '../correspondence.context.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import { listMailboxes, saveReading } from '../mailboxes/mailboxes.queries.ts';
import { findTakenPlaces } from './message-places.queries.ts';
import { type CameMail, takeMail } from './take-mail.usecase.ts';

/** Mails larger than this are not fetched; a message says so, and the mailbox keeps them. */
const MAIL_BYTES_MAX = 50 * 1024 * 1024;
const MESSAGES_A_READING_MAX = 200;
const MOVED_TO = 'Quittance';

export async function readMailboxes(context: CorrespondenceContext, scope: Scope): Promise<number> {
  const { database } = context;
  let taken = 0;
  for (const mailbox of await database.read(scope, listMailboxes)) {
    if (!mailbox.isEnabled || mailbox.imap === null) continue;
    const failure = await readOne(context, scope, mailbox).then(
      (count) => {
        taken += count;
        return null;
      },
      (error: unknown) => error,
    );
    const reason = failure === null ? null : reasonOf(failure);
    await database.write(scope, (tx) => saveReading(tx, mailbox.id, reason));
    if (failure !== null && !(failure instanceof AppError)) throw failure;
  }
  return taken;
}

function reasonOf(failure: unknown): string {
  return failure instanceof AppError ? failure.message : 'Something went wrong on our side. It is tried again.';
}

async function readOne(context: CorrespondenceContext, scope: Scope, mailbox: Mailbox): Promise<number> {
  const { database, secret } = context;
  const { imap } = mailbox;
  if (imap === null) return 0;
  const password = secret(imap.passwordFrom);
  if (password === undefined) {
    const message = `The setting ${imap.passwordFrom} is not set on the server, so that ${mailbox.name} has no password.`;
    throw new AppError('secret_missing', message);
  }
  return readMailbox(
    { ...imap, password },
    {
      knownBy: 'place',
      messagesMax: MESSAGES_A_READING_MAX,
      moveTo: MOVED_TO,
      handledBefore: (places) => database.read(scope, (tx) => findTakenPlaces(tx, { mailboxId: mailbox.id, places })),
      handle: async (waiting) => {
        const came = await cameMail(waiting);
        const take = (mail: Omit<CameMail, 'told'>) =>
          database.write(scope, (tx) => takeMail(tx, mailbox, { ...mail, told: context }));
        await take(came).catch((error: unknown) => {
          // What the database does not take stands as its envelope, with the whole mail: it must not stop all that come after it.
          if (came.refusal !== null || !isAboutData(error)) throw error;
          return take({ ...came, letter: envelopeOnly(waiting), refusal: 'mail_unreadable' });
        });
      },
    },
  );
}

async function cameMail(waiting: WaitingMessage): Promise<Omit<CameMail, 'told'>> {
  const { place, byteCount } = waiting;
  if (byteCount > MAIL_BYTES_MAX) {
    return { letter: envelopeOnly(waiting), raw: null, place, byteCount, refusal: 'mail_too_large' };
  }
  const raw = await waiting.source();
  try {
    const letter = await readLetter(raw);
    return { letter, raw, place, byteCount, refusal: showsNothing(letter, raw) ? 'mail_unreadable' : null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { letter: envelopeOnly(waiting), raw, place, byteCount, refusal: 'mail_unreadable' };
  }
}

/** There are words, and none of them was found: parts under another boundary, no headers at all. */
function showsNothing({ text, html, files, report }: Letter, raw: Uint8Array): boolean {
  if (text !== '' || html !== null || files.length > 0 || report !== null) return false;
  const [head = '', ...body] = Buffer.from(raw)
    .toString('latin1')
    .split(/\r?\n\r?\n/);
  return body.length === 0 ? !/^[\w-]+:/m.test(head) : body.join('').trim() !== '';
}

/** What the mail server says of a mail that we did not read. */
function envelopeOnly({ id, sender, subject }: WaitingMessage): Letter {
  return {
    messageId: /^<[^<>\s]+>$/.test(id) ? id : null,
    inReplyTo: null,
    references: null,
    from: sender === null ? null : { address: sender.toLowerCase(), name: null },
    to: [],
    cc: [],
    addressedTo: [],
    subject: subject ?? '',
    date: null,
    text: '',
    html: null,
    headers: {},
    authenticationResults: [],
    files: [],
    report: null,
    reportedId: null,
  };
}
