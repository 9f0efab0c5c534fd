/**
 * A mailbox read over IMAP, message by message. What was handled is moved out of the way when the server lets us; whether
 * a message was handled before is for the caller to know, by its id: flags are other people's too.
 */
import { createHash } from 'node:crypto';
import { type FetchMessageObject, ImapFlow } from 'imapflow';
import { AppError } from '../errors.ts';

export interface MailboxLogin {
  readonly host: string;
  readonly port: number;
  /** `tls` from the first byte (993), `starttls` after greeting (143), `none` only for a server on this machine. */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly user: string;
  readonly password: string;
  readonly folder: string;
}

export interface WaitingMessage {
  /** The Message-ID; for mails without one, their place in the mailbox. */
  readonly id: string;
  /** Where it lies and what lies there: another mail in the same place, after a server was replaced, has another one. */
  readonly place: string;
  readonly sender: string | null;
  readonly subject: string | null;
  readonly byteCount: number;
  /** The whole message as it arrived. Asked for only by whoever wants it. */
  readonly source: () => Promise<Uint8Array>;
}

export interface MailboxWork {
  /**
   * By what messages are known again: by their Message-ID, or by their place, where somebody may write a Message-ID that
   * another mail has.
   */
  readonly knownBy?: 'id' | 'place';
  /** Of these ids (or places), those that were handled before. */
  readonly handledBefore: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Handles one message; when it throws, the message stays for the next time and the reading ends. */
  readonly handle: (message: WaitingMessage) => Promise<void>;
  /** Where handled messages go; made when it is missing. */
  readonly moveTo: string;
  readonly messagesMax: number;
}

const CONNECT_MS = 15_000;
const SILENCE_MS = 60_000;
/** Envelopes looked at in one reading: of a mailbox that cannot be tidied, the latest. */
const ENVELOPES_MAX = 2_000;

/** Handles the waiting messages, the oldest first, and answers how many. Throws `mailbox_unreachable`, `mailbox_refused`. */
export async function readMailbox(login: MailboxLogin, work: MailboxWork): Promise<number> {
  const client = await connectMailbox(login);
  const handling = withOwnFailures(work);
  try {
    const lock = await client.getMailboxLock(login.folder);
    try {
      return await handleWaiting(client, handling, login);
    } finally {
      lock.release();
    }
  } catch (error) {
    if (handling.failures.has(error) || error instanceof AppError) throw error;
    throw refusal('mailbox_refused', `${login.host} did not do what was asked: ${reasonOf(error)}`);
  } finally {
    await client.logout().catch(() => client.close());
  }
}

/** What fails on our side is no failure of the mail server. */
function withOwnFailures(work: MailboxWork): MailboxWork & { readonly failures: ReadonlySet<unknown> } {
  const failures = new Set<unknown>();
  const noting = async <T>(step: Promise<T>): Promise<T> => {
    try {
      return await step;
    } catch (error) {
      failures.add(error);
      throw error;
    }
  };
  return {
    ...work,
    failures,
    handledBefore: (ids) => noting(work.handledBefore(ids)),
    handle: (message) => noting(work.handle(message)),
  };
}

/** Throws `mailbox_unreachable`, `mailbox_refused`. */
export async function connectMailbox(login: MailboxLogin): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: login.host,
    port: login.port,
    secure: login.security === 'tls',
    ...(login.security === 'starttls' ? { doSTARTTLS: true } : {}),
    ...(login.security === 'none' ? { doSTARTTLS: false } : {}),
    auth: { user: login.user, pass: login.password },
    logger: false,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
  });
  client.on('error', () => undefined); // what fails is told by the call that waits for it
  try {
    await client.connect();
    return client;
  } catch (error) {
    client.close();
    const isLogin = error instanceof Error && 'authenticationFailed' in error;
    if (isLogin) throw refusal('mailbox_refused', `${login.host} refuses the user ${login.user} or the password.`);
    const message = `${login.host}:${login.port} cannot be reached: ${reasonOf(error)} Check host, port and encryption.`;
    throw refusal('mailbox_unreachable', message);
  }
}

async function handleWaiting(client: ImapFlow, work: MailboxWork, login: MailboxLogin): Promise<number> {
  const waiting = await listMessages(client, login);
  const identity = (message: ListedMessage): string => message[work.knownBy ?? 'id'];
  const before = await work.handledBefore(waiting.map(identity));
  const fresh = waiting.filter((message) => !before.has(identity(message))).slice(0, work.messagesMax);
  for (const message of fresh) {
    const { uid, ...shown } = message;
    await work.handle({ ...shown, source: () => sourceOf(client, uid) });
    await moveAway(client, uid, work.moveTo);
  }
  // Handled before and still here: a kill came between handling and moving.
  for (const message of waiting) if (before.has(identity(message))) await moveAway(client, message.uid, work.moveTo);
  return fresh.length;
}

interface ListedMessage extends Omit<WaitingMessage, 'source'> {
  readonly uid: number;
}

async function listMessages(client: ImapFlow, login: MailboxLogin): Promise<ListedMessage[]> {
  const { mailbox } = client;
  if (mailbox === false || mailbox.exists === 0) return [];
  const from = Math.max(1, mailbox.exists - ENVELOPES_MAX + 1);
  const listed: ListedMessage[] = [];
  for await (const message of client.fetch(`${from}:*`, { uid: true, envelope: true, size: true })) {
    const { uid, envelope, size } = message;
    const place = placeOf(message, { login, uidValidity: mailbox.uidValidity });
    listed.push({
      uid,
      place,
      id: envelope?.messageId?.trim() || place,
      sender: envelope?.from?.[0]?.address ?? null,
      subject: envelope?.subject ?? null,
      byteCount: size ?? 0,
    });
  }
  return listed.sort((left, right) => left.uid - right.uid);
}

/** Servers begin their numbers anew when they are replaced or a folder is made again, and many give each folder the validity 1. */
function placeOf(
  { uid, envelope, size }: FetchMessageObject,
  { login, uidValidity }: { readonly login: MailboxLogin; readonly uidValidity: bigint },
): string {
  const { host, user, folder } = login;
  const mail = [envelope?.messageId, envelope?.date, envelope?.subject, envelope?.from?.[0]?.address, size];
  const fingerprint = createHash('sha256').update(JSON.stringify([host, user, folder, ...mail]));
  return `${uidValidity}/${uid}/${fingerprint.digest('base64url').slice(0, 22)}`;
}

async function sourceOf(client: ImapFlow, uid: number): Promise<Uint8Array> {
  const found = await client.fetchOne(String(uid), { source: true }, { uid: true });
  if (!found || found.source === undefined) {
    throw refusal('mailbox_refused', 'A message went away while it was being read. It is tried again.');
  }
  return found.source;
}

/** A server that does not let us move keeps the message; it is known as handled all the same. */
async function moveAway(client: ImapFlow, uid: number, folder: string): Promise<void> {
  await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true }).catch(() => false);
  await client.mailboxCreate(folder).catch(() => undefined);
  await client.messageMove(String(uid), folder, { uid: true }).catch(() => false);
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.endsWith('.') ? text : `${text}.`;
}

function refusal(code: string, message: string): AppError {
  return new AppError(code, message, { status: 502 });
}
