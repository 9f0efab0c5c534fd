/** Mails as a mail server hands them over: a person's words, a machine's reply, a report that a mail did not arrive, a complaint. */
export interface MailHead {
  readonly from: string;
  readonly fromName: string | null;
  readonly to: string;
  readonly subject: string;
  readonly messageId: string;
  /** ISO in UTC. */
  readonly at: string;
  /** The Message-ID of ours that it answers or reports about. */
  readonly about: string | null;
}

const BOUNDARY = 'part-of-the-report';

export function personMail(head: MailHead, text: string): Uint8Array {
  return raw(head, ['Content-Type: text/plain; charset=utf-8', '', text]);
}

export function machineMail(head: MailHead, text: string): Uint8Array {
  return raw(head, ['Auto-Submitted: auto-replied', 'Content-Type: text/plain; charset=utf-8', '', text]);
}

export function bounceMail(head: MailHead, address: string): Uint8Array {
  const status = ['Reporting-MTA: dns; mx.demo.example', '', `Final-Recipient: rfc822; ${address}`, 'Action: failed'];
  const why = ['Status: 5.1.1', 'Diagnostic-Code: smtp; 550 5.1.1 no such mailbox', ''];
  return report(head, {
    type: 'delivery-status',
    words: `Your message to ${address} could not be delivered.`,
    status: [...status, ...why],
  });
}

export function complaintMail(head: MailHead, address: string): Uint8Array {
  const status = ['Feedback-Type: abuse', 'User-Agent: demo/1', 'Version: 1', `Original-Rcpt-To: ${address}`, ''];
  return report(head, { type: 'feedback-report', words: 'A recipient marked this message as unwanted.', status });
}

function report(
  head: MailHead,
  { type, words, status }: { readonly type: string; readonly words: string; readonly status: readonly string[] },
): Uint8Array {
  return raw({ ...head, about: null }, [
    `Content-Type: multipart/report; report-type=${type}; boundary="${BOUNDARY}"`,
    ...['', `--${BOUNDARY}`, 'Content-Type: text/plain; charset=utf-8', '', words],
    ...[`--${BOUNDARY}`, `Content-Type: message/${type}`, '', ...status],
    ...[
      `--${BOUNDARY}`,
      'Content-Type: message/rfc822',
      '',
      `Message-ID: ${head.about ?? ''}`,
      `Subject: ${encoded(head.subject)}`,
      '',
      '',
    ],
    `--${BOUNDARY}--`,
  ]);
}

function raw(head: MailHead, rest: readonly string[]): Uint8Array {
  const name = head.fromName === null ? '' : `${encoded(head.fromName)} `;
  const lines = [
    `From: ${name}<${head.from}>`,
    `To: <${head.to}>`,
    `Subject: ${encoded(head.subject)}`,
    `Message-ID: ${head.messageId}`,
    `Date: ${rfcDate(head.at)}`,
    ...(head.about === null ? [] : [`In-Reply-To: ${head.about}`, `References: ${head.about}`]),
    'MIME-Version: 1.0',
    ...rest,
  ];
  return Buffer.from(lines.join('\r\n').replaceAll(/(?<!\r)\n/g, '\r\n'));
}

/** RFC 2047 where a letter is not ASCII. */
function encoded(text: string): string {
  return /^[ -~]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** 2026-11-20T10:00:00Z is "20 Nov 2026 10:00:00 +0000". */
function rfcDate(at: string): string {
  const [date = '', time = ''] = at.split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day} ${MONTHS[Number(month) - 1]} ${year} ${time.slice(0, 8)} +0000`;
}
