/**
 * Looks at a source and takes what waits there. It may be stopped at any moment: a file is known by its content and a
 * message by its id, so what was begun twice happens once.
 */
import { currencyCode } from '@quittance/core/money';
import { contentOfText, looksLikeAdvice, readAdviceContent } from '@quittance/core/remittance';
import { type Clock, instantText } from '../../../platform/clock.ts';
import type { Scope } from '../../../platform/database/transaction.ts';
import { AppError } from '../../../platform/errors.ts';
import {
  isPictureInText,
  type MailFile,
  readMail,
  readMailbox,
  type WaitingMessage,
} from '../../../platform/mail/index.ts';
import type { ImportPlace, PromiseImports } from '../promise-imports.ts';
import type { ArrivalSource, MailboxSettings } from './arrival.ts';
import { saveCheck } from './arrival-sources.queries.ts';
import { findHandledMessages, insertArrival, insertHandledMessage } from './arrivals.queries.ts';
import { droppedFiles, moveAside, openFolder, REFUSED, TAKEN } from './drop-folder.ts';
import { takeArrival } from './take-arrival.usecase.ts';

export interface ArrivalContext extends ImportPlace {
  readonly promises: PromiseImports;
  readonly clock: Clock;
  /** Folders of sources lie below it. */
  readonly dropDirectory: string;
  /** A secret of the installation by the name of its setting; undefined when it is not set. */
  readonly secret: (name: string) => string | undefined;
  /** Items or receipts have arrived: whoever makes something of them starts now. */
  readonly onPosted?: ((scope: Scope) => Promise<void>) | undefined;
}

export interface SourceCheck {
  readonly taken: number;
  readonly refused: number;
}

/** Mails larger than this are refused unread; banks and systems send far smaller ones. */
const MAIL_BYTES_MAX = 50 * 1024 * 1024;
const MESSAGES_A_CHECK_MAX = 100;
const MOVED_TO = 'Quittance';

/** Takes what waits, and remembers when and with what failure it looked. Throws what kept it from looking. */
export async function checkSource(context: ArrivalContext, scope: Scope, source: ArrivalSource): Promise<SourceCheck> {
  const { database } = context;
  try {
    const check =
      source.kind === 'folder'
        ? await checkFolder(context, scope, source)
        : await checkMailbox(context, scope, { source, settings: source.settings });
    if (check.taken > 0 && source.posting !== 'preview') await context.onPosted?.(scope);
    await database.write(scope, (tx) => saveCheck(tx, source.id, null));
    return check;
  } catch (error) {
    const reason = error instanceof AppError ? error.message : 'Something went wrong on our side. It is tried again.';
    await database.write(scope, (tx) => saveCheck(tx, source.id, reason));
    throw error;
  }
}

type FolderSource = Extract<ArrivalSource, { kind: 'folder' }>;

async function checkFolder(context: ArrivalContext, scope: Scope, source: FolderSource): Promise<SourceCheck> {
  const folder = await openFolder(context.dropDirectory, source.settings.path);
  const { database, promises } = context;
  const place = { database, promises, scope, source };
  let [taken, refused] = [0, 0];
  const now = context.clock.now();
  for (const file of await droppedFiles(folder, Number(now / 1000n))) {
    const refusal = await takeArrival(place, {
      name: file.name,
      byteCount: file.byteCount,
      content: file.content(),
      sender: null,
      place: `${source.settings.path}/${file.name}`,
    }).catch(waitForRest);
    if (refusal === 'waits') continue;
    const stamp = stampOf(now, taken + refused);
    if (refusal === null) await moveAside(folder, file.name, { place: TAKEN, stamp });
    else await moveAside(folder, file.name, { place: REFUSED, stamp, reason: refusal.message });
    if (refusal === null) taken += 1;
    else refused += 1;
  }
  return { taken, refused };
}

function waitForRest(error: unknown): 'waits' {
  if (error instanceof AppError && error.code === 'file_still_changing') return 'waits';
  throw error;
}

/** "20261122T060000-3" is the fourth file of a check at six o'clock UTC. */
function stampOf(now: bigint, count: number): string {
  return `${instantText(now).slice(0, 19).replace(/[-:]/g, '')}-${count}`;
}

type MailboxSource = Extract<ArrivalSource, { kind: 'mailbox' }>;

async function checkMailbox(
  context: ArrivalContext,
  scope: Scope,
  { source, settings }: { readonly source: MailboxSource; readonly settings: MailboxSettings },
): Promise<SourceCheck> {
  const { database, promises, secret } = context;
  const password = secret(settings.passwordFrom);
  if (password === undefined) {
    const message = `The setting ${settings.passwordFrom} is not set on the server, so that ${source.name} has no password.`;
    throw new AppError('secret_missing', message);
  }
  const total = { taken: 0, refused: 0 };
  await readMailbox(
    { ...settings, password },
    {
      messagesMax: MESSAGES_A_CHECK_MAX,
      moveTo: MOVED_TO,
      handledBefore: (messageIds) =>
        database.read(scope, (tx) => findHandledMessages(tx, { sourceId: source.id, messageIds })),
      handle: async (message) => {
        const check = await handleMessage({ database, promises, scope, source }, message);
        total.taken += check.taken;
        total.refused += check.refused;
      },
    },
  );
  return total;
}

interface MailPlace extends ImportPlace {
  readonly scope: Scope;
  readonly source: MailboxSource;
}

/** Its files are taken first and the message is marked last: killed between, the files are there already next time. */
async function handleMessage(place: MailPlace, message: WaitingMessage): Promise<SourceCheck> {
  const { database, scope, source } = place;
  const files = await filesOrRefusal(place, message);
  let [taken, refused] = [0, files === null ? 1 : 0];
  for (const file of files ?? []) {
    const content = [file.content] as Iterable<Uint8Array>;
    const refusal = await takeArrival(place, {
      name: file.name,
      byteCount: file.content.length,
      content: pieces(content),
      sender: message.sender,
      place: message.id,
    });
    if (refusal === null) taken += 1;
    else refused += 1;
  }
  const { id, sender, subject } = message;
  const fileCount = files?.length ?? 0;
  await database.write(scope, (tx) =>
    insertHandledMessage(tx, { sourceId: source.id, id, sender, subject, fileCount }),
  );
  return { taken, refused };
}

async function* pieces(content: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* content;
}

/** The files a message carries, logos left aside. Null when it cannot be read: that is remembered as a refusal. */
async function filesOrRefusal({ database, scope, source }: MailPlace, message: WaitingMessage) {
  try {
    if (message.byteCount > MAIL_BYTES_MAX) throw new AppError('mail_too_large', 'The mail is larger than 50 MB.');
    const whole = await message.source();
    // An advice may stand in the message itself, and who sent it belongs to it: the message is the file.
    if (source.fileKind === 'remittance') return [asFile(message, whole)];
    const mail = await readMail(whole);
    const files = mail.files.filter((file) => !isPictureInText(file) && file.content.length > 0);
    const isAdvice = files.length === 0 && source.fileKind === null && isAdviceBody(mail.text);
    return isAdvice ? [asFile(message, whole)] : files;
  } catch (error) {
    if (!(error instanceof AppError) || error.status === 502) throw error;
    const origin = { channel: source.kind, sourceId: source.id, sender: message.sender, place: message.id } as const;
    await database.write(scope, (tx) =>
      insertArrival(tx, {
        origin,
        fileName: message.subject ?? message.id,
        sha256: null,
        byteCount: BigInt(message.byteCount),
        outcome: 'refused',
        reason: error.message,
        batchId: null,
      }),
    );
    return null;
  }
}

const NAME_CHARS_MAX = 80;

/** Looked at in the server itself, so that no mail may be long: the whole is read in the reading process. */
const BODY_CHARS_MAX = 60_000;

/** Every mail of today is HTML: it has to list something. */
function isAdviceBody(whole: string): boolean {
  const text = whole.slice(0, BODY_CHARS_MAX);
  const context = { subject: '', currency: currencyCode('EUR') }; // to see lines, any will do
  return looksLikeAdvice(text) && readAdviceContent(contentOfText(text), context).remittance.lines.length > 0;
}

function asFile({ subject, id }: WaitingMessage, content: Uint8Array): MailFile {
  const name =
    (subject ?? id)
      .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
      .trim()
      .slice(0, NAME_CHARS_MAX) || 'message';
  return { name: `${name}.eml`, type: 'message/rfc822', content, isInline: false };
}
