/** A mail as bytes (RFC 5322, MIME), with its Message-ID and date given: made once, sent as it was kept. */
import MailComposer from 'nodemailer/lib/mail-composer';
import { instantMicros, mailDateText } from '../clock.ts';

export interface MailAddress {
  readonly address: string;
  readonly name: string | null;
}

export interface ComposedMail {
  readonly from: MailAddress;
  readonly replyTo: string | null;
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly messageId: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** ISO, in UTC. */
  readonly date: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly files: readonly ComposedFile[];
}

export interface ComposedFile {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
  /** Shown in the text as `cid:…`; else an attachment. */
  readonly contentId?: string | undefined;
}

/** The bytes. Nothing is read from a file or the network, whatever the text says. */
export async function composeMail(mail: ComposedMail): Promise<Uint8Array> {
  const invitation = mail.files.find(isInvitation);
  const composer = new MailComposer({
    from: { name: mail.from.name ?? '', address: mail.from.address },
    ...(mail.replyTo === null ? {} : { replyTo: mail.replyTo }),
    to: mail.to.map(named),
    cc: mail.cc.map(named),
    subject: mail.subject,
    text: mail.text,
    ...(mail.html === null ? {} : { html: mail.html }),
    messageId: mail.messageId,
    ...(mail.inReplyTo === null ? {} : { inReplyTo: mail.inReplyTo }),
    ...(mail.references.length === 0 ? {} : { references: [...mail.references] }),
    date: mailDateText(instantMicros(mail.date)),
    headers: { ...mail.headers },
    ...(invitation === undefined ? {} : { icalEvent: calendarPart(invitation) }),
    attachments: mail.files
      .filter((file) => file !== invitation)
      .map((file) => ({
        filename: file.name,
        contentType: file.type,
        content: Buffer.from(file.content),
        ...(file.contentId === undefined ? {} : { cid: file.contentId }),
      })),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** Calendars look for an invitation beside the text, under the method that its type names (RFC 6047); an attachment they may not read. */
function isInvitation({ type }: ComposedFile): boolean {
  return /^text\/calendar\b.*\bmethod=/i.test(type);
}

function calendarPart({ name, type, content }: ComposedFile) {
  return { method: /method=(\w+)/i.exec(type)?.[1] ?? 'REQUEST', filename: name, content: Buffer.from(content) };
}

function named({ address, name }: MailAddress): { name: string; address: string } {
  return { name: name ?? '', address };
}
