/**
 * Whether a person wrote a mail: automatic answers (RFC 3834), reports that a mail did not arrive (RFC 3464), complaints
 * (RFC 5965). No automatic mail is ever answered automatically, and none makes anybody wait for an answer.
 */

/** Header names in small letters; a header that occurs several times is joined with line breaks. */
export type MailHeaders = Readonly<Record<string, string>>;

export type MailKind = 'mail' | 'automatic' | 'bounce' | 'complaint';

/** How mailboxes title their answers, in five languages. "Absence de facture" is a person's. */
const OUT_OF_OFFICE = new RegExp(
  `^\\[?(?:${[
    'automatic reply|autoreply|auto(?:matic)?[ -]?(?:reply|response)|out of (?:the )?office',
    'abwesenheits\\w*|abwesend\\b|automatische antwort|nicht im (?:büro|haus)',
    'risposta automatica|fuori (?:sede|ufficio)|assente (?:dal|fino)|assenza dal',
    'réponse automatique|absen(?:ce|te?) (?:du bureau|jusqu)|absence ?[:!]|hors du bureau',
    'respuesta automática|fuera de (?:la )?oficina|ausen(?:te|cia) (?:de la oficina|hasta)',
  ].join('|')})`,
  'i',
);
const NOT_DELIVERED =
  /deliver|failure|returned|zustell|unzustellbar|consegna|recapit|remise|distribu|entrega|entreg|no se pudo|retour/i;
const NO_PERSON = /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|donotreply|bounces?)(?:[+-][^@]*)?@/i;

export interface MailEnvelope {
  readonly headers: MailHeaders;
  readonly from: string;
  readonly subject: string;
}

/** `kindOfMail` of a mail with `Auto-Submitted: auto-replied` is 'automatic'. */
export function kindOfMail({ headers, from, subject }: MailEnvelope): MailKind {
  const type = (headers['content-type'] ?? '').toLowerCase();
  if (/report-type="?feedback-report/.test(type)) return 'complaint';
  if (/report-type="?delivery-status/.test(type) || headers['x-failed-recipients'] !== undefined) return 'bounce';
  if (/report-type="?disposition-notification/.test(type)) return 'automatic';
  const isFromServer = /^(?:mailer-daemon|postmaster)@/i.test(from) || isNullSender(headers);
  if (isFromServer && NOT_DELIVERED.test(subject)) return 'bounce';
  return isAutomatic(headers, from) || OUT_OF_OFFICE.test(subject.trim()) ? 'automatic' : 'mail';
}

function isAutomatic(headers: MailHeaders, from: string): boolean {
  const submitted = (headers['auto-submitted'] ?? 'no').toLowerCase();
  if (!submitted.startsWith('no')) return true;
  if (/bulk|junk|auto_reply|list/i.test(headers.precedence ?? '')) return true;
  if (headers['x-autoreply'] !== undefined || headers['x-autorespond'] !== undefined) return true;
  if (/^(?:all|oof|autoreply)/i.test(headers['x-auto-response-suppress'] ?? '') && headers['list-id'] === undefined) {
    return OUT_OF_OFFICE_MARK.test(headers['x-ms-exchange-generated-message-source'] ?? '') || isNullSender(headers);
  }
  return headers['list-id'] !== undefined || NO_PERSON.test(from) || isNullSender(headers);
}

const OUT_OF_OFFICE_MARK = /oof|mailbox rules/i;

function isNullSender(headers: MailHeaders): boolean {
  return /^\s*<\s*>\s*$/.test(headers['return-path'] ?? '');
}

/** The mark that each mail of ours carries: one that comes back with it went in a circle. */
export const LOOP_HEADER = 'x-loop';

export interface FailedRecipient {
  readonly address: string;
  /** For good (5.x.x), not only for now. */
  readonly isPermanent: boolean;
  readonly status: string | null;
  readonly reason: string | null;
}

const RECIPIENTS_MAX = 100;

/** The recipients of a delivery-status part (RFC 3464) whose delivery failed. */
export function failedRecipients(deliveryStatus: string): FailedRecipient[] {
  const groups = deliveryStatus.replace(/\r\n/g, '\n').split(/\n\s*\n/);
  return groups.slice(0, RECIPIENTS_MAX).flatMap((group) => {
    const fields = fieldsOf(group);
    const address = addressOf(fields['original-recipient'] ?? fields['final-recipient'] ?? '');
    const action = (fields.action ?? '').toLowerCase();
    if (address === null || (action !== 'failed' && action !== 'delayed')) return [];
    const status = /\d\.\d{1,3}\.\d{1,3}/.exec(fields.status ?? '')?.[0] ?? null;
    const isPermanent = action === 'failed' && (status === null || status.startsWith('5'));
    return [{ address, isPermanent, status, reason: fields['diagnostic-code'] ?? null }];
  });
}

/** Of a report, whether it says of anybody that their mail failed; else it says that it is late, or arrived: nobody waits for a word to it. */
export function saysFailed(deliveryStatus: string): boolean {
  return /^action:[ \t]*failed/im.test(deliveryStatus);
}

const TEXT_CHARS_MAX = 50_000;
/** Above the copy of the mail itself: qmail, Exim, and Exchange before it sent reports. */
const COPY_BEGINS =
  /^(?:--- Below this line is a copy|------ This is a copy of|-{2,}\s*(?:Original message|Forwarded message)|Original message headers)/im;
const REFUSAL_LINE = /(?:^|[\s:#<])([45]\d\d[ -][^\n]{0,300})/;

/**
 * The recipients that a report in words names, of servers that write none for machines: Exim names them in `X-Failed-Recipients`, qmail
 * (QSBMF) begins a paragraph with each. `<gone@x.example>:` and "550 5.1.1 no such user" below is gone for good.
 */
export function failedRecipientsInWords({
  headers,
  text,
}: {
  readonly headers: MailHeaders;
  readonly text: string;
}): FailedRecipient[] {
  const words = text.slice(0, TEXT_CHARS_MAX).replace(/\r\n/g, '\n').split(COPY_BEGINS)[0] ?? '';
  const named = (headers['x-failed-recipients'] ?? '').split(/[\s,]+/).flatMap((field) => addressOf(field) ?? []);
  const inWords = /qmail-send program/i.test(words)
    ? [...words.matchAll(/^<([^<>\s]+@[^<>\s]+)>:$/gm)].flatMap((match) => addressOf(match[1] ?? '') ?? [])
    : [];
  return [...new Set([...named, ...inWords])].slice(0, RECIPIENTS_MAX).map((address) => {
    const below = words.slice(Math.max(0, words.toLowerCase().indexOf(address)));
    const reason = REFUSAL_LINE.exec(below)?.[1]?.trim() ?? null;
    const status = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(reason ?? '')?.[0] ?? null;
    return { address, isPermanent: !(status ?? reason ?? '5').startsWith('4'), status, reason };
  });
}

/** Whom a complaint (RFC 5965) is from, and about which mail. */
export function complaintOf(feedback: string): { readonly address: string | null } {
  const fields = fieldsOf(feedback);
  return { address: addressOf(fields['original-rcpt-to'] ?? '') };
}

function fieldsOf(text: string): Record<string, string> {
  const unfolded = text.replace(/\r?\n[ \t]+/g, ' ');
  const pairs = [...unfolded.matchAll(/^([A-Za-z-]{1,60}):[ \t]*(.*)$/gm)];
  return Object.fromEntries(pairs.map((match) => [(match[1] ?? '').toLowerCase(), (match[2] ?? '').trim()]));
}

function addressOf(field: string): string | null {
  const address = field.replace(/^[a-z0-9]+\s*;\s*/i, '').replace(/[<>\s]/g, '');
  return /^[^@]+@[^@]+$/.test(address) ? address.toLowerCase() : null;
}

const SAYS_GONE =
  /\b5\.1\.(?:1|2|3|6|10)\b|user unknown|no such user|does not exist|unknown (?:user|recipient)|mailbox unavailable/i;

/** Whether a server's refusal means that the address is not there, and not that it does not like the mail. */
export function saysAddressIsGone(said: string): boolean {
  return SAYS_GONE.test(said) && !/\b5\.7\.\d/.test(said);
}
